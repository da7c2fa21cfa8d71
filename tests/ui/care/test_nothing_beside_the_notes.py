"""While the notes are open their words are in the window and nowhere beside it: no title, no tooltip, no settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from caregiver_app.vault.store import Vault
from tests.helpers.accessible import speak
from tests.helpers.care_records import notes_of
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.exchanging import new_vault
from tests.helpers.marked_notes import mark_everything
from tests.helpers.markers import new_marker
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

TABS = ("journal", "questions", "appointments", "medicines", "measurements", "contacts", "emergency")


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
    lock(opened)
