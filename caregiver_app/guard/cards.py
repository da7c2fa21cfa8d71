"""Finds payment cards (ISO/IEC 7812: Luhn and first digits) and bank accounts (ISO 13616: IBAN)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban, luhn

from caregiver_app.guard.begun import sought
from caregiver_app.guard.hits import Hit
from caregiver_app.model.guard import FindingKind

_CARD = sought(
    r"(?<![\w+])(?<![.,/-])(?:"
    r"(?P<fours>\d{4}([ -])\d{4}\2\d{4}\2\d{4}(?:\2\d{3})?|\d{4}([ -])\d{6}\3\d{4,5})"
    r"|\d{12,19}(?!\d)|\d(?:[ -]?\d){11,18}"
    r")(?![\w]|[.,]\d)",
    at=r"\d(?<![\w+.,/-].)(?=(?:[ -]?\d){11})",
)
"""In fours, or as four, six and the rest (American Express, Diners Club), or as it comes."""
_ISSUERS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[689]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12}(?:\d{3})?|35(?:2[89]|[3-8]\d)\d{12}|(?:2131|1800)\d{11}"
    r"|(?:50|5[6-9]|6\d)\d{10,17}|1\d{14}|62\d{14,17}"
)
_WITHIN_IBAN = re.compile(r"(?<![^\W_])[A-Z]{2}\d\d(?: [A-Z0-9]{4}){0,7} $", re.IGNORECASE)
_HEALTHCARE = "800360"  # Australian healthcare identifiers have a Luhn digit too
_CALLED = re.compile(
    r"\b(?:card|cards|cc|credit|debit|visa|master ?card|amex|american express|maestro|discover|tarjeta|carte|karte|"
    r"kreditkarte|carta|pan)\b",
    re.IGNORECASE,
)

_COUNTRY = 2
_BEHIND_COUNTRY = re.compile(r"\d\d(?<=[A-Za-z]{2}..)(?<![^\W_].{4})(?=[ -]?[A-Za-z0-9])")
_IBAN_LENGTHS = {
    length: countries.split()
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FI FO GL NL SD FK",
        19: "MK SI",
        20: "AT BA EE KZ LT LU XK MN",
        21: "CH HR LI LV",
        22: "BG BH CR DE GB GE IE ME RS VA",
        23: "AE GI IL IQ TL OM SO",
        24: "AD CZ ES MD PK RO SA SE SK TN VG",
        25: "LY PT ST",
        26: "IS TR",
        27: "FR GR IT MC MR SM DJ BI",
        28: "AL AZ BY CY DO GT HU LB NI PL SV",
        29: "BR EG PS QA UA",
        30: "JO KW MU YE",
        31: "MT SC",
        32: "LC",
        33: "RU",
    }.items()
}
_LENGTH_OF = {country: length for length, countries in _IBAN_LENGTHS.items() for country in countries}


def find_cards(text: str) -> Iterator[Hit]:
    """Yield card numbers: of a known issuer, in the usual groups, or called a card."""
    for found in _CARD.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if (
            digits.startswith(_HEALTHCARE)
            or not luhn.is_valid(digits)
            or _WITHIN_IBAN.search(text, max(0, found.start() - 45), found.start())
        ):
            continue
        known = len(digits) >= 13 and _ISSUERS.fullmatch(digits)
        if known or found["fours"] or _is_called(text, found.start(), found.end()):
            yield Hit(start=found.start(), end=found.end(), kind=FindingKind.CARD)


def _is_called(text: str, start: int, end: int) -> bool:
    return bool(_CALLED.search(text, max(0, start - 44), start) or _CALLED.search(text, end, end + 20))


def find_ibans(text: str) -> Iterator[Hit]:
    """Yield bank account numbers with their check digits right, written together or in groups."""
    reached = 0
    for found in _BEHIND_COUNTRY.finditer(text):
        start = found.start() - _COUNTRY
        length = _LENGTH_OF.get(text[start : found.start()].upper())
        if length is None or start < reached:
            continue
        number, end = _collected(text, start, length)
        if len(number) != length or not (number.isupper() or number.islower()):
            continue
        if iban.is_valid(number, check_country=False):
            reached = end
            yield Hit(start=start, end=end, kind=FindingKind.IBAN)


def _collected(text: str, start: int, length: int) -> tuple[str, int]:
    """Return the next `length` letters and digits and where they end, "" where the number goes on behind them."""
    signs: list[str] = []
    place = start
    while place < len(text) and len(signs) < length:
        sign = text[place]
        if sign.isascii() and sign.isalnum():
            signs.append(sign)
        elif sign not in " -." or not text[place - 1].isalnum():
            break
        place += 1
    goes_on = place < len(text) and text[place].isalnum()
    return ("" if goes_on else "".join(signs)), place
