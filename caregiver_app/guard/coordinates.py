"""Finds places on the map: degrees, geo addresses (RFC 5870), plus codes (Open Location Code), what3words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.begun import sought
from caregiver_app.guard.hits import Hit
from caregiver_app.model.guard import FindingKind

_DECIMAL = sought(
    r"(?<![\w.,/-])(?P<lat>[+-]?\d{1,2}\.\d{3,15})(?:° ?)?(?P<ns> ?[NS])?[,;]? {0,2}"
    r"(?:lon(?:g(?:itude)?)?[:= ]{1,2}|lng[:= ]{1,2})?"
    r"(?P<lon>[+-]?\d{1,3}\.\d{3,15})(?:°)?(?: ?[EWO])?(?![\w.]*\d)",
    at=r"[+\d-](?<![\w.,/-].)(?=\d{0,2}\.\d)",
)
_LETTERED = re.compile(r"(?<!\w)[NS] ?\d{1,2}\.\d{3,15}°?,? ?[EWO] ?\d{1,3}\.\d{3,15}°?(?!\d)")
_SEXAGESIMAL = re.compile(
    r"(?<!\w)\d{1,3} ?° ?\d{1,2}(?:\.\d+)? ?['′](?: ?\d{1,2}(?:\.\d+)? ?(?:[\"″]|''))? ?[NS],?;? ?"
    r"\d{1,3} ?° ?\d{1,2}(?:\.\d+)? ?['′](?: ?\d{1,2}(?:\.\d+)? ?(?:[\"″]|''))? ?[EWO](?!\w)"
)
_GEO = re.compile(r"\bgeo:-?\d{1,2}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?", re.IGNORECASE)
_PLUS_CODE = sought(
    r"(?<![\w+])(?:[23456789C][23456789CFGHJMPQRV][23456789CFGHJMPQRVWX]{2})?"
    r"[23456789CFGHJMPQRVWX]{4}\+[23456789CFGHJMPQRVWX]{2,7}(?![\w+])",
    at=r"[2-9CFGHJMPQRVWX](?<![\w+].)(?=[2-9CFGHJMPQRVWX]{3,7}\+)",
)
_THREE_WORDS = re.compile(r"(?<!/)///[^\W\d_]{2,30}\.[^\W\d_]{2,30}\.[^\W\d_]{2,30}(?!\w)")
_PATTERNS = ((_LETTERED, "."), (_SEXAGESIMAL, "°"), (_GEO, ":"), (_PLUS_CODE, "+"), (_THREE_WORDS, "///"))
"""Each with a sign without which it cannot match."""


def find_coordinates(text: str) -> Iterator[Hit]:
    """Yield what leads to within some hundred metres of a place; three digits behind the point at least."""
    for found in _DECIMAL.finditer(text):
        if abs(float(found["lat"])) <= 90 and abs(float(found["lon"])) <= 180 and _is_pair(found[0]):
            yield Hit(start=found.start(), end=found.end(), kind=FindingKind.COORDINATES)
    for pattern, sign in _PATTERNS:
        for found in pattern.finditer(text) if sign in text else ():
            yield Hit(start=found.start(), end=found.end(), kind=FindingKind.COORDINATES)


def _is_pair(written: str) -> bool:
    return any(sign in written for sign in ",; NS°")
