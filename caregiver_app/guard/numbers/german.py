"""German health insurance, pension insurance and tax numbers; Austrian and Swiss social insurance numbers."""

from __future__ import annotations

from stdnum.at import vnr
from stdnum.ch import ssn
from stdnum.de import idnr

from caregiver_app.guard.numbers.rule import rule

_PENSION = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)


def _letter_as_digits(letter: str) -> str:
    return f"{ord(letter) - ord('A') + 1:02}"


def is_kvnr(number: str) -> bool:
    """Check the lasting part of a German health insurance number.

    The letter counts as two digits, weights 1 and 2 alternate, cross sums are added, modulus 10 (GKV-Spitzenverband).
    """
    digits = _letter_as_digits(number[0]) + number[1:9]
    sums = (int(digit) * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(each // 10 + each % 10 for each in sums) % 10 == int(number[9])


def is_pension(number: str) -> bool:
    """Check a German pension insurance number (VKVV: birth date, first letter of the name, cross sums, modulus 10)."""
    day, month = int(number[2:4]) % 50, int(number[4:6])
    digits = number[:8] + _letter_as_digits(number[8]) + number[9:11]
    sums = (int(digit) * weight for digit, weight in zip(digits, _PENSION, strict=True))
    right = sum(each // 10 + each % 10 for each in sums) % 10 == int(number[11])
    return right and day <= 31 and month <= 12


GERMAN = (
    rule(
        "de-kvnr",
        r"[A-Z]\d{9}",
        (10,),
        is_kvnr,
        called=r"kv|kvnr|krankenversich\w+|versich\w+|egk\w*|krankenkass\w+|gesundheitskarte",
        distinct=True,
    ),
    rule(
        "de-pension",
        r"\d{8}[A-Z]\d{3}",
        (12,),
        is_pension,
        called=r"rvnr|svnr|renten\w+|sozialversich\w+",
        distinct=True,
    ),
    rule(
        "de-tax",
        r"[1-9]\d{10}",
        (11,),
        idnr.is_valid,
        called=r"idnr|steuer\w*|tax|identifikations\w+",
        written=r"\d{2} \d{3} \d{3} \d{3}",
    ),
    rule(
        "at-svnr",
        r"[1-9]\d{9}",
        (10,),
        vnr.is_valid,
        called=r"svnr|sv|versicherung\w*|sozialversich\w+|e-card",
        written=r"\d{4} \d{6}",
    ),
    rule("ch-ahv", r"756\d{10}", (13,), ssn.is_valid, called=r"ahv\w*|avs|svnr|sozialversich\w+", distinct=True),
)
