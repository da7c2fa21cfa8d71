"""About this page, and what changed on it, word by word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel

from caregiver_app.library.store import Library
from caregiver_app.model.time import Millis
from caregiver_app.support.word_changes import Fate, Piece, word_changes
from caregiver_app.ui.library.reader.about_page import AboutPage
from caregiver_app.ui.library.reader.changes_html import changes_html, count_changes
from caregiver_app.ui.library.reader.changes_view import ChangesView
from caregiver_app.ui.library.reader.reading_words import ease_words, reading_time
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source, change_page
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened, open_whole

DAY = 24 * 3600 * 1000
BEFORE = APage(title="Evenings", html="<p>Close the curtains. Drink tea after 4 pm.</p>", slug="evenings", days_ago=9)
AFTER = APage(title="Evenings", html="<p>Close the curtains. Drink water after 2 pm.</p>", slug="evenings", days_ago=9)


def fill(library: Library) -> None:
    """Put a page into the library that its publisher then changed."""
    source = add_source(library, "Harbour Dementia Trust", topics=("dementia",), at=MONDAY)
    add_pages(library, source, [BEFORE], at=Millis(MONDAY - 9 * DAY))
    change_page(library, source, BEFORE, AFTER, at=Millis(MONDAY - 3 * DAY))


def labels(widget: object) -> list[str]:
    """Return all words of a part of the window."""
    return [label.text() for label in widget.findChildren(QLabel)]  # type: ignore[attr-defined]  # any widget


def test_a_changed_page_says_when_and_shows_what(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        opened.pick("Evenings")
        reader = opened.whole.library.shelf.reader
        assert "The publisher changed this page on 20 November." in labels(reader.top)
        reader.top.changes_pressed.emit()
        opened.quiet()
        panel = opened.whole.window.overlay.panel
        assert panel is not None
        view = panel.content
        assert isinstance(view, ChangesView)
        text = view.text.toPlainText()
        assert "Removed: tea" in text
        assert "Added: water" in text
        assert "Close the curtains." in text


def test_an_unchanged_page_has_no_such_words(opened: Opened) -> None:
    opened.pick("Short breaks")
    assert not any(label.isVisible() for label in opened.whole.library.shelf.reader.top.findChildren(QLabel)
                   if "changed" in label.text())  # fmt: skip


def test_about_this_page_says_whose_it_is(opened: Opened) -> None:
    opened.pick("Short breaks")
    opened.whole.library.shelf.reader.top.about.click()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    about = panel.content
    assert isinstance(about, AboutPage)
    said = labels(about)
    for words in ("Harbour Dementia Trust", "Publisher", "Comes through", "In your library since", "English"):
        assert words in said
    assert any("not medical advice" in words for words in said)
    about.source_asked.emit()
    opened.quiet()
    assert opened.whole.window.overlay.panel is None
    assert opened.titles == ["Evening routines", "Eating and swallowing", "Short breaks"]


def test_the_reader_says_how_long_and_how_hard(opened: Opened) -> None:
    opened.pick("Short breaks")
    (line,) = [words for words in labels(opened.whole.library.shelf.reader.top) if "min" in words]
    assert line == "Harbour Dementia Trust  ·  20 November\n1 min"
    assert reading_time(800) == "4 min"
    assert reading_time(801) == "5 min"
    assert ease_words(None) == ""
    assert ease_words(6.0) == "easy to read"
    assert ease_words(15.0) == "hard to read"


@pytest.mark.parametrize("joint", [" ", "\n"])
def test_a_text_that_is_new_from_end_to_end_is_shown_without_comparing_for_minutes(joint: str) -> None:
    before = joint.join(f"a{n % 7}" for n in range(40_000))
    after = joint.join(f"b{n % 7}" for n in range(40_000))
    assert count_changes(word_changes(before, after)) == 2


@given(st.lists(st.tuples(st.sampled_from(list(Fate)), st.text(max_size=300)), max_size=6))
def test_changes_are_written_as_text_and_never_as_markup(raw: list[tuple[Fate, str]]) -> None:
    pieces = [Piece(fate=fate, text=f"<img src=x>{text}") for fate, text in raw]
    assert "<img" not in changes_html(pieces)
