"""Searching as one types: only the newest answer is shown, in words too, and any text at all has an answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.library.search_query import read_query
from caregiver_app.model.article import HIT_START, ArticleFilter
from caregiver_app.model.search import ArticleQuery
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.help_lines.screen import HelpScreen
from caregiver_app.ui.library.empties import Wish
from caregiver_app.ui.library.found_part import found_words
from caregiver_app.ui.library.questions import COUNT_CAP
from caregiver_app.ui.library.search_field import RANKED_FROM, REST_MS, SearchField, is_ranked
from caregiver_app.ui.library.search_tips import SearchTips, examples
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from tests.helpers.qt_app import Listener, Stage, press, settle
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


def field(opened: Opened) -> SearchField:
    return opened.whole.library.shelf.pane.filters.search


def type_words(opened: Opened, words: str) -> None:
    field(opened).setFocus()
    QTest.keyClicks(field(opened), words)


def rest(opened: Opened, words: str) -> None:
    """Let the rest after typing pass and the answer come."""
    loader = opened.whole.library.shelf.pane.loader
    wait_until(lambda: loader.query.text == words, words)
    opened.quiet()


def typing_finds_pages_after_a_rest(opened: Opened) -> None:
    type_words(opened, "swal")
    rest(opened, "swal")
    assert opened.titles == ["Eating and swallowing"]
    assert HIT_START in opened.rows[0].snippet


def while_typing_only_the_newest_question_is_answered(opened: Opened) -> None:
    """Questions asked in one breath break the older ones off; what is shown belongs to the last."""
    filters = opened.whole.library.shelf.pane.filters
    answers: list[str] = []
    opened.whole.library.shelf.pane.listed.connect(lambda page: answers.append(page.query.text))
    for words in ("curt", "curta", "swall", "respite"):
        filters.search.setText(words)
        filters.search.asked.emit(words, False)
    opened.quiet()
    assert answers[-1] == "respite"
    assert opened.titles == ["Short breaks"]


def test_below_four_letters_the_newest_come_first_and_words_may_be_begun() -> None:
    assert not is_ranked("swa", complete=False)
    assert is_ranked("swal", complete=False)
    assert is_ranked("s", complete=True)
    assert not is_ranked("a-b!c", complete=False)
    assert RANKED_FROM == 4


def enter_asks_at_once_for_whole_words(opened: Opened) -> None:
    type_words(opened, "swallow")
    press(Qt.Key.Key_Return)
    opened.quiet()
    query = opened.whole.library.shelf.pane.loader.query
    assert (query.text, query.ranked, query.begun) == ("swallow", True, False)
    assert opened.titles == ["Eating and swallowing"]


def what_is_no_whole_word_anywhere_is_found_as_a_beginning(opened: Opened) -> None:
    """What was found while typing must not go away on Enter."""
    type_words(opened, "swal")
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.titles == ["Eating and swallowing"]


def nothing_is_asked_before_the_rest(opened: Opened) -> None:
    type_words(opened, "rest")
    assert opened.whole.library.shelf.pane.loader.query.text == ""
    assert REST_MS == 200


@pytest.mark.usefixtures("dressed")
def test_nothing_is_asked_while_the_field_is_hidden(stage: Stage, theme: Theme) -> None:
    """A window that closes a moment after somebody typed has nobody left to answer."""
    typed = SearchField(theme, "Search", rest_ms=0)
    stage.hold(typed)
    asked: list[tuple[str, bool]] = []
    typed.asked.connect(lambda words, complete: asked.append((words, complete)))
    typed.setText("falls")
    typed.hide()
    settle()
    assert asked == []
    typed.show()
    wait_until(lambda: bool(asked), "the words")
    assert asked == [("falls", False)]


def test_what_was_found_is_said_and_spoken(opened: Opened, listener: Listener) -> None:
    type_words(opened, "rest")
    rest(opened, "rest")
    assert "1 page found for “rest”" in listener.words


def test_the_count_is_in_the_words_of_the_language() -> None:
    assert found_words("swallow", 14) == "14 pages found for “swallow”"
    assert found_words("swallow", COUNT_CAP) == "1,000 or more pages found for “swallow”"


def nothing_found_says_what_to_do(opened: Opened) -> None:
    type_words(opened, "xyzzy")
    rest(opened, "xyzzy")
    empty = opened.whole.library.shelf.pane.empty
    assert empty.isVisible()
    assert empty.emptiness is not None
    assert empty.emptiness.heading == "Nothing found for “xyzzy”."
    assert empty.emptiness.wishes == (Wish.CLEAR_SEARCH,)
    empty.wished.emit(Wish.CLEAR_SEARCH)
    opened.quiet()
    assert len(opened.titles) == 4
    assert field(opened).text() == ""


def help_is_offered_for_words_that_it_has(opened: Opened) -> None:
    """Where pages hold the words, only what an entry says of itself counts; where none does, needs that they name."""
    filters = opened.whole.library.shelf.pane.filters
    offered = {}
    for words in ("samaritans", "rest", "lonely", "samaritans -rest", "xyzzy"):
        field(opened).search(words)
        opened.quiet()
        assert filters.found.help_too.isVisible() == bool(filters.found.help_too.words)
        offered[words] = filters.found.help_too.words
    assert offered.pop("lonely").endswith(" phone lines in Help")
    assert offered == {"samaritans": "2 phone lines in Help", "rest": "", "samaritans -rest": "", "xyzzy": ""}
    field(opened).search("samaritans")
    opened.quiet()
    assert opened.whole.library.lists.state.help_too == "2 phone lines in Help"
    filters.found.help_too.click()
    opened.quiet()
    shown = opened.whole.window.stack.currentWidget()
    assert isinstance(shown, HelpScreen)
    assert shown.body is not None
    assert shown.body.search.text() == "samaritans"
    opened.whole.window.open_screen(LIBRARY)
    opened.quiet()


def esc_empties_the_field(opened: Opened) -> None:
    type_words(opened, "rest")
    rest(opened, "rest")
    press(Qt.Key.Key_Escape)
    opened.quiet()
    assert field(opened).text() == ""
    assert len(opened.titles) == 4
    assert field(opened).hasFocus()


def the_clear_button_is_there_only_while_there_is_something_to_clear(opened: Opened) -> None:
    buttons = [one for one in field(opened).findChildren(Button) if one.accessibleName() == "Clear search"]
    assert [button.isVisible() for button in buttons] == [False]
    type_words(opened, "rest")
    assert [button.isVisible() for button in buttons] == [True]
    buttons[0].click()
    opened.quiet()
    assert field(opened).text() == ""
    assert len(opened.titles) == 4


def any_text_has_an_answer(opened: Opened) -> None:
    for words in ('"', "-", "AND OR NOT", "a" * 500, "*", "(", "is:", "before:x", "\u202e", "'; DROP"):
        with step(words):
            field(opened).search(words)
            opened.quiet()
            assert opened.message == ""


def chips_narrow_what_was_found(opened: Opened) -> None:
    for chip in ArticleFilter:
        with step(chip):
            opened.whole.library.shelf.pane.filters.show_chip(chip)
            opened.quiet()
            expected = opened.library.articles.page(ArticleQuery(filter=chip)).rows
            assert opened.titles == [row.title for row in expected]


def test_empty_chips_say_why(opened: Opened) -> None:
    pane = opened.whole.library.shelf.pane
    pane.filters.show_chip(ArticleFilter.SAVED)
    opened.quiet()
    assert pane.empty.emptiness is not None
    assert pane.empty.emptiness.heading == "Nothing saved yet."
    opened.library.marks.mark_read_where(ArticleQuery(), at=opened.clock.now())
    pane.filters.show_chip(ArticleFilter.NEW)
    opened.quiet()
    assert pane.empty.emptiness.heading == "You have read everything new."


def tips_are_examples_that_search(opened: Opened) -> None:
    opened.whole.library.panels.open_tips()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    tips = panel.content
    assert isinstance(tips, SearchTips)
    buttons = tips.findChildren(Button)
    assert [button.words for button in buttons] == [example for example, _meaning in examples()]
    next(button for button in buttons if button.words == "is:unread").click()
    opened.quiet()
    assert opened.whole.window.overlay.panel is None
    assert field(opened).text() == "is:unread"
    assert len(opened.titles) == 4


def test_every_example_is_understood() -> None:
    for example, _meaning in examples():
        query = read_query(example)
        assert query.match or query.filters, example


def ctrl_shift_f_goes_to_the_field_from_anywhere(opened: Opened) -> None:
    opened.pick("Short breaks")
    opened.whole.library.shelf.reader.page.setFocus()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert field(opened).hasFocus()


LOOKS = (
    typing_finds_pages_after_a_rest,
    while_typing_only_the_newest_question_is_answered,
    enter_asks_at_once_for_whole_words,
    what_is_no_whole_word_anywhere_is_found_as_a_beginning,
    nothing_is_asked_before_the_rest,
    nothing_found_says_what_to_do,
    help_is_offered_for_words_that_it_has,
    esc_empties_the_field,
    the_clear_button_is_there_only_while_there_is_something_to_clear,
    any_text_has_an_answer,
    chips_narrow_what_was_found,
    tips_are_examples_that_search,
    ctrl_shift_f_goes_to_the_field_from_anywhere,
)


def test_searching_as_one_types_in_one_window(opened: Opened) -> None:
    back_to_everything(opened)
    at_first = state(opened)
    for look in LOOKS:
        with step(look.__name__):
            look(opened)
            back_to_everything(opened)
            assert state(opened) == at_first


def state(opened: Opened) -> tuple[object, ...]:
    """Return what each of these steps begins with."""
    loader = opened.whole.library.shelf.pane.loader
    chips = opened.whole.library.shelf.pane.filters.query.filter
    return loader.query, opened.titles, field(opened).text(), chips, opened.message, opened.whole.window.overlay.panel


def back_to_everything(opened: Opened) -> None:
    opened.whole.library.shelf.pane.filters.show_chip(ArticleFilter.ALL)
    field(opened).search("")
    opened.quiet()
