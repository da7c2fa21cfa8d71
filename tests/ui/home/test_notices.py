"""Safety notices stand in calm form, and that none was found is never said without when was looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.source import SourceState
from caregiver_app.model.time import Millis
from caregiver_app.ui.home.notice_card import STALE_MS, looked_words
from caregiver_app.ui.theme import Theme
from tests.helpers.alerts import alert_facts, alert_source, warn
from tests.helpers.clock import MONDAY
from tests.helpers.home_window import home, home_window, words
from tests.helpers.library_files import set_state
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

HOUR = 3600 * 1000


@pytest.mark.parametrize(("ago", "stale"), [(0, False), (STALE_MS, False), (STALE_MS + 1, True), (30 * STALE_MS, True)])
def test_old_knowledge_is_amber(ago: int, stale: bool) -> None:
    text, is_stale = looked_words(found=False, at=Millis(MONDAY - ago), now=MONDAY)
    assert is_stale is stale
    assert text.startswith("No notices found. Last checked ")


def test_today_is_said_with_its_time_and_long_ago_with_its_day() -> None:
    assert looked_words(found=False, at=MONDAY, now=MONDAY)[0] == (
        "No notices found. Last checked Monday 23 November, 08:05."
    )
    long_ago = Millis(MONDAY - 20 * 24 * HOUR)
    assert looked_words(found=False, at=long_ago, now=MONDAY)[0] == "No notices found. Last checked 3 November."


def test_what_was_never_checked_is_not_said_to_be_clear() -> None:
    text, is_stale = looked_words(found=False, at=None, now=MONDAY)
    assert is_stale
    assert "No notices found" not in text


def test_where_nobody_warns_nothing_is_said_of_notices(opened: Opened) -> None:
    assert home(opened).notices.isHidden()


def test_two_notices_stand_there_newest_first_and_one_is_read_in_the_library(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    def fill(library: Library) -> None:
        source = alert_source(library)
        for number in (1, 2, 3):
            warn(library, source, alert_facts(number), title=f"Heat warning {number}")
        warn(library, source, alert_facts(4, hours=-1), title="Over already")
        set_state(library, source, SourceState.FINE, at=MONDAY, good_at=MONDAY)

    with home_window(theme, tmp_path, starter_folder, fill=fill) as opened:
        said = words(home(opened).notices)
        assert said.index("Heat warning 3") < said.index("Heat warning 2")
        assert "Heat warning 1" not in said
        assert "Over already" not in said
        assert "1 more notice is in the Library." in said
        assert "Severe danger. Where: North Bay." in said
        assert "No notices found" not in said
        news = [row.title for row in home(opened).news.rows.rows]
        assert "Heat warning 3" not in news
        row = opened.library.articles.rows_of([alert.item_id for alert in opened.library.alerts.current(at=MONDAY)])
        home(opened).notices.opened.emit(row[0])
        opened.quiet()
        assert opened.whole.window.windowTitle() == "Library, Caregiver"
        assert opened.whole.library.shelf.reader.row == row[0]


def test_a_source_that_never_answered_makes_the_whole_look_worthless(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    def fill(library: Library) -> None:
        answered = alert_source(library, "weather")
        alert_source(library, "medicines")
        set_state(library, answered, SourceState.FINE, at=MONDAY, good_at=MONDAY)

    with home_window(theme, tmp_path, starter_folder, fill=fill) as opened:
        assert home(opened).notices.looked.words.text().startswith("Safety notices were not all checked yet.")
