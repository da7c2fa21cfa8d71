"""Phone lines of one country, as a list or as cards for the wallet. What to dial in an emergency always stands first.

Emergency numbers come from the application alone. A line that its publisher took back is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.help_lines import HelpDirectory, HelpLine, state_of
from caregiver_app.model.sheets.blocks import Entries
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, SheetPart
from caregiver_app.printing.at_home import few_in_a_hurry, parts_at_home, tells_others
from caregiver_app.printing.frame import Ground, framed
from caregiver_app.printing.line_entries import emergency_entry, line_entry, short_entry
from caregiver_app.support.helplines import HelpKind, Helpline, helplines_of
from caregiver_app.support.i18n import country_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import as_helpline, kind_words

LINES_ON_A_CARD = 2
MOST_CARDS = 8
"""On one page of either paper, below the title."""
_EVERYWHERE = "INT"


def helpline_sheet(
    directory: HelpDirectory, country: str, topic: str, ground: Ground, *, wallet: bool, at_home: bool = False
) -> Sheet:
    """Return the lines of a country (ISO 3166, also a part like "GB-SCT"), of one topic where it is not "".

    `at_home`: they hang where everybody sees them, on one page on which at first only what is needed in a hurry stands.

    Raises:
        PrintError: no country was chosen, or nothing is known of it.
    """
    if not country:
        raise PrintError(PrintTrouble.NO_COUNTRY)
    emergency = [line for line in helplines_of(state_of(country)) if line.kind is HelpKind.EMERGENCY]
    lines = _spoken(_there(directory.lines, country, topic), ground.language)
    if not emergency and not lines:
        raise PrintError(PrintTrouble.NOTHING)
    title = _title(country, directory.topics.get(topic, ""))
    closing = (_("Check each number again by the day beside it."),)
    if wallet:
        cards = _cards(emergency, lines if topic else _for_a_wallet(lines, country), ground.on)
        return framed(ground, SheetKind.HELPLINES, title, cards, closing=closing, form=SheetForm.CARDS)
    on_a_door = at_home and not topic
    parts = _parts(emergency, lines, country, ground, at_home=on_a_door)
    form = SheetForm.ONE_PAGE if on_a_door else SheetForm.PAGES
    return framed(ground, SheetKind.HELPLINES, title, parts, closing=closing, form=form)


def _title(country: str, topic: str) -> str:
    name = country_name(state_of(country))
    if topic:
        # Translators: {topic} is e.g. "Dementia", {country} e.g. "Canada"
        return _("Phone lines: {country}, {topic}").format(country=name, topic=topic)
    return _("Phone lines: {country}").format(country=name)


def _there(lines: Iterable[HelpLine], country: str, topic: str) -> list[HelpLine]:
    """Return lines for people of a country or a part of it; without a number there is nothing to dial."""
    state = state_of(country)
    places = {state, _EVERYWHERE} if country != state else None
    return [
        each
        for each in lines
        if each.taken_back is None
        and each.line.phone
        and (each.line.country in (*places, country) if places else each.state in (state, _EVERYWHERE))
        and (not topic or topic in each.line.topics)
    ]


def _spoken(lines: list[HelpLine], language: str) -> list[HelpLine]:
    """Return lines on which a language is spoken, or none is recorded; all of them where no line is left."""
    base = language.partition("-")[0]

    def speaks(each: HelpLine) -> bool:
        spoken = {tag.partition("-")[0] for tag in each.line.languages}
        return not spoken or base in spoken

    return [each for each in lines if speaks(each)] or lines


def _for_a_wallet(lines: list[HelpLine], country: str) -> list[HelpLine]:
    """Return what is needed in a hurry, or where nothing is known of that, all that tells nobody who looks into it."""
    return few_in_a_hurry(lines, country) or [each for each in lines if not tells_others(each)]


def _parts(
    emergency: Sequence[Helpline], lines: Sequence[HelpLine], country: str, ground: Ground, *, at_home: bool
) -> Iterator[SheetPart]:
    if emergency:
        entries = tuple(emergency_entry(line, ground.on) for line in emergency)
        yield SheetPart(heading=kind_words(HelpKind.EMERGENCY), blocks=(Entries(entries=entries),))
    yield from parts_at_home(lines, country, ground) if at_home else _of_each_kind(lines, ground)


def _of_each_kind(lines: Sequence[HelpLine], ground: Ground) -> Iterator[SheetPart]:
    ordered = sorted(lines, key=lambda each: list(HelpKind).index(HelpKind(each.line.kind.value)))
    for kind, some in groupby(ordered, key=lambda each: HelpKind(each.line.kind.value)):
        entries = tuple(line_entry(each, ground) for each in some)
        yield SheetPart(heading=kind_words(kind), blocks=(Entries(entries=entries),), code=kind.value)


def _cards(emergency: Sequence[Helpline], lines: Sequence[HelpLine], on: date) -> Iterator[SheetPart]:
    """Yield cards, each with the emergency number: a card is all that somebody has with them."""
    first = tuple(short_entry(line, on) for line in emergency[:1])
    for place in range(0, min(max(len(lines), 1), MOST_CARDS * LINES_ON_A_CARD), LINES_ON_A_CARD):
        group = lines[place : place + LINES_ON_A_CARD]
        entries = (*first, *(short_entry(as_helpline(each.line), on) for each in group))
        yield SheetPart(heading="", blocks=(Entries(entries=entries),))
