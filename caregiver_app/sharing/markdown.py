"""A share as Markdown (CommonMark). No sign in it that was typed or comes from outside is read as markup."""

from __future__ import annotations

import re

from caregiver_app.model.card import ShareableCard, ShareContent
from caregiver_app.support.markdown_text import BREAK, begun, escaped, target
from caregiver_app.support.sentences.shares import about_card, share_line

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def as_markdown(content: ShareContent) -> str:
    """Return the typed words as paragraphs, the cards as a list or alone, and the fixed line."""
    mark = "" if len(content.cards) == 1 else "- "
    blocks = (
        _typed(content.message.strip()),
        *(_block(card, mark) for card in content.cards),
        f"*{begun(escaped(share_line(content.cards)))}*",
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(card: ShareableCard, mark: str) -> str:
    title = f"{mark}[{begun(escaped(card.title))}](<{target(card.link)}>)"
    return BREAK.join((title, " " * len(mark) + begun(escaped(about_card(card)))))


def _typed(message: str) -> str:
    """Keep paragraphs and lines as they were typed; blanks at the start of a line would make it code."""
    paragraphs = _PARAGRAPHS.split(message)
    return "\n\n".join(
        BREAK.join(begun(escaped(line.strip())) for line in paragraph.split("\n")) for paragraph in paragraphs
    )
