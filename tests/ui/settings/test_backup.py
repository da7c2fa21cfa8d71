"""A backup is made, checked and put back from the window, which says what is in it and asks before it replaces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from caregiver_app.library.store import Library
from caregiver_app.model.time import Millis
from caregiver_app.ui.restoring import From, RestoreWish
from caregiver_app.ui.settings.backup_jobs import BACKED_UP_AT
from caregiver_app.ui.settings.backup_part import BackupPart
from caregiver_app.ui.settings.backup_words import last_words
from caregiver_app.ui.settings.copies_card import reason_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.confirm import Confirm
from tests.helpers.clock import MONDAY
from tests.helpers.qt_app import press, settle
from tests.helpers.walking import step, take_back
from tests.helpers.whole_window import Opened, open_whole
from tests.ui.sources.conftest import fill

pytestmark = pytest.mark.usefixtures("undressed")

DAY_MS = 24 * 3600 * 1000


def with_copies(library: Library) -> None:
    fill(library)
    library.snapshot(at=Millis(MONDAY - DAY_MS))


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window whose backup page is open."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=with_copies) as opened:
        opened.whole.open_settings("backup")
        opened.quiet()
        yield opened


def page(opened: Opened) -> BackupPart:
    part = opened.whole.settings.part
    assert isinstance(part, BackupPart)
    return part


def question(opened: Opened) -> Confirm:
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, Confirm)
    return panel.content


def begin(opened: Opened) -> None:
    """Begin a step of a walk: nothing is wished, said or open."""
    opened.wishes.clear()
    take_back(opened)


def without_a_backup_the_page_says_so(opened: Opened) -> None:
    assert page(opened).last.text() == "There is no backup yet."


def a_backup_is_made_and_remembered(opened: Opened, tmp_path: Path) -> None:
    target = tmp_path / "one.caregiver-backup"
    page(opened).jobs.back_up_to(target)
    assert page(opened).work.isVisible()
    opened.quiet()
    assert target.stat().st_size > 0
    assert not page(opened).work.isVisible()
    assert page(opened).outcome.accessibleName() == "The backup is made"
    assert opened.message.startswith("The backup is made. Of 23 November 2026: ")
    assert page(opened).last.text() == "Last backup today"
    assert opened.library.choices.get(BACKED_UP_AT, 0) == MONDAY


def a_backup_is_checked_and_what_is_in_it_is_said(opened: Opened, tmp_path: Path) -> None:
    target = tmp_path / "one.caregiver-backup"
    page(opened).jobs.back_up_to(target)
    opened.quiet()
    page(opened).jobs.check_backup(target)
    opened.quiet()
    assert page(opened).outcome.accessibleName() == "The backup is whole"


def a_file_that_is_no_backup_is_said_to_be_none(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "bad.caregiver-backup"
    for content in (b"", b"PK\x03\x04 not whole", b"Dear diary"):
        with step(content):
            path.write_bytes(content)
            page(opened).jobs.check_backup(path)
            opened.quiet()
            assert opened.message
            assert not page(opened).outcome.isVisible()
            assert not page(opened).work.busy
            take_back(opened)


def restoring_asks_first_and_the_safe_answer_has_the_keyboard(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "one.caregiver-backup"
    page(opened).jobs.back_up_to(path)
    opened.quiet()
    page(opened).bring.setFocus(Qt.FocusReason.TabFocusReason)
    page(opened).restoring.ask_to_restore(path)
    opened.quiet()
    assert question(opened).safe.hasFocus()
    press(Qt.Key.Key_Space)
    assert opened.wishes == []
    assert page(opened).bring.hasFocus()
    page(opened).restoring.ask_to_restore(path)
    opened.quiet()
    question(opened).act.click()
    settle()
    assert opened.wishes == [RestoreWish(source=From.BACKUP, path=path)]


def each_copy_has_a_way_back_that_asks_first(opened: Opened) -> None:
    ((name, button),) = page(opened).copies.buttons.items()
    assert button.accessibleName() == "Go back to this one: yesterday, 08:05. Made by itself"
    button.click()
    question(opened).act.click()
    settle()
    assert opened.wishes == [RestoreWish(source=From.COPY, path=Path(name))]


def test_backups_are_made_checked_and_restored(opened: Opened, tmp_path: Path) -> None:
    without_a_backup_the_page_says_so(opened)
    begin(opened)
    each_copy_has_a_way_back_that_asks_first(opened)
    begin(opened)
    a_file_that_is_no_backup_is_said_to_be_none(opened, tmp_path)
    begin(opened)
    a_backup_is_made_and_remembered(opened, tmp_path)
    begin(opened)
    a_backup_is_checked_and_what_is_in_it_is_said(opened, tmp_path)
    begin(opened)
    restoring_asks_first_and_the_safe_answer_has_the_keyboard(opened, tmp_path)


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_the_dialogs_do_not_block_the_window(opened: Opened) -> None:
    saving = page(opened).ask_where()
    assert saving.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert Path(saving.selectedFiles()[0]).name == "caregiver-2026-11-23.caregiver-backup"
    saving.close()
    for ask in (page(opened).ask_which_to_check, page(opened).ask_which_to_restore):
        dialog = ask()
        assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
        dialog.close()
    settle()


@pytest.mark.parametrize(
    ("days", "said"), [(0, "Last backup today"), (1, "Last backup 1 day ago"), (12, "Last backup 12 days ago")]
)
def test_the_last_backup_is_so_many_days_ago(days: int, said: str) -> None:
    assert last_words(Millis(MONDAY - days * DAY_MS), MONDAY) == said


def test_why_a_copy_was_made_is_said() -> None:
    words = [reason_words(reason) for reason in ("daily", "before-2", "before-restore")]
    assert words == ["Made by itself", "Before a new version", "Before something took its place"]
