"""Everything about somebody stands in one row of time, a page at a time, and each of it opens where it is at home."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from caregiver_app.model.time import Millis
from caregiver_app.ui.care.deleted_drawer import DeletedDrawer
from caregiver_app.ui.care.menu import CareMenu
from caregiver_app.ui.care.timeline_drawer import TimelineDrawer
from caregiver_app.ui.palette.palette import Palette
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_visits import DAY, filled, in_notes
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


def open_timeline(opened: Opened) -> TimelineDrawer:
    """Open it behind the button for more, by keyboard."""
    body = care_of(opened).screen.body
    assert body is not None
    body.header.more.setFocus()
    body.header.more.click()
    overlay = opened.whole.window.overlay
    assert overlay.panel is not None
    menu = overlay.panel.content
    assert isinstance(menu, CareMenu)
    for _step in range([option.text for option in menu.list.options].index("Everything by time")):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert overlay.panel is not None
    drawer = overlay.panel.content
    assert isinstance(drawer, TimelineDrawer)
    return drawer


@pytest.mark.usefixtures("dressed")
def test_records_of_all_kinds_stand_by_day_newest_first_and_open(opened: Opened) -> None:
    unlock(opened)
    written = filled(opened)
    drawer = open_timeline(opened)
    assert_accessible(drawer)
    options = drawer.list.options
    headings = [option.text for option in options if option.value is None]
    assert headings[0] == "Wednesday 25 November 2026"
    assert "Monday 23 November 2026" in headings
    assert options[1].spoken.startswith("Appointment. District nurse")
    assert drawer.list.height() >= 40 * len(options)
    visit = next(option.value for option in options if option.value is not None and option.value.kind == "appointment")
    drawer.list.chosen.emit(visit)
    opened.quiet()
    body = care_of(opened).screen.body
    assert body is not None
    assert body.tab_key == "appointments"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Make visit sheet: District nurse, Wednesday 25 November"
    assert written.later == visit.id


def test_earlier_ones_follow_a_page_at_a_time_and_nothing_stays_after_the_lock(opened: Opened) -> None:
    unlock(opened)
    now = opened.clock.now()

    def add(vault: Vault) -> None:
        for number in range(50):
            vault.notes.add(NewNote(text=f"Zufall7 {number}", at=Millis(now - number * DAY)), at=now)

    in_notes(opened, add)
    drawer = open_timeline(opened)
    assert drawer.more.isVisible()
    drawer.more.click()
    opened.quiet()
    assert len([option for option in drawer.list.options if option.value is not None]) == 50
    assert not drawer.more.isVisible()
    lock(opened)
    assert "Zufall7" not in everything_shown(opened.whole.window)


def test_nothing_written_is_said(opened: Opened) -> None:
    unlock(opened)
    assert open_timeline(opened).said.isVisible()


@pytest.mark.parametrize(
    ("key", "drawer"), [("care.timeline", TimelineDrawer), ("care.deleted", DeletedDrawer)], ids=["timeline", "deleted"]
)
def test_the_palette_leads_there_over_the_passphrase(opened: Opened, key: str, drawer: type[Drawer]) -> None:
    command = next(command for command in care_of(opened).commands() if command.key == key)
    assert command.possible()
    command.action()
    unlock(opened)
    overlay = opened.whole.window.overlay
    assert overlay.panel is not None
    assert isinstance(overlay.panel.content, drawer)


def open_palette(opened: Opened) -> Palette:
    opened.whole.find.open()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, Palette)
    return panel.content


def headings(palette: Palette) -> list[str]:
    return [option.text for option in palette.list.options if option.value is None]


def test_the_palette_finds_records_of_open_notes_and_opens_them_there(opened: Opened) -> None:
    unlock(opened)
    filled(opened)
    opened.whole.window.open_screen("library")
    palette = open_palette(opened)
    palette.field.setText("stairs")
    wait_until(lambda: "Care notes" in headings(palette), "what the notes hold")
    assert_accessible(palette)
    hit = palette.list.options[-1]
    assert (hit.text, hit.spoken.startswith("Question. ")) == ("Who can look at the stairs?", True)
    assert "stairs" not in repr(hit.value)
    palette.list.chosen.emit(hit.value)
    opened.quiet()
    body = care_of(opened).screen.body
    assert body is not None
    assert (body.tab_key, opened.whole.window.nav.current) == ("questions", "care")


def test_of_locked_notes_the_palette_finds_nothing(opened: Opened) -> None:
    unlock(opened)
    filled(opened)
    open_palette(opened)
    lock(opened)
    assert opened.whole.window.overlay.panel is None
    palette = open_palette(opened)
    palette.field.setText("stairs")
    wait_until(lambda: not palette.is_waiting, "the library")
    opened.quiet()
    assert "Care notes" not in headings(palette)
