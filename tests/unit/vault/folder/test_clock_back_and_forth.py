"""A clock that is wrong, set back or far ahead loses nothing that was written."""

from __future__ import annotations

import pytest

from caregiver_app.model.time import Millis
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import DAY
from tests.helpers.clock import MONDAY

YEARS = 20 * 365 * DAY
BACK, AHEAD = Millis(MONDAY - YEARS), Millis(MONDAY + YEARS)


@pytest.mark.parametrize("times", [(BACK, MONDAY), (AHEAD, MONDAY), (AHEAD, BACK), (Millis(0), MONDAY)])
def test_a_note_is_saved_and_kept_whatever_the_clock_does_between(vault: Vault, times: tuple[Millis, Millis]) -> None:
    """The newest text counts, that of before is among the versions, and both are found by the last words."""
    first, second = times
    note = vault.notes.add(NewNote(text="written first, at some length"), at=first)
    vault.drafts.keep("note/new", "a draft", at=second)
    vault.notes.change(note, text="second", at=second)
    assert [each.text for each in vault.notes.list()] == ["second"]
    assert len(vault.versions.of("note", note)) == 1
    assert vault.searchable.find("second", limit=5)
    assert vault.drafts.get("note/new") is not None
    assert [entry.id for entry in vault.timeline.page(limit=5)] == [note]


def test_a_clock_that_was_set_back_deletes_nothing_for_good(vault: Vault) -> None:
    note = vault.notes.add(NewNote(text="kept"), at=MONDAY)
    vault.notes.delete(note, at=MONDAY)
    vault.purge(at=BACK)
    vault.notes.restore(note, at=BACK)
    assert [each.text for each in vault.notes.list()] == ["kept"]


def test_what_was_deleted_by_a_clock_far_ahead_can_still_be_brought_back(vault: Vault) -> None:
    note = vault.notes.add(NewNote(text="kept"), at=AHEAD)
    vault.notes.delete(note, at=AHEAD)
    vault.purge(at=MONDAY)
    assert [each.id for each in vault.deleted.list()] == [note]
