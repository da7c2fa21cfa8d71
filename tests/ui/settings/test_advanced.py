"""The library is looked over from the window, and what is not well is said with what to do."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from caregiver_app.library.health import Check
from caregiver_app.ui.settings.advanced import AdvancedPart, advice_words
from tests.helpers.qt_app import Listener
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")


def page(opened: Opened) -> AdvancedPart:
    opened.whole.open_settings("advanced")
    opened.quiet()
    part = opened.whole.settings.part
    assert isinstance(part, AdvancedPart)
    return part


def words(part: AdvancedPart) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if not label.isHidden()]


def test_a_sound_library_is_said_to_be_well(opened: Opened, listener: Listener) -> None:
    shown = page(opened)
    shown.check.click()
    assert shown.work.isVisible()
    opened.quiet()
    said = words(shown)
    assert "The library can be opened: well" in said
    assert not shown.work.isVisible()
    assert shown.outcome.isVisible() is not shown.trouble.isVisible()


@pytest.mark.usefixtures("dressed")
def test_the_search_index_is_made_anew(opened: Opened, listener: Listener) -> None:
    page(opened).rebuild.click()
    opened.quiet()
    assert "The search index fits the texts: well" in words(page(opened))
    assert "Making the search index anew" in listener.words


def test_an_older_copy_and_the_log_are_one_press_away(opened: Opened) -> None:
    shown = page(opened)
    (log,) = shown.findChildren(QLineEdit)
    assert log.text() == str(opened.services.paths.log)
    shown.copies.click()
    opened.quiet()
    assert opened.whole.settings.part is not None
    assert opened.whole.settings.part.title == "Backup"


def test_a_second_look_does_not_begin_while_one_runs(opened: Opened) -> None:
    shown = page(opened)
    shown.check.click()
    shown.rebuild.click()
    assert opened.message == "Something else is still being done here."
    opened.quiet()


def test_what_is_not_well_says_what_to_do_once() -> None:
    bad = [
        Check(name="library-pages", ok=False, detail="corrupt"),
        Check(name="library-schema", ok=False, detail=""),
        Check(name="free-space", ok=False, detail="12"),
    ]
    said = advice_words(bad)
    assert said[0] == "Go back to a copy of the library: see Backup."
    assert said[1].startswith("The disk is nearly full.")
    assert len(said) == 2
