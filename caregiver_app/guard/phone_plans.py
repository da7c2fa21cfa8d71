"""What the numbering plans of all countries say of a written number: whether a phone would dial it, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from phonenumbers import (
    PhoneMetadata,
    PhoneNumber,
    PhoneNumberType,
    country_code_for_region,
    is_possible_number,
    is_valid_number_for_region,
    number_type,
    parse,
)
from phonenumbers.phonenumberutil import NumberParseException, is_valid_number

_SERVICES = frozenset(
    {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
        PhoneNumberType.VOICEMAIL,
    }
)
FEWEST_BARE = 9
"""With fewer digits, and nothing that calls it so, a number is a telephone number only in groups behind a 0."""

_END = 3
"""So many last digits are the same however a number is dialled."""

Lines = tuple[tuple[str, str], ...]
"""Region and number, as they are printed."""


def read_number(written: str, regions: tuple[str, ...], *, is_called: bool) -> PhoneNumber | None:
    """Return what a phone would dial, None where it is no number of the regions and has no country code."""
    digits = digits_of(written)
    bare = written.lstrip(" (")
    if bare.startswith("+") or digits.startswith("00"):
        number = _parsed(f"+{bare.removeprefix('+').removeprefix('00')}", None)
        if number is not None and (is_valid_number(number) or (not bare.isdigit() and is_possible_number(number))):
            return number
    is_trunk = digits[:1] == "0" and any(sign in written for sign in " -.()/")
    if len(digits) < FEWEST_BARE and not is_called and not is_trunk:
        return None
    return _in_regions(written, digits, regions, is_called=is_called)


def is_service(number: PhoneNumber, written: str, regions: tuple[str, ...]) -> bool:
    """Return whether a number belongs to no person: it is free, or costs more, or is one for a whole company.

    What begins with 0 is read in the person's own country only: elsewhere the same digits may be anybody's.
    """
    at_home = number.country_code == country_code_for_region(regions[0])
    return (at_home or digits_of(written)[:1] != "0") and number_type(number) in _SERVICES


def is_public(digits: str, number: PhoneNumber | None, lines: Lines) -> bool:
    """Return whether a number, as its digits are written or as it is dialled, is one of the lines."""
    written, dialled, _ends = _public(lines)
    return digits in written or (number is not None and _dialled(number) in dialled)


def may_be_public(written: str, lines: Lines) -> bool:
    """Return whether a number may be one of the lines: it ends as one does, or has letters, which stand for digits."""
    return digits_of(written)[-_END:] in _public(lines)[2] or any(map(str.isalpha, written))


def digits_of(written: str) -> str:
    """Return the digits alone."""
    return "".join(sign for sign in written if sign.isdigit())


def _in_regions(written: str, digits: str, regions: tuple[str, ...], *, is_called: bool) -> PhoneNumber | None:
    """Read it as it is dialled in each region; where it is called a number, also with its first 0 left out."""
    starts_with_zero = digits[:1] == "0"
    as_dialled = [region for region in regions if _has_trunk_zero(region) == starts_with_zero]
    others = [region for region in regions if region not in as_dialled] if is_called or starts_with_zero else []
    for region in (*as_dialled, *others):
        number = _parsed(written, region) if _may_have(region, len(digits)) and _may_be(region, digits) else None
        if number is not None and is_valid_number_for_region(number, region):
            return number
    return None


@lru_cache(maxsize=512)
def _may_have(region: str, length: int) -> bool:
    """Return whether a country has numbers of so many digits, with or without what is dialled before them."""
    metadata = PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or metadata.general_desc is None:
        return False
    before = len(metadata.national_prefix or "")
    code = len(str(metadata.country_code or ""))
    return any(length - extra in metadata.general_desc.possible_length for extra in (0, before, code, code + before))


def _may_be(region: str, digits: str) -> bool:
    """Return whether digits, with or without what is dialled before them, fit a country's numbers at all.

    A look that costs a twentieth of reading them, and passes over nothing that is valid there.
    """
    plan = _plan(region)
    if plan is None or plan.abroad.match(digits):
        return True
    return any(map(plan.number.fullmatch, _without_what_is_before(plan, digits)))


def _without_what_is_before(plan: _Plan, digits: str) -> Iterator[str]:
    """Yield digits as they are and without the country's code, and of each what is behind the prefix, taken off twice.

    The library takes it off once to see whether what it took for the code is one, and then again.
    """
    for each in (digits, digits.removeprefix(plan.code)):
        once = plan.before.sub("", each, count=1)
        yield from (each, once, plan.before.sub("", once, count=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A country's `code`, what its numbers look like, and what is dialled before them there and to go abroad."""

    code: str
    number: re.Pattern[str]
    before: re.Pattern[str]
    abroad: re.Pattern[str]


@lru_cache(maxsize=64)
def _plan(region: str) -> _Plan | None:
    """Return what is known of a country, None where what is dialled before a number changes it."""
    metadata = PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or metadata.general_desc is None or metadata.national_prefix_transform_rule:
        return None
    return _Plan(
        code=str(metadata.country_code),
        number=re.compile(metadata.general_desc.national_number_pattern or ""),
        before=re.compile(rf"\A(?:{metadata.national_prefix_for_parsing or ''})"),
        abroad=re.compile(metadata.international_prefix or "(?!)"),
    )


@lru_cache(maxsize=64)
def _has_trunk_zero(region: str) -> bool:
    """Return whether numbers of a country are dialled with a 0 before them there."""
    metadata = PhoneMetadata.metadata_for_region(region, None)
    return metadata is not None and metadata.national_prefix == "0"


@lru_cache(maxsize=4)
def _public(lines: Lines) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the lines as digits that people write, as their number with the country's code, and how those end."""
    numbers = (_parsed(line, region) for region, line in lines)
    written = frozenset(digits_of(line) for _region, line in lines)
    dialled = frozenset(_dialled(number) for number in numbers if number is not None)
    return written, dialled, frozenset(digits[-_END:] for digits in written | dialled)


def _dialled(number: PhoneNumber) -> str:
    return f"{number.country_code}{number.national_number}"


def _parsed(written: str, region: str | None) -> PhoneNumber | None:
    try:
        return parse(written, region)
    except NumberParseException:
        return None
