"""Emergency numbers and helplines that ship with the application. Needs no library, asks nobody, keeps nothing.

docs/formats/starter.md says where they come from and which ones are there.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from caregiver_app.support.resources import resource

_GOOD_FOR_MONTHS = 6
"""So long a telephone number counts as checked."""

_NO_NAMES = frozenset({"Emergency services", "Emergencias"})
"""What ships calls emergency numbers so that have no name of their own, such as Triple Zero."""


class HelpKind(StrEnum):
    """What a line is for, the most urgent first."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    ABUSE = "abuse"
    POISON = "poison"
    HEALTH = "health"
    CARING = "caring"
    GRIEF = "grief"


class Remark(StrEnum):
    """A form in which notes are written; most name a number, a word or a key."""

    ALSO = "also"
    MENTAL_HEALTH = "mental-health"
    TEXT_WORD = "text-word"
    TEXT_NUMBER = "text-number"
    PRESS = "press"
    SPANISH = "spanish"
    SPANISH_OR_TEXT = "spanish-or-text"
    IN_QUEBEC = "in-quebec"


_REMARKS = {
    Remark.ALSO: re.compile(r"(\d+) also works\."),
    Remark.MENTAL_HEALTH: re.compile(r"Choose the mental health option()\."),
    Remark.TEXT_WORD: re.compile(r"Text ([A-Z]+)\."),
    Remark.TEXT_NUMBER: re.compile(r"Text ([\d ]+)\."),
    Remark.PRESS: re.compile(r"Press (\d)\."),
    Remark.SPANISH: re.compile(r"For Spanish press (\d)\."),
    Remark.SPANISH_OR_TEXT: re.compile(r"For Spanish press 2 or text ([A-Z]+)\."),
    Remark.IN_QUEBEC: re.compile(r"In Quebec call ([\d-]+)\."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """One number, as dialled in its country (ISO 3166, e.g. "GB-SCT" for a part of one).

    `hours` and `note` are in words of that country, `page` is an address or empty. `checked_on` is the day on which
    somebody read the number on the organisation's own site; None: nobody of whom we know did. `copy_read_on` is the day
    on which it was read in a stored copy of `page`, which may be older; None of all lines that were gathered otherwise.
    """

    organisation: str
    country: str
    kind: HelpKind
    phone: str
    by_text: bool
    hours: str
    note: str
    page: str
    checked_on: date | None
    copy_read_on: date | None = None

    @property
    def state(self) -> str:
        """The country as a whole, e.g. "GB"."""
        return self.country.partition("-")[0]

    @property
    def is_nameless(self) -> bool:
        """Whether it is an emergency number without a name of its own: each language has a word for who answers."""
        return self.kind is HelpKind.EMERGENCY and self.organisation in _NO_NAMES

    @property
    def check_again_on(self) -> date | None:
        """The day from which a number cannot be relied on any more, None where nobody is known to have read it."""
        return None if self.checked_on is None else _later(self.checked_on, _GOOD_FOR_MONTHS)


@cache
def helplines() -> tuple[Helpline, ...]:
    """Return all lines, those of a country together, the most urgent first.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    records = json.loads(resource("resources", "helplines.json").read_text(encoding="utf-8"))
    kinds = list(HelpKind)
    return tuple(sorted(map(_helpline, records), key=lambda line: (line.state, kinds.index(line.kind))))


@cache
def public_numbers() -> tuple[tuple[str, str], ...]:
    """Return country and number of every line that is known, shown or not: they are nobody's own.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    records = json.loads(resource("resources", "public_numbers.json").read_text(encoding="utf-8"))
    return tuple((country, number) for country, number in records)


def helplines_of(state: str) -> tuple[Helpline, ...]:
    """Return the lines of a country and its parts."""
    return tuple(line for line in helplines() if line.state == state)


def lines_at(place: str) -> tuple[Helpline, ...]:
    """Return the lines for a place: of a country (ISO 3166) with all its parts, of a part (e.g. "GB-SCT") its own and
    those of the whole country.
    """
    state = place.partition("-")[0]
    return tuple(line for line in helplines_of(state) if place == state or line.country in (state, place))


def parts_with_lines() -> tuple[str, ...]:
    """Return the parts of countries (e.g. "GB-SCT") that have lines of their own."""
    return tuple(sorted({line.country for line in helplines() if line.country != line.state}))


def remark_of(note: str) -> tuple[Remark, str] | None:
    """Return the form of a note and what it names, "" for nothing; None for a note in other words."""
    matches = ((form, pattern.fullmatch(note)) for form, pattern in _REMARKS.items())
    return next(((form, match[1]) for form, match in matches if match is not None), None)


def emergency_numbers_of(country: str) -> tuple[Helpline, ...]:
    """Return the emergency numbers of a country, the first one first; none for "" and where none ships."""
    return tuple(_of_kind(helplines_of(country), HelpKind.EMERGENCY)) if country else ()


def emergency_numbers() -> tuple[Helpline, ...]:
    """Return the first emergency number of each country."""
    first: dict[str, Helpline] = {}
    for line in _of_kind(helplines(), HelpKind.EMERGENCY):
        first.setdefault(line.state, line)
    return tuple(first.values())


def _later(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _of_kind(lines: Iterable[Helpline], kind: HelpKind) -> Iterable[Helpline]:
    return (line for line in lines if line.kind is kind)


def _helpline(record: dict[str, Any]) -> Helpline:
    checked_on, copy_read_on = record["checked_on"], record["copy_read_on"]
    return Helpline(
        organisation=record["organisation"],
        country=record["country"],
        kind=HelpKind(record["kind"]),
        phone=record["phone"],
        by_text=record["by_text"],
        hours=record["hours"],
        note=record["note"],
        page=record["page"],
        checked_on=date.fromisoformat(checked_on) if checked_on else None,
        copy_read_on=date.fromisoformat(copy_read_on) if copy_read_on else None,
    )
