"""Reads one field by the bound that `model.pack` writes beside it. Pure; says what is wrong, never raises for it.

Texts are brought to one form (Unicode NFC, single spaces, line feeds); whoever wants them written so already compares
what is written from them with what came.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from caregiver_app.links.sites import site_trouble
from caregiver_app.model.organisation import Site
from caregiver_app.model.pack_bounds import Host, Line, Number, Prose, Reference, Web, Word
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.public_addresses import AddressFault, public_address
from caregiver_app.support.plain_text import one_line, visible

Json = Any  # what json.loads gives: nothing is known of it until it is checked

Bound = Line | Prose | Word | Web | Reference | Host | Number

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 100
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_YEAR, _LAST_YEAR = 1950, 2199


class Missing:
    """What stands for a value that could not be read; the reason is among the problems."""


MISSING: Final = Missing()


def read_bounded(said: Json, bound: Bound, where: str, problems: Problems) -> str | int | Missing:
    """Return a value within its bound, in its one form."""
    if isinstance(bound, Number):
        return _number(said, bound, where, problems)
    if not isinstance(said, str):
        problems.add(where, PackFault.WRONG_KIND)
        return MISSING
    fault, value = _text(said, bound)
    if fault is not None:
        problems.add(
            where, fault, bound.most if fault is PackFault.TOO_LONG and not isinstance(bound, Reference) else ""
        )
        return MISSING
    return value


def read_day(said: Json, where: str, problems: Problems) -> date | Missing:
    """Return a day of the calendar, written as ISO 8601 has it."""
    try:
        day = date.fromisoformat(said) if isinstance(said, str) and _DAY.fullmatch(said) else None
    except ValueError:
        day = None
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        problems.add(where, PackFault.NOT_A_DAY)
        return MISSING
    return day


def read_truth(said: Json, where: str, problems: Problems) -> bool | Missing:
    """Return yes or no."""
    if isinstance(said, bool):
        return said
    problems.add(where, PackFault.WRONG_KIND)
    return MISSING


def read_choice(said: Json, choices: type[StrEnum], where: str, problems: Problems) -> StrEnum | Missing:
    """Return one of a few words."""
    try:
        return choices(said)
    except ValueError:
        problems.add(where, PackFault.NOT_SUCH_A_WORD)
        return MISSING


def _number(said: Json, bound: Number, where: str, problems: Problems) -> int | Missing:
    if type(said) is not int:
        problems.add(where, PackFault.WRONG_KIND)
        return MISSING
    if not bound.least <= said <= bound.most:
        problems.add(where, PackFault.OUT_OF_RANGE, f"{bound.least}-{bound.most}")
        return MISSING
    return said


def _text(said: str, bound: Line | Prose | Word | Web | Reference | Host) -> tuple[PackFault | None, str]:
    match bound:
        case Line():
            value = one_line(unicodedata.normalize("NFC", visible(said)))
            return _length_fault(value, bound.least, bound.most), value
        case Prose():
            value = prose(said)
            return _length_fault(value, bound.least, bound.most), value
        case Word():
            return _word_fault(said, bound), said
        case Web():
            return _web(said, bound)
        case Host():
            return _host_fault(said), said
        case Reference():
            return _reference_fault(said, bound), said


def prose(said: str) -> str:
    """Return text of several lines in its one form, without white space at the ends of lines or more than one empty
    line in a row.
    """
    plain = unicodedata.normalize("NFC", visible(said)).replace("\r\n", "\n").replace("\r", "\n")
    lines = "\n".join(map(one_line, plain.split("\n")))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def _length_fault(value: str, least: int, most: int) -> PackFault | None:
    if len(value) > most:
        return PackFault.TOO_LONG
    return PackFault.EMPTY if len(value) < least else None


def _word_fault(said: str, bound: Word) -> PackFault | None:
    if not said:
        return None if bound.or_empty else PackFault.EMPTY
    if len(said) > bound.most:
        return PackFault.TOO_LONG
    return None if _compiled(bound.pattern).fullmatch(said) else PackFault.NOT_SUCH_A_WORD


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def _web(said: str, bound: Web) -> tuple[PackFault | None, str]:
    if not said:
        return (None if bound.or_empty else PackFault.EMPTY), said
    if len(said) > bound.most:
        return PackFault.TOO_LONG, said
    try:
        value = public_address(said)
    except AddressFault as error:
        return error.fault, said
    return (PackFault.TOO_LONG if len(value) > bound.most else None), value


def _host_fault(said: str) -> PackFault | None:
    if not said:
        return PackFault.EMPTY
    plain = said == said.lower() and said.isascii() and len(said) <= Host().most
    # Whether a shared host is one publisher's is told by the path beside it: `rules` looks at both.
    usable = plain and site_trouble(Site(host=said, path_prefix="/a")) is None
    return None if usable else PackFault.NOT_OWN_SITE


def _reference_fault(said: str, bound: Reference) -> PackFault | None:
    if not said:
        return None if bound.or_empty else PackFault.EMPTY
    return None if len(said) <= _LONGEST_ID and ID.fullmatch(said) else PackFault.NOT_SUCH_A_WORD
