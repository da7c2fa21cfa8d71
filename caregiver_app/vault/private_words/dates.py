"""The ways in which people write a day: its parts in either order, its month by name, its year short, all in one.

Pure; what stands between the parts is left to who compares words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

_MONTHS = (
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
_SHORT, _SHORT_TOO = 3, 4  # "Sep" and "Sept"
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_IN_WORDS = (
    *_UNITS,
    *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
    *("twentieth", *(f"twenty {unit}" for unit in _UNITS), "thirtieth", "thirty first"),
)


def dates_written(day: date) -> Iterator[str]:
    """Yield a day as people write it, word by word, in English and Spanish."""
    year, month, number = f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"
    yield f"{year} {month} {number}"
    for first, second in ((number, month), (month, number)):
        yield from (f"{first} {second} {year}", f"{first} {second} {year[-2:]}", f"{first}{second}{year}")
    yield f"{year}{month}{number}"
    for name, written in product(_names(day.month), (year, year[-2:])):
        yield from _with_name(day.day, name, written)


def _with_name(number: int, name: str, year: str) -> Iterator[str]:
    for written in (f"{number}", f"{number}{_ending(number)}", f"{number}o"):
        yield from (f"{written} {name} {year}", f"{name} {written} {year}", f"{year} {name} {written}")
        yield from (f"{written} of {name} {year}", f"{written} de {name} {year}")
        yield from (f"{written} de {name} de {year}", f"{written} de {name} del {year}")
    spoken = _IN_WORDS[number - 1]
    yield from (f"{spoken} of {name} {year}", f"{name} {spoken} {year}", f"{name} the {spoken} {year}")


def _names(month: int) -> tuple[str, ...]:
    names = [months.split()[month - 1] for months in _MONTHS]
    return tuple(dict.fromkeys(part for name in names for part in (name, name[:_SHORT], name[:_SHORT_TOO])))


def _ending(number: int) -> str:
    return "th" if number in _TEENS else _ENDINGS.get(number % 10, "th")
