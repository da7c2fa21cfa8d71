"""The laptop is lost: a copy on a stick and the recovery sheet bring all to a new computer, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.time import Millis
from caregiver_app.vault.store import Vault
from tests.helpers.by_keyboard import find_until, is_at, name_in_dialog, press_at
from tests.helpers.clock import StillClock
from tests.helpers.hartleys import HOME, MORNING, NOTES, PASSPHRASE, Beside, take_hartleys, unlock_at_home
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

NEW = "violet anchor melon button storm"
SETTINGS, WELCOME = "^Settings, Caregiver$", "^Welcome, Caregiver$"
DAYS_LATER = Millis(MORNING + 3 * 86_400_000)


def groups_on_paper(folder: Path) -> str:
    """Make the recovery sheet and return what is printed on it."""
    care = Care(Paths(data_dir=folder), StillClock(MORNING))
    care.unlock(PASSPHRASE)
    groups = care.sheet(PASSPHRASE).groups
    care.lock()
    return " ".join(groups).lower()


def whole(vault: Vault) -> tuple[list[str], ...]:
    """Return what the notes hold."""
    return (
        [person.name for person in vault.people.list()],
        [medicine.text.name for medicine in vault.medicines.list()],
        [note.text for note in vault.notes.list()],
    )


def test_a_copy_and_the_sheet_bring_everything_to_a_new_computer(
    screen: Screen, hartleys: Path, tmp_path: Path
) -> None:
    lost, new, stick = take_hartleys(hartleys, tmp_path / "lost"), tmp_path / "new", tmp_path / "stick"
    stick.mkdir()
    copy, groups = stick / "family.caregiver-backup", groups_on_paper(lost)
    with window_process(screen, lost, at=MORNING) as window:
        unlock_at_home(window)
        make_a_copy(window, copy)
        assert window.quit() == (0, "")
    before = held(lost, PASSPHRASE)
    with window_process(screen, new, at=DAYS_LATER) as window:
        restore(window, copy, groups)
        open_by_the_sheet(window, groups)
        assert window.quit() == (0, "")
    assert held(new, NEW) == before


def held(folder: Path, passphrase: str) -> tuple[list[str], ...]:
    """Return what the notes of a folder hold for who knows the passphrase."""
    beside = Beside(folder, passphrase)
    found = beside.ask(whole)
    beside.close()
    return found


def make_a_copy(window: RunningWindow, copy: Path) -> None:
    """Put a locked copy of everything on the stick."""
    find_until(window, "backup", lambda: is_at(window, "Settings, Caregiver"))
    press_at(window, "Back up now")
    name_in_dialog(window, "^Back up$", copy, back=SETTINGS)
    window.wait_until(copy.exists, "the copy")
    window.picture("lost-1-copy", shows="Last backup today")


def restore(window: RunningWindow, copy: Path, groups: str) -> None:
    """Take the copy on the new computer, by the groups of the sheet: the passphrase is forgotten, too."""
    window.focus()
    window.wait_for(lambda library: bool(library.topics.list()), "the starter content")
    press_at(window, "I have a backup or a recovery sheet")
    press_at(window, "Choose the backup file")
    name_in_dialog(window, "^Restore a backup$", copy, back=WELCOME)
    window.wait_until(lambda: is_at(window, "Passphrase of that day"), "the question")
    window.picture("lost-2-restore", shows="Or all groups of the recovery sheet")
    window.type_text(groups)
    window.press("Return")
    window.focus(HOME)


def open_by_the_sheet(window: RunningWindow, groups: str) -> None:
    """Open the notes with the sheet, and choose another passphrase."""
    window.press("ctrl+5")
    window.focus(NOTES)
    press_at(window, "Use my recovery sheet")
    window.wait_until(lambda: is_at(window, "The groups of your recovery sheet"), "where the groups are typed")
    window.picture("lost-3-sheet", shows="Open with the recovery sheet")
    window.type_text(groups)
    window.press("Tab")
    window.type_text(NEW)
    window.press("Return")
    window.picture("lost-4-open", shows="Twenty minutes in the garden")
