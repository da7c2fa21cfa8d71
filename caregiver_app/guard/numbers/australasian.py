"""Australia and New Zealand: Medicare, Individual Healthcare Identifiers and tax numbers; NHI and IRD numbers."""

from __future__ import annotations

from stdnum import luhn
from stdnum.au import tfn
from stdnum.nz import ird

from caregiver_app.guard.numbers.rule import rule, weighted

_MEDICARE = (1, 3, 7, 9, 1, 3, 7, 9)
_NHI_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_NHI = (7, 6, 5, 4, 3, 2)


def is_medicare(number: str) -> bool:
    """Check an Australian Medicare number: the ninth digit is the weighted sum of the first eight modulo 10.

    The tenth counts the cards issued, the eleventh the persons on the card (Services Australia).
    """
    return weighted(number[:8], _MEDICARE, 10) == int(number[8]) and number[9] != "0"


def is_ihi(number: str) -> bool:
    """Check an Australian Individual Healthcare Identifier (800360 and a Luhn digit, ISO 7812)."""
    return luhn.is_valid(number)


def is_nhi(number: str) -> bool:
    """Check a New Zealand NHI number in either form (HISO 10046: AAANNNC modulus 11, AAANNAX modulus 23).

    Before the edition of 2023 the new form was described with modulus 24, and examples of that are about.
    """
    values = [_NHI_LETTERS.index(sign) + 1 if sign.isalpha() else int(sign) for sign in number[:6]]
    total = sum(value * weight for value, weight in zip(values, _NHI, strict=True))
    if number[6].isdigit():
        rest = total % 11
        return rest != 0 and (11 - rest) % 10 == int(number[6])
    return number[6] in (_NHI_LETTERS[22 - total % 23], _NHI_LETTERS[23 - total % 24])


AUSTRALASIAN = (
    rule(
        "au-medicare",
        r"[2-6]\d{9,10}",
        (10, 11),
        is_medicare,
        called=r"medicare|card",
        written=r"\d{4}([ -])\d{5}\1\d(?:[ /-]?\d)?",
    ),
    rule("au-ihi", r"800360\d{10}", (16,), is_ihi, called=r"ihi|healthcare identifier|health", distinct=True),
    rule(
        "au-tfn",
        r"\d{8,9}",
        (8, 9),
        tfn.is_valid,
        called=r"tfn|tax file|tax",
    ),
    rule(
        "nz-nhi",
        r"[A-HJ-NP-Z]{3}\d{2}(?:\d{2}|[A-HJ-NP-Z]{2}|\d[A-HJ-NP-Z])",
        (7,),
        is_nhi,
        called=r"nhi|national health|health|hospital|patient",
    ),
    rule("nz-ird", r"\d{8,9}", (8, 9), ird.is_valid, called=r"ird|inland revenue|tax", written=r"\d{2,3}-\d{3}-\d{3}"),
)
