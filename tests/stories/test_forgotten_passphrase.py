"""A forgotten passphrase, by keyboard alone: the recovery sheet opens the notes, which get a new passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import PASSPHRASE, new_care
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen
from tests.stories.test_care_notes import is_open, open_screen, times_shown

NEW = "violet anchor melon button storm"
REMEMBERED = "slate otter window river candle"


def filled(folder: Path) -> tuple[str, ...]:
    """Make care notes with something in them, locked; return the groups of their recovery sheet."""
    care = new_care(folder)
    vault = care.open()
    mum = vault.people.add("Mum", at=MONDAY)
    vault.medicines.add(MedicineText(name="Vitamin D"), person_id=mum, at=MONDAY)
    vault.notes.add(NewNote(text="Slept until seven", person_id=mum), at=MONDAY)
    vault.drafts.keep("note/new", "Had tea", at=MONDAY)
    vault.close()
    sheet = care.sheet(PASSPHRASE)
    care.lock()
    return sheet.groups


def whole(vault: Vault) -> tuple[list[str], ...]:
    """Return what the notes hold."""
    return (
        [person.name for person in vault.people.list()],
        [medicine.text.name for medicine in vault.medicines.list()],
        [note.text for note in vault.notes.list()],
        [draft.text for draft in vault.drafts.list()],
    )


def seen(folder: Path, passphrase: str) -> tuple[list[str], ...]:
    """Return what the notes hold as another process with a passphrase sees them."""
    care = Care(Paths(data_dir=folder), SystemClock())
    care.unlock(passphrase)
    vault = care.open()
    try:
        return whole(vault)
    finally:
        vault.close()
        care.lock()


def times_refused(folder: Path, kind: VaultTrouble) -> int:
    """Return how often a sentence said why something did not open the notes, as the log tells."""
    log = folder / "caregiver.log"
    return log.read_text(encoding="utf-8").count(f"care.refused kind={kind.value}\n") if log.exists() else 0


def try_in_vain(window: RunningWindow, kind: VaultTrouble) -> None:
    """Press Enter and wait for the sentence that says why the notes stay shut."""
    before = times_refused(window.folder, kind)
    window.press("Return")
    window.wait_until(lambda: times_refused(window.folder, kind) > before, f"the sentence of {kind}")
    assert not is_open(window.folder)


def enter(window: RunningWindow) -> None:
    """Press Enter and wait until the notes are before the eyes."""
    before = times_shown(window.folder)
    window.press("Return")
    window.wait_until(lambda: times_shown(window.folder) > before, "the notes to open")
    assert is_open(window.folder)


def mistyped(groups: tuple[str, ...]) -> str:
    """Return what is typed with one sign of the third group wrong."""
    third = groups[2]
    wrong = third[:-1] + ("A" if third[-1] != "A" else "B")
    return " ".join((*groups[:2], wrong, *groups[3:])).lower()


def test_the_notes_open_by_the_sheet_and_get_a_new_passphrase(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    groups = filled(folder)
    before = seen(folder, PASSPHRASE)
    with window_process(screen, folder) as window:
        open_screen(window)
        window.type_text(REMEMBERED)
        try_in_vain(window, VaultTrouble.WRONG_PASSPHRASE)

        window.press("Tab", "Tab", "Tab", "space")  # past Show and Unlock to "Use my recovery sheet"
        window.type_text(mistyped(groups))
        window.press("Tab")
        window.type_text(NEW)
        try_in_vain(window, VaultTrouble.SHEET_MISTYPED)
        assert seen(folder, PASSPHRASE) == before, "nothing is changed by a sheet that is mistyped"

        window.press("ctrl+a")  # the keyboard is in the groups again
        window.type_text(" ".join(groups).lower())
        window.press("Tab")
        enter(window)
        assert seen(folder, NEW) == before
        with pytest.raises(VaultError) as told:
            seen(folder, PASSPHRASE)
        assert told.value.kind is VaultTrouble.WRONG_PASSPHRASE

        window.press("ctrl+l")
        window.wait_until(lambda: not is_open(folder), "the lock")
        window.type_text(PASSPHRASE)
        try_in_vain(window, VaultTrouble.WRONG_PASSPHRASE)
        window.type_text(NEW)  # in place of the old one, which is selected
        enter(window)
        assert window.quit() == (0, "")
    assert seen(folder, NEW) == before
