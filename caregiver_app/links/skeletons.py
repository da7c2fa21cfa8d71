"""Brings names that look alike to one form: letters of other scripts (Unicode UTS #39), digits for letters, rn for m.

Two names with one skeleton look the same at a glance. A skeleton is only ever compared, never shown or followed. Pure.
"""

from __future__ import annotations

import unicodedata

from caregiver_app.support.look_alikes import look_alikes

# At a glance, in the letters of most windows; the longer ones first.
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_SIGNS = str.maketrans("013456789i", "oleasbtbgl")

_SLASHES = "\u2044\u2215\u29f8\u29f5\u2571\u2572\u2afd\u1735\u3033\u30ce\u4e3f\u31d3"
_DOTS = "\u00b7\u0387\u0660\u06d4\u06f0\u0701\u0702\u16eb\u2027\u2022\u2219\u22c5\u30fb\ua4f8"
_HYPHENS = "\u02d7\u2010\u2012\u2013\u2043\u2212\u2796\u2cba\u30fc\u4e00_"
_ASCII = ",;'!$&()*+=~"  # browsers take them for letters of a name
_MARKS = str.maketrans({**dict.fromkeys(_SLASHES + _DOTS + _ASCII, "."), **dict.fromkeys(_HYPHENS, "-")})
"""What cuts a name short at a glance: signs like slashes, dots and hyphens that are letters of the name."""


def skeleton(name: str) -> str:
    """Return what a name of small letters looks like."""
    plain = plain_letters(name).translate(_SIGNS)
    for pair, sign in _PAIRS:
        plain = plain.replace(pair, sign)
    return plain


def plain_letters(name: str) -> str:
    """Return a name with each letter that looks like one of a to z as that letter, accents dropped."""
    if name.isascii():
        return name
    table = look_alikes()
    told = "".join(table.get(sign, sign) for sign in name)
    apart = unicodedata.normalize("NFKD", told)
    return "".join(table.get(sign, sign) for sign in apart if not unicodedata.combining(sign))


def plain_marks(name: str) -> str:
    """Return a name with a dot for each mark that looks like one or like a slash, and hyphens for what looks so."""
    return name.translate(_MARKS)


def script_of(sign: str) -> str:
    """Return the script of a letter by its name (LATIN, CYRILLIC ...), empty for digits, marks and the hyphen."""
    if not sign.isalpha():
        return ""
    return unicodedata.name(sign, "").partition(" ")[0]


def mixes_scripts(label: str) -> bool:
    """Tell whether one word has letters of several scripts; Japanese and Korean are written in several."""
    scripts = {script_of(sign) for sign in label} - {""}
    return len(scripts) > 1 and not scripts <= _TOGETHER


_TOGETHER = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})
