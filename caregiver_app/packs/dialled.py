"""Whether a number may stand in Help: no emergency number, none that costs more, no command to a phone.

Pure. Emergency numbers come from the application alone (docs/formats/pack.md); what a call costs is told by the
numbering plans of all countries. A number that is everybody's (`support.helplines`) is taken as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from caregiver_app.model.pack_problem import PackFault
from caregiver_app.support.helplines import emergency_numbers, public_numbers

if TYPE_CHECKING:
    from phonenumbers import PhoneMetadata

_EVERYWHERE: Final = frozenset({"112", "911", "999"})
"""Phones take these for emergency calls wherever they are."""

_LONGEST_EMERGENCY = 6
_NUMBER = re.compile(r"\+?\(?\d[\d ().\-/]{5,38}\d")
_SPELLED = re.compile(r"(?<!\d)\d(?:[ .\-]\d)+(?!\d)")  # "9 9 9"
_SHORTEST_LONG = 7
_GROUPS_TRIED = 8  # what hides the caller's number, and the like, may stand before it


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


def says_costly(name: str, country: str) -> bool:
    """Return whether the name of a line tells people to call a number that costs more than usual calls."""
    return any(number_fault(said, country) is PackFault.COSTLY_NUMBER for said in _NUMBER.findall(_plain_digits(name)))


def _is_emergency(digits: str, state: str) -> bool:
    if digits in _EVERYWHERE or (state, digits) in _emergency():
        return True
    if len(digits) > _LONGEST_EMERGENCY:
        return False
    from phonenumbers import is_emergency_number

    return bool(is_emergency_number(digits, state))


def _costs_more(said: str, state: str) -> bool:
    """Return whether it is a short number that costs more, or begins at one of its first groups as a long one does."""
    groups = re.findall(r"\+?\d+", said)
    if _is_costly_short("".join(groups), state):
        return True
    starts = range(min(len(groups), _GROUPS_TRIED))
    return any(_begins_costly(_joined(groups[start:]), state) for start in starts)


def _joined(groups: list[str]) -> str:
    """Return groups as one number; a + counts only before it."""
    return groups[0] + "".join(groups[1:]).replace("+", "")


def _is_costly_short(digits: str, state: str) -> bool:
    if len(digits) >= _SHORTEST_LONG:
        return False
    from phonenumbers import NumberParseException, expected_cost_for_region, parse
    from phonenumbers.shortnumberinfo import ShortNumberCost

    try:
        return bool(expected_cost_for_region(parse(digits, state), state) == ShortNumberCost.PREMIUM_RATE)
    except NumberParseException:
        return False


def _begins_costly(digits: str, state: str) -> bool:
    """Return whether digits, as they are dialled in a country, begin with a costly number of it or of another one."""
    from phonenumbers import PhoneMetadata

    plan = PhoneMetadata.metadata_for_region(state, None)
    out = re.match(r"\+" if digits.startswith("+") else (plan and plan.international_prefix) or "00", digits)
    if out is not None and _is_costly_abroad(digits[out.end() :]):
        return True
    return plan is not None and _is_costly_of(plan, digits)


def _is_costly_abroad(digits: str) -> bool:
    """Return whether digits begin with the code of a country or a service, and then a costly number of it."""
    from phonenumbers import PhoneMetadata, region_code_for_country_code

    for length in range(1, 4):
        code = int(digits[:length] or 0)
        region = region_code_for_country_code(code)
        plan = PhoneMetadata.metadata_for_region_or_calling_code(code, region)
        if plan is not None:
            return _is_costly_of(plan, digits[length:])
    return False


def _is_costly_of(plan: PhoneMetadata, digits: str) -> bool:
    costly = plan.premium_rate
    if costly is None or not costly.national_number_pattern:
        return False
    pattern = re.compile(costly.national_number_pattern)  # `re` keeps the last hundreds
    for said in {digits, digits.removeprefix(plan.national_prefix or "")}:
        for length in costly.possible_length:
            if length >= _SHORTEST_LONG and pattern.fullmatch(said[:length]):
                return True
    return False


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
