"""Files are added to a record, listed with what they are, leave only as a copy that is asked for, and go with undo."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.ui.care.attached.drawer import FilesDrawer
from caregiver_app.ui.care.attached.part import AttachedPart
from caregiver_app.ui.care.journal.note_place import NotePlace
from caregiver_app.ui.care.parts.record_rows import RecordRow
from caregiver_app.ui.widgets.button import Button
from caregiver_app.vault.exchange.disclosures import Channel
from caregiver_app.vault.records.people import Situation
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_visits import filled, in_notes
from tests.helpers.care_window import care_of, journal, lock, unlock
from tests.helpers.picking import dialog_of, drop, pick, press, words_in
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

LETTER = b"%PDF-1.7 kestrelmark says the letter" * 50


def written(folder: Path, name: str, data: bytes = LETTER) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def row(part: AttachedPart) -> RecordRow:
    (number,) = part.rows.keys
    found = part.rows.row(number)
    assert isinstance(found, RecordRow)
    return found


def place_of(opened: Opened) -> NotePlace:
    place = journal(opened).place
    assert isinstance(place, NotePlace)
    return place


def save_a_copy(opened: Opened, part: AttachedPart, folder: Path) -> None:
    """Go the way to a copy, first to a folder that a service copies; what left is written down."""
    press(part, "Save a copy: Letter from the clinic.pdf")
    assert [Path(name).name for name in dialog_of(opened).selectedFiles()] == ["file.pdf"]
    synced = folder / "Dropbox"
    synced.mkdir()
    pick(opened, synced / "copy.pdf")
    assert part.target.accessibleName() == "A service copies this folder to other computers."
    assert not (synced / "copy.pdf").exists()
    assert opened.whole.window.focusWidget() is part.target.another
    assert_accessible(part)
    part.target.another.click()
    pick(opened, folder / "Letter from the clinic.pdf")
    assert part.target.accessibleName() == "Something is there already under this name."
    assert not part.target.anyway.isVisible()
    part.target.another.click()
    pick(opened, folder / "copy.pdf")
    assert opened.message == "Saved. This copy is not locked: keep it somewhere safe."
    assert (folder / "copy.pdf").read_bytes() == LETTER
    assert stat.S_IMODE((folder / "copy.pdf").stat().st_mode) == 0o600
    (left,) = in_notes(opened, lambda vault: vault.disclosures.list())
    assert (left.disclosed.channel, left.disclosed.what) == (Channel.COPY, {"attachment": 1})


def test_files_of_somebody_who_died_are_for_reading_also_among_those_of_everybody(
    opened: Opened, tmp_path: Path
) -> None:
    unlock(opened)
    family = filled(opened)
    journal(opened).open_note(family.notes[0])
    opened.quiet()
    place_of(opened).files.add_paths([written(tmp_path, "Letter from the clinic.pdf")])
    opened.quiet()
    in_notes(opened, lambda vault: vault.people.add("Dad", at=opened.clock.now()))
    in_notes(
        opened, lambda vault: vault.people.set_situation(family.mum, Situation.DIED, on=None, at=opened.clock.now())
    )
    care_of(opened).desk.changed.emit()
    opened.quiet()
    opened.quiet()
    assert care_of(opened).desk.whom.person is None
    journal(opened).open_note(family.notes[0])
    opened.quiet()
    part = place_of(opened).files
    shown = [button.words for button in part.findChildren(Button) if button.isVisible()]
    assert shown == ["Save a copy"]
    part.ask_to_add([written(tmp_path, "another.pdf")])
    assert not part.drop_ask.isVisible()


def test_the_life_of_a_file_beside_a_note(opened: Opened, tmp_path: Path) -> None:
    """Added, told apart, refused, saved as a copy, taken away and brought back, gone from sight at the lock."""
    unlock(opened)
    note = filled(opened).notes[0]
    journal(opened).open_note(note)
    opened.quiet()
    part = place_of(opened).files
    assert "At most 20 MB each" in part.hint.text()
    part.add_paths([written(tmp_path, "Letter from the clinic.pdf")])
    opened.quiet()
    assert opened.message == "Added 1 file."
    assert row(part).accessibleName() == "Letter from the clinic.pdf"
    assert "PDF document, 1.8 kB, added today" in words_in(row(part))
    assert_accessible(place_of(opened))

    part.add_paths([written(tmp_path, "again.pdf")])
    opened.quiet()
    assert opened.message == "This file is here already."
    opened.whole.window.messages.drop("attached")
    part.add_paths([written(tmp_path, "run.pdf", b"MZ\0\0"), tmp_path])
    opened.quiet()
    assert opened.message.startswith("This file is a program.")
    assert len(list(part.rows.keys)) == 1

    opened.whole.window.messages.drop("error")
    save_a_copy(opened, part, tmp_path)
    press(part, "Take away: Letter from the clinic.pdf")
    opened.quiet()
    assert opened.message == "Took “Letter from the clinic.pdf” away."
    assert list(part.rows.keys) == []
    assert part.add.hasFocus()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert row(part).accessibleName() == "Letter from the clinic.pdf"

    journal(opened).close_place()
    opened.quiet()
    shown = journal(opened).earlier.rows.row(note)
    assert shown is not None
    assert "1 file" in words_in(shown)
    journal(opened).open_note(note)
    opened.quiet()
    press(place_of(opened).files, "Save a copy: Letter from the clinic.pdf")
    lock(opened)
    assert not opened.whole.window.findChildren(QFileDialog)
    assert not [each for each in opened.whole.window.findChildren(QWidget) if "Letter" in each.accessibleName()]
    for path in (tmp_path / "data").rglob("*"):
        assert path.is_dir() or b"kestrelmark" not in path.read_bytes()


def test_a_file_that_is_let_fall_is_asked_about(opened: Opened, tmp_path: Path) -> None:
    """Onto a note, onto a note that is being written, and onto the drawer of another record."""
    unlock(opened)
    written_before = filled(opened)
    letter, scan = written(tmp_path, "Letter.pdf"), written(tmp_path, "Scan.png", b"\x89PNG\r\n\x1a\n")
    tab = journal(opened)
    drop(tab.edit.viewport(), letter)
    opened.quiet()
    assert opened.message == "Write a line first, then add the file to it."
    assert tab.edit.toPlainText() == ""
    tab.edit.setPlainText("The letter came.")
    drop(tab.edit.viewport(), letter, scan)
    question = tab.write.files.question
    assert question.accessibleName() == "Add 2 files here?"
    assert question.no.hasFocus()
    assert_accessible(tab.write)
    question.no.click()
    assert tab.edit.toPlainText() == "The letter came."
    drop(tab.write, letter, scan)
    question.yes.click()
    opened.quiet()
    wait_until(lambda: tab.edit.toPlainText() == "", "the note to be kept")
    opened.quiet()
    kept = in_notes(opened, lambda vault: vault.notes.list()[0])
    files = in_notes(opened, lambda vault: vault.attachments.of("note", kept.id))
    assert (kept.text, [one.name for one in files]) == ("The letter came.", ["Letter.pdf", "Scan.png"])

    tab.open_note(written_before.notes[1])
    opened.quiet()
    drop(place_of(opened), letter)
    part = place_of(opened).files
    assert part.drop_ask.accessibleName() == "Add “Letter.pdf” here?"
    assert list(part.rows.keys) == []
    part.drop_ask.yes.click()
    opened.quiet()
    assert row(part).accessibleName() == "Letter.pdf"

    desk = care_of(opened).desk
    drawer = FilesDrawer(desk, "appointment", written_before.today, "Memory clinic")
    desk.overlay.open_drawer(drawer)
    opened.quiet()
    drop(drawer.files, scan)
    drawer.files.drop_ask.yes.click()
    opened.quiet()
    assert row(drawer.files).accessibleName() == "Scan.png"
    assert_accessible(drawer)
    lock(opened)
    assert desk.overlay.panel is None
