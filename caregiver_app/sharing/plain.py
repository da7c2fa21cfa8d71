"""A share as plain text: for the clipboard, a text file, and the words of an e-mail."""

from __future__ import annotations

from caregiver_app.model.card import ShareableCard, ShareContent
from caregiver_app.support.sentences.shares import about_card, share_line


def as_text(content: ShareContent) -> str:
    """Return the typed words, the cards in their order, and the fixed line; ends with a line end."""
    numbered = len(content.cards) > 1
    blocks = (
        content.message.strip("\n"),
        *(_block(card, place if numbered else None) for place, card in enumerate(content.cards, 1)),
        share_line(content.cards),
    )
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _block(card: ShareableCard, place: int | None) -> str:
    title = card.title if place is None else f"{place}. {card.title}"
    return "\n".join((title, about_card(card), card.link))
