"""What Python still has in hand after the lock: no object that can be reached holds a word of the notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.ui.care.search_drawer import SearchDrawer
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.palette.palette import Palette
from caregiver_app.ui.palette.private_hits import PrivateHit
from caregiver_app.vault.store import Vault
from tests.helpers.care_records import notes_of, panel
from tests.helpers.care_window import care_of, journal, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.exchanging import new_vault
from tests.helpers.held import kinds_of_holders, texts_held
from tests.helpers.marked_notes import mark_everything
from tests.helpers.markers import new_marker
from tests.helpers.print_window import body_of as print_body
from tests.helpers.print_window import print_panel, show_sheet, use_printer
from tests.helpers.printers import PretendPrinter
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

TABS = ("journal", "questions", "appointments", "medicines", "measurements", "contacts", "emergency")


def holders(marker: str) -> list[str]:
    """Return how texts with the marker in them begin, and what holds the first of them."""
    found = texts_held(marker.rstrip("é"), but=marker)
    return [f"{kinds_of_holders(held) if not place else ''} {held[:60]}" for place, held in enumerate(found)]


def fill(vault: Vault, folder: Path, marker: str) -> None:
    nurse = new_vault(folder / "nurse.db")
    try:
        mark_everything(vault, nurse, marker, at=MONDAY)
    finally:
        nurse.close()


@pytest.fixture
def marked(opened: Opened, tmp_path: Path) -> str:
    """A marker in every field of the notes, which are open."""
    marker = new_marker()
    unlock(opened)
    notes_of(opened, lambda vault: fill(vault, tmp_path, marker))
    care_of(opened).desk.whom.show_people(notes_of(opened, lambda vault: vault.people.list()))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    return marker


def assert_gone_with_the_lock(opened: Opened, marker: str) -> None:
    opened.quiet()
    assert holders(marker) != []
    lock(opened)
    opened.quiet()
    assert holders(marker) == []


def test_no_object_holds_a_word_of_what_was_open_after_the_lock(opened: Opened, marked: str) -> None:
    """Each tab was shown, a note was written and can be undone, and Home told of the notes."""
    body = care_of(opened).screen.body
    assert body is not None
    for tab in TABS:
        body.open_tab(tab)
        opened.quiet()
    written = journal(opened)
    written.edit.setPlainText(f"{marked} written just now")
    written.done.click()
    opened.quiet()
    del body, written
    opened.whole.window.open_screen(HOME)
    assert_gone_with_the_lock(opened, marked)


def test_no_object_holds_what_stood_on_sheets(opened: Opened, marked: str) -> None:
    """Sheets were looked at as pages and as text, asked to be printed, and another one was chosen."""
    (person, *_others) = notes_of(opened, lambda vault: vault.people.list())
    for sheet in (SheetKind.JOURNAL, SheetKind.VISIT):
        show_sheet(opened, sheet, person_id=int(person.id))
    print_body(opened).preview.set_reading(True)
    use_printer(opened, PretendPrinter(broken=True))
    print_panel(opened).go.click()
    opened.quiet()
    del person, _others
    assert_gone_with_the_lock(opened, marked)


def test_no_object_holds_what_was_sought_and_found(opened: Opened, marked: str) -> None:
    care_of(opened).screen.search()
    opened.quiet()
    panel(opened, SearchDrawer).field.setText(marked)
    panel(opened, SearchDrawer).field.returnPressed.emit()
    assert_gone_with_the_lock(opened, marked)


def test_no_object_holds_what_the_palette_found(opened: Opened, marked: str) -> None:
    opened.whole.find.open()
    panel(opened, Palette).field.setText(marked)
    wait_until(
        lambda: any(isinstance(option.value, PrivateHit) for option in panel(opened, Palette).list.options),
        "what was found",
    )
    assert_gone_with_the_lock(opened, marked)
