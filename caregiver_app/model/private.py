"""What the rest may know of care notes: seams without a word of them. `bootstrap` hands over what is behind them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PrivateKind(StrEnum):
    """What a private word is, for saying why it should not leave."""

    NAME = "name"
    PHONE = "phone"
    NUMBER = "number"
    ADDRESS = "address"
    DATE = "date"
    PLACE = "place"
    MEDICINE = "medicine"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateHit:
    """A piece of a text that the care notes hold too: `start` and `end` in code points of the text."""

    start: int
    end: int
    kind: PrivateKind


class PrivateWords(Protocol):
    """Finds private words in a text, and can do nothing else with them: nobody can list them."""

    def find(self, text: str) -> tuple[PrivateHit, ...]:
        """Return the pieces that are private, in order, none within another.

        Raises:
            VaultError: the care notes were locked meanwhile.
        """
        ...
