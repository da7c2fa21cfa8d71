"""The names of months, zones and halves of the day as feeds write them, in the languages that feeds are written in.

Only tables; how they are read is the business of `dates`.
"""

from __future__ import annotations

import unicodedata

# A month is known by its first letters, without accents. A row holds the beginnings for one month in English, Spanish,
# Portuguese, French, Italian, German, Dutch, the Scandinavian languages, Polish, Hungarian, Greek and Russian.
_BEGINNINGS = (
    "jan ene gen ian sty янв ιαν",
    "feb fev lut фев φεβ",
    "mar mrt мар μαρ",
    "apr abr avr kwi апр απρ",
    "may mai mag mei maj мая май μαι",
    "jun juin giu cze июн ιουν",
    "jul juil lug lip июл ιουλ",
    "aug ago aou sie авг αυγ",
    "sep set szep wrz сен σεπ",
    "oct okt out ott paz окт οκτ",
    "nov lis ноя νοε",
    "dec dic dez des gru дек δεκ",
)
_MONTHS = {beginning: n for n, row in enumerate(_BEGINNINGS, start=1) for beginning in row.split()}

# Minutes east of Greenwich. RFC 822 section 5.1, and what publishers add to it. Letters but Z mean nothing (RFC 2822
# section 4.3), nor does IST, which is India's and Ireland's.
ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0,
    "bst": 60, "west": 60, "cet": 60, "met": 60, "cest": 120, "mest": 120, "eet": 120, "eest": 180, "msk": 180,
    "nst": -210, "ndt": -150, "ast": -240, "adt": -180, "at": -240,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360,
    "mst": -420, "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480,
    "akst": -540, "akdt": -480, "hst": -600,
    "sgt": 480, "hkt": 480, "awst": 480, "jst": 540, "kst": 540,
    "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip

AFTERNOON = frozenset(("pm", "p.m.", "p.m", "오후", "μμ"))
MORNING = frozenset(("am", "a.m.", "a.m", "오전", "πμ"))

KOREAN = frozenset(("년", "월", "일", "오전", "오후"))


def plain(word: str) -> str:
    """Return `word` in lower case without accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))


def month_of(word: str) -> int | None:
    """Return the month, 1 to 12, that a word names, None where it names none."""
    name = plain(word)
    return _MONTHS.get(name[:4]) or _MONTHS.get(name[:3]) if len(name) >= 3 else None
