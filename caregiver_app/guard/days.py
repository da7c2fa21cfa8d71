"""Dates as people write them, in the languages of the numbers, in texts in small letters.

What a date means is told by what stands near it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.begun import sought
from caregiver_app.guard.digits import near_digits

_MONTHS = (
    r"(?:jan(?:uary|uar|vier|uari|\.)?|feb(?:ruary|ruar|ruari|\.)?|f[eé]v(?:rier|\.)?|mar(?:ch|zo|s|\.)?|"
    r"m[aä]rz|maart|"
    r"apr(?:il|ile|\.)?|avr(?:il|\.)?|abril|abr\.?|may|mai|mayo|maggio|mei|june?|juni|juin|junio|giugno|july?|"
    r"juli|juillet|"
    r"julio|luglio|aug(?:ust|ustus|\.)?|ao[uû]t|agosto|ago\.?|sep(?:t|tember|tiembre|tembre|\.)?|sett(?:embre)?|"
    r"oct(?:ober|obre|ubre|\.)?|okt(?:ober|\.)?|ott(?:obre)?|nov(?:ember|iembre|embre|\.)?|dec(?:ember|\.)?|"
    r"dez(?:ember|\.)?|"
    r"dic(?:iembre|embre|\.)?|d[eé]c(?:embre)?|enero|ene\.?|febrero|gennaio|febbraio)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_YEAR = r"(?:(?:18|19|20)\d{2})"
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.|°)?"
_LINK = r"(?: ?(?:of|de|di|del) ?|,? |-)"

NUMERIC = (
    rf"(?:{_YEAR}([./-]){_MONTH}\1{_DAY}|{_DAY}([./ -]){_MONTH}\2(?:{_YEAR}|"
    rf"\d{{2}})|{_MONTH}([./-]){_DAY}\3(?:{_YEAR}|\d{{2}}))"
)
_WORDED = (
    rf"(?:{_DAY}{_ORDINAL}{_LINK}{_MONTHS}(?![^\W\d_])(?:{_LINK}{_YEAR}|,? '?\d{{2}}(?!\d|:))?"
    rf"|{_MONTHS}(?![^\W\d_]) (?:the )?{_DAY}{_ORDINAL}(?![\d:])(?:,? {_YEAR})?)"
)
FULL_DATE = re.compile(rf"(?<![\w./-])(?:{NUMERIC}|{_WORDED})(?![\w/]|[.-]\d)")
"""A day: numeric with its year, or with the month as a word and with or without a year."""

_IN_WORDS = (
    r"(?:(?:twenty[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|thirty[- ]first)"
)
_SPOKEN = sought(
    rf"(?<![\w-])(?:{_IN_WORDS} (?:day )?of {_MONTHS}(?![^\W\d_])(?:,? {_YEAR})?"
    rf"|{_MONTHS}(?![^\W\d_])\.?,? the {_IN_WORDS}"
    r"(?=\W*$|[^\w\s-]| (?:at|in|on|for|to|and|with|is|was|will|this|next|last|from|when|we|he|she|they|i|\d)\b))"
    r"(?![\w/-])",
    at=r"[fstenjmaodg](?<![\w-].)"
    r"(?=irst|econd|hir|our|ift|ixt|even|igh|inth|inet|ent|lev|wel|wen|[a-zéûä]{2,9}+[.,]{0,2} the [fsten])",
)
"""A day that is spoken: "the third of March", "March the third"."""

MONTH_AND_YEAR = re.compile(rf"(?<![\w./-])(?:{_MONTHS},? (?:of |de )?)?{_YEAR}(?![\w/-]|\.\d)")
"""A year, or a month and a year."""

_BEFORE, _AFTER = 20, 24


def find_days(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the days in a piece of a text in small letters."""
    for near, far in near_digits(text, before=_BEFORE, after=_AFTER, within=(start, end)):
        yield from FULL_DATE.finditer(text, near, far)
    yield from _SPOKEN.finditer(text, start, end)
