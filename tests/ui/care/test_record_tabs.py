"""The tabs of records at every text size, in the smallest window: nothing is cut, hidden at the side or too small."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from caregiver_app.ui.care.tab import CareTab
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.focus import first_stop
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_notes import fill_family
from tests.helpers.care_records import notes_of, open_tab
from tests.helpers.care_window import care_of, care_window, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened

TABS = ("medicines", "measurements", "contacts", "emergency")


@pytest.fixture
def small(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """The smallest window, with what a family wrote."""
    with care_window(theme, tmp_path / "data", starter_folder, size=SMALLEST) as opened:
        unlock(opened)
        family = notes_of(opened, fill_family)
        whom = care_of(opened).desk.whom
        whom.show_people(notes_of(opened, lambda vault: vault.people.list()))
        whom.choose(family.mum)
        opened.quiet()
        yield opened


def test_nothing_is_cut_at_any_text_size(small: Opened, theme: Theme) -> None:
    for percent in (100, 150, 200):
        theme.set_percent(percent)
        for key in TABS:
            tab = open_tab(small, key, CareTab)
            settle()
            assert_fits_smallest(small.whole.window)
            assert_targets(tab, theme)


def test_everything_is_named_and_reached_by_tab_in_the_largest_text(small: Opened, theme: Theme) -> None:
    theme.set_percent(200)
    for key in TABS:
        tab = open_tab(small, key, CareTab)
        settle()
        assert not tab.hasFocus(), "a ring would go round all of it"
        assert_accessible(tab)
        stop = first_stop(tab)
        assert stop is not None
        stop.setFocus()


def test_each_tab_shows_only_who_is_looked_at(small: Opened) -> None:
    said = {key: everything_shown(open_tab(small, key, CareTab)) for key in TABS}
    assert "Amlodipine 5 mg" in said["medicines"]
    dad = care_of(small).desk.whom.people[1]
    care_of(small).desk.whom.choose(dad.id)
    small.quiet()
    for key in TABS:
        tab = open_tab(small, key, CareTab)
        words = "\n".join(label for label in _labels(tab))
        for hers in ("Amlodipine", "71.5 kg", "Dr Rowe", "Penicillin"):
            assert hers not in words


def _labels(tab: CareTab) -> Iterator[str]:
    yield from (label.text() for label in tab.findChildren(QLabel))
    yield from (edit.toPlainText() for edit in tab.findChildren(QPlainTextEdit))
