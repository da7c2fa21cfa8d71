"""T12: whatever can be undone is one step, said once, taken back to the last byte, and done again by its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caregiver_app.library.store import Library
from caregiver_app.support.settings import Settings
from caregiver_app.ui.library.collect_drawer import CollectDrawer
from caregiver_app.ui.library.mutes_drawer import MutesDrawer
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.settings.display import DisplayPart
from caregiver_app.ui.settings.keyboard import KeyboardPart
from caregiver_app.ui.settings.privacy import PrivacyPart
from caregiver_app.ui.settings.updates_part import UpdatesPart
from caregiver_app.ui.theme import Theme
from tests.helpers.library_files import item_titled
from tests.helpers.packs_window import panel_of
from tests.helpers.qt_app import Listener, press
from tests.helpers.rows_of_files import Rows, differing, library_rows
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole
from tests.ui.awareness.test_awareness_days import body_in, rows_of
from tests.ui.sources.conftest import fill as add_sources
from tests.ui.sources.test_sources import details

pytestmark = pytest.mark.usefixtures("undressed")

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAGE = "Short breaks"

Act = Callable[[Opened], object]
State = tuple[Rows, Settings, bool]


def fill(library: Library) -> None:
    """Add sources and a collection that holds a page."""
    add_sources(library)
    at = library.packs.list()[0].installed_at
    library.collections.add(library.collections.make("For the nurse", at=at), [item_titled(library, PAGE)], at=at)


def in_list(key: Qt.Key) -> Act:
    def act(opened: Opened) -> None:
        library(opened)
        opened.pick(PAGE)
        opened.whole.library.shelf.pane.list.setFocus()
        press(key)

    return act


def library(opened: Opened) -> None:
    opened.whole.window.open_screen("library")
    opened.whole.library.show_pick(Pick())
    opened.quiet()


def archive(opened: Opened) -> None:
    library(opened)
    opened.pick(PAGE)
    opened.whole.library.shelf.reader.toolbar.archive.click()


def mark_all_read(opened: Opened) -> None:
    library(opened)
    opened.whole.find.commands.find("Mark all as read")[0].action()


def mute(opened: Opened) -> None:
    library(opened)
    opened.whole.library.lists.open_mutes()
    drawer = panel_of(opened, MutesDrawer)
    drawer.new.line.setText("breaks")
    drawer.new.take.click()


def take_off(opened: Opened) -> None:
    library(opened)
    opened.pick(PAGE)
    opened.whole.library.shelf.reader.toolbar.collect_pressed.emit()
    opened.quiet()
    panel_of(opened, CollectDrawer).boxes[0].click()


def source(name: str) -> Act:
    def act(opened: Opened) -> None:
        library(opened)
        opened.whole.ways.open_sources()
        opened.quiet()
        getattr(details(opened, "Harbour Dementia Trust"), name).click()

    return act


def remind(opened: Opened) -> None:
    opened.whole.window.open_screen("awareness")
    opened.quiet()
    rows_of(body_in(opened))[0].reminder.click()


def setting(page: str, kind: type, act: Callable[..., object]) -> Act:
    def do(opened: Opened) -> None:
        opened.whole.open_settings(page)
        opened.quiet()
        part = opened.whole.settings.part
        assert isinstance(part, kind)
        act(part)

    return do


ACTIONS: Mapping[str, Act] = {
    "save a page": in_list(Qt.Key.Key_S),
    "mark a page as read": in_list(Qt.Key.Key_M),
    "archive a page": archive,
    "mark all as read": mark_all_read,
    "mute a word": mute,
    "take a page out of a collection": take_off,
    "switch a source off": source("on"),
    "remove a source": source("remove"),
    "remind of a day": remind,
    "text size": setting("display", DisplayPart, lambda part: part.sizes.chip("130").click()),
    "colours": setting("display", DisplayPart, lambda part: part.colours.chip("dark").click()),
    "letters of pages": setting("display", DisplayPart, lambda part: part.reading.fonts.chip("own").click()),
    "room between lines": setting("display", DisplayPart, lambda part: part.reading.spacing.chip("wide").click()),
    "keep messages": setting("display", DisplayPart, lambda part: part.keep.click()),
    "single letters": setting("keyboard", KeyboardPart, lambda part: part.letters.click()),
    "when to get updates": setting("updates", UpdatesPart, lambda part: part.when.chip("daily").click()),
    "stay offline": setting("privacy", PrivacyPart, lambda part: part.offline.click()),
    "how long connections are listed": setting(
        "privacy", PrivacyPart, lambda part: part.life.chips.chip("365").click()
    ),
}
"""UX 8.3 and every kind of setting.

Care notes: `tests/unit/vault/changes/test_undoing` and the tests of each tab; packs, which come back with other
numbers: `tests/ui/packs/test_packs_window`; checks: `tests/unit/trust/test_recording`.
"""


def state(opened: Opened) -> State:
    remembered = opened.whole.window.remembered.settings
    plain = Settings(
        **{name: getattr(remembered, name) for name in Settings.__slots__ if name not in ("settings_page", "unknown")}
    )
    return library_rows(opened.services.paths.library), plain, opened.services.stays_offline()


def assert_same(one: State, other: State) -> None:
    assert differing(one[0], other[0]) == {}
    assert one[1:] == other[1:]


def test_whatever_can_be_undone_is_taken_back_to_the_last_byte(
    theme: Theme, tmp_path: Path, starter_folder: Path, listener: Listener
) -> None:
    remembered = Settings(theme="light", text_scale=100, animation=False)
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, settings=remembered) as opened:
        window = opened.whole.window
        for name, act in ACTIONS.items():
            with step(name):
                window.forget()
                before = state(opened)
                listener.heard.clear()
                act(opened)
                opened.quiet()
                done = opened.whole.undo.next_undo
                assert done is not None, "it can be undone"
                assert listener.words.count(done.text) == 1, "it is said once"
                after = state(opened)
                assert after != before, "it did something"
                window.overlay.close_panel()
                window.open_screen("help")
                window.focus_navigation()
                opened.quiet()
                press(Qt.Key.Key_Z, CONTROL)
                opened.quiet()
                assert_same(state(opened), before)
                assert opened.whole.undo.next_undo is None, "it was one step"
                assert opened.message == f"Taken back: {done.text}"
                press(Qt.Key.Key_Z, CONTROL | SHIFT)
                opened.quiet()
                assert opened.message == f"Done again: {done.text}"
                assert_same(state(opened), after)
                press(Qt.Key.Key_Z, CONTROL)
                opened.quiet()
                assert_same(state(opened), before)
