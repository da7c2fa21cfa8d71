"""Awareness days as the library has them, and which of them come up. Pure; asks no clock."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from caregiver_app.model.article import ItemId
from caregiver_app.model.awareness import DateRule, Days, days_in

EVERYWHERE = frozenset({"", "INT", "EU"})
"""What a day says of its country when it is for more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwarenessKit:
    """Words to share on a day, in one language. `links` are ids of its pack, as its pack says them."""

    language: str
    title: str
    message: str
    facts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AwarenessDay:
    """One day, week or month of a pack. `author` is the pack's uid; `reminds`: a person wants to be told of it.

    `page` is the address at which its organiser tells of it, "" where the pack names none.
    """

    id: ItemId
    author: str
    publisher: str
    name: str
    language: str
    country: str
    topics: tuple[str, ...]
    rule: DateRule
    when: str
    lasting: int
    confirmed: tuple[Days, ...]
    organiser: str
    fund_raising: bool
    kits: tuple[AwarenessKit, ...]
    reminds: bool = False
    page: str = ""

    def kit_in(self, language: str) -> AwarenessKit | None:
        """Return its kit in a language (ISO 639-1), else the first one, None where it has none."""
        same = (kit for kit in self.kits if _base(kit.language) == language)
        return next(same, self.kits[0] if self.kits else None)

    def name_in(self, language: str) -> str:
        """Return what it is called: in a language other than its own, by the title of its kit there."""
        if _base(self.language) != language:
            for kit in self.kits:
                if _base(kit.language) == language:
                    return kit.title
        return self.name

    def is_here(self, country: str) -> bool:
        """Return whether it is for people of a country (ISO 3166), "" for anywhere; parts count to their whole."""
        return self.country in EVERYWHERE or not country or self.country[:2] == country[:2]

    def is_about(self, topics: Collection[str]) -> bool:
        """Return whether it is about one of these topics; one without topics is for everybody."""
        return not self.topics or not topics or any(topic in topics for topic in self.topics)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingDay:
    """An awareness day with the days on which it falls once."""

    day: AwarenessDay
    days: Days


def times_between(day: AwarenessDay, first: date, last: date) -> tuple[Days, ...]:
    """Return when a day falls between two days, both included, in their order; what began before counts too."""
    found = [days for year in range(first.year - 1, last.year + 1) for days in _times_in(day, year)]
    return tuple(sorted(_touching(found, first, last), key=lambda days: days.first))


def coming_days(some: Iterable[AwarenessDay], first: date, last: date) -> tuple[ComingDay, ...]:
    """Return which days fall between two days, the earliest first."""
    found = [ComingDay(day=day, days=days) for day in some for days in times_between(day, first, last)]
    return tuple(sorted(found, key=lambda one: (one.days.first, one.days.last, one.day.name, one.day.id)))


def _times_in(day: AwarenessDay, year: int) -> tuple[Days, ...]:
    """Return when a day begins in a year: as somebody confirmed it, else by its rule."""
    if year < 1 or year > date.max.year:
        return ()
    confirmed = tuple(days for days in day.confirmed if days.first.year == year)
    if confirmed:
        return confirmed
    ruled = days_in(day.rule, day.when, year, lasting=day.lasting)
    return () if ruled is None else (ruled,)


def _touching(some: Iterable[Days], first: date, last: date) -> list[Days]:
    return [days for days in some if days.last >= first and days.first <= last]


def _base(language: str) -> str:
    return language.partition("-")[0].lower()
