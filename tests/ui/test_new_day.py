"""Over midnight, also asleep: what stands open goes on with the new day, and nothing else in it changes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from caregiver_app.library.store import Library
from caregiver_app.model.time import from_datetime
from caregiver_app.ui.awareness.joining import AWARENESS
from caregiver_app.ui.help_lines.joining import HELP
from caregiver_app.ui.help_lines.line_card import LineCard
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.installing import NORTHFIELD, a_line, install, pack_of
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.qt_app import settle
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

HOURS = {
    "name": "Harbour carers line",
    "hours": [{"days": ["mon", "tue"], "opens": "09:00", "closes": "20:00"}],
    "zone": "Europe/London",
    "checked_on": "2026-11-02",
}


def fill(library: Library) -> None:
    """Put a page of this morning, a phone line with hours, and the topic of some awareness days into the library."""
    source = add_source(library, "Harbour Dementia Trust", topics=("dementia",), at=MONDAY)
    add_pages(library, source, [APage(title="Evening routines", days_ago=0.1)], at=MONDAY)
    install(library, pack_of("harbour", helplines=[{**a_line("harbour", "0800 000 001"), **HOURS}]), NORTHFIELD)
    library.topics.live_in("GB", "en")
    library.topics.choose(["dementia"], at=MONDAY)


def go_to(opened: Opened, day: datetime) -> None:
    """Come to a day with a screen that stays open."""
    opened.clock.jump(from_datetime(day))
    opened.whole.new_day.every_minute.timeout.emit()
    opened.quiet()


def said(part: QWidget | None) -> str:
    assert part is not None
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def the_list_and_the_page_that_is_read(opened: Opened) -> None:
    shelf = opened.whole.library.shelf
    row = opened.pick("Evening routines")
    rows = opened.rows
    assert "Today" in opened.model.words(row).spoken
    assert "today" in said(shelf.reader.top).lower()
    go_to(opened, datetime(2026, 11, 24, 0, 0, 30, tzinfo=UTC))
    assert opened.rows == rows
    assert "Yesterday" in opened.model.words(row).spoken
    assert "yesterday" in said(shelf.reader.top).lower()


def when_somebody_answers(opened: Opened) -> None:
    opened.clock.jump(from_datetime(datetime(2026, 11, 30, 8, 0, tzinfo=UTC)))
    opened.whole.window.open_screen(HELP)
    opened.quiet()
    body = opened.whole.gate.side.help.body
    assert body is not None
    body.search.search("harb car")
    settle()
    assert body.results is not None
    (card,) = body.results.cards
    assert "Opens at 09:00" in said(card)
    assert isinstance(card, LineCard)
    assert card.copy is not None
    card.copy.setFocus()
    go_to(opened, datetime(2026, 12, 1, 21, 0, tzinfo=UTC))
    (again,) = body.results.cards
    assert "Opens on Monday" in said(again)
    focused = QApplication.focusWidget()
    assert isinstance(again, LineCard)
    assert focused is again.copy


def which_days_are_still_to_come(opened: Opened) -> None:
    opened.clock.jump(from_datetime(datetime(2027, 9, 21, 22, tzinfo=UTC)))
    opened.whole.window.open_screen(AWARENESS)
    opened.quiet()
    body = opened.whole.gate.side.awareness.screen.body
    assert "World Alzheimer's Day" in said(body).splitlines()
    go_to(opened, datetime(2027, 9, 22, 0, 30, tzinfo=UTC))
    assert "World Alzheimer's Day" not in said(body).splitlines()


def test_what_stands_open_over_midnight_speaks_of_the_new_day(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        for part in (the_list_and_the_page_that_is_read, when_somebody_answers, which_days_are_still_to_come):
            with step(part.__name__):
                part(opened)
