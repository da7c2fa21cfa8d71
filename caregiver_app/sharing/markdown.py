"""A share as Markdown (CommonMark). No sign in it that was typed or comes from outside is read as markup."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

from caregiver_app.model.card import ShareableCard, ShareContent
from caregiver_app.support.sentences.shares import about_card, share_line

_MARKUP = re.compile(r"([\\`*_\[\]{}|~$])")  # also what is markup on pages that understand more than CommonMark
_AT_A_START = re.compile(r"^(?=[#+=:!-])|^(\d+)(?=[.)])")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_NOT_IN_TARGET = re.compile(r"[<>\\()\[\]`*_~|\"'\s]|[^\x21-\x7e]")
_SAME_PARAGRAPH = "  \n"  # two blanks at its end break a line, by whatever reads it


def as_markdown(content: ShareContent) -> str:
    """Return the typed words as paragraphs, the cards as a list or alone, and the fixed line."""
    mark = "" if len(content.cards) == 1 else "- "
    blocks = (
        _typed(content.message.strip()),
        *(_block(card, mark) for card in content.cards),
        f"*{_escaped(share_line(content.cards))}*",
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(card: ShareableCard, mark: str) -> str:
    title = f"{mark}[{_escaped(card.title)}](<{_target(card.link)}>)"
    return _SAME_PARAGRAPH.join((title, " " * len(mark) + _escaped(about_card(card))))


def _typed(message: str) -> str:
    """Keep paragraphs and lines as they were typed; blanks at the start of a line would make it code."""
    paragraphs = _PARAGRAPHS.split(message)
    return "\n\n".join(
        _SAME_PARAGRAPH.join(_escaped(line.strip()) for line in paragraph.split("\n")) for paragraph in paragraphs
    )


def _escaped(line: str) -> str:
    marked = _MARKUP.sub(r"\\\1", escape(line, quote=False))
    return _AT_A_START.sub(lambda start: f"{start[1] or ''}\\", marked)


def _target(link: str) -> str:
    return _NOT_IN_TARGET.sub(lambda sign: quote(sign[0], safe=""), link)
