"""Finds telephone numbers: international ones, those of the person's regions, and whatever is called a phone number.

A number that ships as a helpline may stand in any text. Lines that are free or cost more belong to organisations: they
are shown, but do not count as a person's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from phonenumbers import (
    PhoneMetadata,
    PhoneNumber,
    PhoneNumberType,
    is_possible_number,
    is_valid_number_for_region,
    number_type,
    parse,
)
from phonenumbers.phonenumberutil import NumberParseException, is_valid_number

from caregiver_app.guard.hits import Hit
from caregiver_app.guard.knowledge import Knowledge
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
    r"bellen|messages? (?:to|on)|registered|reach \w{2,10}|contact \w{2,10}|call me|"
    r"(?:my|our|his|her|their|home|work|new|contact|emergency) number)(?![\w-])",
    re.IGNORECASE,
)
_CALLED_BEHIND = re.compile(
    r"[ ,(]{1,2}(?:is (?:my|her|his|our) )?(?:office|fax|mobile|cell|home|work|landline|phone)\b", re.IGNORECASE
)
_OWN = re.compile(
    r"\b(?:(?:call|ring|text|phone|reach|contact|message|whats ?app|tell|find) (?:me|us)|"
    r"(?:my|our) (?:own )?(?:new )?(?:mobile|cell|phone|number|landline|home|work|tel)[\w ]{0,20})(?!\w)",
    re.IGNORECASE,
)
_ALWAYS_OPEN = re.compile(r" ?\(? ?24 ?/ ?7.*$", re.DOTALL)
_DAY_FIRST = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:ISBN|ISSN|PMID|PMC|doi|NCT|charity|company|version|order|"
    r"registered (?:charity|company|no|number))\b[^\d\n]{0,24}|[£$€] ?|"
    r"\b(?:SSN|NINO|SIN|ITIN|TIN|MBI|OHIP|PHN|IHI|CHI|TFN|NHI|IRD|BSN|DNI|NIE|NIF|PAN|IBAN|PESEL|CPR|"
    r"(?:NHS|NI|national insurance|social security|social insurance|medicare|health|patient|hospital|tax|tax file|"
    r"passport|identity|id|licen[cs]e|card|account|member|policy|claim|case|reference|record)"
    r" (?:number|no\.?|nr|num|id|card|code|#))(?: is| was|:|#)* ?)$",
    re.IGNORECASE,
)
"""What stands before numbers of another kind; a wrong check digit makes no telephone number of them."""
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
_GROUP = re.compile(r"[^ ]+")
_FEWEST, _FEWEST_BARE, _MOST, _MOST_GROUPS = 6, 9, 15, 12
_REACH = 42


def find_phones(text: str, knowledge: Knowledge) -> Iterator[Hit]:
    """Yield the telephone numbers of a plain text; E.164 bounds their length."""
    for found in _CANDIDATE.finditer(text):
        if _OTHER_NUMBER.search(text, max(0, found.start() - 48), found.start()):
            continue
        written = _ALWAYS_OPEN.sub("", found[0])
        if _UNIT.match(text, found.end()):
            written = written.rpartition(" ")[0]  # "0115 978 3456 12 times"
        is_called = _is_called(text, found.start(), found.end())
        for start, end, kind in _numbers(written, knowledge, is_called=is_called):
            place = found.start() + start
            is_own = kind is FindingKind.PHONE and _OWN.search(text, max(0, place - 40), place)
            yield Hit(start=place, end=found.start() + end, kind=FindingKind.OWN_PHONE if is_own else kind)


def _is_called(text: str, start: int, end: int) -> bool:
    """Return whether something near says that this is a telephone number."""
    return bool(_CALLED.search(text, max(0, start - _REACH), start) or _CALLED_BEHIND.match(text, end))


def _numbers(written: str, knowledge: Knowledge, *, is_called: bool) -> Iterator[tuple[int, int, FindingKind]]:
    """Yield the numbers of a candidate: the whole of it, or the longest pieces that are numbers by themselves."""
    start, end = _without_brackets(written, 0, len(written))
    judged = _judge(written[start:end], knowledge, is_called=is_called)
    if judged is not None:
        yield start, end, judged
        return
    groups = [found.span() for found in _GROUP.finditer(written)]
    if not _MOST_GROUPS >= len(groups) > 1 or _is_passed(written[start:end], knowledge):
        return
    reached = 0
    for first in range(len(groups)):
        for last in range(len(groups) - 1, first - 1, -1):
            start, end = _without_brackets(written, groups[first][0], groups[last][1])
            if start < reached or not _FEWEST_BARE <= len(_digits(written[start:end])) <= _MOST:
                continue
            judged = _judge(written[start:end], knowledge, is_called=False)
            if judged is not None:
                yield start, end, judged
                reached = end
                break


def _without_brackets(written: str, start: int, end: int) -> tuple[int, int]:
    """Leave out brackets around the whole, and such as have no other half."""
    while start < end and written[start] == "(":
        closes = _closing(written, start, end)
        if closes is not None and closes != end - 1:
            break
        start, end = start + 1, end if closes is None else end - 1
    while start < end and written[end - 1] == ")" and written.count("(", start, end) < written.count(")", start, end):
        end -= 1
    return start, end


def _closing(written: str, start: int, end: int) -> int | None:
    """Return where the bracket that opens at `start` is closed."""
    depth = 0
    for place in range(start, end):
        depth += (written[place] == "(") - (written[place] == ")")
        if depth == 0:
            return place
    return None


def is_public_line(written: str, knowledge: Knowledge) -> bool:
    """Return whether a number, as written, is that of a helpline that everybody knows."""
    return _is_public(_digits(written), None, knowledge.public_numbers)


def _is_passed(written: str, knowledge: Knowledge) -> bool:
    """Tell what is no phone number as a whole for a reason that holds for its pieces too: days, helplines."""
    return _is_day(written) or _public_number(written, knowledge)


def _is_day(written: str) -> bool:
    return bool(_DATE.fullmatch(written) or _DAY_FIRST.match(written))


def _public_number(written: str, knowledge: Knowledge) -> bool:
    digits = _digits(_EXTENSION.sub("", written))
    number = _number(written, digits, knowledge.regions, is_called=True)
    return _is_public(digits, number, knowledge.public_numbers)


def _judge(written: str, knowledge: Knowledge, *, is_called: bool) -> FindingKind | None:
    """Return what kind of number this is, None where it is none that gives anybody away."""
    digits = _digits(_EXTENSION.sub("", written))
    if not _FEWEST <= len(digits) <= _MOST or len(set(digits)) == 1 or _is_day(written):
        return None
    number = _number(written, digits, knowledge.regions, is_called=is_called)
    if number is None and not is_called and not _is_grouped_trunk(written, digits):
        return None
    if _is_public(digits, number, knowledge.public_numbers):
        return None
    return FindingKind.SERVICE_PHONE if number is not None and number_type(number) in _SERVICES else FindingKind.PHONE


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
    as_dialled = [region for region in regions if digits[0] == "0" or not _has_trunk_zero(region)]
    others = [region for region in regions if region not in as_dialled] if is_called else []
    for region in (*as_dialled, *others):
        number = _parsed(written, region)
        if number is not None and is_valid_number_for_region(number, region):
            return number
    return None


@lru_cache(maxsize=64)
def _has_trunk_zero(region: str) -> bool:
    """Return whether numbers of a country are dialled with a 0 before them there."""
    metadata = PhoneMetadata.metadata_for_region(region, None)
    return metadata is not None and metadata.national_prefix == "0"


def _is_grouped_trunk(written: str, digits: str) -> bool:
    """Tell a national number of any country: it begins with the trunk prefix 0 or has its area in brackets."""
    if written.startswith("(") and ")" in written:
        return _FEWEST_BARE <= len(digits) <= 12
    return (
        digits[0] == "0" and digits[:3] != "000" and 9 <= len(digits) <= 12 and any(sign in written for sign in " -()/")
    )


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
