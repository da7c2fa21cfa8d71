"""The care notes fit the smallest window at every text size, shut and open, and everything in them can be hit."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.ui.theme import Theme
from tests.helpers.care_window import care_of, care_window, unlock
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened

SIZES = (100, 200)
SMALLEST = (960, 640)


def look(opened: Opened, theme: Theme) -> None:
    opened.quiet()
    settle()
    assert_fits_smallest(opened.whole.window)
    assert_targets(care_of(opened).screen, theme)


@pytest.mark.parametrize("percent", SIZES, ids=str)
def test_shut_and_open_notes_fit(theme: Theme, tmp_path: Path, starter_folder: Path, percent: int) -> None:
    theme.set_percent(percent)
    with care_window(theme, tmp_path / "data", starter_folder, size=SMALLEST) as opened:
        look(opened, theme)
        shut = care_of(opened).screen.shut
        shut.locked.refuse("That passphrase did not open your notes. Check Caps Lock and try again.")
        look(opened, theme)
        shut.ask_for_sheet()
        look(opened, theme)
        shut.ask_for_passphrase()
        body = unlock(opened)
        look(opened, theme)
        assert body.header.lock.isVisible()
        assert body.header.pill.isVisible()
        assert body.header.more.isVisible()
        assert body.row.buttons[body.tab_key].isVisible()


@pytest.mark.parametrize("percent", SIZES, ids=str)
def test_the_set_up_fits(theme: Theme, tmp_path: Path, starter_folder: Path, percent: int) -> None:
    theme.set_percent(percent)
    with care_window(theme, tmp_path / "data", starter_folder, size=SMALLEST, with_notes=False) as opened:
        look(opened, theme)
        care_of(opened).screen.shut.set_up.show_step(1)
        look(opened, theme)
