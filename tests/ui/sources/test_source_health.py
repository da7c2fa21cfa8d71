"""One source in full says how long it keeps its pages, what may be missing, where it moved, and why it asks first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from caregiver_app.library.store import Library
from caregiver_app.model.source import Source, SourceId, SourceKind, SourceState
from caregiver_app.support.sentences.source_notes import notes_on_source
from caregiver_app.ui.sources.screen import SourcesScreen
from caregiver_app.ui.sources.source_details import SourceDetails
from caregiver_app.ui.sources.source_words import (
    disclosure,
    keeps_whole_pages,
    needs_a_look,
    why_it_asks_first,
)
from tests.helpers.clock import MONDAY
from tests.helpers.made_sources import a_source
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

DAY_S = 24 * 3600
OLD, NEW = "https://village-news.example/feed.xml", "https://news.village.example/feed.xml"


def page(opened: Opened) -> SourcesScreen:
    shown = opened.whole.library.behind
    assert isinstance(shown, SourcesScreen)
    return shown


def source(library: Library, title: str = "Village news") -> Source:
    return next(one for one in library.sources.list() if one.title == title)


def details(opened: Opened, source_id: SourceId) -> SourceDetails:
    page(opened).refresh()
    opened.quiet()
    page(opened).list.setCurrentIndex(page(opened).model.index_of(source_id))
    settle()
    shown = page(opened).details
    assert shown is not None
    return shown


def words(part: SourceDetails) -> list[str]:
    return [label.text().replace("\u200b", "") for label in part.findChildren(QLabel) if not label.isHidden()]


def test_what_a_source_keeps_and_what_may_be_missing_is_said(opened: Opened) -> None:
    known = replace(a_source(), window_s=9 * DAY_S, gap_at=MONDAY, churning=True)
    said = words(SourceDetails(opened.whole.desk, known))
    notes = [note.text for note in notes_on_source(known)]
    assert len(notes) == 3
    assert set(notes) <= set(said)


def test_a_source_that_moved_onto_another_needs_a_look() -> None:
    moved = replace(a_source(), state=SourceState.MOVED)
    assert not needs_a_look(moved)
    assert needs_a_look(replace(moved, reason="taken"))


@pytest.mark.parametrize(
    "note",
    ["pattern-derived", "nothing-seen", "robots", "professional", "overlap", "noisy", "enough", "said by a pack"],
)
def test_why_a_source_asks_first_is_said_in_words(note: str) -> None:
    asking = replace(a_source(), asks_first=True, note=note)
    assert why_it_asks_first(note)
    assert disclosure(asking).startswith(why_it_asks_first(note))


def test_alert_sources_keep_whole_pages_unless_the_person_says_otherwise() -> None:
    alerts = replace(a_source(), kind=SourceKind.ALERTS)
    assert keeps_whole_pages(alerts)
    assert not keeps_whole_pages(replace(alerts, full_text=False))
    assert not keeps_whole_pages(a_source())


def test_keeping_whole_pages_is_one_step(opened: Opened) -> None:
    shown = details(opened, source(opened.library).id)
    shown.keep.click()
    opened.quiet()
    kept = source(opened.library).full_text
    opened.whole.window.messages.undo()
    opened.quiet()
    undone = source(opened.library).full_text
    opened.whole.window.messages.redo()
    opened.quiet()
    assert (kept, undone, source(opened.library).full_text) == (True, None, True)


def test_several_keep_whole_pages_in_one_step_and_get_back_what_each_had(opened: Opened) -> None:
    first, second = source(opened.library), source(opened.library, "Harbour Dementia Trust")
    opened.library.sources.set_full_text([first.id], True)
    page(opened).refresh()
    opened.quiet()
    page(opened).list.select([first.id, second.id])
    page(opened).bulk.drop.click()
    opened.quiet()
    off = [source(opened.library, title).full_text for title in (first.title, second.title)]
    opened.whole.window.messages.undo()
    opened.quiet()
    assert off == [False, False]
    assert [source(opened.library, title).full_text for title in (first.title, second.title)] == [True, None]


def test_a_move_is_shown_and_can_be_taken_back(opened: Opened) -> None:
    moving = source(opened.library)
    opened.library.source_moves.make(moving.id, NEW, keeps_permission=False, at=MONDAY)
    shown = details(opened, moving.id)
    assert "New address: today" in words(shown)
    shown.move_back.click()
    opened.quiet()
    assert source(opened.library).url == OLD
    assert opened.message == "The old address is used again: “Village news”"
    assert page(opened).details is not None
    assert "New address: today" not in words(details(opened, moving.id))


def test_a_stopped_address_is_said_on_its_source(opened: Opened) -> None:
    opened.services.network.block(opened.library, "village-news.example", at=MONDAY)
    said = words(details(opened, source(opened.library).id))
    assert "Needs attention" in said
    assert any("asked us never to contact" in text for text in said)
