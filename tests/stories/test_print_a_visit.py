"""The evening before a visit, by keyboard alone: a set is unlocked, looked over, saved with a password, printed."""

from __future__ import annotations

import os
from pathlib import Path

from pypdf import PdfReader

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.private_sheets import SheetsOfNotes
from caregiver_app.bootstrap.services import build_services
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.clock import SystemClock
from caregiver_app.ui.topics.questions import ASKED
from tests.helpers.a_week import QUESTIONS, a_week
from tests.helpers.by_keyboard import find_until, go_to, is_at, name_in_dialog, press_at
from tests.helpers.clock import StillClock
from tests.helpers.printers import spooler_commands
from tests.helpers.silent_door import SilentDoor
from tests.helpers.vaults import PASSPHRASE, new_care
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

TITLE = "^Print, Caregiver$"
PASSWORD = "copper lantern meadow train violin"
LPSTAT = """
case "$1" in
-e) echo Office_Laser;;
-d) echo "system default destination: Office_Laser";;
esac
"""


def prepared(folder: Path) -> None:
    """Make care notes of a week, locked, for somebody who was asked for topics already."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    library.choices.put(ASKED, True)
    library.close()
    services.close()
    care = new_care(folder)
    vault = care.open()
    a_week(vault, at=SystemClock().now())
    vault.close()
    care.lock()


def left(care: Care) -> list[str]:
    """Return in how many ways something left the notes."""
    vault = care.open()
    try:
        return [one.disclosed.channel.value for one in vault.disclosures.list()]
    finally:
        vault.close()


def kept(care: Care) -> dict[str, bool]:
    """Return what is remembered of the visit sheet."""
    vault = care.open()
    try:
        return dict(SheetsOfNotes(vault).remembered(SheetKind.VISIT, None, None))
    finally:
        vault.close()


def test_the_evening_before_a_visit(screen: Screen, tmp_path: Path) -> None:
    folder, stick = tmp_path / "data", tmp_path / "stick"
    stick.mkdir()
    prepared(folder)
    beside = Care(Paths(data_dir=folder), SystemClock())
    beside.unlock(PASSPHRASE)
    printed = tmp_path / "printed"
    with (
        spooler_commands(tmp_path, lp=f"cat > {printed}.part && mv {printed}.part {printed}", lpstat=LPSTAT),
        window_process(screen, folder, before=("env", f"PATH={os.environ['PATH']}")) as window,
    ):
        choose_the_set(window)
        leave_something_out(window)
        save_it_locked(window, stick / "sheet.pdf")
        window.wait_until(lambda: len(left(beside)) == 1, "the file to be written down")
        print_it(window)
        window.wait_until(printed.exists, "the sheets to reach the printer")
        window.wait_until(lambda: len(left(beside)) == 2, "the printing to be written down")
        assert window.quit() == (0, "")
    assert kept(beside) == {"decisions": False}, "what was not touched follows the notes the next time"
    beside.lock()
    assert PdfReader(stick / "sheet.pdf").is_encrypted
    locked = PdfReader(stick / "sheet.pdf", password=PASSWORD)
    words = "\n".join(page.extract_text() for page in locked.pages)
    assert QUESTIONS[0].split()[0] in words
    assert "Decisions" not in words
    assert printed.read_bytes().startswith(b"%PDF")


def choose_the_set(window: RunningWindow) -> None:
    """Find the set by its name; the passphrase is asked on the way."""
    window.focus()
    find_until(window, "clinic visit", lambda: is_at(window, "Care notes, Caregiver"))
    window.focus("^Care notes, Caregiver$")
    window.type_text(PASSPHRASE)
    window.press("Return")
    window.focus(TITLE)
    window.wait_until(lambda: "Clinic visit" in window.words(), "the set")


def leave_something_out(window: RunningWindow) -> None:
    """Take the decisions off the visit sheet."""
    press_at(window, "Decisions, Visit sheet")


def save_it_locked(window: RunningWindow, target: Path) -> None:
    """Save it with a password, where somebody says."""
    press_at(window, "Save as PDF")
    press_at(window, "Lock it with a password")
    window.wait_until(lambda: go_to(window, "Password for the PDF"), "where the password is typed")
    window.type_text(PASSWORD)
    press_at(window, "Choose where")
    name_in_dialog(window, "^Save as PDF$", target, back=TITLE)
    window.wait_until(target.exists, "the file")


def print_it(window: RunningWindow) -> None:
    """Print it on the printer that stands first, the usual one."""
    press_at(window, "Print: Clinic visit")
    window.wait_until(lambda: go_to(window, "Printers"), "the printers")
    window.press("Return")
