"""A share as Markdown (CommonMark). No sign in it that was typed or comes from outside is read as markup."""

from __future__ import annotations

import re
from urllib.parse import quote

from caregiver_app.model.card import ShareableCard, ShareContent
from caregiver_app.support.sentences.shares import about_card, share_line

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$^&{}])")  # also what others understand beside CommonMark
_AT_A_START = re.compile(r"^(?:(?=[#+=:!-])|(\d+)(?=[.)]))")
_LEADING = re.compile(r"^[ \t]+")
_NOT_IN_TARGET = re.compile(r"[<>\\()\[\]`*_~|\"'\s]|[^\x21-\x7e]")


def as_markdown(content: ShareContent) -> str:
    """Return the typed words as paragraphs, the cards as a list or alone, and the fixed line."""
    mark = "" if len(content.cards) == 1 else "- "
    blocks = (
        _typed(content.message.strip("\n")),
        *(_block(card, mark) for card in content.cards),
        f"*{_escaped(share_line(content.cards))}*",
    )
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _block(card: ShareableCard, mark: str) -> str:
    indent = " " * len(mark)
    return f"{mark}[{_escaped(card.title)}](<{_target(card.link)}>)\\\n{indent}{_escaped(about_card(card))}"


def _typed(message: str) -> str:
    """Keep the lines as they were typed: a backslash at the end of each but a paragraph's last makes a line break."""
    paragraphs = re.split(r"\n[ \t]*\n\s*", message)
    return "\n\n".join("\\\n".join(_line(line) for line in paragraph.split("\n")) for paragraph in paragraphs)


def _line(line: str) -> str:
    return _escaped(_LEADING.sub("", line))


def _escaped(text: str) -> str:
    return _AT_A_START.sub(lambda found: f"{found[1] or ''}\\", _MARKUP.sub(r"\\\1", text))


def _target(link: str) -> str:
    return _NOT_IN_TARGET.sub(lambda sign: quote(sign[0], safe=""), link)
