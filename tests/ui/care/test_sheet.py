"""The recovery sheet in the window: asked for with the passphrase, printed, saved or copied, compared, and used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PasswordType, PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.opening import SHEET, SheetState
from caregiver_app.ui.care.sheet.drawer import SheetDrawer
from caregiver_app.ui.care.sheet.groups import GroupsShown
from caregiver_app.ui.printing import PrintPanel
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.plain import PlainLabel
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import care_of, care_window, lock, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.picking import pick
from tests.helpers.print_window import way_to
from tests.helpers.printers import PretendPrinter
from tests.helpers.qt_app import settle
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

NEW = "violet anchor melon button storm"


@pytest.fixture
def empty(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """The window where there are no care notes yet."""
    with care_window(theme, tmp_path / "data", starter_folder, with_notes=False) as opened:
        yield opened


def sheet_drawer(opened: Opened) -> SheetDrawer:
    wait_until(lambda: isinstance(panel(opened), SheetDrawer), "the drawer")
    found = panel(opened)
    assert isinstance(found, SheetDrawer)
    return found


def panel(opened: Opened) -> object:
    found = opened.whole.window.overlay.panel
    return None if found is None else found.content


def kept_state(opened: Opened) -> SheetState:
    states: list[SheetState] = []
    desk = care_of(opened).desk
    desk.ask(desk, lambda vault: SheetState.of(vault.settings.get(SHEET)), states.append)
    wait_until(lambda: bool(states))
    return states[0]


def groups_of(opened: Opened) -> tuple[str, ...]:
    return opened.services.care.sheet(PASSPHRASE).groups


def with_ways(opened: Opened) -> SheetDrawer:
    """Open the drawer and prove the passphrase."""
    care_of(opened).sheets.open()
    drawer = sheet_drawer(opened)
    assert drawer.passphrase.line.hasFocus()
    drawer.passphrase.line.setText(PASSPHRASE)
    drawer.prove.click()
    wait_until(lambda: drawer.ways is not None, "the ways")
    return drawer


def make_notes(opened: Opened) -> SheetDrawer:
    set_up = care_of(opened).screen.shut.set_up
    set_up.go_on.click()
    set_up.choice.field.line.setText(PASSPHRASE)
    set_up.go_on.click()
    drawer = sheet_drawer(opened)
    wait_until(lambda: drawer.ways is not None, "the ways")
    return drawer


def test_set_up_leads_over_the_sheet_to_a_lock_and_one_unlock(empty: Opened, tmp_path: Path) -> None:
    drawer = make_notes(empty)
    assert_accessible(drawer)
    target = tmp_path / "stick" / "sheet.pdf"
    target.parent.mkdir()
    drawer.save_to(target)
    wait_until(lambda: drawer.compare is not None, "the file")
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o077 == 0
    assert drawer.compare is not None
    drawer.compare.line.setText("000000")
    drawer.compare.check.click()
    assert drawer.compare.field.error
    drawer.compare.line.setText(groups_of(empty)[-1].lower())
    drawer.compare.check.click()
    care = care_of(empty)
    wait_until(lambda: not empty.services.care.is_unlocked, "the lock")
    assert care.access.state is LockState.LOCKED
    assert "Open them once with your passphrase" in care.screen.shut.locked.line.text()
    unlock(empty)
    assert kept_state(empty) is SheetState.CHECKED
    assert care.after_unlock.notice is not None
    assert care.after_unlock.notice.isHidden()


def test_later_leaves_an_amber_reminder_that_leads_back(empty: Opened) -> None:
    drawer = make_notes(empty)
    assert drawer.ways is not None
    drawer.ways.later.click()
    wait_until(lambda: not empty.services.care.is_unlocked, "the lock")
    unlock(empty)
    at_home = empty.whole.home.screen.private.sheet
    assert at_home.isVisible()
    assert at_home.accessibleName() == "You have no recovery sheet yet"
    empty.whole.window.open_screen("care")
    notice = care_of(empty).after_unlock.notice
    assert notice is not None
    assert notice.isVisible()
    assert notice.accessibleName() == "You have no recovery sheet yet"
    notice.button.click()
    assert sheet_drawer(empty).passphrase.line.hasFocus()


def test_without_a_printer_it_is_copied_by_hand_and_each_group_is_compared(opened: Opened) -> None:
    unlock(opened)
    drawer = with_ways(opened)
    assert drawer.ways is not None
    drawer.ways.copy_it.click()
    shown = drawer.findChild(GroupsShown)
    assert shown is not None
    groups = groups_of(opened)
    assert [label.text() for label in shown.findChildren(PlainLabel) if label.text() in groups] == list(groups)
    drawer.written_down()
    settle()
    assert not any(group in everything_shown(opened.whole.window) for group in groups)
    assert drawer.compare is not None
    for group in groups:
        drawer.compare.line.setText(group)
        drawer.compare.check.click()
    opened.quiet()
    assert panel(opened) is None
    assert kept_state(opened) is SheetState.CHECKED


@pytest.mark.usefixtures("dressed")
def test_without_a_printer_it_leads_back_to_the_file_and_printed_it_is_asked_for_its_last_group(
    opened: Opened,
) -> None:
    unlock(opened)
    drawer = with_ways(opened)
    asked_to_print(opened, drawer, PretendPrinter(())).save_it.click()
    back = sheet_drawer(opened)
    assert back.ways is not None
    assert back.ways.save_it.hasFocus()
    printer = PretendPrinter()
    asked_to_print(opened, back, printer).print_chosen()
    again = sheet_drawer(opened)
    assert again.compare is not None
    assert len(printer.printed) == 1
    opened.quiet()
    assert kept_state(opened) is SheetState.MADE


def asked_to_print(opened: Opened, drawer: SheetDrawer, printer: PretendPrinter) -> PrintPanel:
    way = way_to(opened, printer)
    care_of(opened).sheets.print_with(lambda: way)
    assert drawer.ways is not None
    drawer.ways.print_it.click()
    asked = panel(opened)
    assert isinstance(asked, PrintPanel)
    opened.quiet()
    return asked


def test_a_wrong_passphrase_shows_no_sheet(opened: Opened) -> None:
    unlock(opened)
    care_of(opened).sheets.open()
    drawer = sheet_drawer(opened)
    drawer.passphrase.line.setText("not this one")
    drawer.prove.click()
    wait_until(lambda: bool(drawer.passphrase.error), "the refusal")
    assert drawer.ways is None


def test_it_is_not_saved_beside_the_notes(opened: Opened) -> None:
    unlock(opened)
    drawer = with_ways(opened)
    target = opened.services.paths.data_dir / "sheet.pdf"
    drawer.save_to(target)
    assert drawer.ways is not None
    assert drawer.ways.problem.isVisible()
    assert not target.exists()


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_the_pdf_is_locked_with_a_password_of_its_own(opened: Opened, tmp_path: Path) -> None:
    """An easy one and the passphrase of the notes are refused; nothing is asked for without the tick."""
    unlock(opened)
    ways = with_ways(opened).ways
    assert ways is not None
    assert not ways.lock.password.isVisible()
    assert "whoever has the file can open your notes" in ways.lock.means.text()
    ways.lock.tick.click()
    assert "nobody can open this PDF" in ways.lock.means.text()
    assert_accessible(ways)
    for password, refused in (
        ("", "Type a"),
        ("secret", "guess"),
        ("x1" * 70 + NEW, "100"),
        (PASSPHRASE, "Take another"),
    ):
        ways.lock.password.field.line.setText(password)
        ways.save_it.click()
        opened.quiet()
        assert refused in ways.lock.password.field.error
    ways.lock.password.field.line.setText(NEW)
    ways.save_it.click()
    wait_until(lambda: bool(opened.whole.window.findChildren(QFileDialog)), "the place")
    pick(opened, tmp_path / "sheet.pdf")
    wait_until((tmp_path / "sheet.pdf").exists, "the file")
    reader = PdfReader(tmp_path / "sheet.pdf")
    assert reader.is_encrypted
    assert reader.decrypt(NEW) is not PasswordType.NOT_DECRYPTED
    assert groups_of(opened)[-1] in "".join(reader.pages[0].extract_text().split())


def test_the_lock_takes_the_groups_away(opened: Opened) -> None:
    unlock(opened)
    groups = groups_of(opened)
    drawer = with_ways(opened)
    drawer.copy_by_hand()
    assert groups[3] in everything_shown(opened.whole.window)
    lock(opened)
    assert not any(group in everything_shown(opened.whole.window) for group in groups)


def test_the_sheet_opens_the_notes_and_gives_them_a_new_passphrase(opened: Opened) -> None:
    unlock(opened)
    groups = groups_of(opened)
    lock(opened)
    shut = care_of(opened).screen.shut
    shut.locked.sheet.click()
    recover = shut.recover
    assert recover.groups.hasFocus()
    wrong = [*groups[:2], groups[2][:-1] + ("A" if groups[2][-1] != "A" else "B")]
    recover.groups.setPlainText(" ".join(wrong))
    assert recover.field.error == "Group 3 is not as it stands on the sheet."
    recover.groups.setPlainText(" ".join(groups))
    assert recover.field.error == ""
    recover.choice.field.line.setText(NEW)
    recover.go_on.click()
    wait_until(lambda: care_of(opened).screen.body is not None, "the notes")
    opened.quiet()
    assert recover.groups.toPlainText() == ""
    lock(opened)
    unlock(opened, NEW)


def test_the_way_by_the_sheet_can_be_left_by_keyboard(opened: Opened) -> None:
    shut = care_of(opened).screen.shut
    shut.locked.sheet.click()
    shut.recover.groups.setPlainText("something")
    assert care_of(opened).screen.go_back()
    assert shut.locked.passphrase.line.hasFocus()
    assert shut.recover.groups.toPlainText() == ""
    QTest.keyClicks(shut.locked.passphrase.line, "x")
    assert shut.locked.passphrase.text() == "x"
