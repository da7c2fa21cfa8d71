"""Care notes lived through the keyboard in a real window: made, written in, lost to a crash, and back again."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.beside import NotesBeside
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

PASSPHRASE = "slate otter window candle river"
TITLE = "^Care notes, Caregiver$"


def open_screen(window: RunningWindow) -> None:
    """Open the care notes and put the keyboard into them."""
    window.focus()
    window.press("ctrl+5")
    window.focus(TITLE)
    window.press("F6")


def is_open(folder: Path) -> bool:
    """Return whether somebody has the notes open now: the last one to close them takes this file away."""
    return (folder / "vault.db-wal").exists()


def times_shown(folder: Path) -> int:
    """Return how often the notes were shown, as the log tells."""
    log = folder / "caregiver.log"
    return log.read_text(encoding="utf-8").count("care.shown") if log.exists() else 0


def unlock(window: RunningWindow) -> None:
    """Type the passphrase where the keyboard is, and wait until the notes are before the eyes."""
    before = times_shown(window.folder)
    window.type_text(PASSPHRASE)
    window.press("Return")
    window.wait_until(lambda: times_shown(window.folder) > before, "the notes to open")


def leave_sheet(window: RunningWindow) -> bool:
    """Put the recovery sheet off, which locks; again until its drawer was there."""
    window.press("Escape")
    return not is_open(window.folder)


def write(window: RunningWindow, beside: NotesBeside, text: str, wanted: str, *, first: str = "") -> None:
    """Type until the notes have what is wanted; `first` are keys that lead to where one writes."""

    def typed() -> bool:
        if first:
            window.press(first)
        window.type_text(text)
        return window.soon(lambda: wanted in beside.drafts())

    window.wait_until(typed, wanted)


def test_made_written_in_lost_to_a_crash_and_back(screen: Screen, tmp_path: Path) -> None:
    """Set-up to the first words, a crash in the middle of them, and the words with their cursor after it."""
    folder = tmp_path / "data"
    with window_process(screen, folder) as window:
        open_screen(window)
        window.press("Tab")
        window.type_text("Mum")
        window.press("Return")
        unlock(window)
        window.wait_until(lambda: leave_sheet(window), "the lock")
        unlock(window)  # this ends at Home
        open_screen(window)
        beside = NotesBeside(folder, PASSPHRASE)
        assert beside.ask(lambda vault: [person.name for person in vault.people.list()]) == ["Mum"]
        write(window, beside, "Slept until seven", "Slept until seven", first="ctrl+n")
        window.process.kill()
        window.process.communicate()
    assert beside.drafts() == ["Slept until seven"]
    assert not is_open(folder)
    with window_process(screen, folder) as window:
        open_screen(window)
        unlock(window)
        write(window, beside, ", then tea", "Slept until seven, then tea")
        assert window.quit() == (0, "")
    assert beside.drafts() == ["Slept until seven, then tea"]
    beside.close()
