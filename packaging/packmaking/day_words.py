"""When an awareness day is, in a sentence of either language. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from caregiver_app.model.awareness import DateRule

_ENGLISH = "January February March April May June July August September October November December".split()
_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NTH = ("1", "2", "3", "4", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What a language needs to say when a day is."""

    months: Sequence[str]
    weekdays: Sequence[str]
    places: Sequence[str]
    day: Callable[[int, str], str]
    sentences: Mapping[DateRule, str]


_LANGUAGES = {
    "en": _Words(
        months=_ENGLISH,
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        places=("first", "second", "third", "fourth", "last"),
        day=lambda number, month: f"{number} {month}",
        sentences={
            DateRule.FIXED: "It falls on {first} each year.",
            DateRule.RANGE: "It lasts from {first} to {last} each year.",
            DateRule.MONTH: "It lasts all of {month} each year.",
            DateRule.NTH_WEEKDAY: "It falls on the {place} {weekday} of {month} each year.",
        },
    ),
    "es": _Words(
        months=_SPANISH,
        weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        places=("primer", "segundo", "tercer", "cuarto", "último"),
        day=lambda number, month: f"{number} de {month}",
        sentences={
            DateRule.FIXED: "Es cada año el {first}.",
            DateRule.RANGE: "Dura cada año del {first} al {last}.",
            DateRule.MONTH: "Dura cada año todo el mes de {month}.",
            DateRule.NTH_WEEKDAY: "Es cada año el {place} {weekday} de {month}.",
        },
    ),
}


def when_it_is(rule: DateRule, when: str, language: str) -> str:
    """Return a sentence, empty for a day that moves; `when` is written as its rule wants it."""
    words = _LANGUAGES[language]
    if rule not in words.sentences:
        return ""
    first, _dots, last = when.partition("..")
    month, *rest = when.split(":") if rule is DateRule.NTH_WEEKDAY else [when[:2]]
    place, weekday = rest or ("1", "mon")
    return words.sentences[rule].format(
        first=_day(first, words),
        last=_day(last, words),
        month=words.months[int(month) - 1],
        place=words.places[_NTH.index(place)],
        weekday=words.weekdays[_DAYS.index(weekday)],
    )


def _day(written: str, words: _Words) -> str:
    month, dash, day = written.partition("-")
    return words.day(int(day), words.months[int(month) - 1]) if dash else ""
