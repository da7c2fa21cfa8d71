"""Every place of the window as somebody meets it who hears it, uses the keyboard alone, or needs large text.

T2, T4, T5, T6 and T11 of docs/accessibility.md. The places stand in `tests/helpers/all_places.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_named, assert_tab_round
from tests.helpers.all_places import FIRST_START, LOCKED, OPEN, a_folder_lived_in, fill_lived_in
from tests.helpers.all_screens import Place, There, go, leave
from tests.helpers.care_window import unlock
from tests.helpers.fitting import assert_fits, assert_targets
from tests.helpers.outlines import KEPT, REMAKE, outline
from tests.helpers.qt_app import settle
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole


def test_a_first_start_can_be_heard_and_gone_through_by_keyboard(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        walk(opened, FIRST_START)


def test_all_that_can_be_opened_can_be_heard_and_gone_through_by_keyboard(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    a_folder_lived_in(tmp_path / "data")
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_lived_in) as opened:
        walk(opened, LOCKED)
        leave(opened)
        opened.whole.window.open_screen(CARE)
        unlock(opened)
        walk(opened, OPEN)


@pytest.mark.parametrize(("percent", "size"), [(200, SMALLEST), (200, (1366, 768))], ids=["smallest", "laptop"])
def test_nothing_is_lost_with_text_twice_as_large(
    theme: Theme, tmp_path: Path, starter_folder: Path, percent: int, size: tuple[int, int]
) -> None:
    theme.set_percent(percent)
    a_folder_lived_in(tmp_path / "data")
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_lived_in, size=size) as opened:
        look_at(opened, theme, LOCKED, size)
        leave(opened)
        opened.whole.window.open_screen(CARE)
        unlock(opened)
        look_at(opened, theme, OPEN, size)
    theme.set_percent(100)


def walk(opened: Opened, places: Sequence[Place]) -> None:
    """Go to each place and check what is heard there, that Tab goes round, and that Esc leads back."""
    window, heard = opened.whole.window, {}
    for place in places:
        with step(place.name):
            there = go(opened, place)
            heard[place.name] = outline(there.part, place.name)
            assert_named(there.part)
            assert_tab_round(there.part if there.is_panel else window)
            goes_back_to_the_opener(opened, there)
    kept = {
        name: (KEPT / f"{name}.txt").read_text(encoding="utf-8") for name in heard if (KEPT / f"{name}.txt").exists()
    }
    assert heard == kept, REMAKE


def goes_back_to_the_opener(opened: Opened, there: There) -> None:
    """Check that Esc closes a panel, and that the keyboard is at the button again that opened it."""
    if not there.is_panel:
        return
    opener = there.opener
    QTest.keyClick(QApplication.focusWidget() or opened.whole.window, Qt.Key.Key_Escape)
    settle()
    assert opened.whole.window.overlay.panel is None, "Esc does not close it"
    focused = QApplication.focusWidget()
    assert opener is None or focused is opener, f"the keyboard is at {focused and focused.accessibleName()!r}"


def look_at(opened: Opened, theme: Theme, places: Sequence[Place], size: tuple[int, int]) -> None:
    """Go to each place and check that it fits and can be hit."""
    for place in places:
        if not place.wide:
            with step(place.name):
                there = go(opened, place)
                assert_fits(opened.whole.window, *size)
                assert_targets(there.part, theme)
