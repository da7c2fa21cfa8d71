"""The lock, the helplines and the switch fit the smallest window at every text size, and can be hit."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.ui.care.protecting.drawer import ProtectDrawer
from caregiver_app.ui.helplines.drawer import HelplinesDrawer
from caregiver_app.ui.theme import Theme
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.protected import ShutWindow, protected_folder, shut_window
from tests.helpers.qt_app import settle

SMALLEST = (960, 640)


def look(shut: ShutWindow, theme: Theme) -> None:
    shut.quiet()
    settle()
    assert_fits_smallest(shut.whole.window)
    assert_targets(shut.whole.care.screen, theme)


@pytest.mark.parametrize("percent", [100, 200], ids=str)
def test_all_of_it_fits(theme: Theme, tmp_path: Path, percent: int) -> None:
    theme.set_percent(percent)
    with shut_window(theme, protected_folder(tmp_path / "data"), size=SMALLEST) as shut:
        look(shut, theme)
        pages = shut.whole.care.screen.shut
        assert pages.help is not None
        field, seen = pages.locked.passphrase.line, pages.locked.viewport()
        assert field.mapTo(pages.locked, field.rect().bottomLeft()).y() <= seen.height()  # without scrolling
        assert pages.help.short.isVisible() == (percent == 200)
        pages.locked.refuse("That passphrase did not open your notes. Check Caps Lock and try again.")
        look(shut, theme)
        pages.help.open_helplines()
        panel = shut.whole.window.overlay.panel
        assert panel is not None
        assert isinstance(panel.content, HelplinesDrawer)
        panel.content.countries.chip("US").click()
        look(shut, theme)
        assert_targets(panel.content, theme)
        shut.whole.window.overlay.close_panel()
        for on in (True, False):
            drawer = shut.whole.care.protecting.open(on=on)
            look(shut, theme)
            assert_targets(drawer, theme)
            drawer.act.click()
            look(shut, theme)
            assert isinstance(drawer, ProtectDrawer)
        shut.whole.window.overlay.close_panel()
