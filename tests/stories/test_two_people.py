"""Caring for two people, lived through the keyboard in a real window: what is written stays with whom it is about."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from tests.helpers.beside import NotesBeside
from tests.helpers.vaults import PASSPHRASE, new_care
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen


def person(vault: Vault, name: str) -> PersonId:
    return next(one.id for one in vault.people.list() if one.name == name)


def is_there(vault: Vault, name: str) -> bool:
    return any(one.name == name for one in vault.people.list())


def written_of(vault: Vault, name: str) -> set[str]:
    """Return what stands in the fields of somebody's sheet."""
    return {fact.value for fact in vault.facts.of(person(vault, name)).values()}


def command(window: RunningWindow, screen: Screen, words: str) -> None:
    """Do something by its name."""
    window.press("ctrl+k")
    window.type_text(words)
    window.press("Return")


def begin(window: RunningWindow, screen: Screen, folder: Path, beside: NotesBeside) -> None:
    """Open the emergency sheet: the notes are unlocked on the way, and somebody is named."""
    window.focus()
    window.wait_for(lambda library: bool(library.topics.list()), "the starter content")
    command(window, screen, "emergency sheet")
    window.focus("^Care notes, Caregiver$")
    window.type_text(PASSPHRASE)
    window.press("Return")
    window.wait_until((folder / "vault.db-wal").exists, "the notes to open")

    def named() -> bool:
        window.press("ctrl+n", "ctrl+a")  # does nothing until the form is there
        window.type_text("Mum")
        window.press("Return")
        return window.soon(lambda: beside.ask(lambda vault: is_there(vault, "Mum")))

    window.wait_until(named, "the first person")


def add_dad(window: RunningWindow, screen: Screen, beside: NotesBeside) -> None:
    command(window, screen, "add a person")
    window.type_text("Dad")
    window.press("Return")
    window.wait_until(lambda: beside.ask(lambda vault: is_there(vault, "Dad")), "the second person")


def write_name(window: RunningWindow, screen: Screen, beside: NotesBeside, whose: str, name: str) -> None:
    """Type into the first field that was not asked, and go on."""

    def written() -> bool:
        window.press("ctrl+n")
        window.type_text(name)
        window.press("Tab")
        return window.soon(lambda: beside.ask(lambda vault: name in written_of(vault, whose)))

    window.wait_until(written, f"the name of {whose}")


def measure(window: RunningWindow, screen: Screen, beside: NotesBeside, whose: str, value: float) -> None:
    command(window, screen, "measurements")

    def measured() -> bool:
        window.press("ctrl+n", "ctrl+a")
        window.type_text(str(value))
        window.press("Return")
        return window.soon(lambda: beside.ask(lambda vault: weights(vault, whose)) == [value])

    window.wait_until(measured, "the weight")


def weights(vault: Vault, whose: str) -> list[float]:
    return [one.reading.value for one in vault.measures.list(person(vault, whose))]


def medicines(vault: Vault, whose: str) -> list[str]:
    return [one.text.name for one in vault.medicines.list(person(vault, whose))]


def test_two_people_and_what_is_written_of_each(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    new_care(folder).lock()
    beside = NotesBeside(folder, PASSPHRASE)
    with window_process(screen, folder) as window:
        begin(window, screen, folder, beside)
        write_name(window, screen, beside, "Mum", "Edith")
        add_dad(window, screen, beside)
        write_name(window, screen, beside, "Dad", "George")
        assert "George" not in beside.ask(lambda vault: written_of(vault, "Mum"))
        assert "Edith" not in beside.ask(lambda vault: written_of(vault, "Dad"))

        measure(window, screen, beside, "Dad", 80.5)
        assert beside.ask(lambda vault: weights(vault, "Mum")) == []

        command(window, screen, "medicines")
        window.press("ctrl+n")
        window.type_text("Vitamin D")
        window.press("ctrl+Return")
        window.wait_until(lambda: beside.ask(lambda vault: medicines(vault, "Dad")) == ["Vitamin D"], "the medicine")

        def taken_back() -> bool:
            window.press("ctrl+z")  # takes back what came before while the last step is not told yet
            return window.soon(lambda: beside.ask(lambda vault: medicines(vault, "Dad")) == [])

        window.wait_until(taken_back, "the undo")

        window.press("ctrl+l")
        assert window.quit() == (0, "")
