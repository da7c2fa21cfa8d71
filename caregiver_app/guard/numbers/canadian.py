"""Canada: Social Insurance Numbers and the health numbers of the provinces.

Where a province publishes how its number is checked (British Columbia, Ontario, Quebec), it is; of the
others the length counts, and only beside the words.
"""

from __future__ import annotations

from stdnum import luhn
from stdnum.ca import bc_phn, sin

from caregiver_app.guard.numbers.rule import NumberRule, always, is_day, rule

_HEALTH_CARD = r"health (?:card|care|number|insurance|id)|phn|medicare|care card"


def is_ontario(number: str) -> bool:
    """Check an Ontario health number (Luhn over its ten digits; a version of one or two letters may follow)."""
    return number[0] != "0" and luhn.is_valid(number[:10])


def is_quebec(number: str) -> bool:
    """Check the birth date within a number of the Régie de l'assurance maladie (month plus 50 for women)."""
    month = int(number[6:8])
    return is_day(int(number[8:10]), month - 50 if month > 50 else month)


def _by_words(province: str, shape: str, length: int, called: str) -> NumberRule:
    return rule(f"ca-{province}-health", shape, (length,), always, called=called)


CANADIAN = (
    rule(
        "ca-sin",
        r"[1-79]\d{8}",
        (9,),
        sin.is_valid,
        called=r"sin|nas|social insurance|assurance sociale",
        written=r"\d{3}([ -])\d{3}\1\d{3}",
    ),
    rule(
        "ca-bc-health",
        r"9\d{9}",
        (10,),
        bc_phn.is_valid,
        called=rf"{_HEALTH_CARD}|personal health|bc services|msp",
        written=r"9\d{3}([ -])\d{3}\1\d{3}",
    ),
    rule(
        "ca-on-health",
        r"[1-9]\d{9}[A-Z]{0,2}",
        (10, 11, 12),
        is_ontario,
        called=rf"{_HEALTH_CARD}|ohip|ontario|hcn",
        written=r"\d{4}([ -])\d{3}\1\d{3}(?:[ -]?[a-z]{1,2})?",
    ),
    rule(
        "ca-qc-health",
        r"[A-Z]{4}\d{8}",
        (12,),
        is_quebec,
        called=r"ramq|assurance maladie|nam|health",
        distinct=True,
    ),
    _by_words("sk", r"\d{9}", 9, r"hsn|saskatchewan health"),
    _by_words("ab", r"\d{9}", 9, r"ahcip|uli|alberta health|alberta (?:care )?card"),
    _by_words("mb", r"\d{9}", 9, r"phin|manitoba health"),
    _by_words("ns", r"\d{10}", 10, r"msi|nova scotia health"),
    _by_words("nb", r"\d{9}", 9, r"new brunswick (?:medicare|health)"),
    _by_words("pe", r"\d{8}", 8, r"pei health|prince edward island health"),
    _by_words("nl", r"\d{12}", 12, r"mcp|newfoundland (?:medical|health)"),
)
