"""Finds telephone numbers: international ones, those of the person's regions, and whatever is called a phone number.

A number that ships as a helpline may stand in any text. Lines that are free or cost more belong to organisations: they
are shown, but do not count as a person's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from phonenumbers import (
    PhoneNumber,
    PhoneNumberMatcher,
    PhoneNumberType,
    is_possible_number,
    is_valid_number_for_region,
    number_type,
    parse,
)
from phonenumbers.phonenumberutil import NumberParseException, is_valid_number

from caregiver_app.guard.hits import Hit
from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.near import Words
from caregiver_app.model.guard import FindingKind

_CANDIDATE = re.compile(
    r"(?<![\w+.,/#-])(?<!\d )(?:\+ ?|\(\+)?[(\d][\d() .\-/]{3,28}\d\)?"
    r"(?:,? ?(?:ext\.?|extension|x) ?\d{1,6})?(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r",? ?(?:ext\.?|extension|x) ?\d{1,6}$", re.IGNORECASE)
_DATE = re.compile(
    r"(?:\d{1,2}|\d{4})([./\- ])\d{1,2}\1(?:\d{4}|\d{2})|(?:19|20)\d\d ?[-/ ] ?(?:19|20)?\d\d|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|\d{4}-\d\d-\d\d[ T]?\d{0,2}|[\d ]+(?:\.\d+)? ?- ?[\d ]+\.\d+|\d{1,3}(?: 000)+|\d{1,3} ?[-/] ?\d{1,3}"
)
_CALLED = re.compile(
    r"\b(?:tel(?:ephone|[eé]fono|efon|efoon|\.)?|phones?|ph|mob(?:ile|\.)?|cell(?:phone|ulare)?|call(?:s|ed|ing)?|"
    r"ring(?:ing)?|rang|text(?:s|ed|ing)?|sms|whats ?app|fax|phone number|dial(?:l?ing)?|landline|answering|desk|"
    r"office|handy|rufnummer|anrufen|m[oó]vil|celular|llam\w{1,8}|t[eé]l[eé]phone|appel\w{0,4}|portable|chiam\w{1,8}|"
    r"bellen|messages? (?:to|on)|registered|reach \w{2,10}|contact \w{2,10}|call me|numbers?(?: is|:))(?![\w-])",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:(?:call|ring|text|phone|reach|contact|message|whats ?app|tell|find) (?:me|us)|"
    r"(?:my|our) (?:own )?(?:new )?(?:mobile|cell|phone|number|landline|home|work|tel)[\w ]{0,20})(?!\w)",
    re.IGNORECASE,
)
_ALWAYS_OPEN = re.compile(r" ?\(? ?24 ?/ ?7.*$", re.DOTALL)
_DAY_FIRST = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_NUMBERED = re.compile(
    r"(?:\b(?:ISBN|ISSN|PMID|PMC|doi|NCT|charity|registered|company|version|order)\b[^\d\n]{0,24}|[£$€] ?)$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r" ?(?:%|mg|mcg|ml|kg|cm|mm|g|kcal|calories|people|patients|steps|times|units|days|hours|minutes|years|"
    r"pounds|euros)\b"
)
_SERVICES = frozenset(
    {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
        PhoneNumberType.VOICEMAIL,
    }
)
_FEWEST, _FEWEST_BARE, _MOST = 6, 9, 15
_REACH = 32


def find_phones(text: str, knowledge: Knowledge) -> Iterator[Hit]:
    """Yield the telephone numbers of a plain text; E.164 bounds their length."""
    called: Words | None = None
    for found in _CANDIDATE.finditer(text):
        if _NUMBERED.search(text, max(0, found.start() - 40), found.start()) or _UNIT.match(text, found.end()):
            continue
        called = called or Words(_CALLED, text)
        is_called = called.before(found.start(), _REACH)
        for start, end in _pieces(found[0], knowledge):
            kind = _kind(found[0][start:end], knowledge, is_called=is_called)
            if kind is not None:
                place = found.start() + start
                if kind is FindingKind.PHONE and _OWN.search(text, max(0, place - 40), place):
                    kind = FindingKind.OWN_PHONE
                yield Hit(start=place, end=found.start() + end, kind=kind)


def is_public_line(written: str, knowledge: Knowledge) -> bool:
    """Return whether a number, as written, is that of a helpline that everybody knows."""
    return _is_public(_digits(written), None, knowledge.public_numbers)


def _pieces(written: str, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """Yield where the numbers are in what may be several of them, one behind the other."""
    written = _ALWAYS_OPEN.sub("", written)
    if len(_digits(written)) <= _MOST:
        yield 0, len(written) - (written.endswith(")") and "(" not in written)
        return
    for match in PhoneNumberMatcher(written, knowledge.regions[0]):
        yield match.start, match.end


def _kind(written: str, knowledge: Knowledge, *, is_called: bool) -> FindingKind | None:
    digits = _digits(_EXTENSION.sub("", written))
    if not _FEWEST <= len(digits) <= _MOST or len(set(digits)) == 1:
        return None
    if _DATE.fullmatch(written) or _DAY_FIRST.match(written):
        return None
    number = _number(written, digits, knowledge.regions, is_called=is_called)
    if number is None and not is_called and not _is_grouped_trunk(written, digits):
        return None
    if _is_public(digits, number, knowledge.public_numbers):
        return None
    if number is not None and number_type(number) in _SERVICES:
        return FindingKind.SERVICE_PHONE
    return FindingKind.PHONE


def _number(written: str, digits: str, regions: tuple[str, ...], *, is_called: bool) -> PhoneNumber | None:
    """Return what a phone would dial, None where it is no number of the regions and has no country code."""
    abroad = written.lstrip(" (").startswith("+") or digits.startswith("00")
    if abroad:
        number = _parsed(f"+{digits.removeprefix('00')}", None)
        if number is not None and (is_valid_number(number) or ("+" in written and is_possible_number(number))):
            return number
    grouped = any(sign in written for sign in " -.()/")
    if len(digits) < _FEWEST_BARE and not is_called and not (grouped and digits[0] == "0"):
        return None
    for region in regions:
        number = _parsed(written, region)
        if number is not None and is_valid_number_for_region(number, region):
            return number
    return None


def _is_grouped_trunk(written: str, digits: str) -> bool:
    """Tell a national number of any country: it begins with the trunk prefix 0 and stands in groups."""
    return digits[0] == "0" and 9 <= len(digits) <= 12 and any(sign in written for sign in " -()/")


def _is_public(digits: str, number: PhoneNumber | None, lines: tuple[tuple[str, str], ...]) -> bool:
    written, dialled = _public(lines)
    return digits in written or (number is not None and _dialled(number) in dialled)


@lru_cache(maxsize=4)
def _public(lines: tuple[tuple[str, str], ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the lines as digits that people write, and as their number with the country's code."""
    numbers = (_parsed(line, region) for region, line in lines)
    return (
        frozenset(_digits(line) for _region, line in lines),
        frozenset(_dialled(number) for number in numbers if number is not None),
    )


def _dialled(number: PhoneNumber) -> str:
    return f"{number.country_code}{number.national_number}"


def _parsed(written: str, region: str | None) -> PhoneNumber | None:
    try:
        return parse(written, region)
    except NumberParseException:
        return None


def _digits(written: str) -> str:
    return "".join(sign for sign in written if sign.isdigit())
