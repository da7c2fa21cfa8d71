"""While the notes are open their words are in the window and nowhere beside it: no title, no tooltip, no settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from caregiver_app.ui.care.private_fields import PrivateText
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.palette.palette import Palette
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import speak
from tests.helpers.all_places import OPEN
from tests.helpers.all_screens import go, press, shown
from tests.helpers.care_records import notes_of
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.exchanging import new_vault
from tests.helpers.marked_notes import mark_everything
from tests.helpers.markers import found_in, new_marker, ways_in, writings_of
from tests.helpers.share_window import body_of, write_message
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

TABS = ("journal", "questions", "appointments", "medicines", "measurements", "contacts", "emergency")
PLACES = {place.name: place for place in OPEN}


def beside() -> Iterator[str]:
    """Yield what a desktop shows or keeps of widgets outside of them."""
    for widget in QApplication.allWidgets():
        yield from (widget.windowTitle(), widget.windowIconText(), widget.windowFilePath(), widget.windowRole())
        yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
        yield from (tip for action in widget.actions() for tip in (action.toolTip(), action.statusTip()))
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        if model is not None:
            for row in range(model.rowCount()):
                yield str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "")


def clipboards() -> tuple[str, str]:
    """Return what other programs may take of what is copied, and of what is selected."""
    clipboard = QGuiApplication.clipboard()
    return clipboard.text(QClipboard.Mode.Clipboard), clipboard.text(QClipboard.Mode.Selection)


def type_elsewhere(opened: Opened, word: str) -> None:
    """Write a word of the notes into each box outside of them, mark it there, and ask for a copy of what is shared."""
    whole = opened.whole
    whole.window.open_screen(LIBRARY)
    whole.library.shelf.pane.filters.search.search(word)
    opened.quiet()
    whole.find.open()
    panel = whole.window.overlay.panel
    assert panel is not None
    palette = panel.content
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette.field, word)
    wait_until(lambda: "note" in str(palette.list.options), "what is found of the notes")
    go(opened, PLACES["library-check-link"])
    (box,) = [each for each in shown(opened).findChildren(PrivateText) if each.isVisible()]
    QTest.keyClicks(box, f"https://example.org/{word}")
    box.selectAll()
    opened.quiet()
    go(opened, PLACES["share"])
    write_message(opened, word)
    body_of(opened).edit.selectAll()
    press(opened, "Copy")


def test_no_title_and_no_tooltip_says_a_word_of_the_notes(opened: Opened, tmp_path: Path) -> None:
    marker = new_marker()
    unlock(opened)

    def fill(vault: Vault) -> None:
        other = new_vault(tmp_path / "nurse.db")
        mark_everything(vault, other, marker, at=MONDAY)
        other.close()

    notes_of(opened, fill)
    care_of(opened).desk.whom.show_people(notes_of(opened, lambda vault: vault.people.list()))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    body = care_of(opened).screen.body
    assert body is not None
    core = marker.rstrip("é")
    for tab in TABS:
        with step(tab):
            shown = body.open_tab(tab)
            opened.quiet()
            assert core in " ".join(f"{one.name} {one.description}" for one in speak(shown))
            assert [text for text in beside() if core in text] == []
            assert [settings for settings in opened.saved if core in repr(settings)] == []
    type_elsewhere(opened, core)
    ways = writings_of(core)
    assert ways_in([text.encode() for text in clipboards()], ways) == []
    assert found_in([tmp_path / "data"], ways) == []
    lock(opened)
    opened.quiet()
    assert [text for text in beside() if core in text] == []
    assert [settings for settings in opened.saved if core in repr(settings)] == []
    assert found_in([tmp_path / "data"], ways) == []
