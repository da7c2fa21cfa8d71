"""How the letters of a host's name are read, wherever one is written. Pure: nothing is refused and nothing looked up.

As UTS #46 says without transitional processing (lower case, NFKC, what cannot be seen dropped), so that
`straße.example` stays apart from `strasse.example` as in browsers.
"""

from __future__ import annotations

import re
import unicodedata

_DOTS = re.compile("[\u3002\uff0e\uff61]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f]")


def mapped(name: str) -> str:
    """Return a name with its letters in the one form that counts, any kind of dot as a dot."""
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", _DOTS.sub(".", name)))
    return unicodedata.normalize("NFKC", plain.lower()).lower()


def ascii_label(label: str) -> str:
    """Return one part of a mapped name as DNS carries it (RFC 5890)."""
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
