"""Three in the morning, by keyboard alone: whom to call stands first, without any passphrase; a line is kept."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.time import Millis
from tests.helpers.by_keyboard import is_at, press_at
from tests.helpers.hartleys import HOME, MORNING, NOTES, PASSPHRASE, Beside, take_hartleys
from tests.helpers.no_network import without_network
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

THREE = Millis(MORNING - 5 * 3_600_000)
LINE = "Up at three, looking for her mother. Tea, then asleep again."


def test_whom_to_call_what_to_say_and_one_line(screen: Screen, hartleys: Path, tmp_path: Path) -> None:
    folder = take_hartleys(hartleys, tmp_path / "data")
    with window_process(screen, folder, before=without_network(), at=THREE) as window:
        window.focus(HOME)
        look_at_home(window)
        look_whom_to_call(window)
        write_one_line(window)
        assert window.quit() == (0, "")
    with window_process(screen, folder, at=MORNING) as window:
        join_it_in_the_morning(window)
        assert window.quit() == (0, "")
    beside = Beside(folder)
    assert LINE in [note.text for note in beside.ask(lambda vault: vault.notes.list())]
    beside.close()


def look_at_home(window: RunningWindow) -> None:
    """At night Home has the number, a line to write, and nothing that is new."""
    window.picture("night-1-home", shows="In danger right now? Call")
    words = window.words()
    assert "999" in words
    assert "New from your sources" not in words


def look_whom_to_call(window: RunningWindow) -> None:
    """Open the page for an emergency by its key."""
    window.press("ctrl+shift+e")
    window.focus("^Emergency, Caregiver$")
    window.picture("night-2-emergency", shows="What to say on the phone")
    words = window.words()
    assert "Call now if" in words
    assert "Source:" in words


def write_one_line(window: RunningWindow) -> None:
    """Write one line without unlocking anything: it is sealed until somebody unlocks."""
    window.press("ctrl+1")
    window.focus(HOME)
    press_at(window, "Write a note")
    window.wait_until(lambda: is_at(window, "PrivateText"), "where one writes")
    window.type_text(LINE)
    window.picture("night-3-line", shows="sealed")
    press_at(window, "Seal this note")
    window.wait_until(lambda: any(window.folder.glob("sealed/*")), "the line to be sealed")


def join_it_in_the_morning(window: RunningWindow) -> None:
    """Unlock in the morning; the line stands in the journal."""
    window.focus(HOME)
    window.press("ctrl+5")
    window.focus(NOTES)
    window.press("F6")
    window.type_text(PASSPHRASE)
    window.press("Return")
    press_at(window, "Open the note of Monday 30 November, 03:0")
    window.picture("night-4-joined", shows=LINE)
