"""Somebody has died: said once, by keyboard alone; prompts end, nothing is lost, the notes print as a keepsake."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.store import Vault
from tests.helpers.by_keyboard import find_until, is_at, name_in_dialog, press_at
from tests.helpers.hartleys import MORNING, Beside, take_hartleys, unlock_at_home
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

PRINT = "^Print, Caregiver$"


def held(vault: Vault, person: PersonId) -> tuple[int, ...]:
    """Return how much there is about somebody, whatever is shown of it."""
    return (
        len(vault.notes.list(person)),
        len(vault.questions.list(person)),
        len(vault.appointments.list(person)),
        len(vault.medicines.list(person)),
        len(vault.measures.list(person)),
    )


def test_a_death_is_said_once_and_what_it_leaves_is_kept(screen: Screen, hartleys: Path, tmp_path: Path) -> None:
    folder = take_hartleys(hartleys, tmp_path / "data")
    beside = Beside(folder)
    mum = beside.person("Mum")
    before = beside.ask(lambda vault: held(vault, mum))
    with window_process(screen, folder, at=MORNING) as window:
        unlock_at_home(window)
        window.picture("changed-1-home-before", shows="Memory clinic")
        say_it(window)
        window.wait_until(lambda: has_died(beside), "it to be kept")
        home_without_her(window)
        print_the_keepsake(window, tmp_path / "journal.pdf")
        window.press("ctrl+l", "ctrl+1")
        unlock_at_home(window)
        home_without_her(window)
        assert window.quit() == (0, "")
    assert beside.ask(lambda vault: held(vault, mum)) == before
    words = "".join(page.extract_text() for page in PdfReader(tmp_path / "journal.pdf").pages)
    assert "Named every rose in the catalogue" in words, "the first of all days is on it, not only the last weeks"
    beside.close()


def has_died(beside: Beside) -> bool:
    return beside.ask(lambda vault: vault.people.named("Mum").situation) is Situation.DIED


def say_it(window: RunningWindow) -> None:
    """Say how things stand, once, where one looks for it."""
    find_until(window, "things have changed", lambda: is_at(window, "For whom have things changed?"))
    window.press("Return")
    window.wait_until(lambda: is_at(window, "As usual"), "how things stand")
    window.press("End")
    window.picture("changed-2-said", shows="We are sorry.")
    press_at(window, "| Done")


def home_without_her(window: RunningWindow) -> None:
    """Nothing at Home speaks of her any more, and what is about Dad stays."""
    window.press("ctrl+1")
    window.picture("changed-3-home-after", shows="Heart nurse")
    words = window.words()
    assert "For Mum" not in words
    assert "Memory clinic" not in words


def print_the_keepsake(window: RunningWindow, target: Path) -> None:
    """Print the journal of all days; it is hers once she is chosen."""
    find_until(window, "print journal", lambda: is_at(window, "Print: Journal"))
    press_at(window, "about whom")
    window.press("Return")
    window.picture("changed-4-keepsake", shows="Page 1 of 11")
    press_at(window, "Save as PDF")
    press_at(window, "Choose where")
    name_in_dialog(window, "^Save as PDF$", target, back=PRINT)
    window.wait_until(target.exists, "the file")
