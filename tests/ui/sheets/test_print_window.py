"""Print in a whole window: the passphrase first, ticks that count, what leaves is written down, the lock takes all."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from caregiver_app.library.store import Library
from caregiver_app.model.sheets.kinds import SETS, Audience, PrintSet, SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.paper.as_text import as_text
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.share.add_drawer import AddDrawer
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.sheets.joining import PRINT
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import IconButton
from caregiver_app.vault.exchange.disclosures import Disclosure
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_notes import fill_family
from tests.helpers.care_visits import in_notes
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.held import all_objects
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.print_window import (
    about_the_first,
    body_of,
    let_go,
    print_panel,
    save_drawer,
    seen,
    show_sheet,
    use_printer,
)
from tests.helpers.printers import SHELF, PretendPrinter
from tests.helpers.qt_app import press
from tests.helpers.vaults import filled_care
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

DOOR = PrintSet.FRIDGE_DOOR
ALLERGY, MEDICINE = "Penicillin", "Amlodipine"


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """The window with locked notes about two people."""
    folder = tmp_path / "data"
    filled_care(folder, fill_family)
    with open_whole(theme, folder, start=starter_folder, fill=in_britain, screen=PRINT) as opened:
        yield opened


def in_britain(library: Library) -> None:
    """Live in a country that has phone lines."""
    library.topics.live_in("GB", "en")


def left(opened: Opened) -> tuple[Disclosure, ...]:
    """Return what the notes say has left them, the newest first."""
    return in_notes(opened, lambda vault: vault.disclosures.list())


def test_private_sheets_from_the_passphrase_to_the_lock(opened: Opened, tmp_path: Path) -> None:
    """One walk: unlock, tick, print, save, lock."""
    before = private_sheets()
    with step("the passphrase is asked first, and leads back here"):
        unlock_by_a_tile(opened)
    with step("what is not ticked does not go along; a whole sheet can be left out"):
        leave_out(opened)
    with step("what is copied from a sheet is kept as what is copied from the notes"):
        copy_from_it(opened)
    with step("another person is another sheet"):
        turn_to_somebody_else(opened)
    with step("what was printed is written down with whom it was for"):
        print_it(opened)
    with step("a file is for its owner alone, and written down"):
        save_it(opened, tmp_path / "sheet.pdf")
    with step("what is on its way into a file at the lock is not written"):
        lock_meanwhile(opened, tmp_path / "late.pdf")
    with step("the lock leaves nothing of it"):
        find_nothing(opened)
        assert private_sheets() <= before
    with step("what is not private can be printed still"):
        show_sheet(opened, SheetKind.HELPLINES, country="GB")
        assert body_of(opened).preview.pages.count > 0


def unlock_by_a_tile(opened: Opened) -> None:
    """Choose a set, type the passphrase, and see the set."""
    body_of(opened).tiles.tiles[DOOR].click()
    assert opened.whole.window.nav.current == CARE
    unlock(opened)
    assert opened.whole.window.nav.current == PRINT
    body = seen(opened)
    assert body.preview.nothing.accessibleName() == "The care notes are about more than one person."
    assert body.ticks.chosen() == ()
    assert body.options.whom.isVisible()
    body.print_it.click()
    seen(opened)
    assert opened.whole.window.overlay.panel is None
    assert body.options.whom.fold.button.hasFocus()
    body = about_the_first(opened)
    assert tuple(sheet.kind for sheet in body.ticks.chosen()) == SETS[DOOR]
    assert body.preview.left_out.isHidden()
    assert ALLERGY in body.preview.text.toPlainText()
    assert_accessible(opened.whole.window)


def leave_out(opened: Opened) -> None:
    """Take off a whole sheet, and a part of the other one."""
    body = body_of(opened)
    pages = body.preview.pages.count
    body.ticks.boxes[SheetKind.HELPLINES, ""].click()
    seen(opened)
    assert body.preview.pages.count == 1 < pages
    box = next(box for box in body.ticks.boxes.values() if box.text() == "Medicines now")
    assert MEDICINE in as_text(body.ticks.chosen()[:1])
    box.click()
    assert MEDICINE not in as_text(body.ticks.chosen()[:1])


def copy_from_it(opened: Opened) -> None:
    """Read the sheet as text, where words can be marked, and go elsewhere with the keyboard."""
    preview, copies = body_of(opened).preview, care_of(opened).copies
    preview.read.click()
    assert preview.text.hasFocus()
    assert copies.is_private()
    opened.whole.window.focus_navigation()
    assert not copies.is_private()
    preview.read.click()


def turn_to_somebody_else(opened: Opened) -> None:
    """Look at the other person's sheet, and come back."""
    body = body_of(opened)
    mum, dad = (each.id for each in body.options.people)
    body.options.whom.chosen.emit(dad)
    seen(opened)
    assert ALLERGY not in body.preview.text.toPlainText()
    body.options.whom.chosen.emit(mum)
    seen(opened)


def print_it(opened: Opened) -> None:
    """Print on the usual printer."""
    printer = PretendPrinter()
    use_printer(opened, printer)
    panel = print_panel(opened)
    assert not panel.warning.isHidden()
    panel.go.click()
    opened.quiet()
    assert [name for name, _pdf in printer.printed] == [SHELF.name]
    assert printer.printed[0][1].startswith(b"%PDF")
    (disclosed,) = left(opened)
    assert disclosed.disclosed.to_whom == Audience.AMBULANCE
    assert disclosed.disclosed.what == {"emergency": 1}


def save_it(opened: Opened, target: Path) -> None:
    """Save it without a password."""
    body = body_of(opened)
    drawer = save_drawer(opened)
    drawer.save_to(target)
    wait_until(target.exists, "the file")
    opened.quiet()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert len(PdfReader(target).pages) == body.preview.pages.count
    assert opened.will_say("Saved. It is not locked: keep it somewhere safe.")
    assert len(left(opened)) == 2


def lock_meanwhile(opened: Opened, target: Path) -> None:
    """Lock while the file is being made."""
    drawer = save_drawer(opened)
    drawer.wanted.emit(str(target), "")
    lock(opened)
    opened.quiet()
    assert not target.exists()


def private_sheets() -> set[int]:
    """Return which private sheets Python has in hand; some may be constants of other tests."""
    return {id(one) for one in all_objects() if isinstance(one, Sheet) and one.private}


def find_nothing(opened: Opened) -> None:
    """Look for words of the notes in all that the window holds."""
    let_go()
    shown = everything_shown(opened.whole.window)
    for word in (ALLERGY, MEDICINE, "Mum", "Dad"):
        assert word not in shown
    body = body_of(opened)
    assert body.preview.pages.count == 0
    assert body.ticks.chosen() == ()


def test_pages_of_the_library_from_the_reader_to_the_log(opened: Opened, tmp_path: Path) -> None:
    """The page that is open is printed by Ctrl+P; what was saved stands on the list of what was shared or printed."""
    source = add_source(opened.library, "Kind Nurses", host="kind.example", at=MONDAY)
    (page,) = add_pages(opened.library, source, [APage(title="Sleeping better")], at=MONDAY)
    opened.whole.window.open_screen(LIBRARY)
    opened.quiet()
    opened.pick("Sleeping better")
    with step("a key leads from the page to its sheet"):
        opened.whole.library.shelf.reader.toolbar.setFocus()
        press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        body = seen(opened)
        assert opened.whole.window.nav.current == PRINT
        assert body.wanted.subjects == (Subject(kind=SubjectKind.ARTICLE, id=page),)
        assert "Sleeping better" in body.preview.text.toPlainText()
    with step("nothing private is warned of, and the log knows"):
        target = tmp_path / "page.pdf"
        going = body.going()
        assert going is not None
        assert not going.is_private
        body.leaving.save_public(going, opened.services.paths.data_dir / "page.pdf")
        opened.quiet()
        assert "keeps its own files" in opened.message
        body.leaving.save_public(going, target)
        wait_until(target.exists, "the file")
        opened.quiet()
        assert [one.form for one in opened.library.shares.list()] == [SheetKind.ARTICLE]
    with step("a list asks for pages first, and takes them off again"):
        body = show_sheet(opened, SheetKind.RESOURCE_LIST)
        assert body.preview.pages.count == 0
        body.options.pages.add.click()
        opened.quiet()
        panel = opened.whole.window.overlay.panel
        assert panel is not None
        assert isinstance(panel.content, AddDrawer)
        panel.content.chosen.emit(opened.library.articles.rows_of([page])[0])
        seen(opened)
        assert body.preview.pages.count == 1
        next(one for one in body.options.pages.findChildren(IconButton)).click()
        assert body.preview.pages.count == 0
    with step("what is made elsewhere leads there"):
        body.tiles.tiles[SheetKind.SHARE_FLYER].click()
        assert opened.whole.window.nav.current == SHARE
