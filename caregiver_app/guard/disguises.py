"""What is written so that a reader sees it and a pattern does not: spaced out, coded, glued, letters as digits. Pure.

Each function finds one kind and yields what of a plain text is to be undone. A text without a disguise, as nearly all
are, costs a search each.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator

from caregiver_app.guard.reading import Edit

SPACED_OUT = re.compile(r"(?<![^\W_])[^\W_](?P<gap>\W{1,3}|_)[^\W_](?:(?P=gap)[^\W_]){2,}(?![^\W_])")
"""Single letters or digits with the same between them each time."""
_SPACED_DIGITS = re.compile(r"\d(?:[ .\-_*·•|/~]\d){6,}")
"""Less is a section of a book or a scale, and with more between them they are a list."""
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff](?: ?[\U0001f1e6-\U0001f1ff]){2,}")
_CODED = re.compile(r"(?:%(?:25){0,4}[0-9A-Fa-f]{2})+")
_CODE = re.compile(r"%(?:25)*([0-9A-Fa-f]{2})")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_DIGIT = re.compile(r"\d")
_GLUED = tuple(
    map(
        re.compile,
        (r"[A-Z](?<=[a-z].)(?=[a-z])", r"\d(?<=[^\W\d_]{3}.)(?=\d{5})", r"[^\W\d_](?<=\d{6}.)(?=[^\W\d_]{2})"),
    )
)
_BESIDE_DIGIT = re.compile(r"\d(?:[OoIl|SBZ]|(?<=[OoIl|SBZ].))")
_GROUP = r"[\dOoIl|SBZ]{1,20}"
_AS_DIGITS = re.compile(
    rf"(?<![^\W_])(?=(?:[OoIl|SBZ ./()-]{{0,3}}\d){{6}})[+(]?{_GROUP}(?:[ ./()-]{{1,2}}{_GROUP}){{0,8}}(?![^\W_])"
)
_LIKE_DIGIT = {"O": "0", "o": "0", "I": "1", "l": "1", "|": "1", "S": "5", "B": "8", "Z": "2"}
_MOST_LIKE_DIGITS = 4
_LIKE_NOTHING_ELSE = "Oo|"
"""Other letters at the end may be the check letter of a number."""
_FLAGS_FROM = 0x1F1E6


def spaced_out(text: str) -> Iterator[Edit]:
    """Yield what stands between the letters of "R o s a" and "0.7.9.1.1"; flags that spell a word are its letters."""
    found = [*SPACED_OUT.finditer(text), *_FLAGS.finditer(text)]
    for each in sorted(found, key=re.Match.start):
        if each[0][0].isdigit() and each[0][-1].isdigit() and not _SPACED_DIGITS.fullmatch(each[0]):
            continue
        for place in range(*each.span()):
            sign = text[place]
            if _FLAGS_FROM <= ord(sign) <= _FLAGS_FROM + 25:
                yield Edit(
                    start=place, end=place + 1, text=chr(ord(sign) - _FLAGS_FROM + 65), places=((place, place + 1),)
                )
            elif not sign.isalnum():
                yield Edit(start=place, end=place + 1)


def percent_coded(text: str) -> Iterator[Edit]:
    """Yield characters that are written as bytes behind a percent sign (RFC 3986), coded once or more often."""
    for found in _CODED.finditer(text) if "%" in text else ():
        yield from _decoded(found)


def entity_coded(text: str) -> Iterator[Edit]:
    """Yield characters that are written as pages write them (HTML, 13.5): "&#77;", "&commat;"."""
    for found in _ENTITY.finditer(text) if "&" in text else ():
        read = html.unescape(found[0])
        if read != found[0]:
            yield Edit(start=found.start(), end=found.end(), text=read, places=(found.span(),) * len(read))


def _decoded(found: re.Match[str]) -> Iterator[Edit]:
    """Yield the characters of a run of codes (UTF-8); bytes that are none are read as nothing."""
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    begun = found.start()
    for code in _CODE.finditer(found.string, *found.span()):
        read = decoder.decode(bytes([int(code[1], 16)]))
        if not decoder.getstate()[0]:
            yield Edit(start=begun, end=code.end(), text=read, places=((begun, code.end()),) * len(read))
            begun = code.end()


def glued_words(text: str) -> Iterator[Edit]:
    """Yield where a word begins inside another, as in "callMum" and "call07911123456", to be read as a space."""
    for place in sorted(found.start() for pattern in _GLUED for found in pattern.finditer(text)):
        yield Edit(start=place, end=place, text=" ", places=((place, place),))


def letters_as_digits(text: str) -> Iterator[Edit]:
    """Yield letters that stand for digits in a number: "O7911 l23456"."""
    for found in _AS_DIGITS.finditer(text) if _BESIDE_DIGIT.search(text) else ():
        letters = [place for place in range(*found.span()) if text[place] in _LIKE_DIGIT]
        is_in_front = any(_DIGIT.search(text, place, found.end()) for place in letters)
        if len(letters) <= _MOST_LIKE_DIGITS and (is_in_front or text[found.end() - 1] in _LIKE_NOTHING_ELSE):
            for place in letters:
                yield Edit(start=place, end=place + 1, text=_LIKE_DIGIT[text[place]], places=((place, place + 1),))
