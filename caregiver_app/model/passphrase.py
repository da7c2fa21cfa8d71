"""How hard a passphrase is to guess, in three words, and what would make it better. Knows no passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """How hard it is; what is easy to guess is refused."""

    EASY = "easy"
    GOOD = "good"
    STRONG = "strong"


class StrengthTip(StrEnum):
    """What would make it harder, the first that counts."""

    NONE = ""
    EMPTY = "empty"
    LONGER = "longer"
    COMMON = "common"  # one of those that everybody tries first
    FAMILY = "family"  # names of one's own people
    NAME = "name"
    DATE = "date"
    KEYS = "keys"  # neighbours on the keyboard
    REPEATED = "repeated"
    SERIES = "series"  # abc, 4321


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What is said of a passphrase while it is chosen."""

    strength: Strength
    tip: StrengthTip = StrengthTip.NONE

    @property
    def accepted(self) -> bool:
        """Whether care notes may be locked with it."""
        return self.strength is not Strength.EASY
