"""What is read once after each unlock, in the notes' own thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from caregiver_app.ui.care.drafting import Written, load_drafts
from caregiver_app.ui.care.tips import TIPS, Tip

if TYPE_CHECKING:
    from caregiver_app.model.time import Millis
    from caregiver_app.ui.care.set_up import Wish
    from caregiver_app.vault.records.people import Person, PersonId
    from caregiver_app.vault.store import Vault

LOCK_MINUTES = "lock-minutes"
SHEET = "recovery-sheet"
PERSON = "person-shown"
DEFAULT_MINUTES = 5


class SheetState(StrEnum):
    """How it stands with the recovery sheet: not made, made but never compared, compared."""

    MISSING = "missing"
    MADE = "made"
    CHECKED = "checked"

    @classmethod
    def of(cls, value: object) -> SheetState:
        """Return what was kept; anything else counts as missing."""
        return next((state for state in cls if state.value == value), cls.MISSING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What the screen needs to show open notes."""

    people: tuple[Person, ...] = field(repr=False)
    person: PersonId | None
    drafts: dict[str, Written] = field(repr=False)
    lock_minutes: int
    sheet: SheetState


def write_first(vault: Vault, wish: Wish, *, at: Millis) -> None:
    """Keep in new notes what was chosen while they were made."""
    vault.settings.set(LOCK_MINUTES, wish.minutes)
    vault.settings.set(SHEET, SheetState.MISSING.value)
    vault.settings.set(TIPS, list(Tip))
    if wish.name:
        vault.people.add(wish.name, at=at)


def read_opened(vault: Vault) -> Opened:
    """Return what there is."""
    minutes = vault.settings.get(LOCK_MINUTES, DEFAULT_MINUTES)
    return Opened(
        people=vault.people.list(),
        person=vault.settings.get(PERSON),
        drafts=load_drafts(vault),
        lock_minutes=minutes if isinstance(minutes, int) and minutes > 0 else DEFAULT_MINUTES,
        sheet=SheetState.of(vault.settings.get(SHEET)),
    )
