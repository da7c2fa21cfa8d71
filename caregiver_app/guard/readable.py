"""Links, ids and names of files as the words in them: what nobody writes as a sentence tells of somebody all the same.

Pure; total: any text has an answer.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_PUNYCODE = re.compile(r"\bxn--([a-z0-9-]+)", re.IGNORECASE)
_MOST_LAYERS = 4  # how often an address may be percent-encoded and still be read


def readable(link: str) -> str:
    """Return a link as it reads: nothing in it percent-encoded (RFC 3986, 2.1), however often, nor in punycode."""
    for _layer in range(_MOST_LAYERS):
        plain = unquote(link)
        if plain == link:
            break
        link = plain
    return _PUNYCODE.sub(_plain_label, link)


def in_words(text: str) -> str:
    """Return a text as it reads, and where other signs stand in it than blanks a line with its words alone."""
    plain = readable(text)
    words = _BETWEEN_WORDS.sub(" ", plain)
    return plain if words == plain else f"{plain}\n{words}"


def _plain_label(found: re.Match[str]) -> str:
    """Return a label of a host in its own letters (RFC 3492), as it is where it is none."""
    try:
        return found[1].encode("ascii").decode("punycode")
    except UnicodeError:
        return found[0]
