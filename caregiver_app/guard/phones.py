"""Finds telephone numbers: international ones, those of the person's regions, and whatever is called a phone number.

A number that ships as a helpline may stand in any text. Lines that are free or cost more belong to organisations: they
are shown, but do not count as a person's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.begun import sought
from caregiver_app.guard.hits import Hit
from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.phone_plans import FEWEST_BARE, digits_of, is_public, is_service, may_be_public, read_number
from caregiver_app.guard.plain import lowered
from caregiver_app.model.guard import FindingKind

_CANDIDATE = sought(
    r"(?<![\w+.,/#-])(?<!\d )(?:\+ ?|\(\+)?[(\d][\d() .\-/]{3,28}\d\)?"
    r"(?:,? ?(?:ext\.?|extension|x) ?\d{1,6})?(?![\w/]|[.,]\d)",
    at=r"[+(\d](?<![\w+.,/#-].)(?<!\d .)(?=[\d() .\-/+]{4})",
    ignoring_case=True,
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
)
_CALLED_BEHIND = re.compile(
    r"[ ,(]{1,2}(?:is (?:my|her|his|our) )?(?:office|fax|mobile|cell|home|work|landline|phone)\b"
)
_OWN = re.compile(
    r"\b(?:(?:call|ring|text|phone|reach|contact|message|whats ?app|tell|find) (?:me|us)|"
    r"(?:my|our) (?:own )?(?:new )?(?:mobile|cell|phone|number|landline|home|work|tel)[\w ]{0,20})(?!\w)",
)
_ALWAYS_OPEN = re.compile(r" ?\(? ?24 ?/ ?7.*$", re.DOTALL)
_DOTTED = re.compile(r"0\d{2,4}(?:\.\d{3,4}){2}")
_DAY_FIRST = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:isbn|issn|pmid|pmc|doi|nct|charity|company|version|order|"
    r"registered (?:charity|company|no|number))\b[^\d\n]{0,24}|[£$€] ?|"
    r"\b(?:ssn|nino|sin|itin|tin|mbi|ohip|phn|ihi|chi|tfn|nhi|ird|bsn|dni|nie|nif|pan|iban|pesel|cpr|"
    r"(?:nhs|ni|national insurance|social security|social insurance|medicare|health|patient|hospital|tax|tax file|"
    r"passport|identity|id|licen[cs]e|card|account|member|policy|claim|case|reference|record)"
    r" (?:number|no\.?|nr|num|id|card|code|#))(?: is| was|:|#)* ?)$",
)
"""What stands before numbers of another kind; a wrong check digit makes no telephone number of them."""
_UNIT = re.compile(
    r" ?(?:%|mg|mcg|ml|kg|cm|mm|g|kcal|calories|people|patients|steps|times|units|days|hours|minutes|years|"
    r"pounds|euros)\b"
)
_GROUP = re.compile(r"[^ ]+")
_FEWEST, _MOST, _MOST_GROUPS, _LONGEST_NATIONAL = 6, 15, 12, 12
_REACH = 42


def find_phones(text: str, knowledge: Knowledge) -> Iterator[Hit]:
    """Yield the telephone numbers of a plain text; E.164 bounds their length."""
    small = lowered(text)
    for found in _CANDIDATE.finditer(text):
        if _OTHER_NUMBER.search(small, max(0, found.start() - 48), found.start()):
            continue
        written = _ALWAYS_OPEN.sub("", found[0])
        if _UNIT.match(text, found.end()):
            written = written.rpartition(" ")[0]  # "0115 978 3456 12 times"
        is_called = _is_called(small, found.start(), found.end())
        for start, end, kind in _numbers(written, knowledge, is_called=is_called):
            place = found.start() + start
            is_own = kind is FindingKind.PHONE and _OWN.search(small, max(0, place - 40), place)
            yield Hit(start=place, end=found.start() + end, kind=FindingKind.OWN_PHONE if is_own else kind)


def _is_called(small: str, start: int, end: int) -> bool:
    """Return whether something near says that this is a telephone number."""
    return bool(_CALLED.search(small, max(0, start - _REACH), start) or _CALLED_BEHIND.match(small, end))


def _numbers(written: str, knowledge: Knowledge, *, is_called: bool) -> Iterator[tuple[int, int, FindingKind]]:
    """Yield the numbers of a candidate: the whole, or what in it a phone would dial, or what is called a number."""
    start, end = _without_brackets(written, 0, len(written))
    whole = written[start:end]
    kind = _kind(whole, knowledge, is_called=is_called)
    if kind is None and (_is_day(whole) or is_public_line(whole, knowledge)):
        return
    pieces = [(start, end, kind)] if kind is not None else list(_pieces(written, knowledge))
    if not pieces and is_called and _FEWEST <= len(digits_of(_without_extension(whole))) <= _MOST:
        pieces = [(start, end, FindingKind.PHONE)]
    yield from pieces


def _pieces(written: str, knowledge: Knowledge) -> Iterator[tuple[int, int, FindingKind]]:
    """Yield the longest pieces that are numbers by themselves."""
    groups = [found.span() for found in _GROUP.finditer(written)]
    reached = 0
    for first in range(len(groups) if 1 < len(groups) <= _MOST_GROUPS else 0):
        for last in range(len(groups) - 1, first - 1, -1):
            start, end = _without_brackets(written, groups[first][0], groups[last][1])
            if start < reached or not FEWEST_BARE <= len(digits_of(written[start:end])) <= _MOST:
                continue
            kind = _kind(written[start:end], knowledge, is_called=False)
            if kind is not None:
                yield start, end, kind
                reached = end
                break


def _kind(written: str, knowledge: Knowledge, *, is_called: bool) -> FindingKind | None:
    """Return what kind of number this is, None where it is none that a phone would dial, or everybody's."""
    bare = _without_extension(written)
    digits = digits_of(bare)
    if not _FEWEST <= len(digits) <= _MOST or len(set(digits)) == 1 or _is_day(written):
        return None
    number = read_number(bare, knowledge.regions, is_called=is_called)
    if is_public(digits, number, knowledge.public_numbers):
        return None
    if number is None:
        return FindingKind.PHONE if _is_grouped_trunk(bare, digits) else None
    return FindingKind.SERVICE_PHONE if is_service(number, bare, knowledge.regions) else FindingKind.PHONE


def is_public_line(written: str, knowledge: Knowledge) -> bool:
    """Return whether a number, as written, is that of a helpline that everybody knows."""
    bare = _without_extension(written)
    if not may_be_public(bare, knowledge.public_numbers):
        return False
    number = read_number(bare, knowledge.regions, is_called=True)
    return is_public(digits_of(bare), number, knowledge.public_numbers)


def _without_extension(written: str) -> str:
    return _EXTENSION.sub("", written)


def _is_day(written: str) -> bool:
    return bool(_DATE.fullmatch(written) or _DAY_FIRST.match(written))


def _is_grouped_trunk(written: str, digits: str) -> bool:
    """Tell a national number of any country: it begins with the trunk prefix 0 or has its area in brackets."""
    if not FEWEST_BARE <= len(digits) <= _LONGEST_NATIONAL:
        return False
    has_area = written.startswith("(") and ")" in written
    return (
        has_area
        or bool(_DOTTED.fullmatch(written))
        or (digits[0] == "0" and digits[:3] != "000" and any(sign in written for sign in " -()/"))
    )


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
