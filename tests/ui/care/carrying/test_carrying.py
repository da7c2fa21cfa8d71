"""Care notes leave the window as files that were chosen, after the passphrase, and come back after a look."""

from __future__ import annotations

import stat
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.care_files import OpenCare
from caregiver_app.bootstrap.exports import Exported, Leaving, export_notes
from caregiver_app.ui.care.ask_passphrase import PassphraseQuestion
from caregiver_app.ui.care.carrying.bringing import BringingWays
from caregiver_app.ui.care.carrying.export_drawer import FOLDER, ExportDrawer
from caregiver_app.ui.care.carrying.leaving import LeavingWays
from caregiver_app.ui.care.carrying.open_file_drawer import OpenFileDrawer
from caregiver_app.ui.care.carrying.preview_drawer import PreviewDrawer
from caregiver_app.ui.care.carrying.settings_card import FilesCard
from caregiver_app.ui.care.erasing.erase_drawer import EraseDrawer
from caregiver_app.ui.care.long_work import HowFar
from caregiver_app.ui.care.menu import CareMenu
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.care.settings_part import CareSettingsPart
from caregiver_app.ui.converting import EraseWish
from caregiver_app.ui.settings.privacy import PrivacyPart
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.vault.carrying.choice import ExportChoice
from caregiver_app.vault.records.contacts import ContactText
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_visits import Filled, filled, in_notes
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.light_age import light_locked
from tests.helpers.picking import dialog_of, pick, words_in
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

PATIENCE_S = 30
FILE_PASSPHRASE = "violet anchor melon button storm"
MINE = "I could not sleep for worry."


def panel(opened: Opened) -> QWidget | None:
    found = opened.whole.window.overlay.panel
    return None if found is None else found.content


def ways(opened: Opened) -> tuple[LeavingWays, BringingWays]:
    carrying = care_of(opened).after_unlock.carrying
    assert carrying is not None
    return carrying.leaving, carrying.bringing


def family(opened: Opened) -> Filled:
    """Write what an invented family writes, a note about oneself and a contact too."""
    written = filled(opened)

    def more(vault: Vault) -> None:
        vault.notes.add(NewNote(text=MINE, about_me=True), at=MONDAY)
        vault.contacts.add(ContactText(name="Dr Rowe", role="Family doctor", note="Kind"), person_id=None, at=MONDAY)

    in_notes(opened, more)
    return written


def export_drawer(opened: Opened) -> ExportDrawer:
    drawer = ways(opened)[0].everything()
    wait_until(drawer.about_me.isVisible, "the notes about oneself")
    opened.quiet()
    return drawer


def preview(opened: Opened, path: Path) -> PreviewDrawer:
    ways(opened)[1].bring_in(path)
    return shown_preview(opened)


def shown_preview(opened: Opened) -> PreviewDrawer:
    wait_until(lambda: isinstance(panel(opened), PreviewDrawer), "what is in the file")
    opened.quiet()
    drawer = panel(opened)
    assert isinstance(drawer, PreviewDrawer)
    return drawer


def dialogs(opened: Opened) -> list[QFileDialog]:
    return opened.whole.window.findChildren(QFileDialog)


def erase_note(vault: Vault, number: int) -> None:
    vault.erasing.delete_for_good("note", number)


def texts(opened: Opened) -> list[str]:
    return [note.text for note in in_notes(opened, lambda vault: vault.notes.list())]


def save_as_folder(opened: Opened, target: Path) -> None:
    """Go the way from the drawer to a folder, with what is refused on it."""
    drawer = export_drawer(opened)
    assert_accessible(drawer)
    drawer.how.chip(FOLDER).click()
    assert drawer.open_folder.accessibleName() == "Anybody who has this folder can read it."
    assert (drawer.open_folder.isVisible(), drawer.lock.isVisible()) == (True, False)
    drawer.go_on.click()
    assert drawer.now.error == "Type the passphrase of your care notes."
    drawer.now.line.setText("not this one")
    drawer.go_on.click()
    wait_until(lambda: "did not open" in drawer.now.error, "the refusal")
    assert not dialogs(opened)
    assert isinstance(drawer.why.control, PrivateLine)
    drawer.why.control.setText("For my brother")
    drawer.now.line.setText(PASSPHRASE)
    drawer.go_on.click()
    wait_until(lambda: bool(dialogs(opened)), "the dialog")
    assert [Path(name).name for name in dialog_of(opened).selectedFiles()] == ["care-notes"]
    pick(opened, target)
    assert opened.message == "Saved. It is not locked: keep it somewhere safe."
    assert panel(opened) is None


def save_locked(opened: Opened, target: Path) -> None:
    """Go the way to one locked file, with the note about oneself."""
    drawer = export_drawer(opened)
    (box,) = drawer.about_me.boxes.values()
    assert MINE in box.accessibleName()
    box.setChecked(True)
    drawer.lock.field.line.setText("1234")
    drawer.now.line.setText(PASSPHRASE)
    drawer.go_on.click()
    wait_until(lambda: bool(drawer.lock.field.error), "the refusal of what is easy to guess")
    drawer.lock.field.line.setText(FILE_PASSPHRASE)
    drawer.go_on.click()
    wait_until(lambda: bool(dialogs(opened)), "the dialog")
    pick(opened, target)
    assert opened.message.startswith("Saved. Only the passphrase that you chose opens this file")


def look_into_locked(opened: Opened, path: Path) -> PreviewDrawer:
    """Give the passphrase of a locked file, a wrong one first; return what is shown of it."""
    ways(opened)[1].bring_in(path)
    wait_until(lambda: isinstance(panel(opened), OpenFileDrawer), "the question")
    asked = panel(opened)
    assert isinstance(asked, OpenFileDrawer)
    assert_accessible(asked)
    asked.passphrase.line.setText("not this one either")
    asked.go_on.click()
    wait_until(lambda: asked.passphrase.error.startswith("That passphrase did not open this file."), "the refusal")
    asked.passphrase.line.setText(FILE_PASSPHRASE)
    asked.go_on.click()
    return shown_preview(opened)


def test_everything_leaves_as_a_folder_or_locked_and_comes_back_once(opened: Opened, tmp_path: Path) -> None:
    """The passphrase is asked for, what is about oneself stays unless picked; brought in it can be undone."""
    body = unlock(opened)
    written = family(opened)
    body.header.more.click()
    menu = panel(opened)
    assert isinstance(menu, CareMenu)
    assert {"Save as files", "Bring in from a file"} <= {option.text for option in menu.list.options}
    folder, locked = tmp_path / "out", tmp_path / "care-notes.age"
    save_as_folder(opened, folder)
    assert {"care-notes.json", "care-notes.md", "notes.csv"} <= {path.name for path in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert MINE not in (folder / "care-notes.md").read_text()
    (left,) = in_notes(opened, lambda vault: vault.disclosures.list())
    assert (left.disclosed.why, left.disclosed.what["note"]) == ("For my brother", 2)
    save_locked(opened, locked)
    assert locked.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert in_notes(opened, lambda vault: vault.disclosures.list())[0].disclosed.what["note"] == 3

    before = texts(opened)
    in_notes(opened, partial(erase_note, number=written.notes[0]))
    locked.write_bytes(light_locked(folder, FILE_PASSPHRASE))
    shown = look_into_locked(opened, locked)
    assert "1 note" in words_in(shown)
    assert_accessible(shown)
    assert len(texts(opened)) == len(before) - 1
    shown.go_on.click()
    opened.quiet()
    assert opened.message.startswith("Brought in: 1 note")
    assert sorted(texts(opened)) == sorted(before)
    assert any(copy.reason == "before-import" for copy in opened.services.care_copies())
    opened.whole.window.messages.undo()
    opened.quiet()
    assert len(texts(opened)) == len(before) - 1
    opened.whole.window.messages.redo()
    opened.quiet()
    again = preview(opened, folder / "care-notes.json")
    assert "Nothing new is in this file." in words_in(again)
    assert not again.go_on.isVisible()


def test_chosen_appointments_and_contacts_leave_for_other_programs(opened: Opened, tmp_path: Path) -> None:
    """Only those that were ticked, only when without a title, and about whom they are is asked on the way back."""
    unlock(opened)
    written = family(opened)
    calendar = ways(opened)[0].appointments()
    wait_until(lambda: bool(calendar.boxes), "the appointments")
    assert calendar.option.isChecked()
    calendar.go_on.click()
    assert opened.message == "Tick what shall go along."
    calendar.boxes[written.later].setChecked(True)
    assert_accessible(calendar)
    calendar.go_on.click()
    pick(opened, tmp_path / "a.ics")
    text = (tmp_path / "a.ics").read_text()
    assert ("SUMMARY:Appointment" in text, "District" in text, text.count("BEGIN:VEVENT")) == (True, False, 1)
    cards = ways(opened)[0].contacts()
    wait_until(lambda: bool(cards.boxes), "the contacts")
    assert all(box.isChecked() for box in cards.boxes.values())
    cards.go_on.click()
    pick(opened, tmp_path / "c.vcf")
    assert "Dr Rowe" in (tmp_path / "c.vcf").read_text()
    assert "Kind" not in (tmp_path / "c.vcf").read_text()
    assert len(in_notes(opened, lambda vault: vault.disclosures.list())) == 2

    other = tmp_path / "other.ics"
    other.write_text(text.replace("SUMMARY:Appointment", "SUMMARY:Hearing test"))
    shown = preview(opened, other)
    assert shown.asked.isVisible()
    assert shown.person_id == written.mum
    assert "1 appointment" in words_in(shown)
    shown.whom.chip("nobody").click()
    opened.quiet()
    shown.go_on.click()
    opened.quiet()
    taken = next(
        one for one in in_notes(opened, lambda vault: vault.appointments.list()) if one.title == "Hearing test"
    )
    assert taken.person_id is None
    (tmp_path / "nothing.txt").write_text("Dear diary")
    ways(opened)[1].bring_in(tmp_path / "nothing.txt")
    opened.quiet()
    opened.whole.window.messages.drop("carrying")
    assert opened.message.startswith("This is not a file that care notes can be read from.")


def test_a_lock_stops_an_export_and_closes_what_was_asked(opened: Opened, tmp_path: Path) -> None:
    """Nothing half is left where it was to go, the dialog and the typed passphrases go with the notes."""
    unlock(opened)
    family(opened)
    drawer = export_drawer(opened)
    drawer.how.chip(FOLDER).click()
    drawer.now.line.setText(PASSPHRASE)
    drawer.go_on.click()
    wait_until(lambda: bool(dialogs(opened)), "the dialog")
    lock(opened)
    assert not dialogs(opened)
    assert panel(opened) is None

    opened.whole.window.open_screen("care")
    body = unlock(opened)
    leaving = Leaving(target=tmp_path / "out")

    def slowly(notes: OpenCare, control: TaskControl[HowFar]) -> Exported:
        """Save all of it, but no part before the lock has come."""

        def wait(_done: int, _total: int) -> None:
            control.cancel.wait(PATIENCE_S)

        return export_notes(notes, ExportChoice(), leaving, at=MONDAY, on_part=wait, cancel=control.cancel)

    assert care_of(opened).desk.work.begin("Saving", slowly, lambda _exported: None)
    assert body.work.isVisible()
    wait_until(lambda: bool(list(tmp_path.glob(".out.*.part"))), "the beginning of the folder")
    lock(opened)
    wait_until(lambda: bool(opened.message), "what became of it")
    assert opened.message == "Locking your care notes stopped what was being done. Nothing is half done."
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part") or path.name == "out"] == []


def test_palette_and_settings_lead_there_once_the_notes_are_open(opened: Opened) -> None:
    """Locked, each asks for the passphrase first, and goes on where one wanted to go."""
    command = next(one for one in care_of(opened).commands() if one.key == "care.save-files")
    command.action()
    unlock(opened)
    menu = panel(opened)
    assert isinstance(menu, CareMenu)
    assert next(option.text for option in menu.list.options) == "Save everything as files"
    opened.whole.window.overlay.close_panel()
    opened.whole.open_settings("care-notes")
    opened.quiet()
    part = opened.whole.settings.part
    assert isinstance(part, CareSettingsPart)
    assert_accessible(part)
    part.files.buttons["care.erase"].click()
    opened.quiet()
    assert isinstance(panel(opened), EraseDrawer)
    assert opened.whole.window.nav.current == "care"
    lock(opened)
    opened.whole.open_settings("privacy")
    opened.quiet()
    privacy = opened.whole.settings.part
    assert isinstance(privacy, PrivacyPart)
    assert isinstance(privacy.care_files, FilesCard)
    assert privacy.care_files.isVisible()
    privacy.erasing.erase.click()
    unlock(opened)
    asked = panel(opened)
    assert isinstance(asked, PassphraseQuestion)
    for typed, wishes in (("not the passphrase", []), (PASSPHRASE, [EraseWish()])):
        asked.field.line.setText(typed)
        asked.act.click()
        opened.quiet()
        assert opened.wishes == wishes
    lock(opened)
    opened.whole.open_settings("privacy")
    privacy.care_files.buttons["care.bring-files"].click()
    unlock(opened)
    assert len(dialogs(opened)) == 1
