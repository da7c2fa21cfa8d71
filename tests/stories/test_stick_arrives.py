"""A nurse's stick in a home without any network: compared, seen, installed, read, brought up to date, one refused."""

from __future__ import annotations

import re
from pathlib import Path

from caregiver_app.library.store import Library
from tests.helpers.by_keyboard import find_until, name_in_dialog, press_at
from tests.helpers.hartleys import MORNING
from tests.helpers.made_sticks import SLUG, Nurse
from tests.helpers.no_network import without_network
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

GUIDE = "When evenings feel harder"
WORDS = "Keep the marigold lamp on before it gets dark."
NEWER_WORDS = "Keep two marigold lamps on before it gets dark."
ANY_SCREEN = ", Caregiver$"


def version(library: Library) -> int:
    """Return which version of the stick's pack is here, 0 for none."""
    return next((pack.version for pack in library.packs.list() if pack.uid.endswith(f"/{SLUG}")), 0)


def have(window: RunningWindow, wanted: int) -> None:
    """Wait until a version is here, and until the window knows that too."""
    window.wait_for(lambda library: version(library) == wanted, f"version {wanted}")
    window.come_to_rest()


def test_a_family_begins_with_a_stick_and_stays_current_by_sticks(screen: Screen, tmp_path: Path) -> None:
    nurse = Nurse(tmp_path / "channel", at=MORNING)
    nurse.publish(1, GUIDE, WORDS)
    first = nurse.hand_over(tmp_path / "first")
    nurse.publish(2, GUIDE, NEWER_WORDS)
    second = nurse.hand_over(tmp_path / "second")
    with window_process(screen, tmp_path / "data", before=without_network(), at=MORNING) as window:
        window.focus()
        begin_with(window, first)
        compare(window, nurse.paper)
        see_and_install(window)
        undo_and_redo(window)
        read_the_guide(window, WORDS)
        window.picture("stick-4-guide", shows=WORDS)
        choose(window, second)
        see_what_is_new(window)
        read_the_guide(window, NEWER_WORDS)
        choose(window, first)
        window.wait_until(lambda: "This is older than what you have." in window.words(), "the older one to be refused")
        window.picture("stick-6-refused", shows="This is older than what you have.")
        assert window.ask(version) == 2
        assert window.quit() == (0, "")


def begin_with(window: RunningWindow, stick: Path) -> None:
    """Take the stick's set-up file in the first step."""
    window.wait_for(lambda library: bool(library.topics.list()), "the starter content")
    press_at(window, "A nurse gave me a stick")
    name_in_dialog(window, "^Choose the stick or the folder with the set-up file$", stick, back=ANY_SCREEN)
    window.picture("stick-1-set-up", shows="stick")
    press_at(window, "Use this set-up")
    window.wait_for(lambda library: library.topics.place()[0] == "GB", "the set-up")


def compare(window: RunningWindow, paper: tuple[str, ...]) -> None:
    """Type the two groups that the window does not show, from paper."""
    asked = re.compile(r"QLineEdit \| Group (\d)$")
    window.wait_until(lambda: "type the two that are missing" in window.words(), "the signs")
    for _field in range(2):
        press_at(window, "QLineEdit | Group", "ctrl+a")
        found = asked.search(window.where)
        assert found is not None
        window.type_text(paper[int(found[1]) - 1])
        window.press("Tab")
    window.picture("stick-2-signs", shows="type the two that are missing")
    press_at(window, "They match")


def see_and_install(window: RunningWindow) -> None:
    window.wait_until(lambda: "This really comes from Northfield Nurses" in window.words(), "the sheet")
    assert window.ask(version) == 0
    window.picture("stick-3-what-comes", shows="This really comes from Northfield Nurses")
    press_at(window, "| Install")
    have(window, 1)


def undo_and_redo(window: RunningWindow) -> None:
    window.press("ctrl+z")
    have(window, 0)
    window.press("ctrl+shift+z")
    have(window, 1)


def read_the_guide(window: RunningWindow, words: str) -> None:
    """Find the guide by a word of it, and open it."""

    def opened() -> bool:
        window.press("ctrl+2", "ctrl+shift+f", "ctrl+a")
        window.type_text("marigold")
        window.press("Return", "F6", "Return")
        return window.soon(lambda: words in window.words())

    window.wait_until(opened, "the guide")


def choose(window: RunningWindow, stick: Path) -> None:
    find_until(window, "install a pack", lambda: "Where are the packs?" in window.words())
    press_at(window, "Choose a folder or USB stick")
    name_in_dialog(window, "^Choose the folder with packs$", stick / "packs", back=ANY_SCREEN)


def see_what_is_new(window: RunningWindow) -> None:
    window.wait_until(lambda: "What is new" in window.words(), "the sheet")
    assert window.ask(version) == 1
    window.picture("stick-5-what-is-new", shows="What is new")
    press_at(window, "Bring up to date")
    have(window, 2)
