"""The flyer of an awareness day. Made of cards, typed words and what packs say of the day.

A card is all that is said of a page; only what may be passed on has one, and this makes none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from caregiver_app.model.awareness_day import AwarenessDay, times_between
from caregiver_app.model.card import ShareableCard
from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Entries, Entry, Item, Items
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, SheetPart
from caregiver_app.paper.flyer_sheet import MOST_ON_A_FLYER, card_entry, typed_blocks
from caregiver_app.printing.frame import Ground, framed
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.awareness import days_words
from caregiver_app.support.sentences.on_paper import information_line
from caregiver_app.support.sentences.stamps import fixed_line

_A_YEAR = timedelta(days=366)


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
    about = (*typed_blocks(words), *((Items(items=tuple(Item(text=fact) for fact in facts)),) if facts else ()))
    shown = pages[: MOST_ON_A_FLYER - len(organisers_page)]
    entries = (*organisers_page, *(card_entry(card, title) for title, card in shown))
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
