"""Finds numbers under which somebody is filed: records, claims, policies, accounts, passports, licences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.days import FULL_DATE
from caregiver_app.guard.digits import near_numbers
from caregiver_app.guard.hits import Hit
from caregiver_app.guard.plain import lowered
from caregiver_app.model.guard import FindingKind

_FILED = (
    r"(?:medical record|health record|record|hospital|patient|chart|case|claim|policy|polic[ae]|"
    r"member(?:ship)?|insurance|"
    r"reference|our ref|your ref|ref|file|account|acct|a/c|customer|client|service user|prescription|rx|booking|"
    r"appointment|referral|invoice|passport|driving licen[cs]e|driver'?s? licen[cs]e|licen[cs]e|licence plate|"
    r"number plate|car reg|"
    r"vehicle registration|blue badge|pension|benefit|award|medicaid|veteran|va|sort code|routing|serial|"
    r"device|pacemaker|"
    r"expediente|historia cl[ií]nica|p[oó]liza|pasaporte|siniestro|dossier|passeport|police d'assurance|"
    r"aktenzeichen|versicherungsnummer|patientennummer|vertragsnummer|reisepass|cartella clinica|polizza|"
    r"passaporto|paspoort|polisnummer|dossiernummer)"
)
_NUMBER_WORD = r"(?:number|num|no|nr|n[º°o]|#|id|identifier|code|ref(?:erence)?|n[uú]mero(?: de)?|num[eé]ro|nummer)"
_VALUE = (
    r"(?P<value>(?=[a-z0-9/ .-]{0,24}\d)[a-z0-9]{1,14}(?:[/.-][a-z0-9]{1,10}|"
    r"(?: (?=[a-z0-9]*\d)[a-z0-9]{1,10})){0,4})"
)
_NAMED = re.compile(
    rf"(?<!\w){_FILED}(?:'?s)? ?(?:{_NUMBER_WORD}\.?(?: (?:with|at|from|for) (?:the |my |our )?\w+)?|(?=[:#]))"
    rf"(?: is| was|,? (?:de|es|del)\b|:| =|"
    rf"\.)*[ \n]{{0,2}}[#(]?{_VALUE}(?!\w)",
)
_SHORT = re.compile(
    r"(?<!\w)(?:mrn|hrn|sort code|bsb|uhid|urn|ur|npi|empi|ref|reg)\.?(?: no\.?| number)?(?: is)?(?:[ :#]{1,3})"
    rf"{_VALUE}(?!\w)",
)
_DIRECT = re.compile(r"(?<!\w)(?:account|acct|policy|claim|licen[cs]e|patient) (?P<value>\d{6,12})(?!\w)")
_PASSPORT = re.compile(
    r"(?<!\w)(?:passport|pasaporte|reisepass|passeport|passaporto|paspoort|"
    r"travel document)(?: \w+){0,2}?[ :#]{1,2}(?P<value>[a-z]{0,3}\d{6,9}[a-z]?)(?!\w)",
)
_PASSPORT_BEHIND = re.compile(
    r"(?<!\w)(?P<value>[a-z]{0,3}\d{6,9}) (?:is|es|ist|est|è) (?:my|mi|mein|mon|il mio|his|"
    r"her)(?: n[uú]mero de| number)? ?(?:passport|pasaporte|reisepass|passeport|passaporto)",
)
_FEWEST_DIGITS, _LONGEST_LETTERS = 4, 4
_WIDEST_GAP, _NAME_REACH, _BEHIND = 12, 64, 40


def find_record_numbers(text: str) -> Iterator[Hit]:
    """Yield numbers that are called by what files them; four digits at least, and no day, year or amount."""
    small = lowered(text)
    for near, far in near_numbers(text, fewest=_FEWEST_DIGITS, gap=_WIDEST_GAP, before=_NAME_REACH, after=_BEHIND):
        for pattern in (_NAMED, _SHORT, _DIRECT, _PASSPORT, _PASSPORT_BEHIND):
            for found in pattern.finditer(small, near, far):
                if _is_number(text[found.start("value") : found.end("value")]):
                    yield Hit(start=found.start("value"), end=found.end("value"), kind=FindingKind.RECORD_NUMBER)


def _is_number(value: str) -> bool:
    """Return whether it has digits enough, begins like a number ("RX 77", not "Smith 2019") and is no day or year."""
    first = re.split(r"[ /.-]", value, maxsplit=1)[0]
    if first.isalpha() and not (first.isupper() and len(first) <= _LONGEST_LETTERS):
        return False
    if sum(sign.isdigit() for sign in value) < _FEWEST_DIGITS:
        return False
    return not (FULL_DATE.match(value.lower()) or re.fullmatch(r"(?:19|20)\d\d|\d{1,2}[.:]\d{2}", value))
