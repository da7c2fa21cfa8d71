"""What is deleted for good from the window is gone here and in the copies; nothing of it comes back by undo."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.bootstrap.care_copies import keep_care_copy
from caregiver_app.bootstrap.protection_state import MAKING
from caregiver_app.bootstrap.today import NOTES_BACKED_UP_AT
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.deleted_drawer import DeletedDrawer
from caregiver_app.ui.care.erasing.erase_drawer import ALL, EraseDrawer
from caregiver_app.ui.care.erasing.told_drawer import ToldDrawer
from caregiver_app.ui.care.erasing.ways import EraseWays
from caregiver_app.ui.care.menu import CareMenu
from caregiver_app.ui.widgets.confirm import Confirm
from caregiver_app.vault.store import Vault, open_vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_visits import Filled, filled, in_notes
from tests.helpers.care_window import care_of, journal, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.picking import words_in
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


def panel(opened: Opened) -> QWidget | None:
    found = opened.whole.window.overlay.panel
    return None if found is None else found.content


def ways(opened: Opened) -> EraseWays:
    erasing = care_of(opened).after_unlock.erasing
    assert erasing is not None
    return erasing


def copied(opened: Opened) -> tuple[Filled, Path]:
    """Write what an invented family writes, and let a copy of it be made."""
    written = filled(opened)
    care = opened.services.care
    wait_until(lambda: bool(opened.services.care_copies()), "the copy of the day")
    opened.quiet()
    return written, keep_care_copy(care.places, care.unlocked.data_key, opened.clock, reason="before-import")


def notes_in(opened: Opened, copy: Path) -> list[int]:
    vault = open_vault(copy, opened.services.care.unlocked.data_key.file_key(), opened.clock)
    try:
        return [int(note.id) for note in vault.notes.list()]
    finally:
        vault.close()


def notes_of(vault: Vault) -> list[int]:
    return [int(note.id) for note in vault.notes.list()]


def fill(drawer: EraseDrawer, word: str, passphrase: str) -> None:
    line = drawer.word.control
    assert isinstance(line, QLineEdit)
    line.setText(word)
    drawer.now.line.setText(passphrase)
    drawer.act.click()


def test_a_note_goes_for_good_from_its_menu_and_from_the_deleted(opened: Opened) -> None:
    """After a yes, with its copies; undo brings neither back, and what may still hold it is told."""
    unlock(opened)
    written, copy = copied(opened)
    first, second = written.notes
    opened.library.choices.put(NOTES_BACKED_UP_AT, MONDAY)
    tab = journal(opened)
    look = next(each for each in tab.earlier.rows.keys if each == first)
    row = tab.earlier.rows.row(look)
    assert row is not None
    row.more.click()  # type: ignore[attr-defined]  # a row of a note has it
    menu = panel(opened)
    assert isinstance(menu, CareMenu)
    *_others, delete, apart, erase = menu.list.options
    assert [delete.text, apart.text, erase.text] == ["Delete", "Cannot be undone", "Delete for good"]
    assert apart.value is None
    menu.list.chosen.emit(erase.value)
    question = panel(opened)
    assert isinstance(question, Confirm)
    assert question.safe.hasFocus()
    assert "Backups and files that you saved elsewhere still hold it." in question.accessibleDescription()
    question.act.click()
    opened.quiet()
    assert opened.message.startswith("It is gone from your care notes, and from 1 copy of them on this computer.")
    assert "Backups that you made before, the last on 23 November 2026, still hold it" in opened.message
    assert in_notes(opened, notes_of) == [second]
    assert notes_in(opened, copy) == [second]

    in_notes(opened, lambda vault: vault.notes.delete(second, at=MONDAY))
    drawer = DeletedDrawer(care_of(opened).desk)
    care_of(opened).desk.overlay.open_drawer(drawer)
    opened.quiet()
    drawer.erase.click()
    assert drawer.question.accessibleName().startswith("Delete “Coughed when drinking tea.")
    assert drawer.question.keep.hasFocus()
    assert_accessible(drawer)
    drawer.question.keep.click()
    assert in_notes(opened, lambda vault: len(vault.deleted.list())) == 1
    drawer.erase.click()
    drawer.question.erase.click()
    opened.quiet()
    assert in_notes(opened, lambda vault: vault.deleted.list()) == ()
    assert notes_in(opened, copy) == []
    assert not drawer.erase.isVisible()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert opened.message == "There is nothing to undo."
    assert in_notes(opened, notes_of) == []


def test_a_person_goes_only_with_the_word_and_the_passphrase(opened: Opened) -> None:
    """What goes and what stays is said before; what left before is told after."""
    unlock(opened)
    written, copy = copied(opened)
    care_of(opened).desk.changed.emit()
    opened.quiet()
    drawer = ways(opened).open(int(written.mum))
    assert drawer.keep.hasFocus()
    assert "All that is about Mum" in drawer.goes.text()
    assert_accessible(drawer)
    fill(drawer, "no", PASSPHRASE)
    assert drawer.word.error == "Type the word “erase” to go on."
    fill(drawer, " Erase ", "not this one")
    wait_until(lambda: "did not open" in drawer.now.error, "the refusal")
    assert in_notes(opened, lambda vault: len(vault.people.list())) == 1
    fill(drawer, "erase", PASSPHRASE)
    wait_until(lambda: in_notes(opened, lambda vault: vault.people.list()) == (), "Mum to go")
    opened.quiet()
    assert opened.message.startswith("It is gone from your care notes")
    assert notes_in(opened, copy) == []
    assert care_of(opened).desk.whom.people == ()


def test_a_copy_of_another_key_is_named(opened: Opened) -> None:
    """What could not be looked into stands in a drawer of its own, by its day."""
    unlock(opened)
    written, copy = copied(opened)
    strange = copy.with_name("vault-20261101T080000Z-weekly.db")
    strange.write_bytes(b"of another key" * 400)
    erase = partial(ways(opened)._go_on, int(written.mum))  # noqa: SLF001  as after word and passphrase
    erase()
    wait_until(lambda: isinstance(panel(opened), ToldDrawer), "what became of it")
    told = panel(opened)
    assert isinstance(told, ToldDrawer)
    assert any("were not looked into: copy of 1 November 2026." in line for line in words_in(told))
    assert_accessible(told)
    told.done.click()
    assert panel(opened) is None


def test_all_care_notes_go_and_the_library_stays(opened: Opened, tmp_path: Path) -> None:
    """After word and passphrase nothing of them lies in the folder, and new ones can be made; never while a
    library is protected with them, or is about to be: it would be lost.
    """
    unlock(opened)
    copied(opened)
    (tmp_path / "letter.txt").write_text("Dear Mum")
    tab = journal(opened)
    tab.edit.setPlainText("Another line.")
    folder = tmp_path / "data"
    changing = folder / MAKING
    changing.mkdir()
    drawer = ways(opened).open()
    assert drawer.whose.current == ALL
    assert "Your library: sources, pages, stars." in drawer.stays.text()
    fill(drawer, "erase", PASSPHRASE)
    wait_until(lambda: opened.message.startswith("Your library is protected"), "the refusal")
    assert care_of(opened).access.state is LockState.OPEN
    assert opened.services.paths.vault.exists()
    changing.rmdir()

    opened.whole.window.messages.drop("error")
    fill(ways(opened).open(), "erase", PASSPHRASE)
    wait_until(lambda: opened.message.startswith("All care notes are erased."), "the end")
    opened.quiet()
    assert care_of(opened).access.state is LockState.ABSENT
    shut = care_of(opened).screen.shut
    assert shut.currentWidget() is shut.set_up
    left = {path.name for path in folder.rglob("*") if path.is_file()}
    assert not [name for name in left if name.startswith(("vault", "care-notes")) and name != "vault.lock"]
    assert "library.db" in left
    assert opened.library.sources.list()


@pytest.mark.parametrize("typed", ["", "delete"])
def test_another_word_erases_nothing(opened: Opened, typed: str) -> None:
    unlock(opened)
    drawer = ways(opened).open()
    fill(drawer, typed, PASSPHRASE)
    assert drawer.word.error
    lock(opened)
    assert opened.services.paths.vault.exists()
    assert panel(opened) is None
