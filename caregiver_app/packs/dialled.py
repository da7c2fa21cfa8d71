"""Whether a number may stand in Help: no emergency number, none that costs more, no command to a phone.

Pure. Emergency numbers come from the application alone (docs/formats/pack.md); what a call costs is told by the
numbering plans of all countries. A number that is everybody's (`support.helplines`) is taken as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from caregiver_app.model.pack_problem import PackFault
from caregiver_app.support.helplines import emergency_numbers, public_numbers

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_EVERYWHERE: Final = frozenset({"112", "911", "999"})
"""Phones take these for emergency calls wherever they are."""

_LONGEST_EMERGENCY = 6
_SPELLED = re.compile(r"(?<!\d)\d(?:[ .\-]\d)+(?!\d)")  # "9 9 9"
_GROUPS_TRIED = 8  # before a number may stand what hides the caller's, or leads abroad; behind it, what to press


def number_fault(phone: str, country: str) -> PackFault | None:
    """Return what is wrong with the number of a line, None where nothing is or where there is no number."""
    said = _plain_digits(phone)
    if any(unicodedata.normalize("NFKC", sign) in ("*", "#") for sign in said):
        return PackFault.NOT_DIALLED
    state, digits = country.partition("-")[0], _digits(said)
    if not digits:
        return None
    if _is_emergency(digits, state):
        return PackFault.EMERGENCY_NUMBER
    return PackFault.COSTLY_NUMBER if (state, digits) not in _known() and _costs_more(said, state) else None


def names_emergency(name: str, country: str) -> bool:
    """Return whether the name of a line has an emergency number in it, as if it were that."""
    state = country.partition("-")[0]
    said = _plain_digits(name)
    spelled = [_digits(each) for each in _SPELLED.findall(said)]
    return any(_is_emergency(digits, state) for digits in (*re.findall(r"\d+", said), *spelled))


def _is_emergency(digits: str, state: str) -> bool:
    if digits in _EVERYWHERE or (state, digits) in _emergency():
        return True
    if len(digits) > _LONGEST_EMERGENCY:
        return False
    from phonenumbers import is_emergency_number

    return bool(is_emergency_number(digits, state))


def _costs_more(said: str, state: str) -> bool:
    """Return whether the whole is a short number that costs more, or a run of its first groups a long one."""
    from phonenumbers import PhoneNumberType, expected_cost_for_region, number_type
    from phonenumbers.shortnumberinfo import ShortNumberCost

    groups = re.findall(r"\+?\d+", said)
    whole = _parsed("".join(groups), state)
    if whole is not None and expected_cost_for_region(whole, state) == ShortNumberCost.PREMIUM_RATE:
        return True
    numbers = (_parsed(run, state) for run in {"".join(groups), *_runs(groups[:_GROUPS_TRIED])})
    return any(number is not None and number_type(number) == PhoneNumberType.PREMIUM_RATE for number in numbers)


def _parsed(written: str, state: str) -> PhoneNumber | None:
    from phonenumbers import NumberParseException, parse

    try:
        return parse(written, state)
    except NumberParseException:
        return None


def _runs(groups: list[str]) -> Iterator[str]:
    for start in range(len(groups)):
        for end in range(start + 1, len(groups) + 1):
            yield "".join(groups[start:end])


@cache
def _known() -> frozenset[tuple[str, str]]:
    return frozenset((country.partition("-")[0], _digits(number)) for country, number in public_numbers())


@cache
def _emergency() -> frozenset[tuple[str, str]]:
    return frozenset((line.state, _digits(line.phone)) for line in emergency_numbers())


def _plain_digits(said: str) -> str:
    """Return a text with the digits of every script as 0 to 9, and no sign that cannot be seen."""
    shown = (sign for sign in said if unicodedata.category(sign) not in ("Cf", "Mn", "Me"))
    return "".join(str(unicodedata.digit(sign, None) or 0) if sign.isdigit() else sign for sign in shown)


def _digits(said: str) -> str:
    return re.sub(r"\D", "", said, flags=re.ASCII)
