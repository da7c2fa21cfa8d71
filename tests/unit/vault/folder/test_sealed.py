"""What is written while locked is ciphertext until the next unlock, which takes each piece in exactly once."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.care_notices import CareNotice
from caregiver_app.model.errors import RecordRefused, VaultError, VaultTrouble
from caregiver_app.model.time import Millis
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.sentences import joined_sentence
from caregiver_app.vault.folder.sealed import MOST_FILES, MOST_NOTES, SealedDraft, SealedNote, waiting
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import PASSPHRASE, new_care

MARKER = "plover-5512-unlikely"
NOTE = SealedNote(text=f"She asked for {MARKER}", at=MONDAY, author="Anna")
DRAFT = SealedDraft(place="note/new", text=f"half a {MARKER}", cursor=4, more={"pain": MARKER}, at=MONDAY)


def locked(folder: Path) -> Care:
    """Return care notes that were made and locked, as another process sees them."""
    new_care(folder).lock()
    return care_in(folder)


def care_in(folder: Path) -> Care:
    """Return the care notes of a folder, locked."""
    return Care(Paths(data_dir=folder), SystemClock())


def files(folder: Path) -> list[Path]:
    """Return what waits."""
    return list(waiting(folder / "sealed"))


def texts(care: Care) -> list[str]:
    """Return what the notes say."""
    vault = care.open()
    try:
        return [note.text for note in vault.notes.list()]
    finally:
        vault.close()


def seal_for(care: Care, content: bytes, *, to: str | None = None, name: str = "0" * 32) -> Path:
    """Put a file among the sealed ones, as anybody can who may write in the folder."""
    recipient = pyrage.x25519.Recipient.from_str(to or care.places.envelope.read().marks.drop_recipient)
    care.places.sealed.mkdir(exist_ok=True)
    path = care.places.sealed / f"{name}.age"
    path.write_bytes(pyrage.encrypt(content, [recipient]))
    return path


def test_a_note_written_while_locked_joins_at_the_next_unlock(tmp_path: Path) -> None:
    care = locked(tmp_path)
    care.seal_note(NOTE)
    assert len(files(tmp_path)) == 1
    assert not any(MARKER.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not any("Anna" in path.name for path in tmp_path.rglob("*"))
    unlocked = care.unlock(PASSPHRASE)
    assert (unlocked.joined, unlocked.notices) == (1, ())
    vault = care.open()
    (kept,) = vault.notes.list()
    vault.close()
    assert (kept.text, kept.author, kept.at) == (NOTE.text, "Anna", MONDAY)
    assert files(tmp_path) == []
    care.lock()
    assert care.unlock(PASSPHRASE).joined == 0
    assert texts(care) == [NOTE.text]
    assert "1" in joined_sentence(1)


def test_a_draft_comes_back_with_its_cursor_unless_a_newer_one_is_there(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    care.lock()
    care.seal_draft(DRAFT)
    care.unlock(PASSPHRASE)
    vault = care.open()
    draft = vault.drafts.get("note/new")
    assert draft is not None
    assert (draft.text, draft.cursor, draft.more) == (DRAFT.text, 4, {"pain": MARKER})
    vault.drafts.keep("note/new", "newer", at=SystemClock().now())
    vault.close()
    care.lock()
    care.seal_draft(replace(DRAFT, text="older"))
    assert care.unlock(PASSPHRASE).joined == 0
    vault = care.open()
    draft = vault.drafts.get("note/new")
    vault.close()
    assert draft is not None
    assert draft.text == "newer"
    assert files(tmp_path) == []


def test_a_draft_that_says_it_is_of_years_to_come_keeps_no_later_one_from_coming_back(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    care.lock()
    care.seal_draft(replace(DRAFT, at=Millis(SystemClock().now() + 10**12), text="of somebody else"))
    care.unlock(PASSPHRASE)
    care.lock()
    care.seal_draft(replace(DRAFT, at=SystemClock().now()))
    care.unlock(PASSPHRASE)
    vault = care.open()
    draft = vault.drafts.get("note/new")
    vault.close()
    assert draft is not None
    assert draft.text == DRAFT.text


def test_a_piece_that_is_still_there_after_it_came_in_comes_in_no_second_time(tmp_path: Path) -> None:
    """As after a kill between the two steps: the database of after with the file of before."""
    care = locked(tmp_path)
    care.seal_note(NOTE)
    (piece,) = files(tmp_path)
    kept = tmp_path / "kept.age"
    shutil.copy(piece, kept)
    care.unlock(PASSPHRASE)
    vault = care.open()
    vault.settings.set("sealed-joined", [piece.name])
    vault.close()
    care.lock()
    shutil.copy(kept, piece)
    assert care.unlock(PASSPHRASE).notices == ()
    assert texts(care) == [NOTE.text]
    vault = care.open()
    assert vault.settings.get("sealed-joined") == []
    vault.close()


@pytest.mark.parametrize(
    "content",
    [
        b"no json",
        b"[]",
        b"{}",
        b'{"kind": "other", "text": "x", "at": 1}',
        b'{"kind": "note", "text": 1, "at": 1, "author": ""}',
        b'{"kind": "note", "text": "x", "at": "1", "author": ""}',
        b'{"kind": "note", "text": "x", "at": -1, "author": ""}',
        b'{"kind": "note", "text": "x", "at": 7258118400001, "author": ""}',
        b'{"kind": "draft", "place": "p", "text": "x", "cursor": 1, "more": {}, "at": 281474976710655}',
        b'{"kind": "draft", "place": "p", "text": "x", "cursor": "a", "more": {}, "at": 1}',
        b'{"kind": "draft", "place": "p", "text": "x", "cursor": 1e999, "more": {}, "at": 1}',
        b'{"kind": "draft", "place": "p", "text": "x", "cursor": 1, "more": [], "at": 1}',
        json.dumps({"kind": "note", "text": "x" * 600_000, "at": 1, "author": ""}).encode(),
        b"[" * 100_000,
    ],
    ids=str,
)
def test_what_we_did_not_write_so_is_set_aside_and_told(tmp_path: Path, content: bytes) -> None:
    care = locked(tmp_path)
    path = seal_for(care, content)
    unlocked = care.unlock(PASSPHRASE)
    assert (unlocked.notices, unlocked.joined) == ((CareNotice.SEALED_UNREADABLE,), 0)
    assert texts(care) == []
    assert path.with_suffix(".unreadable").exists()
    care.lock()
    assert care.unlock(PASSPHRASE).notices == ()


def test_what_was_sealed_for_somebody_else_is_set_aside_and_told(tmp_path: Path) -> None:
    care = locked(tmp_path)
    thief = str(pyrage.x25519.Identity.generate().to_public())
    seal_for(care, b'{"kind": "note"}', to=thief)
    (care.places.sealed / "garbage.age").write_bytes(b"\x00" * 99)
    care.seal_note(NOTE)
    unlocked = care.unlock(PASSPHRASE)
    assert (unlocked.notices, unlocked.joined) == ((CareNotice.SEALED_UNREADABLE,), 1)


def test_a_piece_for_thousands_of_keys_keeps_nobody_waiting(tmp_path: Path) -> None:
    """Each of them costs a multiplication: such a file took minutes of every unlock."""
    care = locked(tmp_path)
    path = seal_for(care, b'{"kind": "note", "text": "x", "at": 1, "author": ""}')
    intro, stanza, key, *rest = path.read_bytes().split(b"\n", 3)
    path.write_bytes(b"\n".join((intro, *(stanza, key) * 30_000, *rest)))
    unlocked = care.unlock(PASSPHRASE)
    assert (unlocked.notices, unlocked.joined) == ((CareNotice.SEALED_UNREADABLE,), 0)
    assert path.with_suffix(".unreadable").exists()


def test_a_changed_recipient_in_one_copy_is_told_and_put_right(tmp_path: Path) -> None:
    care = locked(tmp_path)
    whole = (tmp_path / "vault.json").read_bytes()
    thief = str(pyrage.x25519.Identity.generate().to_public())
    fields = json.loads(whole)
    (tmp_path / "vault.json").write_text(json.dumps(fields | {"drop": thief}))
    with pytest.raises(VaultError) as told:
        care.seal_note(NOTE)
    assert told.value.kind is VaultTrouble.ENVELOPE_DAMAGED
    assert care.unlock(PASSPHRASE).notices == (CareNotice.SEAL_CHANGED,)
    assert (tmp_path / "vault.json").read_bytes() == whole


def test_after_an_unlock_the_recipient_is_the_one_from_inside(tmp_path: Path) -> None:
    """Whatever stands in the files then: the window seals to the key that it saw inside."""
    care = new_care(tmp_path)
    care.lock()
    thief = str(pyrage.x25519.Identity.generate().to_public())
    whole = (tmp_path / "vault.json").read_bytes()
    for name in ("vault.json", "vault-2.json"):
        (tmp_path / name).write_text(json.dumps(json.loads(whole) | {"drop": thief}))
    care.seal_note(NOTE)
    for name in ("vault.json", "vault-2.json"):
        (tmp_path / name).write_bytes(whole)
    assert care.unlock(PASSPHRASE).joined == 1


@pytest.mark.parametrize("recipient", ["", "age1", "ssh-ed25519 AAAA", "age1plugin1qqq"])
def test_a_recipient_that_is_none_is_refused(tmp_path: Path, recipient: str) -> None:
    care = locked(tmp_path)
    fields = json.loads((tmp_path / "vault.json").read_bytes())
    for name in ("vault.json", "vault-2.json"):
        (tmp_path / name).write_text(json.dumps(fields | {"drop": recipient}))
    with pytest.raises(VaultError) as told:
        care.seal_note(NOTE)
    assert told.value.kind is VaultTrouble.ENVELOPE_DAMAGED


def test_so_many_may_wait_and_drafts_have_room_beyond(tmp_path: Path) -> None:
    care = locked(tmp_path)
    care.places.sealed.mkdir()
    for number in range(MOST_NOTES):
        (care.places.sealed / f"{number}.age").touch()
    with pytest.raises(VaultError) as told:
        care.seal_note(NOTE)
    assert told.value.kind is VaultTrouble.SEALED_FULL
    care.seal_draft(DRAFT)
    for number in range(MOST_NOTES, MOST_FILES):
        (care.places.sealed / f"{number}.age").touch()
    with pytest.raises(VaultError):
        care.seal_draft(DRAFT)


def test_a_note_that_is_too_long_or_without_care_notes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VaultError) as told:
        care_in(tmp_path / "nothing").seal_note(NOTE)
    assert told.value.kind is VaultTrouble.ABSENT
    care = locked(tmp_path)
    with pytest.raises(RecordRefused):
        care.seal_note(SealedNote(text="x" * 600_000, at=MONDAY))
    assert not files(tmp_path)


def test_folders_and_links_among_them_are_left_alone(tmp_path: Path) -> None:
    care = locked(tmp_path)
    care.places.sealed.mkdir()
    (care.places.sealed / "folder.age").mkdir()
    (care.places.sealed / "link.age").symlink_to(tmp_path / "vault.db")
    assert care.unlock(PASSPHRASE).notices == ()
    assert (tmp_path / "vault.db").exists()


def test_no_word_is_in_what_is_shown_of_the_values() -> None:
    assert MARKER not in repr(NOTE) + repr(DRAFT)
