"""A note can be written while the notes are locked: it is sealed, nothing of it can be read, and it joins them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.ui.care.sealed_note import SealedNoteDrawer
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import care_of, journal, lock, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

MARKER = "Zufall7Kroete"


def drawer_of(opened: Opened) -> SealedNoteDrawer:
    care_of(opened).screen.shut.locked.note.click()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, SealedNoteDrawer)
    return panel.content


def everything_on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def texts(opened: Opened) -> list[str]:
    found: list[list[str]] = []
    desk = care_of(opened).desk
    desk.ask(desk, lambda vault: [note.text for note in vault.notes.list()], found.append)
    wait_until(lambda: bool(found))
    return found[0]


def test_it_is_sealed_and_joins_at_the_next_unlock(opened: Opened) -> None:
    drawer = drawer_of(opened)
    assert drawer.edit.hasFocus()
    assert_accessible(drawer)
    QTest.keyClicks(drawer.edit, f"{MARKER} fell at three")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: opened.whole.window.overlay.panel is None, "the sealing")
    opened.quiet()
    assert MARKER not in everything_shown(opened.whole.window)
    assert MARKER.encode() not in everything_on_disk(opened.services.paths.data_dir)
    unlock(opened)
    assert texts(opened) == [f"{MARKER} fell at three"]
    assert "1 note written while locked" in opened.message


def test_one_that_is_left_halfway_joins_too_and_takes_no_place_of_what_is_being_written(opened: Opened) -> None:
    unlock(opened)
    journal(opened).edit.setPlainText("Slept until seven")
    lock(opened)
    drawer = drawer_of(opened)
    QTest.keyClicks(drawer.edit, f"{MARKER} was")
    opened.whole.window.overlay.close_panel()
    opened.quiet()
    assert MARKER not in everything_shown(opened.whole.window)
    assert MARKER.encode() not in everything_on_disk(opened.services.paths.data_dir)
    unlock(opened)
    assert texts(opened) == [f"{MARKER} was"]
    assert journal(opened).edit.toPlainText() == "Slept until seven"


def test_an_empty_one_is_not_sealed(opened: Opened) -> None:
    """Nor does the key for a new note, pressed once more, take what is being written out of sight."""
    care_of(opened).screen.shut.locked.begin()
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    drawer = panel.content
    assert isinstance(drawer, SealedNoteDrawer)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert opened.whole.window.overlay.panel is panel
    drawer.keep.click()
    opened.quiet()
    assert opened.whole.window.overlay.panel is not None
    assert drawer.edit.hasFocus()
