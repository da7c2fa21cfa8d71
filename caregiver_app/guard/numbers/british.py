"""United Kingdom and Ireland: NHS, CHI and National Insurance numbers, driving licences, tax; Irish PPS numbers."""

from __future__ import annotations

import re

from stdnum.gb import nhs, utr
from stdnum.ie import pps

from caregiver_app.guard.numbers.rule import always, is_day, rule

_HEALTH = r"nhs(?: (?:no|num(?:ber)?|nr|id|#))?|patient|health (?:and care|service|number)|h&c|hospital"
_NINO = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]"


def is_chi(number: str) -> bool:
    """Check a Scottish Community Health Index number: a day of birth, and the check digit of an NHS number.

    The rule is that of the NHS Scotland CHI guidance: DDMMYY, three digits (the last but one odd for men), modulus 11.
    """
    return is_day(int(number[:2]), int(number[2:4])) and nhs.is_valid(number)


def is_licence(number: str) -> bool:
    """Check the birth date within a British driving licence number (DVLA: month plus 50 for women)."""
    month = int(number[6:8])
    return is_day(int(number[8:10]), month - 50 if month > 50 else month)


BRITISH = (
    rule(
        "gb-chi",
        r"[0-3]\d[01]\d{7}",
        (10,),
        is_chi,
        called=r"chi|community health index|scottish health",
        written=r"[0-3]\d[01]\d{3} \d{4}",
    ),
    rule("gb-nhs", r"[1-9]\d{9}", (10,), nhs.is_valid, called=_HEALTH, written=r"\d{3}([ -])\d{3}\1\d{4}"),
    rule(
        "gb-nino",
        _NINO,
        (9,),
        always,
        called=r"ni|nino|n\.i\.|national insurance",
        written=r"[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]",
        distinct=True,
    ),
    rule(
        "gb-driving",
        r"[A-Z]{1,5}9{0,4}\d[0156]\d[0-3]\d\d[A-Z9]{2}[A-Z0-9]{3}(?:\d\d)?",
        (16, 18),
        lambda number: bool(re.match(r"[A-Z9]{5}", number)) and is_licence(number),
        called=r"licen[cs]e|dvla|driv\w+",
        distinct=True,
    ),
    rule("gb-utr", r"\d{10}", (10,), utr.is_valid, called=r"utr|taxpayer|tax ref\w*", written=r"\d{5} \d{5}"),
    rule("ie-pps", r"\d{7}[A-W][A-IWTX]?", (8, 9), pps.is_valid, called=r"pps|ppsn|rsi", distinct=True),
)
