"""What is read once after each unlock, in the notes' own thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.ui.care.drafting import Written, load_drafts

if TYPE_CHECKING:
    from caregiver_app.vault.people import Person, PersonId
    from caregiver_app.vault.store import Vault

LOCK_MINUTES = "lock-minutes"
SHEET = "recovery-sheet"
PERSON = "person-shown"
DEFAULT_MINUTES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What the screen needs to show open notes."""

    people: tuple[Person, ...] = field(repr=False)
    person: PersonId | None
    drafts: dict[str, Written] = field(repr=False)
    lock_minutes: int
    sheet: str


def read_opened(vault: Vault) -> Opened:
    """Return what there is."""
    minutes = vault.settings.get(LOCK_MINUTES, DEFAULT_MINUTES)
    return Opened(
        people=vault.people.list(),
        person=vault.settings.get(PERSON),
        drafts=load_drafts(vault),
        lock_minutes=minutes if isinstance(minutes, int) and minutes > 0 else DEFAULT_MINUTES,
        sheet=str(vault.settings.get(SHEET, "none")),
    )
