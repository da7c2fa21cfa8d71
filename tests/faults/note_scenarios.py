"""Scenarios of what people write in care notes: each step is told once it is done, and done by one write.

They work in a folder with the notes of `tests.helpers.care_notes.open_notes`, with an invented family in them.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from caregiver_app.model.errors import StorageError
from caregiver_app.model.time import Millis
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.snapshots import check_file, take_daily_snapshot
from caregiver_app.vault.records.appointments import AppointmentId
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.notes import NewNote, NoteId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import NewQuestion, QuestionId
from caregiver_app.vault.records.visits import AfterVisit
from caregiver_app.vault.store import Vault
from tests.faults.telling import BEGUN, tell
from tests.helpers.care_notes import DAY, KEY, MINUTE, open_notes
from tests.helpers.clock import MONDAY

SOON, NEXT_YEAR = Millis(MONDAY + MINUTE), Millis(MONDAY + 400 * DAY)
MUM, DAD, VISIT = PersonId(1), PersonId(2), AppointmentId(1)
BESIDE = 30
LONG = "It went on like this for most of the night, and then it was better. " * 40


def _write_up(vault: Vault) -> None:
    chase = NewChase(what="Blood test", who="Surgery")
    answers = {QuestionId(1): "New tablets", QuestionId(2): "For an hour"}
    after = AfterVisit(outcome="Went well", decisions="Fewer tablets", answers=answers, chases=(chase,))
    vault.visits.write_up(VISIT, after, at=SOON)


def _add_question(vault: Vault) -> None:
    vault.questions.add(NewQuestion(text="What about driving?", person_id=MUM), at=SOON)


def _add_note(vault: Vault) -> None:
    vault.notes.add(NewNote(text="A new one", tags=("night", "calm"), person_id=MUM), at=SOON)


def _keep_draft(vault: Vault) -> None:
    vault.drafts.keep("note/new", "Being written", cursor=5, more={"author": "Anna"}, at=SOON)


STEPS: tuple[Callable[[Vault], object], ...] = (
    _keep_draft,
    lambda vault: vault.drafts.keep("note/new", "Being written, and more", cursor=9, at=SOON),
    _add_note,
    lambda vault: vault.drafts.drop("note/new"),
    lambda vault: vault.notes.change(NoteId(1), text=LONG, tags=("sleep", "pain"), at=SOON),
    lambda vault: vault.notes.change(NoteId(1), text=f"{LONG} And on.", at=Millis(SOON + MINUTE)),
    _add_question,
    lambda vault: vault.questions.put_in_order((QuestionId(4), QuestionId(2), QuestionId(1)), at=SOON),
    _write_up,
    lambda vault: vault.facts.fill_many(MUM, {"full-name": "Rosa", "conditions": "Gout", "calms": "Music"}, at=SOON),
    lambda vault: vault.notes.delete(NoteId(1), at=SOON),
    lambda vault: vault.people.delete(DAD, at=SOON),
    lambda vault: vault.erasing.purge(at=NEXT_YEAR),
    lambda vault: vault.erasing.delete_for_good("medicine", 1),
    lambda vault: vault.erasing.erase_person(MUM),
)


def write_notes(folder: Path) -> None:
    """Take every step, one after the other."""
    vault = open_notes(folder).vault
    tell(BEGUN)
    for number, step in enumerate(STEPS):
        step(vault)
        tell(f"step {number}")
    vault.close()


def copy_notes(folder: Path) -> None:
    """Take the daily snapshot."""
    opened = open_notes(folder)
    tell(BEGUN)
    take_daily_snapshot(opened.database, at=MONDAY)
    tell("copied")
    opened.vault.close()


def write_beside(folder: Path, who: str) -> None:
    """Write notes while others do so too."""
    vault = open_notes(folder).vault
    tell(BEGUN)
    for number in range(BESIDE):
        vault.notes.add(NewNote(text=f"{who} {number}"), at=MONDAY)
        tell(f"{who} {number}")
    vault.close()


def full_notes(folder: Path) -> None:
    """Write until the disk is full, tell what is there then, make room, and go on."""
    vault = open_notes(folder).vault
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(200_000))
    saved = 0
    try:
        while True:
            vault.notes.add(NewNote(text=f"{saved} {LONG}"), at=MONDAY)
            saved += 1
    except StorageError as error:
        tell(f"trouble {error.kind}")
    _tell_state(vault, saved)
    ballast.unlink()
    vault.notes.add(NewNote(text=f"{saved} {LONG}"), at=MONDAY)
    _tell_state(vault, saved + 1)
    vault.close()
    vault = open_notes(folder).vault
    _tell_state(vault, saved + 1)
    vault.close()
    check_file(folder / "vault.db", FileKey(KEY))
    tell("sound")


def read_only_notes(folder: Path) -> None:
    """Try to write notes that are open, and to open them, on a disk that became read-only."""
    vault = open_notes(folder).vault
    vault.notes.add(NewNote(text="before"), at=MONDAY)
    vault.close()
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    try:
        open_notes(folder).vault.notes.add(NewNote(text="after"), at=MONDAY)
        tell("saved")
    except StorageError as error:
        tell(f"trouble {error.kind}")


def _tell_state(vault: Vault, saved: int) -> None:
    kept = sorted(int(note.text.split()[0]) for note in vault.notes.list(limit=100_000))
    tell(f"all there {kept == list(range(saved))}")


WRITING = (write_notes, copy_notes, write_beside, full_notes, read_only_notes)
