"""A morning at Home, by keyboard alone: unlock there, tick off, write down, lock, and be asked for nothing."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.support.clock import SystemClock
from caregiver_app.ui.topics.questions import ASKED
from caregiver_app.vault.records.questions import QuestionState
from tests.helpers.a_week import a_week
from tests.helpers.by_keyboard import press_at
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.silent_door import SilentDoor
from tests.helpers.vaults import PASSPHRASE, new_care
from tests.helpers.window_process import window_process
from tests.helpers.x_server import Screen

WRITTEN = "Can she have a flu jab"


def prepared(folder: Path) -> None:
    """Make a folder of somebody who wanted no topics, with the care notes of a week: nobody is asked for anything."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    library.choices.put(ASKED, True)
    library.close()
    services.close()
    care = new_care(folder)
    vault = care.open()
    a_week(vault)
    vault.close()
    care.lock()


def states(care: Care) -> dict[str, QuestionState]:
    vault = care.open()
    try:
        return {one.text: one.state for one in vault.questions.list()}
    finally:
        vault.close()


def test_a_morning_at_home(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    prepared(folder)
    beside = Care(Paths(data_dir=folder), SystemClock())
    beside.unlock(PASSPHRASE)
    with window_process(screen, folder, at=MONDAY) as window:
        window.focus("^Home, Caregiver$")
        window.press("ctrl+k")
        window.type_text("unlock")
        window.press("Return")
        window.focus("^Care notes, Caregiver$")
        window.type_text(PASSPHRASE)
        window.press("Return")
        window.focus("^Home, Caregiver$")

        def write() -> bool:
            press_at(window, "Write a question", "ctrl+a")
            window.type_text(WRITTEN)
            window.press("Return")
            return window.soon(lambda: WRITTEN in states(beside))

        window.wait_until(write, "the question to be kept")
        window.press("shift+Tab", "space")  # back from the field to the last question of the card
        window.wait_until(lambda: QuestionState.ASKED in states(beside).values(), "a question to be ticked off")

        def take_back() -> bool:
            window.press("ctrl+z")  # again where the window had not yet heard that the tick is kept
            return window.soon(lambda: set(states(beside).values()) == {QuestionState.OPEN})

        window.wait_until(take_back, "the tick to be taken back")
        window.press("ctrl+l")
        assert window.quit() == (0, "")
    beside.lock()
