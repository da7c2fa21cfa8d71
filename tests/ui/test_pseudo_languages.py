"""The window in a language of brackets that is two fifths longer, and in one that begins at the right (UX.md, T10)."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from babel import Locale
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from caregiver_app.support.catalogues import LANGUAGE_NAMES
from caregiver_app.support.i18n import ORIGINAL, use_language
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.theme import Theme
from tests.helpers import care_visits
from tests.helpers.all_places import OPEN, a_folder_lived_in, fill_lived_in
from tests.helpers.all_screens import go
from tests.helpers.care_window import unlock
from tests.helpers.fitting import cut_labels
from tests.helpers.pseudo import dressed_up, plain_again, speak_pseudo, untranslated
from tests.helpers.whole_window import Opened, open_whole

_VISITED = (
    "home",
    "library",
    "library-sources",
    "library-reading",
    "help",
    "awareness",
    "care-journal",
    "care-questions",
    "care-medicines",
    "care-more",
    "print",
    "packs",
    "settings-display",
    "settings-updates",
    "settings-privacy",
    "settings-about",
)
_ROWS = 6
_LOCALE = Locale.parse(ORIGINAL)
_DAYS = [
    *_LOCALE.days["format"]["wide"].values(),
    *_LOCALE.days["stand-alone"]["abbreviated"].values(),
    *_LOCALE.months["stand-alone"]["wide"].values(),
]
_KEYS = r"[A-Z]\w*(?:\+\w+)+$|[A-Z]$|F\d+|Esc|Home|Space|Return"
_EXAMPLES = re.compile(rf"\u2066?(?:https?|socks5h):|\w+\.\w+/|Linux |{_KEYS}")
"""Addresses, keys and the system: the same in every language."""


@pytest.fixture
def _english_afterwards() -> Iterator[None]:
    yield
    use_language(ORIGINAL)


@pytest.mark.parametrize("text", ["Save", "Printed on {day}", "{count} page", "Give --hours from 12 to 168.", "A"])
def test_the_language_keeps_fields_and_can_be_taken_back(text: str) -> None:
    said = dressed_up(text)
    assert len(said) >= len(text) * 7 // 5 + 2
    assert re.findall(r"\{\w+\}|--\w+", said) == re.findall(r"\{\w+\}|--\w+", text)
    assert plain_again(said) == text
    assert untranslated(said) == []
    assert untranslated(f"{said}: Save") == ["Save"]


@pytest.mark.usefixtures("_english_afterwards")
def test_every_word_of_the_window_is_translated_and_has_room(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    speak_pseudo()
    places = {place.name: place for place in OPEN}
    a_folder_lived_in(tmp_path / "data")
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_lived_in, screen=HOME) as opened:
        content = _content(opened)
        unlock(opened)
        bare, cut = dict[str, str](), dict[str, str]()
        for name in _VISITED:
            go(opened, places[name])
            window = opened.whole.window
            for text in _texts(window):
                bare |= {piece: name for piece in untranslated(text) if not _is_content(piece, content)}
            cut |= dict.fromkeys([*cut_labels(window), *_wide(window)], name)
    assert bare == {}
    assert cut == {}


@pytest.mark.usefixtures("_english_afterwards")
def test_the_window_begins_at_the_right(theme: Theme, tmp_path: Path, starter_folder: Path, qapp: QApplication) -> None:
    speak_pseudo("ar-EG")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    places = {place.name: place for place in OPEN}
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_lived_in, screen=HOME) as opened:
        window = opened.whole.window
        for name in ("home", "library-reading", "print"):
            go(opened, places[name])
            middle = window.width() // 2
            sidebar = window.bars.sidebar
            assert sidebar.mapTo(window, sidebar.rect().center()).x() > middle, "the ways between screens"
            assert cut_labels(window) == []
            assert _wide(window) == []
            picture = window.grab().toImage()
            assert not picture.isNull()


def _texts(window: QWidget) -> Iterator[str]:
    """Yield what is seen or spoken."""
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QAbstractItemView):
            model = widget.model()
            for row in range(min(_ROWS, model.rowCount())):
                yield str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or "")


def _wide(window: QWidget) -> list[str]:
    """Return what would have to be scrolled sideways."""
    areas = window.findChildren(QScrollArea)
    return [area.accessibleName() for area in areas if area.isVisible() and area.horizontalScrollBar().isVisible()]


def _content(opened: Opened) -> str:
    """Return all that stands in the library and the care notes, and names of days and countries, as one text."""
    written = Path(care_visits.__file__).read_text(encoding="utf-8")
    texts = [re.sub(r'"\s+"|\*\*', "", written)]  # what is written on two lines is one text
    with closing(sqlite3.connect(opened.services.paths.library)) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            if "search" not in table:
                rows = database.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (names of our own tables)
                texts += [value for row in rows for value in row if isinstance(value, str)]
    names = [*_LOCALE.territories.values(), *_LOCALE.languages.values(), *LANGUAGE_NAMES.values()]
    return "\n".join([*texts, *names, *_DAYS])


def _is_content(piece: str, content: str) -> bool:
    if _EXAMPLES.match(piece):
        return True
    parts = [part.strip(" .,:") for part in re.split(r"[,·]|\.\s|\s?\d+\s?", piece)]
    return all(part in content for whole in parts for part in ([whole] if whole in content else _days(whole)))


def _days(text: str) -> list[str]:
    """Return the words of a day apart, such as "Monday" and "November", else all of it."""
    words = text.split()
    return words if all(word in _DAYS for word in words) else [text]
