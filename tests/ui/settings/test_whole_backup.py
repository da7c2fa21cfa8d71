"""With care notes a backup holds both and is locked; while they are locked the page says what would be missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from caregiver_app.bootstrap.today import NOTES_BACKED_UP_AT
from caregiver_app.bootstrap.ways_in import ByPassphrase, BySheet
from caregiver_app.bootstrap.whole_backups import is_whole
from caregiver_app.ui.care.ask_passphrase import PassphraseQuestion
from caregiver_app.ui.restoring import From, RestoreWish, restore
from caregiver_app.ui.settings.backup_part import BackupPart
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.confirm import Confirm
from caregiver_app.vault.keys.recovery import make_sheet
from tests.helpers.accessible import assert_named
from tests.helpers.backups import services_over
from tests.helpers.care_window import care_window, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.qt_app import settle
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.walking import take_back
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window over a folder with care notes, unlocked, whose backup page is open."""
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        unlock(opened)
        opened.whole.open_settings("backup")
        opened.quiet()
        yield opened


def page(opened: Opened) -> BackupPart:
    part = opened.whole.settings.part
    assert isinstance(part, BackupPart)
    return part


def asked(opened: Opened) -> PassphraseQuestion:
    """Return the panel that asks for the passphrase."""
    opened.quiet()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, PassphraseQuestion)
    assert_named(panel.content)
    return panel.content


def answer(opened: Opened, typed: str) -> None:
    question = asked(opened)
    question.field.line.setText(typed)
    question.act.click()
    opened.quiet()


def begin(opened: Opened) -> None:
    """Begin a step of a walk: nothing is wished, said or open."""
    opened.wishes.clear()
    take_back(opened)


@pytest.fixture
def file(opened: Opened, tmp_path: Path) -> Path:
    """A backup with care notes, made from the page."""
    path = tmp_path / "whole.caregiver-backup"
    page(opened).jobs.back_up_to(path)
    opened.quiet()
    return path


def unlocked_notes_go_into_the_backup(opened: Opened, file: Path) -> None:
    assert is_whole(file)
    assert page(opened).outcome.accessibleName() == "The backup is made"
    assert opened.message.startswith("The backup is made. Care notes ")
    assert opened.library.choices.get(NOTES_BACKED_UP_AT, 0) == MONDAY


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_locked_notes_are_named_before_the_library_alone_is_backed_up(opened: Opened, tmp_path: Path) -> None:
    lock(opened)
    page(opened).make.click()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, Confirm)
    assert "Your care notes are locked" in panel.content.accessibleDescription()
    panel.content.act.click()
    dialog = page(opened).findChild(QFileDialog) or opened.whole.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.close()
    path = tmp_path / "library.caregiver-backup"
    page(opened).jobs.back_up_to(path)
    opened.quiet()
    assert not is_whole(path)
    assert opened.library.choices.get(NOTES_BACKED_UP_AT, 0) == 0


def a_check_looks_inside_with_the_passphrase(opened: Opened, file: Path) -> None:
    page(opened).jobs.check_backup(file)
    answer(opened, "not this one")
    assert asked(opened).field.error.startswith("That passphrase did not open your notes.")
    answer(opened, PASSPHRASE)
    assert page(opened).outcome.accessibleName() == "The backup is whole"
    assert "sources" in opened.message


def a_check_of_the_file_alone_says_so(opened: Opened, file: Path) -> None:
    page(opened).jobs.check_backup(file)
    asked(opened).keep.click()
    opened.quiet()
    assert opened.message.endswith("Inside was not looked at.")


def a_restore_takes_the_passphrase_before_the_window_goes(opened: Opened, file: Path) -> None:
    page(opened).restoring.ask_to_restore(file)
    answer(opened, "not this one")
    assert opened.wishes == []
    answer(opened, PASSPHRASE)
    assert opened.wishes == [RestoreWish(source=From.BACKUP, path=file, way=ByPassphrase(passphrase=PASSPHRASE))]
    assert PASSPHRASE not in repr(opened.wishes)


def a_restore_takes_the_recovery_sheet_too(opened: Opened, file: Path) -> None:
    unlocked = opened.services.care.unlocked
    sheet = " ".join(make_sheet(unlocked.data_key, unlocked.marks.number, at=MONDAY).groups)
    page(opened).restoring.ask_to_restore(file)
    answer(opened, sheet)
    assert opened.wishes == [RestoreWish(source=From.BACKUP, path=file, way=BySheet(typed=sheet))]


def what_was_restored_is_told(opened: Opened, file: Path, tmp_path: Path) -> None:
    services = services_over(tmp_path / "other")
    wish = RestoreWish(source=From.BACKUP, path=file, way=ByPassphrase(passphrase=PASSPHRASE))
    told = restore(services, wish, TaskControl(lambda: None))
    services.close()
    assert told.endswith("The passphrase of that day opens your care notes.")


def each_day_notes_are_opened_a_copy_is_made_by_itself(opened: Opened) -> None:
    wait_until(lambda: bool(opened.services.care_copies()), "the copy of the day")
    opened.quiet()
    (copy,) = opened.services.care_copies()
    assert copy.reason == "daily"
    settle()


def test_backups_with_care_notes_are_made_checked_and_restored(opened: Opened, file: Path, tmp_path: Path) -> None:
    unlocked_notes_go_into_the_backup(opened, file)
    begin(opened)
    each_day_notes_are_opened_a_copy_is_made_by_itself(opened)
    begin(opened)
    a_check_looks_inside_with_the_passphrase(opened, file)
    begin(opened)
    a_check_of_the_file_alone_says_so(opened, file)
    begin(opened)
    a_restore_takes_the_passphrase_before_the_window_goes(opened, file)
    begin(opened)
    a_restore_takes_the_recovery_sheet_too(opened, file)
    begin(opened)
    what_was_restored_is_told(opened, file, tmp_path)
