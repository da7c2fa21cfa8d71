"""A page is read aloud by the voice of the computer, paragraph by paragraph, until somebody has heard enough."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.library.reader.reader_pane import ReaderPane
from caregiver_app.ui.settings.display import DisplayPart
from caregiver_app.ui.settings.pages import DISPLAY
from tests.helpers.accessible import speak
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

_SPEAKS = """#!/bin/sh
case "$*" in *--rate*) echo slowly >> "{heard}";; esac
case "$1" in --stop) echo stopped >> "{heard}"; exit 0;; esac
cat >> "{heard}"
{then}
"""


@pytest.fixture
def put_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return what puts a voice in place that writes down what it says, and then does as told; it returns where."""

    def put(then: str = "") -> Path:
        folder, heard = tmp_path / "voices", tmp_path / "heard.txt"
        folder.mkdir()
        heard.touch()
        program = folder / "spd-say"
        program.write_text(_SPEAKS.format(heard=heard, then=then), encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        return heard

    return put


def read_first(opened: Opened) -> ReaderPane:
    opened.whole.window.open_screen(LIBRARY)
    opened.quiet()
    opened.pick("Eating and swallowing")
    return opened.whole.library.shelf.reader


def more_words(reader: ReaderPane) -> list[str]:
    return [action.text() for action in reader.toolbar.menu().actions()]


def press_read_aloud(reader: ReaderPane) -> None:
    next(action for action in reader.toolbar.menu().actions() if action.text() == "Read aloud").trigger()


def test_where_there_is_no_voice_nothing_is_offered(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "Read aloud" not in more_words(read_first(opened))


def test_a_page_is_read_to_its_end(opened: Opened, put_voice: Callable[[str], Path]) -> None:
    heard = put_voice("")
    reader = read_first(opened)
    press_read_aloud(reader)
    assert reader.aloud.isVisible()
    assert (speak(reader.aloud)[0].role, speak(reader.aloud)[0].name) == (QAccessible.Role.Grouping, "Reading aloud")
    assert reader.page.extraSelections()
    wait_until(lambda: not reader.aloud.reading.is_reading)
    assert heard.read_text(encoding="utf-8").splitlines() == [
        "Eating and swallowing",
        "Sit upright. Take small bites and swallow twice.",
    ]
    assert not reader.aloud.isVisible()
    assert not reader.page.extraSelections()


def test_a_voice_takes_its_time_where_somebody_wants_that(opened: Opened, put_voice: Callable[[str], Path]) -> None:
    heard = put_voice("")
    reader = read_first(opened)
    opened.whole.open_settings(DISPLAY)
    part = opened.whole.settings.part
    assert isinstance(part, DisplayPart)
    part.reading.slow.click()
    opened.whole.window.open_screen(LIBRARY)
    press_read_aloud(reader)
    wait_until(lambda: not reader.aloud.reading.is_reading)
    assert heard.read_text(encoding="utf-8").splitlines()[:2] == ["slowly", "Eating and swallowing"]
    opened.whole.window.messages.undo()
    assert not opened.whole.window.remembered.settings.slow_voice


def test_stop_is_silence_at_once(opened: Opened, put_voice: Callable[[str], Path]) -> None:
    heard = put_voice("exec tail -f /dev/null")
    reader = read_first(opened)
    press_read_aloud(reader)
    wait_until(lambda: heard.read_text(encoding="utf-8") != "")
    assert QApplication.focusWidget() is reader.aloud.stop_button
    press(Qt.Key.Key_Escape)
    assert not reader.aloud.isVisible()
    wait_until(lambda: "stopped" in heard.read_text(encoding="utf-8"))
    assert heard.read_text(encoding="utf-8").splitlines() == ["Eating and swallowing", "stopped"]


def test_what_hides_the_page_silences_it(opened: Opened, put_voice: Callable[[str], Path]) -> None:
    put_voice("exec tail -f /dev/null")
    reader = read_first(opened)
    press_read_aloud(reader)
    opened.whole.hiding.hide()
    assert not reader.aloud.reading.is_reading


def test_whoever_goes_elsewhere_has_heard_enough(opened: Opened, put_voice: Callable[[str], Path]) -> None:
    put_voice("exec tail -f /dev/null")
    reader = read_first(opened)
    press_read_aloud(reader)
    opened.whole.window.open_screen(HOME)
    assert not reader.aloud.reading.is_reading


def test_a_voice_that_does_not_answer_is_told(opened: Opened, put_voice: Callable[[str], Path]) -> None:
    put_voice("exit 3")
    reader = read_first(opened)
    press_read_aloud(reader)
    wait_until(lambda: not reader.aloud.reading.is_reading)
    assert opened.message == "The voice of this computer did not answer."
