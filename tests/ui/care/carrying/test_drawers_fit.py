"""Drawers about files and erasing fit the smallest window at large text, and all in them can be hit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QScrollArea, QWidget

from caregiver_app.ui.care.attached.drawer import FilesDrawer
from caregiver_app.ui.care.carrying.export_drawer import FOLDER
from caregiver_app.ui.care.carrying.preview_drawer import PreviewDrawer
from caregiver_app.ui.care.deleted_drawer import DeletedDrawer
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.theme import Theme
from caregiver_app.vault.importing.incoming import Merged
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.store import Vault
from tests.helpers.care_visits import filled, in_notes
from tests.helpers.care_window import care_of, care_window, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_targets, cut_labels
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened

LONG = "A very long name of a letter from the memory clinic about the next steps and who is told of them.pdf"


def shows(opened: Opened, folder: Path) -> Iterator[Callable[[], QWidget]]:
    """Yield what shows each drawer with a question in it, where it can ask one."""
    after, desk = care_of(opened).after_unlock, care_of(opened).desk
    carrying, erasing = after.carrying, after.erasing
    assert carrying is not None
    assert erasing is not None

    def files() -> QWidget:
        drawer = FilesDrawer(desk, "appointment", 1, "Memory clinic review, Monday 23 November, 14:30")
        desk.overlay.open_drawer(drawer)
        (folder / LONG).write_bytes(b"%PDF-")
        drawer.files.add_paths([folder / LONG])
        opened.quiet()
        drawer.files.ask_to_add([folder / LONG])
        return drawer.files.drop_ask.no

    def export() -> QWidget:
        drawer = carrying.leaving.everything()
        drawer.how.chip(FOLDER).click()
        drawer.target.put("A service copies this folder to other computers.", "A stick or another folder is safer.")
        return drawer.target.another

    def preview() -> QWidget:
        drawer = PreviewDrawer(desk, loose=True)
        desk.overlay.open_drawer(drawer)
        drawer.show_merged(Merged(new={"appointment": 3}, changed={"note": 2}, same={}, deleted_here={}, left_out={}))
        return drawer.go_on

    def deleted() -> QWidget:
        drawer = DeletedDrawer(desk)
        desk.overlay.open_drawer(drawer)
        opened.quiet()
        drawer.erase.click()
        return drawer.question.keep

    yield from (files, export, preview, deleted)
    yield lambda: carrying.leaving.appointments().go_on
    yield lambda: erasing.open().keep


def fill(vault: Vault) -> None:
    gone = vault.notes.add(NewNote(text="Something that was written on a long evening and is not wanted"), at=MONDAY)
    vault.notes.delete(gone, at=MONDAY)
    vault.notes.add(NewNote(text="I could not sleep for worry about what the doctor said", about_me=True), at=MONDAY)


def test_each_fits_and_what_it_asks_is_in_sight(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    theme.set_percent(200)
    with care_window(theme, tmp_path / "data", starter_folder, size=SMALLEST) as opened:
        unlock(opened)
        filled(opened)
        in_notes(opened, fill)
        for show in shows(opened, tmp_path):
            safe = show()
            opened.quiet()
            settle()
            panel = opened.whole.window.overlay.panel
            assert panel is not None
            assert not safe.visibleRegion().isEmpty(), panel.accessibleName()
            assert cut_labels(panel) == []
            assert_targets(panel, theme)
            for area in panel.findChildren(QScrollArea):
                inner = area.widget()
                assert inner is None or inner.width() <= area.viewport().width()
    theme.set_percent(100)
