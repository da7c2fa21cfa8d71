"""What is chosen to leave the care notes, and how it is called there. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.vault.records.people import PersonId

FORMAT = "caregiver-care-notes"
VERSION = 1
"""Of the document that is written; a reader takes this one and older ones."""

DOCUMENT = "care-notes.json"
READABLE = "care-notes.md"
FILES = "attachments"
"""How the parts of an export are called: nothing that tells of whom or when."""

ABOUT_ME_FIELDS = frozenset({"carer-conditions", "carer-medicines"})
"""Fields of the forms that tell of the carer's own health; they go like notes about oneself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """What goes: all, or one person's; notes about oneself only where they are picked, by number or all of them."""

    person_id: PersonId | None = None
    about_me: frozenset[int] = frozenset()
    all_about_me: bool = False
    files: bool = True

    def takes(self, note_id: int, *, is_about_me: bool) -> bool:
        """Return whether a note goes."""
        return not is_about_me or self.all_about_me or note_id in self.about_me

    def takes_field(self, name: str) -> bool:
        """Return whether a field of the forms goes."""
        return self.all_about_me or name not in ABOUT_ME_FIELDS
