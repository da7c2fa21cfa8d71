"""How two people compare a channel's root: its SHA-256 whole, in eight groups, each as signs and as three words.

A group is 32 bits: eight hexadecimal digits, or three words of the list of keys, with a bit that tells half of all
slips. Two groups are typed in from paper or from the phone, never from the stick or the site that is to be trusted.
Which two, nobody can know before.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping

from caregiver_app.model.channel import Fingerprint
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.support.key_words import as_key_words, read_key_words

GROUPS = 8
TYPED_GROUPS = 2
WORDS = 3
"""Words of a group."""

_DIGITS = 8
_BITS = 32
_MASK = (1 << _BITS) - 1
_BETWEEN = re.compile(r"[\s:.,\-\u2010-\u2015]+")
_HEX = re.compile(rf"[0-9a-f]{{{_DIGITS}}}")


def groups_of(fingerprint: Fingerprint) -> tuple[str, ...]:
    """Return the groups as signs, `1a2b 3c4d`."""
    return tuple(f"{group[:4]} {group[4:]}" for group in _signs(fingerprint))


def words_of(fingerprint: Fingerprint) -> tuple[str, ...]:
    """Return the same groups as words, `token glow ski`."""
    return tuple(" ".join(as_key_words(_with_check(int(group, 16)), words=WORDS)) for group in _signs(fingerprint))


def ask_for() -> tuple[int, ...]:
    """Return which groups are to be typed in this time, counted from 1."""
    return tuple(sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), TYPED_GROUPS)))


def compare_groups(fingerprint: Fingerprint, typed: Mapping[int, str]) -> None:
    """Compare groups that were typed in, by their number from 1, as signs or as words.

    Raises:
        ChannelError: a group is mistyped (its number in `detail`), or is one of another fingerprint.
        RuntimeError: fewer groups than must be typed in, or groups that there are not.
    """
    if len(typed) < TYPED_GROUPS or not set(typed) <= set(range(1, GROUPS + 1)):
        raise RuntimeError("two groups must be compared")
    wanted = [int(group, 16) for group in _signs(fingerprint)]
    read = {number: _read(number, text) for number, text in sorted(typed.items())}
    if any(wanted[number - 1] != value for number, value in read.items()):
        raise ChannelError(ChannelTrouble.WRONG_FINGERPRINT)


def compare_whole(fingerprint: Fingerprint, typed: str) -> None:
    """Compare all of it, as signs or as words, whatever stands between them.

    Raises:
        ChannelError: it is mistyped, or another one.
    """
    if read_whole(typed) != fingerprint:
        raise ChannelError(ChannelTrouble.WRONG_FINGERPRINT)


def read_whole(typed: str) -> Fingerprint:
    """Return what somebody typed in from all eight groups.

    Raises:
        ChannelError: it is mistyped; the number of the group is in `detail` where it is known.
    """
    parts = [part for part in _BETWEEN.split(typed.strip().casefold()) if part]
    signs = "".join(parts)
    if len(signs) == GROUPS * _DIGITS and set(signs) <= set("0123456789abcdef"):
        return Fingerprint(signs)
    if len(parts) != GROUPS * WORDS:
        raise ChannelError(ChannelTrouble.MISTYPED_FINGERPRINT)
    groups = (" ".join(parts[at : at + WORDS]) for at in range(0, len(parts), WORDS))
    return Fingerprint("".join(f"{_read(number, group):08x}" for number, group in enumerate(groups, start=1)))


def _signs(fingerprint: Fingerprint) -> list[str]:
    return [fingerprint[at : at + _DIGITS] for at in range(0, GROUPS * _DIGITS, _DIGITS)]


def _read(number: int, text: str) -> int:
    plain = _BETWEEN.sub(" ", text.strip().casefold())
    signs = plain.replace(" ", "")
    if _HEX.fullmatch(signs):
        return int(signs, 16)
    value = read_key_words(plain, words=WORDS)
    if value is None or _with_check(value >> 1) != value:
        raise ChannelError(ChannelTrouble.MISTYPED_FINGERPRINT, str(number))
    return value >> 1 & _MASK


def _with_check(bits: int) -> int:
    return bits << 1 | hashlib.sha256(bits.to_bytes(4, "big")).digest()[0] >> 7
