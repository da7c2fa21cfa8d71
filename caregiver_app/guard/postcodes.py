"""Finds postcodes: what only postcodes look like, and plain digits beside a place or called a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from caregiver_app.guard.begun import sought
from caregiver_app.guard.digits import near_numbers
from caregiver_app.guard.hits import Hit
from caregiver_app.model.guard import FindingKind

_UK_AREAS = (
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|"
    r"L[ADELNSU]?|"
    r"M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
)
_UK = rf"(?:{_UK_AREAS}\d(?:\d|[A-HJKMNP-Y])? ?\d[ABD-HJLNP-UW-Z]{{2}}|GIR ?0AA)"
_CANADA = r"[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d"
_IRELAND = r"(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}"
_LETTERED = sought(rf"(?<![\w/.-])(?:{_UK}|{_CANADA}|{_IRELAND})(?![\w/-])", at=r"[A-Z](?<![\w/.-].)(?=[A-Z]?\d|IR)")
_LETTERED_SMALL = re.compile(
    rf"(?i:postcode|post code|postal code|eircode|zip)[^\w\n]{{0,3}}(?:(?i:is|"
    rf"of))?[^\w\n]{{0,2}}(?P<code>(?i:{_UK}|{_CANADA}|{_IRELAND}))(?!\w)"
)
_SMALL = sought(
    rf"(?<![\w/.-])(?=[a-z]{{1,2}}\d)(?i:{_UK_AREAS}\d(?:\d|[A-HJKMNP-Y])? "
    rf"\d(?!st|nd|rd|th|hr|ug)[ABD-HJLNP-UW-Z]{{2}})(?![\w/-])",
    at=r"[a-z](?<![\w/.-].)(?=[a-z]?\d)",
)
"""In small letters only with the blank, and no "b6 2nd"."""
_DUTCH = sought(
    r"(?<![\w/.-])(?P<code>[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2})(?= +[^\W\d_]|[,.]|\s*$|\n)(?!\w)", at=r"[1-9](?<![\w/.-].)"
)
_STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|PR|RI|S[CD]|T[NX]|UT|V[AT]|"
    "W[AIVY]|A[APE]"
)
_AMERICAN = sought(
    rf"(?<!\w)(?:{_STATES}),? (?P<code>\d{{5}}(?:-\d{{4}})?)(?![\w-])", at=r"[A-Z](?<!\w.)(?=[A-Z],? \d)"
)
_AUSTRALIAN = sought(
    r"(?<!\w)(?:NSW|VIC|QLD|TAS|ACT|SA|WA|NT|Victoria|Queensland|Tasmania|New South Wales),? (?P<code>\d{4})(?![\w-])",
    at=r"[NVQTASW](?<!\w.)",
)
_CALLED = sought(
    r"(?<!\w)(?:zip(?: ?code)?|post ?code|postal code|plz|postleitzahl|code postal|c\.?p\.?|c[oó]digo postal|"
    r"cap|postcode)"
    r"(?: is| =|:| number)?:? *(?P<code>\d{4,5}(?:-\d{3,4})?)(?![\w-])",
    at=r"[ZzPpCc](?<!\w.)",
    ignoring_case=True,
)
_BEFORE_PLACE = sought(
    r"(?:(?<=\n)|(?<=, )|(?<=^)|(?<=\bin )|(?<=\ben )|(?<=\bà )|(?<=\ba ))(?:D-|F-|E-|I-|"
    r"NL-)?(?P<code>\d{5}) (?:[^\W\d_a-z][^\W\d_]+)(?:[ -][^\W\d_]+){0,3}(?=\n|,|\.|$| \()",
    at=r"[DFEIN\d](?<![^ \n].)",
)
_OF_DIGITS = _AMERICAN, _AUSTRALIAN, _CALLED, _BEFORE_PLACE, _DUTCH
_BEFORE, _BEHIND = 34, 40


def find_postcodes(text: str) -> Iterator[Hit]:
    """Yield postcodes of ten countries."""
    for found in chain(_LETTERED.finditer(text), _SMALL.finditer(text)):
        yield Hit(start=found.start(), end=found.end(), kind=FindingKind.POSTCODE)
    for found in _LETTERED_SMALL.finditer(text) if "code" in text.lower() else ():
        yield _code(found)
    for near, far in near_numbers(text, fewest=4, gap=0, before=_BEFORE, after=_BEHIND):
        for pattern in _OF_DIGITS:
            for found in pattern.finditer(text, near, far):
                yield _code(found)


def _code(found: re.Match[str]) -> Hit:
    return Hit(start=found.start("code"), end=found.end("code"), kind=FindingKind.POSTCODE)
