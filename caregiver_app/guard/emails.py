"""Finds e-mail addresses, also such as are spelled out: "name (at) example (dot) org"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from caregiver_app.guard.begun import sought
from caregiver_app.guard.digits import near_signs
from caregiver_app.guard.hits import Hit
from caregiver_app.model.guard import FindingKind

_LOCAL = r"[\w!#$%&'*+/=?^`{|}~-][\w.!#$%&'*+/=?^`{|}~-]{0,63}"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_TOP = r"(?:xn--[a-z0-9-]{2,59}|[^\W\d_]{2,24})"
_WRITTEN = re.compile(
    rf"(?<![\w.!#$%&*+/=?^`{{|}}~-]){_LOCAL}(?<!\.)@(?:{_LABEL}\.){{1,8}}{_TOP}(?![\w-])", re.IGNORECASE
)
_AT_SIGN = re.compile("@")
_AT = r"\s?[\[({<]\s?at\s?[\])}>]\s?"
_DOT = r"(?:\.|\s?[\[({<]\s?dot\s?[\])}>]\s?)"
_SPELLED = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}(?:{_LABEL}{_DOT}){{1,4}}{_TOP}(?![\w-])", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[\[({<]\s?[aA][tT]\s?[\])}>]")
_USUAL_TOP = "(?:com|org|net|info|edu|gov|co|uk|ie|de|fr|es|it|nl|ca|au|nz)"
_SPOKEN = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?: dot [\w-]{1,40}){0,2} at [\w-]{2,40}(?: dot [\w-]{2,20}){0,2} dot "
    rf"{_USUAL_TOP}(?![\w-])",
    re.IGNORECASE,
)
_SPACED = sought(
    rf"(?i:mail)[^\n@]{{1,24}}?(?P<address>(?<![\w.+-])[\w.+-]{{1,64}} ?@ ?(?:{_LABEL}\.){{1,4}}{_TOP})(?![\w-])",
    at="[mM](?=[aA][iI][lL])",
)
_QUOTED = re.compile(rf"\"[^\"\n@]{{1,64}}\"@(?:{_LABEL}\.){{1,8}}{_TOP}(?![\w-])", re.IGNORECASE)
_APART = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}} {{1,2}}@ {{1,2}}(?:{_LABEL} \. ){{1,4}}{_USUAL_TOP}(?![\w-])", re.IGNORECASE
)

_PROVIDER = r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|aol|live|gmx|protonmail|proton|btinternet)"
_AT_PROVIDER = re.compile(
    rf"(?<![\w.+-])[\w+-]{{1,32}}(?:[._+-][\w+-]{{1,32}}|\d{{1,8}}) at {_PROVIDER}\.{_TOP}(?:\.uk)?(?![\w-])",
    re.IGNORECASE,
)
_PROVIDER_BEHIND = re.compile(rf" at {_PROVIDER}\.")
"""With a dot or a number in the name nobody speaks of being at a company."""
_SPACED_DOTTED = re.compile(
    rf"(?<![\w.+-])[\w+-]{{1,32}}[._][\w.+-]{{1,32}} {{0,2}}(?:@|[(\[][a@][)\]]) {{0,2}}"
    rf"(?:{_LABEL}\.){{1,4}}{_USUAL_TOP}"
    r"(?![\w-])",
    re.IGNORECASE,
)
_AT_SIGNS = re.compile(r"[@(\[](?:(?<=@)|[aA][)\]])")
_LONGEST_LOCAL, _LONGEST_BEFORE = 66, 72


def find_emails(text: str) -> Iterator[Hit]:
    """Yield the e-mail addresses of a plain text (RFC 5321), the local part as it is or in quotation marks."""
    if "@" in text:
        for found in _near(_WRITTEN, _AT_SIGN, text, before=_LONGEST_LOCAL, after=0):
            start = found.start() + len(found[0]) - len(found[0].lstrip("'"))
            yield Hit(start=start, end=found.end(), kind=FindingKind.EMAIL)
        for found in _SPACED.finditer(text):
            yield Hit(start=found.start("address"), end=found.end("address"), kind=FindingKind.EMAIL)
        for found in chain(_QUOTED.finditer(text), _APART.finditer(text) if " @ " in text else ()):
            yield Hit(start=found.start(), end=found.end(), kind=FindingKind.EMAIL)
    small = text.lower()
    spelled = _SPELLED.finditer(text) if _IN_BRACKETS.search(text) else ()
    dotted = _near(_SPACED_DOTTED, _AT_SIGNS, text, before=_LONGEST_BEFORE, after=3)
    named = _AT_PROVIDER.finditer(text) if _PROVIDER_BEHIND.search(small) else ()
    for found in chain(spelled, dotted, named, _SPOKEN.finditer(text) if " dot " in small else ()):
        yield Hit(start=found.start(), end=found.end(), kind=FindingKind.EMAIL)


def _near(
    pattern: re.Pattern[str], signs: re.Pattern[str], text: str, *, before: int, after: int
) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds near the signs without which it cannot match."""
    for near, far in near_signs(text, signs, before=before, after=after):
        yield from pattern.finditer(text, near, far)
