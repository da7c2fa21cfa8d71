"""What can be done with notes of the journal, as steps of the notes' own thread."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.care.journal.writer import WrittenNote
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.changes.undoing import joined
from caregiver_app.vault.changes.versions import VersionId
from caregiver_app.vault.records.notes import NewNote, NoteId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

AUTHOR = "journal-author"
"""The setting that remembers who wrote last, so that it need not be typed again."""


def add_note(vault: Vault, written: WrittenNote, *, at: Millis) -> tuple[NoteId, CareDone]:
    """Keep a new note."""
    new = NewNote(
        text=written.text.strip(),
        person_id=written.person_id,
        kind=written.kind,
        answers=written.answers,
        tags=written.tags,
        author=written.author,
        about_me=written.about_me,
        at=written.happened_at,
    )
    with vault.write("vault.journal.add"):
        note_id = vault.notes.add(new, at=at)
        vault.settings.set(AUTHOR, written.author)
    return note_id, _kept(note_id)


def add_line(vault: Vault, text: str, person_id: PersonId | None, *, at: Millis) -> CareDone:
    """Keep a note of one line, by who wrote last."""
    author = vault.settings.get(AUTHOR)
    new = NewNote(text=text, person_id=person_id, author=author if isinstance(author, str) else "")
    note_id = vault.notes.add(new, at=at)
    return _kept(note_id)


def change_note(vault: Vault, note_id: NoteId, written: WrittenNote, *, at: Millis) -> CareDone | None:
    """Change a note; None when nothing is otherwise."""
    before = vault.notes.get(note_id)
    with vault.write("vault.journal.change"):
        steps = [
            vault.notes.change(
                note_id,
                text=written.text.strip(),
                kind=written.kind,
                answers=written.answers,
                tags=written.tags,
                author=written.author,
                about_me=written.about_me,
                happened_at=written.happened_at or before.at,
                at=at,
            )
        ]
        if written.person_id != before.person_id:
            steps.append(vault.notes.move_to(note_id, written.person_id, at=at))
    undo = joined(steps)
    return CareDone(text=_("Saved what you changed."), undo=undo, icon=Icon.NOTES) if undo else None


def delete_note(vault: Vault, note_id: NoteId, day: str, *, at: Millis) -> CareDone:
    """Put a note among the recently deleted; `day` is when it was from, in words."""
    undo = vault.notes.delete(note_id, at=at)
    # Translators: {day} is a day such as "Sunday 22 November"
    return CareDone(text=_("Deleted the note from {day}.").format(day=day), undo=undo, icon=Icon.TRASH)


def bring_back(vault: Vault, version_id: VersionId, *, at: Millis) -> CareDone | None:
    """Let a note say again what it said in an earlier version; None when it says that now."""
    undo = vault.versions.bring_back(version_id, at=at)
    return CareDone(text=_("Brought the earlier version back."), undo=undo, icon=Icon.HISTORY) if undo else None


def _kept(note_id: NoteId) -> CareDone:
    return CareDone(
        text=_("Note kept."), undo=lambda notes, then: notes.notes.delete(note_id, at=then), icon=Icon.NOTES
    )
