"""How publishers and channels may be called. Pure.

A name can be read, is of one script word by word, and is not Caregiver's. Names of real organisations are not kept for
them: these publish too. Whose name it is, families know only of the channel, which they compared: so it stands beside.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from caregiver_app.links.skeletons import mixes_scripts, skeleton
from caregiver_app.packs.channels.rules import NAME_CHARS
from caregiver_app.packs.channels.signed_fields import is_line

_WORD = re.compile(r"[^\W_]+")
_NOT_SEEN: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0") | frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Letters and marks that show nothing, or another form of what is before them."""

_JOINED_IN_VAIN = re.compile(r"(?:^|[\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?:$|[\x00-\u024f])")
"""What joins or parts letters of other scripts, where there are none: it makes another name of the same letters."""

_SAYS_MORE = re.compile(r"[^\W\d_]{4}\.\s*\S|[!?;:\u0589\u061f\u06d4\u0964\u3002]\s*\S|[\w-]\.[^\W\d_]{2}|@|//")
"""After NFKC: a sentence that ended ("St. Mary" has none) and what follows it, a site ("e.V." is none), an address."""

_MOST_DIGITS = 4
"""A year and no telephone number."""

_OURS: Final = skeleton("caregiver")
_BESIDE: Final = frozenset(
    map(
        skeleton,
        ("app built builtin by came care from giver in it makers of official pack packs team the with").split(),
    )
)
"""With these words alone the name is still that of Caregiver."""


def is_maker_name(said: object) -> bool:
    """Return whether a publisher or a channel may be called so."""
    if not is_line(said, NAME_CHARS) or _NOT_SEEN & frozenset(str(said)) or _JOINED_IN_VAIN.search(str(said)):
        return False
    words = _WORD.findall(unicodedata.normalize("NFKC", str(said)).casefold())
    return not any(map(mixes_scripts, words)) and not _is_caregiver([skeleton(word) for word in words])


def is_new_maker_name(said: object) -> bool:
    """Return whether a publisher or a channel may be called so from now on: `is_maker_name`, and it says nothing else.

    A name stands in notices of ours. One that says more, or sends somebody anywhere, would be read as our words.
    """
    plain = unicodedata.normalize("NFKC", str(said))
    return is_maker_name(said) and not _SAYS_MORE.search(plain) and sum(map(str.isdigit, plain)) <= _MOST_DIGITS


def _is_caregiver(words: list[str]) -> bool:
    joined = "".join(words)
    return joined == _OURS or (_OURS in joined and all(word == _OURS or word in _BESIDE for word in words))
