"""Whoever may write into the folder can seal words, and puts none of them into a form that opens again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pyrage
import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.time import Millis
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.folder.sealed import MOST_FILES, MOST_NOTES, SealedDraft, SealedNote, seal_draft, waiting
from caregiver_app.vault.folder.sealed_marks import MarkKey
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

T = TypeVar("T")

TAG = "written while locked"
PLACE = "medicine/1"
DRAFT = SealedDraft(place=PLACE, text="Twice a day", cursor=3, more={"dose": "5 mg", "how": ""}, at=MONDAY)
ANOTHER = "plum anchor teapot violin meadow"


def had_key(folder: Path) -> Care:
    """Return care notes that were open in this process, and are locked."""
    care = new_care(folder)
    care.lock()
    return care


def without_key(folder: Path) -> Care:
    """Return the care notes of a folder as a process has them that never opened them."""
    return Care(Paths(data_dir=folder), SystemClock())


def ask(care: Care, question: Callable[[Vault], T]) -> T:
    """Unlock, ask, lock."""
    care.unlock(PASSPHRASE)
    vault = care.open()
    try:
        return question(vault)
    finally:
        vault.close()
        care.lock()


def drafts(vault: Vault) -> dict[str, str]:
    """Return what waits for its form."""
    return {draft.place: draft.text for draft in vault.drafts.list()}


def notes(vault: Vault) -> tuple[Note, ...]:
    """Return the journal."""
    return vault.notes.list()


def piece(care: Care) -> Path:
    """Return the one that waits."""
    (path,) = waiting(care.places.sealed)
    return path


def opened(care: Care, path: Path) -> dict[str, object]:
    """Return what stands in a piece, which comes in meanwhile and is put back: only the notes can tell."""
    sealed = path.read_bytes()
    path.unlink()
    secrets = ask(care, lambda vault: vault.drop_keys.secrets())
    path.write_bytes(sealed)
    fields = json.loads(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(secret) for secret in secrets]))
    assert isinstance(fields, dict)
    return fields


def seal_again(care: Care, path: Path, fields: dict[str, object]) -> None:
    """Put other fields into a piece, sealed as anybody can."""
    recipient = pyrage.x25519.Recipient.from_str(care.places.envelope.read().marks.drop_recipient)
    path.write_bytes(pyrage.encrypt(json.dumps(fields).encode(), [recipient]))


def test_a_draft_of_who_never_had_the_notes_open_becomes_a_note_that_is_named_so(tmp_path: Path) -> None:
    had_key(tmp_path)
    care = without_key(tmp_path)
    care.seal_draft(DRAFT)
    unlocked = care.unlock(PASSPHRASE)
    assert (unlocked.joined, unlocked.notices) == (1, ())
    vault = care.open()
    (note,) = notes(vault)
    assert (drafts(vault), vault.medicines.list()) == ({}, ())
    vault.close()
    assert (note.text, note.tags, note.at, note.person_id) == ("Twice a day\n\n5 mg", (TAG,), MONDAY, None)


def test_it_takes_no_place_of_what_somebody_is_writing(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    vault = care.open()
    vault.drafts.keep(PLACE, "Once a day", at=MONDAY)
    vault.close()
    care.lock()
    without_key(tmp_path).seal_draft(replace(DRAFT, at=Millis(MONDAY + 60_000)))
    assert ask(care, drafts) == {PLACE: "Once a day"}


def test_one_that_is_sealed_after_the_notes_were_open_comes_back_in_another_process(tmp_path: Path) -> None:
    had_key(tmp_path).seal_draft(DRAFT)
    care = without_key(tmp_path)
    unlocked = care.unlock(PASSPHRASE)
    assert (unlocked.joined, unlocked.notices) == (0, ())
    vault = care.open()
    draft = vault.drafts.get(PLACE)
    vault.close()
    assert draft is not None
    assert (draft.text, draft.cursor, draft.more) == ("Twice a day", 3, DRAFT.more)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Ten times a day"},
        {"place": "medicine/2"},
        {"cursor": 0},
        {"more": {"dose": "500 mg", "how": ""}},
        {"more": {"dose": "5 mg"}},
        {"at": MONDAY + 1},
        {"added": 1},
        {"mark": ""},
        {"mark": "0" * 64},
        {"mark": "é" * 64},
        {"mark": None},
        {"mark": ["0"]},
    ],
    ids=str,
)
def test_a_mark_counts_for_the_words_that_it_was_made_for(tmp_path: Path, change: dict[str, object]) -> None:
    care = had_key(tmp_path)
    care.seal_draft(DRAFT)
    path = piece(care)
    seal_again(care, path, opened(care, path) | change)
    assert ask(care, drafts) == {}
    (note,) = ask(care, notes)
    assert note.tags == (TAG,)


def test_the_same_fields_sealed_again_with_their_mark_count(tmp_path: Path) -> None:
    """So that the test above fails for what it changes."""
    care = had_key(tmp_path)
    care.seal_draft(DRAFT)
    path = piece(care)
    fields = opened(care, path)
    seal_again(care, path, {name: fields[name] for name in sorted(fields)})
    assert ask(care, drafts) == {PLACE: "Twice a day"}


def test_a_mark_of_another_key_does_not_count(tmp_path: Path) -> None:
    care = had_key(tmp_path)
    recipient = care.places.envelope.read().marks.drop_recipient
    seal_draft(care.places.sealed, recipient, DRAFT, key=MarkKey(raw=bytes(32)))
    assert ask(care, drafts) == {}
    assert len(ask(care, notes)) == 1


def test_a_mark_from_before_a_new_key_does_not_count(tmp_path: Path) -> None:
    care = had_key(tmp_path)
    other = without_key(tmp_path)
    other.unlock(PASSPHRASE)
    other.carry_out_new_key(other.prepare_new_key(PASSPHRASE, ANOTHER, cost=CHEAPEST))
    other.lock()
    care.seal_draft(DRAFT)
    other.unlock(ANOTHER)
    vault = other.open()
    assert (drafts(vault), len(notes(vault))) == ({}, 1)
    vault.close()


def test_a_copy_of_a_draft_that_came_back_brings_old_words_back_no_second_time(tmp_path: Path) -> None:
    care = had_key(tmp_path)
    care.seal_draft(DRAFT)
    path = piece(care)
    copied = path.read_bytes()
    assert ask(care, drafts) == {PLACE: "Twice a day"}
    ask(care, lambda vault: vault.drafts.drop(PLACE))
    for name in (path.name, f"{'0' * 32}.age"):
        (care.places.sealed / name).write_bytes(copied)
    unlocked = care.unlock(PASSPHRASE)
    assert (unlocked.joined, unlocked.notices) == (0, ())
    care.lock()
    assert (ask(care, drafts), ask(care, notes)) == ({}, ())
    assert waiting(care.places.sealed) == ()


def test_who_forgets_the_notes_forgets_how_to_mark(tmp_path: Path) -> None:
    care = had_key(tmp_path)
    care.forget()
    care.seal_draft(DRAFT)
    assert ask(care, drafts) == {}


def test_a_draft_in_which_nothing_was_written_is_set_aside(tmp_path: Path) -> None:
    had_key(tmp_path)
    care = without_key(tmp_path)
    care.seal_draft(replace(DRAFT, text=" ", more={"dose": "\n"}))
    assert ask(care, notes) == ()
    assert len(list(care.places.sealed.glob("*.unreadable"))) == 1


def test_each_note_that_was_written_while_locked_is_named_so(tmp_path: Path) -> None:
    """Whoever sits before locked notes can write one, also where they were open before."""
    care = had_key(tmp_path)
    care.seal_note(SealedNote(text="Fell at three", at=MONDAY, author="Anna"))
    without_key(tmp_path).seal_note(SealedNote(text="Slept", at=MONDAY))
    found = {(note.text, note.author, note.tags) for note in ask(care, notes)}
    assert found == {("Fell at three", "Anna", (TAG,)), ("Slept", "", (TAG,))}


def test_a_note_that_is_not_finished_is_kept_where_a_finished_one_is_refused(tmp_path: Path) -> None:
    care = had_key(tmp_path)
    care.places.sealed.mkdir()
    for number in range(MOST_NOTES):
        (care.places.sealed / f"{number}.age").touch()
    care.seal_note(SealedNote(text="Fell at", at=MONDAY), finished=False)
    assert len(waiting(care.places.sealed)) == MOST_NOTES + 1 < MOST_FILES


def test_nothing_of_a_key_is_in_what_is_shown_of_it() -> None:
    assert repr(MarkKey(raw=b"secret")) == "MarkKey()"
