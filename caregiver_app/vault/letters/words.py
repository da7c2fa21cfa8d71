"""The words of a key: what two people read to each other, by phone or in person, to know that a key is the right one.

They are the first bits of the SHA-256 of the key's text, in three groups of four words from a list of 2,048; each group
carries 42 bits and two more that tell most slips from another key. Two groups are typed in: somebody who wants to pass
off a key has to find one that agrees in 84 bits. The words are the same in every language, and the list never changes.
For who reads no English each word has a number, its place in the list: read out and typed in, it is as good.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.support.key_words import WORD_BITS, as_key_numbers, as_key_words, read_key_numbers, read_key_words
from caregiver_app.vault.letters.sealing import Recipient

GROUPS, WORDS = 3, 4
TYPED_GROUPS = 2
_CHECK_BITS = 2
_GROUP_BITS = WORDS * WORD_BITS - _CHECK_BITS

Group = tuple[str, ...]


def words_of(recipient: Recipient) -> tuple[Group, ...]:
    """Return the groups of words of a key."""
    digest = int.from_bytes(hashlib.sha256(recipient.encode()).digest(), "big")
    bits = digest >> (256 - GROUPS * _GROUP_BITS)
    mask = (1 << _GROUP_BITS) - 1
    return tuple(_group(bits >> (_GROUP_BITS * (GROUPS - 1 - number)) & mask) for number in range(GROUPS))


def numbers_of(recipient: Recipient) -> tuple[str, ...]:
    """Return the groups of a key in numbers: of each word its place in the list, in four digits."""
    return tuple(map(as_key_numbers, words_of(recipient)))


def ask_for() -> tuple[int, ...]:
    """Return which groups are to be typed in this time, counted from 1; nobody can know before."""
    return tuple(sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), TYPED_GROUPS)))


def compare_words(recipient: Recipient, typed: Mapping[int, str]) -> None:
    """Compare groups that were typed in, by their number from 1, as words whatever their case or as numbers.

    Raises:
        AskError: a group is mistyped (its number in `detail`), or is one of another key.
        RuntimeError: fewer groups than must be typed in, or groups that there are not.
    """
    if len(typed) < TYPED_GROUPS or not set(typed) <= set(range(1, GROUPS + 1)):
        raise RuntimeError("two groups must be compared")
    groups = words_of(recipient)
    read = {number: _read(number, text) for number, text in sorted(typed.items())}
    if any(groups[number - 1] != group for number, group in read.items()):
        raise AskError(AskTrouble.WRONG_WORDS)


def _group(bits: int) -> Group:
    return as_key_words(bits << _CHECK_BITS | _check_of(bits), words=WORDS)


def _read(number: int, text: str) -> Group:
    value = read_key_words(text, words=WORDS)
    if value is None:
        value = read_key_numbers(text, words=WORDS)
    if value is None or _check_of(value >> _CHECK_BITS) != value & ((1 << _CHECK_BITS) - 1):
        raise AskError(AskTrouble.MISTYPED_WORDS, str(number))
    return as_key_words(value, words=WORDS)


def _check_of(bits: int) -> int:
    return hashlib.sha256(bits.to_bytes((_GROUP_BITS + 7) // 8, "big")).digest()[0] >> (8 - _CHECK_BITS)
