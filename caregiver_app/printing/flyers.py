"""Flyers: pages that somebody passes on, and an awareness day. Made of cards, typed words and what packs say of a day.

A card is all that is said of a page; only what may be passed on has one, and this makes none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from caregiver_app.model.awareness_day import AwarenessDay, times_between
from caregiver_app.model.card import ShareableCard, ShareContent
from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Block, Entries, Entry, Item, Items, Paragraph, Run, Words
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, SheetPart
from caregiver_app.paper.qr_code import LONGEST_BYTES
from caregiver_app.printing.frame import Ground, framed
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.awareness import days_words
from caregiver_app.support.sentences.on_paper import information_line
from caregiver_app.support.sentences.shares import about_card, share_heading, share_line
from caregiver_app.support.sentences.stamps import fixed_line

MOST_ON_A_FLYER = 3
"""Pages that are taken in by somebody who passes a notice board."""
_A_YEAR = timedelta(days=366)
_PARAGRAPHS = re.compile(r"\n\s*\n")


def share_flyer(content: ShareContent, ground: Ground) -> Sheet:
    """Return the flyer of pages that may be passed on, with the words that somebody typed.

    Raises:
        PrintError: there is no page, or more than a flyer holds.
    """
    if not content.cards:
        raise PrintError(PrintTrouble.NOTHING)
    if len(content.cards) > MOST_ON_A_FLYER:
        raise PrintError(PrintTrouble.TOO_MANY, str(MOST_ON_A_FLYER))
    return framed(
        ground,
        SheetKind.SHARE_FLYER,
        share_heading(content.cards),
        (SheetPart(heading="", blocks=(*_message(content.message), _cards(content.cards))),),
        closing=(share_line(content.cards),),
        form=SheetForm.ONE_PAGE,
    )


def awareness_flyer(
    day: AwarenessDay,
    pages: Sequence[tuple[str, ShareableCard]],
    message: str,
    ground: Ground,
    *,
    organisers_page: Sequence[Entry],
) -> Sheet:
    """Return the flyer of a day, the next time that it falls: what it is about, who organises it, pages to read.

    `pages` are cards, each with what the pack of the day calls the page. `message` is what somebody typed
    in place of the words of its kit; `organisers_page` is empty, or the one entry.

    Raises:
        PrintError: it asks people for money.
    """
    if day.fund_raising:
        raise PrintError(PrintTrouble.FUND_RAISING)
    language = ground.language.partition("-")[0]
    kit = day.kit_in(language)
    words = message or ("" if kit is None else kit.message)
    facts = () if kit is None else kit.facts
    about = (*_message(words), *((Items(items=tuple(Item(text=fact) for fact in facts)),) if facts else ()))
    shown = pages[: MOST_ON_A_FLYER - len(organisers_page)]
    entries = (*organisers_page, *(_card(card, title) for title, card in shown))
    parts = [SheetPart(heading="", blocks=about)]
    if entries:
        parts.append(SheetPart(heading=_("Read more"), blocks=(Entries(entries=entries),)))
    return framed(
        ground,
        SheetKind.AWARENESS_FLYER,
        day.name_in(language),
        parts,
        below_title=(_when(day, ground), _organiser(day)),
        closing=(information_line(), fixed_line() if any(card.reviewed_on for _title, card in shown) else ""),
        form=SheetForm.ONE_PAGE,
    )


def _when(day: AwarenessDay, ground: Ground) -> str:
    times = times_between(day, ground.on, ground.on + _A_YEAR)
    return days_words(times[0], ground.on) if times else ""


def _organiser(day: AwarenessDay) -> str:
    # Translators: {name} is who organises an awareness day
    return _("Organised by {name}").format(name=day.organiser) if day.organiser else ""


def _message(text: str) -> tuple[Block, ...]:
    paragraphs = [each for each in _PARAGRAPHS.split(text.strip()) if each.strip()]
    if not paragraphs:
        return ()
    return (Words(paragraphs=tuple(Paragraph(runs=(Run(text=each),)) for each in paragraphs)),)


def _cards(cards: Sequence[ShareableCard]) -> Entries:
    return Entries(entries=tuple(map(_card, cards)))


def _card(card: ShareableCard, title: str = "") -> Entry:
    """Return the entry of a page; of one that nobody checked `title` says more than the address that its card has."""
    readable = len(card.link.encode()) <= LONGEST_BYTES
    return Entry(
        title=card.title if card.reviewed_on else title or card.title,
        lines=(about_card(card),),
        link=card.link,
        code=readable,
    )
