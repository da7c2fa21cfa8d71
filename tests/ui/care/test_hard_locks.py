"""Locking while something is in the way: a busy lane, a folder that takes nothing, a question under way, the end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.closing import Closing
from caregiver_app.ui.theme import Theme
from caregiver_app.vault.store import Vault
from tests.helpers.care_window import care_of, care_window, journal, lock, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.qt_app import settle
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

MARKER = "Zufall7Kroete"
ENDLESS = """
    UPDATE setting SET value = (
        WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n
    )
"""


def count_for_ever(vault: Vault) -> int:
    with vault.write("test.endless") as writer:
        return writer.execute(ENDLESS)


def be_busy(opened: Opened) -> None:
    """Have the lane do something that ends only when it is broken off."""
    care = care_of(opened)
    care.access.ask(care, count_for_ever, lambda _count: None, failed=lambda _error: None)


def test_a_busy_lane_does_not_keep_the_key_and_the_draft_is_sealed(opened: Opened) -> None:
    unlock(opened)
    tab = journal(opened)
    be_busy(opened)
    tab.edit.setPlainText(f"{MARKER} slept until seven.")
    care = care_of(opened)
    care.access.lock()
    assert care.access.state is LockState.LOCKED
    assert MARKER not in everything_shown_soon(opened)
    wait_until(lambda: not opened.services.care.is_unlocked, "the key to go")
    opened.quiet()
    data = b"".join(path.read_bytes() for path in opened.services.paths.data_dir.rglob("*") if path.is_file())
    assert MARKER.encode() not in data
    unlock(opened)
    assert journal(opened).edit.toPlainText() == f"{MARKER} slept until seven."


def everything_shown_soon(opened: Opened) -> str:
    settle()
    return everything_shown(opened.whole.window)


def test_what_can_not_even_be_sealed_is_tried_again_and_told(opened: Opened) -> None:
    unlock(opened)
    tab = journal(opened)
    sealed = opened.services.care.places.sealed
    sealed.parent.mkdir(exist_ok=True)
    sealed.write_bytes(b"in the way")
    be_busy(opened)
    tab.edit.setPlainText(f"{MARKER} slept until seven.")
    care = care_of(opened)
    care.access.lock()
    wait_until(lambda: opened.message.startswith("What you were writing could not be saved"), "the word")
    assert not opened.services.care.is_unlocked
    sealed.unlink()
    for closing in care.access.findChildren(Closing):
        closing.seal_rest()
    opened.quiet()
    unlock(opened)
    assert journal(opened).edit.toPlainText() == f"{MARKER} slept until seven."


def test_a_file_that_was_exchanged_locks_and_what_was_being_written_waits_sealed(opened: Opened) -> None:
    unlock(opened)
    lock(opened)
    path = opened.services.paths.vault
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    unlock(opened)
    tab = journal(opened)
    copy.replace(path)
    tab.edit.setPlainText(f"{MARKER} had tea.")
    care = care_of(opened)
    wait_until(lambda: care.access.state is LockState.LOCKED, "the lock")
    wait_until(lambda: not opened.services.care.is_unlocked, "the key to go")
    opened.quiet()
    assert opened.message.startswith("The file of the care notes was exchanged while they were open.")
    unlock(opened)
    assert journal(opened).edit.toPlainText() == f"{MARKER} had tea."


def test_notes_whose_disk_goes_away_stay_locked_and_open_when_it_is_back(opened: Opened) -> None:
    """Nothing is set up in their place, no empty library is made, and what was being written waits in the window."""
    unlock(opened)
    tab = journal(opened)
    care, folder = care_of(opened), opened.services.paths.data_dir
    away = folder.rename(folder.with_name("away"))
    folder.mkdir()
    tab.edit.setPlainText(f"{MARKER} had soup.")
    care.access.lock()
    wait_until(lambda: not opened.services.care.is_unlocked, "the key to go")
    assert care.access.state is LockState.LOCKED
    locked = care.screen.shut.locked
    assert care.screen.shut.currentWidget() is locked
    locked.passphrase.line.setText(PASSPHRASE)
    locked.unlock.click()
    wait_until(lambda: bool(locked.passphrase.error), "the refusal")
    assert "Check that the disk or stick is in place, then try again." in locked.passphrase.error
    with pytest.raises(StorageError) as error:
        opened.services.open_library()
    assert error.value.kind is StorageTrouble.IO
    assert not opened.services.paths.library.exists()
    shutil.rmtree(folder)
    away.rename(folder)
    care.access.finish()  # the window ends before its next try
    locked.passphrase.line.clear()
    unlock(opened)
    assert journal(opened).edit.toPlainText() == f"{MARKER} had soup."


def test_a_write_that_was_asked_for_is_done_before_the_lock(opened: Opened) -> None:
    unlock(opened)
    tab = journal(opened)
    tab.edit.setPlainText("Kept at the last moment.")
    tab.done.click()
    lock(opened)
    unlock(opened)
    assert "Kept at the last moment." in everything_shown_soon(opened)


def test_the_end_of_the_window_saves_what_is_being_written(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    folder = tmp_path / "data"
    with care_window(theme, folder, starter_folder) as opened:
        unlock(opened)
        journal(opened).edit.setPlainText("Not finished")
        opened.whole.window.close()
        assert not opened.services.care.is_unlocked
    with care_window(theme, folder, starter_folder, with_notes=False) as opened:
        unlock(opened)
        assert journal(opened).edit.toPlainText() == "Not finished"


def test_locking_again_is_fine(opened: Opened) -> None:
    for times in (1, 2, 5):
        unlock(opened)
        for _ in range(times):
            care_of(opened).access.lock()
        wait_until(lambda: not opened.services.care.is_unlocked)
        opened.quiet()
    unlock(opened, PASSPHRASE)
