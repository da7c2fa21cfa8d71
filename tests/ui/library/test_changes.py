"""See what changed: since when, word by word, from change to change, and the old version kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from caregiver_app.library.offline_storing import FetchedPage
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Millis
from caregiver_app.support.word_changes import Fate, Piece
from caregiver_app.ui.library.reader.changes_html import changes_text
from caregiver_app.ui.library.reader.changes_view import ChangesView
from caregiver_app.ui.library.reader.page_top import changed_words
from caregiver_app.ui.library.reader.versions import LastSeen
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.entries import a_text
from tests.helpers.fitting import assert_targets
from tests.helpers.library_files import APage, add_pages, add_source, change_page, item_titled
from tests.helpers.qt_app import Listener, press, settle, show
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

DAY = 24 * 3600 * 1000
TEXTS = ("Drink tea after 4 pm.", "Drink tea after 2 pm. Walk.", "Drink water after 2 pm. Walk.")
PAGES = [
    APage(title="Evenings", html=f"<p>Close the curtains. {text}</p>", slug="evenings", days_ago=9) for text in TEXTS
]


def fill(library: Library) -> None:
    """Put a page into the library that its publisher then changed twice."""
    source = add_source(library, "Harbour Dementia Trust", topics=("dementia",), at=MONDAY)
    add_pages(library, source, PAGES[:1], at=Millis(MONDAY - 9 * DAY))
    change_page(library, source, PAGES[0], PAGES[1], at=Millis(MONDAY - 5 * DAY))
    change_page(library, source, PAGES[1], PAGES[2], at=Millis(MONDAY - 3 * DAY))


@pytest.fixture
def changed(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window with a page that changed twice."""
    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        yield opened


def the_page(opened: Opened) -> ItemId:
    return item_titled(opened.library, "Evenings")


def banner(opened: Opened) -> str:
    """Return what stands over the page about its change."""
    top = opened.whole.library.shelf.reader.top
    return next((label.text() for label in top.findChildren(QLabel) if "changed" in label.text()), "")


def view(opened: Opened) -> ChangesView:
    opened.pick("Evenings")
    opened.whole.library.shelf.reader.top.changes_pressed.emit()
    opened.quiet()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, ChangesView)
    return panel.content


def test_where_the_whole_page_is_kept_by_now_the_short_texts_are_compared_and_it_says_so(changed: Opened) -> None:
    item = the_page(changed)
    changed.library.offline_copies.want([item], at=MONDAY)
    whole = FetchedPage(text=a_text("Evenings", "Close the curtains at six. " * 40), validators=Validators())
    changed.library.offline_storing.put_page(item, whole, at=MONDAY)
    shown = view(changed)
    text = shown.text.toPlainText()
    assert "at six" not in text
    assert "water" in text
    said = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert "The whole page is kept now." in said


def test_a_changed_page_says_when_and_shows_what(changed: Opened) -> None:
    shown = view(changed)
    assert banner(changed) == "The publisher changed this page on 20 November."
    text = shown.text.toPlainText()
    assert "Removed: tea" in text
    assert "Added: water" in text
    assert "Close the curtains." in text
    assert "4 pm" not in text


def test_an_unchanged_page_has_no_such_words(opened: Opened) -> None:
    opened.pick("Short breaks")
    top = opened.whole.library.shelf.reader.top
    assert not any(label.isVisible() for label in top.findChildren(QLabel) if "changed" in label.text())


@pytest.mark.parametrize(
    ("kind", "days_ago", "words", "old"),
    [
        (MarkKind.STARRED, 6, "on 20 November, since you saved it.", "4 pm"),
        (MarkKind.READ, 6, "on 20 November, since you read it.", "4 pm"),
        (MarkKind.READ, 4, "on 20 November, since you read it.", "tea"),
        (MarkKind.READ, 1, "on 20 November.", "tea"),
    ],
    ids=["saved", "read-before-both", "read-between", "read-after"],
)
def test_it_compares_with_what_the_person_knew(
    changed: Opened, kind: MarkKind, days_ago: int, words: str, old: str
) -> None:
    changed.library.marks.set([the_page(changed)], kind, True, at=Millis(MONDAY - days_ago * DAY))
    shown = view(changed)
    assert banner(changed) == f"The publisher changed this page {words}"
    assert old in shown.text.toPlainText()


@pytest.mark.parametrize(
    ("seen", "days_ago", "words"),
    [
        (LastSeen(), 0, "today."),
        (LastSeen(saved_at=Millis(1)), 0, "today, since you saved it."),
        (LastSeen(saved_at=Millis(2), shared_at=Millis(1)), 0, "today, since you shared or printed it."),
        (LastSeen(read_at=Millis(1)), 1, "yesterday, since you read it."),
        (LastSeen(saved_at=Millis(1), read_at=Millis(2)), 0, "today, since you saved it."),
    ],
    ids=["nobody", "saved", "shared", "read", "both"],
)  # fmt: skip
def test_the_banner_says_since_when(seen: LastSeen, days_ago: int, words: str) -> None:
    assert changed_words(Millis(MONDAY - days_ago * DAY), seen, MONDAY) == f"The publisher changed this page {words}"


def test_the_keys_go_from_change_to_change_and_say_them(changed: Opened, listener: Listener) -> None:
    shown = view(changed)
    assert shown.following.hasFocus()
    listener.heard.clear()
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    one, two = "Change 1 of 2. Removed: tea", "Change 2 of 2. Added: water"
    assert listener.words == [one, two, one, two]
    (marked,) = shown.text.extraSelections()
    assert marked.cursor.selectedText() == "Added"


def test_another_version_can_be_chosen(changed: Opened) -> None:
    shown = view(changed)
    assert shown.versions.button.text() == "Before the change of 20 November"
    shown.versions.button.setFocus()
    press(Qt.Key.Key_Space)
    assert shown.versions.list is not None
    assert shown.versions.list.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    changed.quiet()
    assert shown.versions.button.text() == "Before the change of 18 November"
    assert shown.versions.button.hasFocus()
    assert "Removed: 4 pm." in shown.text.toPlainText()


def test_esc_folds_the_versions_away_before_it_closes_the_drawer(changed: Opened) -> None:
    shown = view(changed)
    states = []
    for act in (shown.versions.button.click, lambda: press(Qt.Key.Key_Escape)):
        act()
        settle()
        states.append(shown.versions.is_open)
    assert states == [True, False]
    assert shown.versions.button.hasFocus()
    press(Qt.Key.Key_Escape)
    assert changed.whole.window.overlay.panel is None


def kept(opened: Opened) -> list[bool]:
    return [revision.kept for revision in opened.library.articles.get(the_page(opened)).revisions]


def test_the_old_version_is_kept_and_that_taken_back(changed: Opened, listener: Listener) -> None:
    shown = view(changed)
    listener.heard.clear()
    shown.keep.click()
    changed.quiet()
    assert kept(changed) == [False, True]
    assert listener.words == ["The old version of “Evenings” is kept"]
    changed.whole.window.messages.undo()
    changed.quiet()
    assert kept(changed) == [False, False]
    assert not shown.keep.isChecked()
    changed.whole.window.messages.redo()
    changed.quiet()
    assert kept(changed) == [False, True]
    assert shown.keep.isChecked()


@pytest.mark.usefixtures("dressed")
def test_it_is_named_reachable_and_gives_the_focus_back(changed: Opened, theme: Theme) -> None:
    for percent in (100, 200):
        with step(percent):
            theme.set_percent(100)
            show(changed.whole.window)
            assert_is_reachable(changed, theme, percent)


def assert_is_reachable(changed: Opened, theme: Theme, percent: int) -> None:
    view(changed)
    theme.set_percent(percent)
    show(changed.whole.window, 960, 640)
    panel = changed.whole.window.overlay.panel
    assert panel is not None
    assert_accessible(panel)
    assert_targets(panel, theme)
    press(Qt.Key.Key_Escape)
    settle()
    assert changed.whole.window.overlay.panel is None


PIECES = st.lists(st.tuples(st.sampled_from(list(Fate)), st.text(max_size=300)), max_size=6)


@pytest.mark.usefixtures("dressed")
@given(PIECES)
def test_changes_are_written_as_text_and_never_as_markup(raw: list[tuple[Fate, str]]) -> None:
    text = changes_text([Piece(fate, f"<img src=x>{words}") for fate, words in raw])
    assert "<img" not in text.html
    assert len(text.spoken) == sum(fate is not Fate.SAME for fate, _words in raw)


@pytest.mark.parametrize(
    "make", [lambda n: f"<a name=change-{n}>", lambda n: f'" name="change-{n}'], ids=["tag", "attribute"]
)
def test_text_cannot_name_a_place_of_its_own(make: Callable[[int], str]) -> None:
    text = changes_text([Piece(Fate.SAME, make(0)), Piece(Fate.ADDED, "water")])
    assert text.html.count('<a name="change-0"></a>') == 1
    assert "<a name=change-0>" not in text.html
