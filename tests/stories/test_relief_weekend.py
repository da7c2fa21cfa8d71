"""A carer goes away for a weekend: by keyboard alone, what the relief carer needs is one set of sheets on paper."""

from __future__ import annotations

import os
from pathlib import Path

from tests.helpers.by_keyboard import find_until, is_at, press_at
from tests.helpers.hartleys import MORNING, Beside, take_hartleys, unlock_at_home
from tests.helpers.printers import spooler_commands
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

PRINTER = """
case "$1" in
-e) echo Kitchen_Printer;;
-d) echo "system default destination: Kitchen_Printer";;
esac
"""
TOLD = "Anna: two quiet nights, ate well, no falls."


def test_what_the_relief_carer_needs_is_on_paper(screen: Screen, hartleys: Path, tmp_path: Path) -> None:
    folder = take_hartleys(hartleys, tmp_path / "data")
    beside, printed = Beside(folder), tmp_path / "printed"
    with (
        spooler_commands(tmp_path, lp=f"cat > {printed}.part && mv {printed}.part {printed}", lpstat=PRINTER),
        window_process(screen, folder, before=("env", f"PATH={os.environ['PATH']}"), at=MORNING) as window,
    ):
        unlock_at_home(window)
        choose_the_set(window)
        press_at(window, "Print: A helper's weekend")
        press_at(window, "Printers", "Return")
        window.wait_until(printed.exists, "the sheets to reach the printer")
        write_what_was_told(window, beside)
        assert window.quit() == (0, "")
    assert printed.read_bytes().startswith(b"%PDF")
    left = beside.ask(lambda vault: [one.disclosed.channel.value for one in vault.disclosures.list()])
    assert left == ["print"], "what left is written down"
    beside.close()


def choose_the_set(window: RunningWindow) -> None:
    """Find the set, say whom it is about and for how long, and look at its pages."""
    find_until(window, "helper's weekend", lambda: is_at(window, "Print: A helper's weekend"))
    press_at(window, "about whom")
    window.press("Return")
    window.picture("weekend-1-set", shows="Page 1 of")
    press_at(window, "for how long")
    window.picture("weekend-2-how-long", shows="Page 1 of")
    window.press("Up", "Return")
    press_at(window, "Next page")
    window.picture("weekend-3-medicines", shows="Page 2 of")


def write_what_was_told(window: RunningWindow, beside: Beside) -> None:
    """Keep in two lines what the helper told on Sunday evening."""
    find_until(window, "write a note", lambda: is_at(window, "Care notes, Caregiver"))
    window.type_text(TOLD)
    window.wait_until(lambda: beside.is_being_written(TOLD), "what is typed to be kept")
    window.picture("weekend-4-told", shows="Saved")
    window.press("ctrl+Return")
    window.wait_until(
        lambda: any(note.text == TOLD for note in beside.ask(lambda vault: vault.notes.list())), "the note"
    )
