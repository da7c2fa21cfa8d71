"""Drawers about files that leave and come, and what was read of one, hold no word after the lock, nor does a step."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.exports import Leaving, export_notes
from caregiver_app.ui.care.carrying.preview_drawer import PreviewDrawer
from caregiver_app.ui.care.deleted_drawer import DeletedDrawer
from caregiver_app.ui.care.journal.note_place import NotePlace
from caregiver_app.vault.carrying.choice import ExportChoice
from caregiver_app.vault.records.notes import NewNote, NoteId
from caregiver_app.vault.store import Vault
from tests.helpers.care_records import panel
from tests.helpers.care_visits import in_notes
from tests.helpers.care_window import care_of, journal, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.markers import new_marker
from tests.helpers.whole_window import Opened, wait_until
from tests.ui.care.test_objects_at_the_lock import holders


def fill(vault: Vault, marker: str) -> NoteId:
    mum = vault.people.add(f"Mum {marker}", at=MONDAY)
    gone = vault.notes.add(NewNote(text=f"Gone {marker}", person_id=mum), at=MONDAY)
    vault.notes.delete(gone, at=MONDAY)
    vault.notes.add(NewNote(text=f"Mine {marker}", about_me=True), at=MONDAY)
    return vault.notes.add(NewNote(text=f"Night {marker}", person_id=mum), at=MONDAY)


def show_all(opened: Opened, marker: str, folder: Path) -> None:
    """Open each of them once, bring a file in, and leave the look into another one open."""
    care = care_of(opened)
    note = in_notes(opened, lambda vault: fill(vault, marker))
    care.desk.changed.emit()
    (folder / f"{marker}.pdf").write_bytes(b"%PDF-1.7 " + marker.encode())
    journal(opened).open_note(note)
    opened.quiet()
    place = journal(opened).place
    assert isinstance(place, NotePlace)
    place.files.add_paths([folder / f"{marker}.pdf"])
    opened.quiet()
    place.files.ask_to_add([folder / f"{marker}.pdf"])
    carrying, erasing = care.after_unlock.carrying, care.after_unlock.erasing
    assert carrying is not None
    assert erasing is not None
    for show in (carrying.leaving.everything, carrying.leaving.contacts, erasing.open):
        show()
        opened.quiet()
    drawer = DeletedDrawer(care.desk)
    care.desk.overlay.open_drawer(drawer)
    opened.quiet()
    drawer.erase.click()
    export(opened, folder / "out")
    in_notes(opened, lambda vault: vault.erasing.delete_for_good("note", note))
    carrying.bringing.bring_in(folder / "out" / "care-notes.json")
    wait_until(lambda: isinstance(panel_content(opened), PreviewDrawer), "what is in the file")
    panel(opened, PreviewDrawer).go_on.click()
    opened.quiet()
    carrying.bringing.bring_in(folder / "out" / "care-notes.json")
    wait_until(lambda: isinstance(panel_content(opened), PreviewDrawer), "what is in the file")


def export(opened: Opened, target: Path) -> None:
    care, at = opened.services.care, opened.clock.now()
    choice = ExportChoice(all_about_me=True)
    in_notes(opened, lambda vault: export_notes(care.with_files(vault), choice, Leaving(target=target), at=at))


def panel_content(opened: Opened) -> object:
    found = opened.whole.window.overlay.panel
    return None if found is None else found.content


def test_no_object_holds_a_word_of_what_left_or_came(opened: Opened, tmp_path: Path) -> None:
    marker = new_marker()
    unlock(opened)
    show_all(opened, marker, tmp_path)
    opened.quiet()
    assert holders(marker) != []
    lock(opened)
    opened.quiet()
    assert holders(marker) == []
