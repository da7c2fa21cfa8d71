"""What a pack holds as lines of a list: what each thing is, and how its checks stand. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from caregiver_app.links.parts import take_apart
from caregiver_app.model.pack import Pack, PackText, PackWithdrawal
from caregiver_app.model.pack_help import PackDate, PackHelpline
from caregiver_app.model.pack_places import PackOrganisation
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.check_days import check_days
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.rules import WITH_IDS
from caregiver_app.support.i18n import country_name, language_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.ui.studio.place import TEXTS, WITHDRAWN, place_of
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.line_list import Line

CHECKED: Final = ("links", "organisations")
"""Of these a check goes with the pack."""

_EVERYWHERE = "INT"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackEntry:
    """One thing in a pack. `key` is its id, of a withdrawal its number from 1.

    `address` is that of a page, `file` that of a text.
    """

    listed: str
    key: str
    title: str
    line: Line
    address: str = ""
    file: str = ""


def entries_of(pack: Pack, on: date) -> tuple[PackEntry, ...]:
    """Return all that is in a pack on a day, kind by kind."""
    states = _states(pack, on)
    return tuple(_entries(pack, states))


def _entries(pack: Pack, states: dict[tuple[str, str], PackFault]) -> Iterator[PackEntry]:
    for name in WITH_IDS:
        for each in getattr(pack, name):
            yield _entry(name, each, states.get((name, each.id)))
    for number, word in enumerate(pack.withdrawals, 1):
        yield _withdrawn(word, number)


def _entry(name: str, each: Any, state: PackFault | None) -> PackEntry:
    title = getattr(each, "title", "") or getattr(each, "name", "")
    line = Line(key=f"{name} {each.id}", title=title, facts=_facts(each), pill=_pill(each, state))
    address, file = getattr(each, "address", ""), getattr(each, "file", "")
    return PackEntry(listed=name, key=each.id, title=title, line=line, address=address, file=file)


def _withdrawn(word: PackWithdrawal, number: int) -> PackEntry:
    title = word.item or word.address
    line = Line(
        key=f"{WITHDRAWN} {number}",
        title=title,
        facts=f"{day_words(word.withdrawn_on)}  ·  {word.reason}",
        pill=PillLook(text=_("Withdrawn"), tone=Tone.WARN, icon=Icon.MINUS),
    )
    return PackEntry(listed=WITHDRAWN, key=str(number), title=title, line=line)


def _states(pack: Pack, on: date) -> dict[tuple[str, str], PackFault]:
    """Return what of each thing is due or does not count, the gravest first."""
    problems = Problems()
    check_days(pack, on, problems)
    files = {text.file: (name, text.id) for name in TEXTS for text in getattr(pack, name)}
    states: dict[tuple[str, str], PackFault] = {}
    for problem in problems.all:
        place = place_of(problem.where)
        states.setdefault(files.get(place.file, (place.listed, place.entry)), problem.fault)
    return states


def _pill(each: Any, state: PackFault | None) -> PillLook | None:
    if state is not None:
        return _troubled(state)
    if isinstance(each, PackText):
        return None
    if isinstance(each, PackHelpline):
        return PillLook(text=_("Number checked"), tone=Tone.OK, icon=Icon.CHECK)
    if not hasattr(each, "appraisal"):
        return None
    if each.appraisal is None:
        return PillLook(text=_("Not checked"), tone=Tone.NEUTRAL, icon=Icon.QUESTION)
    return PillLook(text=_("Checked"), tone=Tone.OK, icon=Icon.CHECK)


def _troubled(state: PackFault) -> PillLook:
    words = {
        PackFault.DID_NOT_PASS: _("Does not count as checked"),
        PackFault.NUMBER_NOT_CHECKED: _("Number not checked"),
    }
    return PillLook(text=words.get(state, _("Look at again")), tone=Tone.WARN, icon=Icon.CLOCK)


def _facts(each: Any) -> str:
    parts: Sequence[str]
    match each:
        case PackText():
            parts = (language_name(each.language) or each.language, each.file)
        case PackHelpline():
            parts = (each.phone, country_name(each.country))
        case PackDate():
            parts = (each.organiser, country_name(each.country))
        case PackOrganisation():
            parts = (", ".join(site.host for site in each.sites[:2]), country_name(each.country))
        case _:
            parts = (_host(each.address), "" if each.country == _EVERYWHERE else country_name(each.country))
    return "  ·  ".join(part for part in parts if part and part != _EVERYWHERE)


def _host(address: str) -> str:
    parts = take_apart(address)
    return address if parts is None else parts.host
