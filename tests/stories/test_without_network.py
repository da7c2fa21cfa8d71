"""A day without a network: updates wait, and reading, helplines, writing and paper go on. By keyboard alone."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from tests.helpers.by_keyboard import find_until, is_at
from tests.helpers.clock import StillClock
from tests.helpers.hartleys import MORNING, Beside, take_hartleys, unlock_at_home
from tests.helpers.no_network import without_network
from tests.helpers.silent_door import SilentDoor
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

NOTE = "Ate well, walked to the gate."


def wants_updates(folder: Path) -> Path:
    """Let the family get updates, which theirs does not."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(MORNING), fetcher=SilentDoor())
    library = services.open_library()
    services.set_stay_offline(library, value=False)
    library.close()
    services.close()
    return folder


def test_a_day_without_a_network(screen: Screen, hartleys: Path, tmp_path: Path) -> None:
    folder = wants_updates(take_hartleys(hartleys, tmp_path / "data"))
    beside = Beside(folder)
    with window_process(screen, folder, before=without_network(), at=MORNING) as window:
        unlock_at_home(window)
        window.press("F5")
        window.picture("offline-1-home", shows="Offline copy")
        read_a_guide(window)
        find_until(window, "help and helplines", lambda: "In danger right now?" in window.words())
        window.picture("offline-3-helplines", shows="Samaritans")
        look_at_a_sheet(window)
        write_a_note(window, beside)
        assert window.quit() == (0, "")
    beside.close()


def read_a_guide(window: RunningWindow) -> None:
    """Find a guide by a word of it and read it."""

    def opened() -> bool:
        window.press("ctrl+2", "ctrl+shift+f", "ctrl+a")
        window.type_text("swallow")
        window.press("Return", "F6", "Return")
        return window.soon(lambda: "Find your person" in window.words())

    window.wait_until(opened, "the guide")
    window.picture("offline-2-guide", shows="The first days in hospital after a stroke")


def write_a_note(window: RunningWindow, beside: Beside) -> None:
    find_until(window, "write a note", lambda: is_at(window, "Care notes, Caregiver"))
    window.type_text(NOTE)
    window.press("ctrl+Return")
    window.wait_until(
        lambda: any(note.text == NOTE for note in beside.ask(lambda vault: vault.notes.list())), "the note"
    )


def look_at_a_sheet(window: RunningWindow) -> None:
    """Lay out the lines as a sheet, whose pages are seen before anything is printed."""
    window.press("ctrl+p")
    window.focus("^Print, Caregiver$")
    window.picture("offline-4-sheet", shows="Page 1 of")
