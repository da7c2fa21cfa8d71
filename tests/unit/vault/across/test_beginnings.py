"""Since when there is something to lose is known from the records themselves."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.vault.records.contacts import ContactText
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY


def test_empty_notes_have_no_beginning(vault: Vault) -> None:
    assert vault.beginnings.first_kept_at() is None


def test_the_first_record_of_any_kind_counts(vault: Vault) -> None:
    vault.contacts.add(ContactText(name="Surgery"), at=MONDAY)
    for later in (1, 2):
        vault.notes.add(NewNote(text="Slept well."), at=Millis(MONDAY + later))
    assert vault.beginnings.first_kept_at() == MONDAY


def test_what_was_deleted_was_written_all_the_same(vault: Vault) -> None:
    note = vault.notes.add(NewNote(text="Slept well."), at=MONDAY)
    vault.notes.delete(note, at=Millis(MONDAY + 1))
    assert vault.beginnings.first_kept_at() == MONDAY
