"""Where lines of typed text may end, and which signs never reach paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from caregiver_app.paper.directions import END_OF_KEPT, KEPT, directed

_LONGEST_WHOLE = 20
_KEPT = rf"{KEPT}[^{END_OF_KEPT}]*{END_OF_KEPT}"
_LONG = re.compile(rf"{_KEPT}|[^\s{KEPT}]{{{_LONGEST_WHOLE + 1},}}")
_WORD = re.compile(rf"{_KEPT}|[^\s{KEPT}]+")
# No line ends within these: "1" and "g four times a day" are read as something else, half a telephone number is called.
_DOSE = r"\d[\d.,/]{0,9}[ \xa0](?:mg|mcg|[µμ]g|ng|k?g|[mcd]?[lL]|IU|UI|mmol|%)(?![\w.]\w|\w)"
_BEGIN = r"\+\d{1,3}[ \xa0]\(?\d{1,5}\)?|\(\d{2,5}\)|0\d{2,4}|\d{2,4}[ \xa0]\d{2,4}"
_TELEPHONE = rf"(?:{_BEGIN})(?:[ \xa0]\d{{2,4}}){{0,3}}[ \xa0]\d{{3,6}}(?!\w)"
_IN_ONE = re.compile(rf"(?<![\w.,:/+(])(?:{_DOSE}|{_TELEPHONE})")
_BETWEEN_PARTS = re.compile(r"(?<=[/.?&=:;,@+#~%_-])(?=\w)")
# Never before a sign that belongs to the one in front of it: an accent, a joiner, a variation.
_ENDLESS = re.compile(rf"[^\s\0]{{{_LONGEST_WHOLE}}}(?=[^\s\0\u0300-\u036f\u200c\u200d\ufe00-\ufe0f])")
# Signs that show nothing or turn the direction of what follows: C0 and C1 controls, and those of UAX 9 and UAX 14.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff]"
)
_TABS = re.compile("[\t\x0b\x0c]")
_LONE = re.compile("[\ud800-\udfff]")  # halves of a sign, which no text has
# The marks are no signs: Python 3.11 calls them wide, 3.12 does not. On all, what is kept gets some room to spare.
_WIDE = frozenset((*"MWmw@%…—", KEPT, END_OF_KEPT))
_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def pieces(line: str) -> list[str]:
    """Return a line in pieces between which it may end: else an endless word, or an address, leaves the page.

    No sign is put in between: whoever copies an address from the sheet must get it as it is.
    """
    return _LONG.sub(_broken, line).split("\0")


def _broken(word: re.Match[str]) -> str:
    """Return a long word with marks where it may end: between the parts of an address first. What is kept has none."""
    if word[0].startswith(KEPT):
        return word[0]
    return _ENDLESS.sub(r"\g<0>\0", _BETWEEN_PARTS.sub("\0", word[0]))


def shown(text: str) -> str:
    """Return a text without signs that nobody can see, its line ends as one sign; halves of signs become `\ufffd`."""
    return _LONE.sub("\ufffd", _UNSEEN.sub("", _TABS.sub(" ", _ENDS.sub("\n", text))))


def widest(lines: list[list[str]]) -> float:
    """Return how wide the widest word of a text is, as so many usual letters."""
    words = (word for line in lines for piece in line for word in _WORD.findall(piece))
    return max((sum(map(_width, word)) for word in words), default=0)


def _width(sign: str) -> float:
    if sign in _WIDE or unicodedata.east_asian_width(sign) in "WF":
        return 1.8
    return 1.2 if sign.isupper() else 1


def lines_of(text: str) -> list[list[str]]:
    """Return the lines of a text, each in pieces; none for an empty one."""
    return runs_of((text,))[0]


def runs_of(texts: Sequence[str]) -> list[list[list[str]]]:
    """Return the runs of one text, each in lines in pieces: which way words run is seen from the whole of it."""
    return [_lines(run) for run in directed([shown(text) for text in texts])]


def address_of(link: str) -> list[list[str]]:
    """Return an address in lines in pieces, without a mark: whoever copies it gets it as it is."""
    return _lines(shown(link))


def _lines(text: str) -> list[list[str]]:
    plain = text.strip("\n")
    if KEPT not in plain:
        plain = _IN_ONE.sub(f"{KEPT}\\g<0>{END_OF_KEPT}", plain)
    return [pieces(line) for line in plain.split("\n")] if plain.strip() else []
