"""A file that is opened with Caregiver is looked at in its place, and nothing of it is taken in by that."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from caregiver_app import APPLICATION_ID
from caregiver_app.bootstrap.set_up_file import NAME
from caregiver_app.packs.channels.copying import copy_channel
from caregiver_app.ui.assembly import WholeWindow
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.first_run import place
from caregiver_app.ui.first_run.set_up_above import SetUpAbove
from caregiver_app.ui.first_run.set_up_sheet import SetUpSheet
from caregiver_app.ui.first_run.welcome_step import WelcomeStep
from caregiver_app.ui.packs.commands import PACKS
from caregiver_app.ui.packs.compare_drawer import CompareDrawer
from caregiver_app.ui.settings.language_part import LanguagePart
from caregiver_app.ui.sources.add_source import AddSource
from caregiver_app.ui.sources.opml_drawer import OpmlDrawer
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.first_run import frame_of, go_on, skip_all, step_of
from tests.helpers.made_sticks import Nurse
from tests.helpers.packs_window import panel_of
from tests.helpers.protected import protected_folder
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_application import another_has_come, run_application
from tests.helpers.whole_window import Opened, open_whole, wait_until

pytestmark = [
    pytest.mark.usefixtures("undressed"),
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
]

LISTED = '<opml version="2.0"><body><outline text="News" xmlUrl="https://news.example.org/feed"/></body></opml>'


def packs_are_shown_to_be_compared(opened: Opened, folder: Path) -> None:
    nurse = Nurse(folder / "made", at=MONDAY)
    nurse.publish(1, "When evenings feel harder", "Keep a small lamp on.")
    file = folder / os.fsdecode(b"N\xffRTH.carepack")  # as sticks from elsewhere have it
    copy_channel(folder / "made", folder / "north.carepack", at=MONDAY)
    (folder / "north.carepack").rename(file)
    opened.whole.opened_files.look_at(file)
    panel_of(opened, CompareDrawer)
    assert opened.whole.window.nav.current == PACKS


def a_list_is_shown(opened: Opened, folder: Path) -> None:
    (folder / "list.opml").write_text(LISTED)
    opened.whole.opened_files.look_at(folder / "list.opml")
    panel_of(opened, OpmlDrawer)
    assert opened.whole.window.nav.current == LIBRARY


def of_two_opened_at_once_the_second_waits_for_the_first(opened: Opened, folder: Path) -> None:
    opened.whole.window.overlay.close_panel()
    opened.quiet()
    for name in ("list.opml", os.fsdecode(b"N\xffRTH.carepack")):
        opened.whole.opened_files.look_at(folder / name)
    panel_of(opened, OpmlDrawer)
    assert opened.will_say("Close what is open here, then you see the file.")
    opened.whole.window.overlay.close_panel()
    panel_of(opened, CompareDrawer)
    assert not opened.will_say("Close what is open")
    opened.whole.window.overlay.close_panel()


def what_somebody_types_is_not_lost(opened: Opened, folder: Path) -> None:
    opened.whole.gate.side.ways.open_add()
    drawer = panel_of(opened, AddSource)
    field = next(line for line in drawer.findChildren(QLineEdit) if line.isVisible())
    QTest.keyClicks(field, "https://typed.example.org/by-hand")
    opened.whole.opened_files.look_at(folder / "list.opml")
    assert opened.will_say("Close what is open here, then you see the file.")
    assert _content(opened.whole) is drawer
    assert field.text() == "https://typed.example.org/by-hand"
    opened.whole.window.overlay.close_panel()
    panel_of(opened, OpmlDrawer)
    opened.whole.window.overlay.close_panel()


def what_a_set_up_file_would_set_is_shown(opened: Opened, folder: Path) -> None:
    stick = folder / "stick"
    stick.mkdir()
    nurse = Nurse(folder / "handed", at=MONDAY)
    nurse.publish(1, "When evenings feel harder", "Keep a small lamp on.")
    file = nurse.hand_over(stick) / NAME
    opened.whole.opened_files.look_at(file)
    assert dict(panel_of(opened, SetUpSheet).lines)["Country"] == "United Kingdom"
    step_of(opened, WelcomeStep)
    opened.whole.window.overlay.close_panel()
    go_on(opened)
    frame_of(opened).foot.skip.click()
    opened.whole.opened_files.look_at(file)  # while the next step is on its way
    wait_until(lambda: isinstance(_content(opened.whole), SetUpSheet), "what it would set")
    step_of(opened, WelcomeStep)


def nothing_is_asked_again_once_the_first_steps_are_over(opened: Opened, folder: Path) -> None:
    opened.whole.window.overlay.close_panel()
    skip_all(opened)
    opened.whole.opened_files.look_at(folder / "stick" / NAME)
    panel_of(opened, SetUpSheet)
    assert opened.whole.window.nav.current == LIBRARY
    assert opened.whole.library.behind is None
    bent = folder / "bent" / NAME
    bent.parent.mkdir()
    bent.write_text("no set-up")
    opened.whole.window.overlay.close_panel()
    opened.quiet()
    opened.whole.opened_files.look_at(bent)
    opened.quiet()
    (above,) = opened.whole.library.findChildren(SetUpAbove)
    assert above.isVisible()
    assert above.part.outcome.words != ""
    assert above in opened.whole.library.areas()
    above.part.outcome.close_refusal.click()
    assert not above.isVisible()
    assert opened.whole.library.behind is None
    assert place.stopped_at(opened.library, has_begun=False) is None


def what_cannot_be_read_is_said(opened: Opened, folder: Path) -> None:
    opened.quiet()
    opened.whole.opened_files.look_at(folder / "gone.opml")
    opened.quiet()
    assert "There is no file gone.opml." in opened.message
    (folder / "bent.carepack").write_bytes(b"PK\3\4 no packs")
    opened.whole.opened_files.look_at(folder / "bent.carepack")
    opened.quiet()
    body = opened.whole.gate.side.packs.body
    assert body is not None
    assert body.outcome.refusal.isVisible()
    os.mkfifo(folder / "pipe.opml")
    (folder / "folder.opml").mkdir()
    for name, said in (("pipe.opml", "This is not a file"), ("folder.opml", "This is a folder, not a file.")):
        opened.whole.opened_files.look_at(folder / name)
        opened.quiet()
        assert said in opened.message
    opened.whole.opened_files.look_at(folder / "letter.pdf")
    assert opened.will_say("Caregiver opens packs, lists of sources and set-up files.")
    assert opened.whole.window.overlay.panel is None


def test_nothing_is_taken_in_by_opening_a_file(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        before = opened.library.sources.list(), opened.library.packs.list(), opened.library.topics.place()[0]
        packs_are_shown_to_be_compared(opened, tmp_path)
        opened.whole.window.overlay.close_panel()
        a_list_is_shown(opened, tmp_path)
        of_two_opened_at_once_the_second_waits_for_the_first(opened, tmp_path)
        what_somebody_types_is_not_lost(opened, tmp_path)
        what_a_set_up_file_would_set_is_shown(opened, tmp_path)
        nothing_is_asked_again_once_the_first_steps_are_over(opened, tmp_path)
        what_cannot_be_read_is_said(opened, tmp_path)
        assert opened.library.channels.list() == ()
        after = opened.library.sources.list(), opened.library.packs.list(), opened.library.topics.place()[0]
        assert after == before
        assert opened.door.asked == []


def _content(whole: WholeWindow) -> QWidget | None:
    panel = whole.window.overlay.panel
    return None if panel is None else panel.content


def change_language_at_the_lock(whole: WholeWindow, language: str) -> None:
    whole.open_settings("language")
    part = whole.settings.part
    assert isinstance(part, LanguagePart)
    part.language.languages.chip(language).click()
    part.language.change.click()


def unlock_is_asked(whole: WholeWindow) -> bool:
    """Return whether it is what is read now: it waits behind no other message, such as that of the language."""
    shown = whole.window.toasts.message
    return shown is not None and shown.text == "Unlock first. Then you see what is in the file."


def waiting_for_the_file(app: QApplication, seen: list[WholeWindow]) -> Iterator[Callable[[], object]]:
    """Do one thing after another; each time, what is yielded has to be so before it goes on."""
    yield partial(another_has_come, app, seen)
    yield lambda: unlock_is_asked(seen[0])
    assert _content(seen[0]) is None
    change_language_at_the_lock(seen[0], "en-US")
    yield partial(another_has_come, app, seen)
    yield lambda: unlock_is_asked(seen[1])
    locked = seen[1].care.screen.shut.locked
    locked.passphrase.line.setText(PASSPHRASE)
    locked.unlock.click()
    yield lambda: isinstance(_content(seen[1]), OpmlDrawer)


def test_a_file_waits_for_the_passphrase_also_in_the_window_that_comes_with_another_language(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    """The application itself, from its first line to its last."""
    (tmp_path / "list.opml").write_text(LISTED)
    seen: list[WholeWindow] = []
    run_application(qapp, waiting_for_the_file(qapp, seen), protected_folder(tmp_path / "data"), tmp_path / "list.opml")
    assert len(seen) == 2


def test_macos_names_the_file_by_an_event() -> None:
    program = """
from PySide6.QtGui import QFileOpenEvent
from caregiver_app.support.settings import Settings
from caregiver_app.ui.application import make_application
app = make_application(Settings())
app.file_opened.connect(print)
app.sendEvent(app, QFileOpenEvent("/Users/me/packs.carepack"))
print(app.desktopFileName())
"""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=surroundings)
    assert done.stdout.split() == ["/Users/me/packs.carepack", APPLICATION_ID]
