"""What the rest may know of care notes: seams without a word of them. `bootstrap` hands over what is behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from caregiver_app.model.sheets.kinds import Audience, SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.model.time import Millis


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose from by its number, e.g. a person or a visit."""

    id: int
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChoices:
    """What private sheets can be made of: people, visits of one of them, and what was measured (code and name)."""

    people: tuple[Choice, ...] = field(default=(), repr=False)
    visits: tuple[Choice, ...] = field(default=(), repr=False)
    measures: tuple[tuple[str, str], ...] = field(default=(), repr=False)


class PrivateSheets(Protocol):
    """Makes sheets of open care notes; asked in the thread that has them open.

    All raise StorageError where the notes cannot be read or written.
    """

    def choices(self, person_id: int | None, *, now: Millis) -> SheetChoices:
        """Return what there is to choose from, for one person or for the only one."""
        ...

    def make(self, wish: PrivateWish, *, now: Millis) -> Sheet:
        """Return a sheet with all that may go on it, each part as it is at first.

        Raises:
            PrintError: nobody is chosen where there are several, or what is asked for does not exist.
        """
        ...

    def remembered(self, kind: SheetKind, person_id: int | None, audience: Audience | None) -> Mapping[str, bool]:
        """Return which parts were put on or left out the last time, by code."""
        ...

    def remember(
        self,
        kind: SheetKind,
        person_id: int | None,
        audience: Audience | None,
        choices: Mapping[str, bool],
        *,
        first: Mapping[str, bool],
    ) -> None:
        """Keep which parts were put on or left out, where that is not as it was at first."""
        ...

    def printed(
        self, kinds: tuple[SheetKind, ...], person_id: int | None, audience: Audience | None, *, at: Millis
    ) -> None:
        """Write down that sheets left these notes, whatever becomes of the paper."""
        ...
