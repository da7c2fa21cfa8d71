"""The recovery sheet: the data key itself in groups to be typed by hand, each with a checksum that knows its place.

Fourteen groups of six signs. The first carries the number of the notes, the others 4 bits of version and the 256 of the
key, most significant first. The signs are those of Crockford's base 32, which leaves out I, L, O and U and reads what
looks like a sign as that sign. Four signs of a group are data, two are checks over GF(32) (a code of distance three):
one or two wrong signs in a group are always found, two groups exchanged too. docs/formats/care-keys.md has the details.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.model.time import Millis
from caregiver_app.vault.keys.data_key import DataKey

GROUPS, SIGNS = 14, 6
LONGEST_TYPED = 4_000
VERSION = 1

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_DATA_SIGNS, _BITS = 4, 5
_READ_AS = {**{sign: value for value, sign in enumerate(_ALPHABET)}, "O": 0, "I": 1, "L": 1, "U": 27}
_WRONG = -1
_KEY_BITS = 256
_PASSED_OVER = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Pd"})  # spaces, line ends, unseen signs, dashes


def make_sheet(data_key: DataKey, number: str, *, at: Millis) -> RecoverySheet:
    """Return the sheet of a key. It is the key: whoever reads it has the notes."""
    payload = (VERSION << _KEY_BITS) | int.from_bytes(data_key.raw(), "big")
    wide = _DATA_SIGNS * _BITS
    parts = [(payload >> wide * at) & ((1 << wide) - 1) for at in reversed(range(GROUPS - 1))]
    data = [[_READ_AS[sign] for sign in number], *(_values(part) for part in parts)]
    return RecoverySheet(number=number, groups=tuple(_group(each, at) for at, each in enumerate(data, 1)), made_at=at)


def read_sheet(typed: str) -> tuple[str, DataKey]:
    """Return the number of the notes and the key that were typed. Case, spaces, hyphens and line ends do not matter.

    What stands before the last colon is for people, as in the text file of a sheet, and is passed over.

    Raises:
        VaultError: a group is not as it stands on the sheet, the first of them in `detail`; or a newer sheet.
    """
    values = _typed_values(typed)
    groups = [values[at : at + SIGNS] for at in range(0, GROUPS * SIGNS, SIGNS)]
    for place, group in enumerate(groups, 1):
        if not _is_right(group, place):
            raise VaultError(VaultTrouble.SHEET_MISTYPED, str(place))
    if len(values) > GROUPS * SIGNS:
        raise VaultError(VaultTrouble.SHEET_MISTYPED, str(GROUPS))
    payload = _number([value for group in groups[1:] for value in group[:_DATA_SIGNS]])
    if payload >> _KEY_BITS != VERSION:
        raise VaultError(VaultTrouble.NEWER)
    number = "".join(_ALPHABET[value] for value in groups[0][:_DATA_SIGNS])
    return number, DataKey((payload & ((1 << _KEY_BITS) - 1)).to_bytes(_KEY_BITS // 8, "big"))


def is_group(typed: str, place: int) -> bool:
    """Return whether one group is typed as it can stand at its place, counted from 1; for checking while typing."""
    return _is_right(_typed_values(typed), place)


def is_same_group(sheet: RecoverySheet, typed: str, place: int) -> bool:
    """Return whether somebody has the sheet at hand: whether they typed its group at this place."""
    return _typed_values(typed) == [_READ_AS[sign] for sign in sheet.groups[place - 1]]


def _typed_values(typed: str) -> list[int]:
    shown = unicodedata.normalize("NFKC", typed[:LONGEST_TYPED]).rpartition(":")[2].upper()
    return [_READ_AS.get(sign, _WRONG) for sign in shown if unicodedata.category(sign) not in _PASSED_OVER]


def _group(data: Sequence[int], place: int) -> str:
    return "".join(_ALPHABET[value] for value in (*data, *_checks(data, place)))


def _is_right(group: Sequence[int], place: int) -> bool:
    whole = len(group) == SIGNS and _WRONG not in group
    return whole and tuple(group[_DATA_SIGNS:]) == _checks(group[:_DATA_SIGNS], place)


def _checks(data: Sequence[int], place: int) -> tuple[int, int]:
    """Return the sum of the data, and their sum weighted by powers of x; the place is added to the first one."""
    plain = weighted = 0
    for value in reversed(data):
        plain ^= value
        weighted = _times_x(weighted) ^ value
    return plain ^ place, weighted ^ _times_x(place)


def _times_x(value: int) -> int:
    """Multiply in GF(32) = GF(2)[x] / (x^5 + x^2 + 1)."""
    shifted = value << 1
    return shifted ^ 0b100101 if shifted & 0b100000 else shifted


def _values(part: int) -> list[int]:
    return [(part >> _BITS * at) & 31 for at in reversed(range(_DATA_SIGNS))]


def _number(values: Sequence[int]) -> int:
    number = 0
    for value in values:
        number = number << _BITS | value
    return number
