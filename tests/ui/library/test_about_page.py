"""About this page: whose it is, how long and how hard, in which language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from caregiver_app.support.sentences.reading import ease_words, reading_time
from caregiver_app.ui.library.reader.about_page import AboutPage, facts
from caregiver_app.ui.library.reader.reading_words import other_language, page_line
from tests.helpers.clock import MONDAY
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")


def labels(widget: object) -> list[str]:
    """Return all words of a part of the window."""
    return [label.text() for label in widget.findChildren(QLabel)]  # type: ignore[attr-defined]  # any widget


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
    row = opened.pick("Short breaks")
    (line,) = [words for words in labels(opened.whole.library.shelf.reader.top) if "min" in words]
    assert line == "Harbour Dementia Trust  ·  20 November  ·  1 min"
    graded = replace(opened.library.articles.get(row.id), grade=6.0)
    assert page_line(graded, MONDAY) == line, "how hard it is, is said where somebody asks"
    assert dict(facts(graded, MONDAY))["Length"] == "7 words, 1 min, easy to read"
    languages = [other_language(tag) for tag in ("en", "en-GB", "es", "", "xx-unknown")]
    assert languages == ["", "", "Spanish", "", ""]
    assert [reading_time(words, "en-GB") for words in (912, 913)] == ["4 min", "5 min"]
    assert ease_words(None, "en") == ""
    assert ease_words(6.0, "en") == "easy to read"
    assert ease_words(15.0, "en") == "hard to read"
