"""The flyer of pages that are passed on, as a sheet: of cards and typed words, nothing else, and the day of printing.

It is paper, so that whoever holds it sees how old it is; that day is all it says of where it comes from.
"""

from __future__ import annotations

import re
from datetime import date

from caregiver_app.model.card import ShareableCard, ShareContent
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.model.sheets.blocks import Block, Entries, Entry, Paragraph, Run, Words
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, SheetPart
from caregiver_app.paper.qr_code import LONGEST_BYTES
from caregiver_app.support.sentences.on_paper import printed_on
from caregiver_app.support.sentences.shares import about_card, share_heading, share_line

MOST_ON_A_FLYER = 3
"""Pages that are taken in by somebody who passes a notice board, each with a code large enough for an old phone."""

_PARAGRAPHS = re.compile(r"\n\s*\n")


def flyer_sheet(content: ShareContent, *, on: date, language: str, title: str = "") -> Sheet:
    """Return the flyer, in the language that is spoken now (BCP 47); `title` stands in place of its own.

    Raises:
        ShareError: there is no page, there are more than it holds, or a link is too long for a code.
    """
    if not content.cards:
        raise ShareError(ShareTrouble.NOTHING)
    if len(content.cards) > MOST_ON_A_FLYER:
        raise ShareError(ShareTrouble.TOO_MANY, str(MOST_ON_A_FLYER))
    if not all(map(_is_readable, content.cards)):
        raise ShareError(ShareTrouble.LINK_TOO_LONG)
    pages = Entries(entries=tuple(map(card_entry, content.cards)))
    return Sheet(
        kind=SheetKind.SHARE_FLYER,
        title=title or share_heading(content.cards),
        language=language,
        printed_on=printed_on(on),
        parts=(SheetPart(heading="", blocks=(*typed_blocks(content.message), pages)),),
        closing=(share_line(content.cards),),
        form=SheetForm.ONE_PAGE,
    )


def typed_blocks(text: str) -> tuple[Block, ...]:
    """Return typed words, paragraph by paragraph; nothing where there are none."""
    paragraphs = [each for each in _PARAGRAPHS.split(text.strip()) if each.strip()]
    if not paragraphs:
        return ()
    return (Words(paragraphs=tuple(Paragraph(runs=(Run(text=each),)) for each in paragraphs)),)


def card_entry(card: ShareableCard, title: str = "") -> Entry:
    """Return the entry of a page; of one that nobody checked `title` says more than the address that its card has."""
    named = card.title if card.reviewed_on else title or card.title
    return Entry(title=named, lines=(about_card(card),), link=card.link, code=_is_readable(card))


def _is_readable(card: ShareableCard) -> bool:
    return len(card.link.encode()) <= LONGEST_BYTES
