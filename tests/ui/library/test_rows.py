"""A row says to the ear what it says to the eye: title, publisher, day, trust and state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from caregiver_app.model.article import HIT_END, HIT_START, ItemId, ItemKind, MarkKind, Trust
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Stamp
from caregiver_app.ui.library.list_model import ArticleListModel
from caregiver_app.ui.library.page_delegate import PageDelegate
from caregiver_app.ui.library.row_layout import RowLayouts, Span, read_marks
from caregiver_app.ui.library.row_words import row_words, without_marks
from caregiver_app.ui.library.status_words import MOST_PILLS, page_look, row_looks, stamp_look
from caregiver_app.ui.theme import Theme, Tone
from tests.helpers.clock import MONDAY
from tests.helpers.rows import a_row

DAY = 24 * 3600 * 1000
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def test_a_screen_reader_hears_the_whole_row() -> None:
    row = a_row(title="Evening routines.", changed=True, starred=True)
    assert row_words(row, now=MONDAY).spoken == (
        "Unread. Evening routines. Harbour Dementia Trust. Today. Not checked. Page changed. Saved."
    )


def test_a_read_row_of_an_own_source_says_so() -> None:
    row = a_row(read=True, organisation="", published_at=Millis(MONDAY - DAY))
    assert (
        row_words(row, now=MONDAY, own=True).spoken == "Read. Evening routines. Harbour news. Yesterday. Your source."
    )


def test_a_page_without_a_date_shows_when_it_came() -> None:
    assert "Today" in row_words(a_row(published_at=None), now=MONDAY).meta


def test_new_is_written_and_not_only_shown_by_a_dot() -> None:
    assert [pill.text for pill in row_looks(a_row())] == ["Not checked", "New"]
    assert [pill.text for pill in row_looks(a_row(read=True))] == ["Not checked"]


def test_a_page_that_changed_since_it_was_shared_says_so_in_place_of_a_change() -> None:
    looks = row_looks(replace(a_row(changed=True), changed_since_shared=True))
    assert [pill.text for pill in looks] == ["Not checked", "Changed since you shared or printed it"]


def test_the_trust_word_comes_first_and_no_row_has_more_than_three_pills() -> None:
    looks = row_looks(a_row(changed=True, starred=True))
    assert looks[0] == stamp_look(Stamp(trust=Trust.NOT_CHECKED))
    assert len(looks) <= MOST_PILLS


@pytest.mark.parametrize("trust", list(Trust))
def test_every_trust_state_has_a_word_and_a_drawing(trust: Trust) -> None:
    look = stamp_look(Stamp(trust=trust))
    assert look.text
    assert look.icon is not None


def test_only_a_withdrawn_page_is_red() -> None:
    assert [trust for trust in Trust if stamp_look(Stamp(trust=trust)).tone is Tone.URGENT] == [Trust.WITHDRAWN]


def test_one_s_own_source_is_neutral_until_somebody_judged_it() -> None:
    assert page_look(a_row(), own=True).tone is Tone.NEUTRAL
    assert page_look(replace(a_row(), trust=Trust.WITHDRAWN), own=True).text == "Withdrawn"


def test_a_guide_that_came_with_the_application_says_whose_it_is_once_and_claims_no_check() -> None:
    guide = replace(a_row(read=True), ours=True, kind=ItemKind.GUIDE, organisation="", source_title="The makers")
    said = row_words(guide, now=MONDAY)
    assert (said.meta, said.spoken) == ("Guide", "Read. Evening routines. Guide. From the makers of Caregiver.")
    assert said.pills[0].tone is Tone.INFO
    assert row_words(guide, now=MONDAY, compact=True).meta == "From the makers of Caregiver  ·  Guide"
    for stamp, word in (
        (Stamp(trust=Trust.WITHDRAWN), "Withdrawn"),
        (Stamp(trust=Trust.CHECK_DUE), "Check due"),
        (Stamp(trust=Trust.NOT_CHECKED, did_not_pass=True), "Not checked"),
    ):
        said = row_words(guide, now=MONDAY, stamp=stamp)
        assert (said.meta, said.pills[0].text) == ("The makers  ·  Guide", word)


def test_a_summary_is_no_snippet() -> None:
    """Only what a search found is shown below a title; a screen reader gets the summary as description."""
    assert row_words(a_row(snippet="Close the curtains."), now=MONDAY).snippet == ""
    found = row_words(a_row(snippet=f"Close the {HIT_START}curtains{HIT_END}."), now=MONDAY)
    assert found.snippet
    assert found.summary == "Close the curtains."


@given(st.lists(st.tuples(st.text(alphabet="ab \U0001f600é"), st.booleans()), max_size=8))
def test_hits_are_found_where_they_stand(pieces: list[tuple[str, bool]]) -> None:
    marked = "".join(f"{HIT_START}{text}{HIT_END}" if hit else text for text, hit in pieces)
    text, hits = read_marks(marked)
    units = text.encode("utf-16-le")
    assert text == "".join(piece for piece, _hit in pieces) == without_marks(marked)
    found = [units[2 * hit.start : 2 * (hit.start + hit.length)].decode("utf-16-le") for hit in hits]
    assert found == [piece for piece, hit in pieces if hit]


@pytest.mark.parametrize("broken", [HIT_END, HIT_START, f"{HIT_END}a{HIT_START}", f"{HIT_START}a{HIT_START}b"])
def test_broken_marks_do_no_harm(broken: str) -> None:
    text, _hits = read_marks(broken)
    assert text == without_marks(broken)


def test_a_long_title_takes_three_lines_and_is_whole_for_the_ear(theme: Theme) -> None:
    title = "How to ask for an assessment " * 12
    words = row_words(a_row(title=title), now=MONDAY)
    layout = RowLayouts(theme).of(words, 408, LEFT)
    assert layout.title.layout.lineCount() == 3
    assert layout.title.layout.text().endswith("…")
    assert title.strip() in words.spoken


def test_nothing_in_a_row_stands_outside_it(theme: Theme) -> None:
    for percent in (100, 150, 200):
        theme.set_percent(percent)
        row = a_row(title="W" * 400, organisation="V" * 200, changed=True, starred=True)
        for width in (theme.px(260), theme.px(408)):
            layout = RowLayouts(theme).of(row_words(row, now=MONDAY), width, LEFT)
            for rect in (layout.title.rect, layout.meta.rect, *(pill.rect for pill in layout.pills)):
                assert rect.x() >= 0
                assert rect.x() + rect.width() <= width
                assert rect.y() + rect.height() <= layout.size.height()


def test_a_day_is_never_cut_but_stands_below_a_long_publisher(theme: Theme) -> None:
    row = a_row(organisation="National Institute of Neurological Disorders", published_at=Millis(MONDAY - 40 * DAY))
    layouts, words = RowLayouts(theme), row_words(row, now=MONDAY)
    wide, narrow, narrowest = (layouts.of(words, width, LEFT).meta for width in (600, 300, 160))
    assert wide.layout.text() == words.meta
    assert (wide.layout.lineCount(), narrow.layout.lineCount(), narrowest.layout.lineCount()) == (1, 2, 2)
    assert [block.layout.text().splitlines()[-1] for block in (narrow, narrowest)] == ["14 October"] * 2
    assert narrow.rect.height() == 2 * wide.rect.height()


def test_a_row_grows_with_the_text(theme: Theme) -> None:
    words = row_words(a_row(), now=MONDAY)
    layouts = RowLayouts(theme)
    small = layouts.of(words, 408, LEFT).size.height()
    theme.set_percent(200)
    assert layouts.of(words, 816, LEFT).size.height() >= 2 * small - 4


def test_a_title_keeps_its_own_direction(theme: Theme) -> None:
    layouts = RowLayouts(theme)
    for title, direction in (("מנוחה", RIGHT), ("Rest", LEFT), ("123 מנוחה", RIGHT), ("1234", LEFT)):
        option = layouts.of(row_words(a_row(title=title), now=MONDAY), 408, LEFT).title.layout.textOption()
        assert option.textDirection() == direction
        assert option.alignment() & Qt.AlignmentFlag.AlignLeft


def test_lines_of_a_row_begin_at_the_right_where_the_language_does(theme: Theme) -> None:
    option = RowLayouts(theme).of(row_words(a_row(), now=MONDAY), 408, RIGHT).title.layout.textOption()
    assert option.alignment() & Qt.AlignmentFlag.AlignRight


def test_a_hit_that_was_cut_away_is_not_marked(theme: Theme) -> None:
    snippet = f"{HIT_START}first{HIT_END} " + "words " * 200 + f"{HIT_START}last{HIT_END}"
    block = RowLayouts(theme).of(row_words(a_row(snippet=snippet), now=MONDAY), 408, LEFT).snippet
    assert block is not None
    assert block.hits == (Span(start=0, length=5),)


class TestModel:
    """The rows of the list, as far as they were loaded."""

    def model(self, *numbers: int) -> ArticleListModel:
        model = ArticleListModel(lambda: MONDAY)
        model.show_rows([a_row(number, title=f"Page {number}") for number in numbers], has_more=True)
        return model

    def test_it_says_to_a_screen_reader_what_a_row_says(self) -> None:
        model = self.model(1)
        index = model.index(0)
        assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Unread. Page 1.")
        assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Close the curtains."

    def test_it_asks_for_more_once(self) -> None:
        model = self.model(1)
        asked: list[bool] = []
        model.more_wanted.connect(lambda: asked.append(True))
        root = model.index(0).parent()
        assert model.canFetchMore(root)
        model.fetchMore(root)
        model.fetchMore(root)
        assert asked == [True]
        model.append_rows([a_row(2)], has_more=False)
        assert not model.canFetchMore(root)

    def test_a_row_that_came_before_is_not_shown_twice(self) -> None:
        model = self.model(1, 2)
        model.append_rows([a_row(2), a_row(3)], has_more=False)
        assert [model.row_at(model.index(n)) is not None for n in range(model.rowCount())] == [True] * 3

    def test_removed_rows_come_back_to_their_places(self) -> None:
        model = self.model(1, 2, 3, 4)
        before = [model.row_at(model.index(n)) for n in range(4)]
        removed = model.remove_rows([ItemId(2), ItemId(4)])
        assert model.rowCount() == 2
        model.put_back(removed)
        assert [model.row_at(model.index(n)) for n in range(4)] == before
        model.put_back(removed)
        assert model.rowCount() == 4

    def test_a_mark_changes_what_is_said(self) -> None:
        model = self.model(1)
        model.mark_rows([ItemId(1)], MarkKind.READ, True)
        assert str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Read.")

    def test_the_next_new_row_is_the_nearest_unread_one(self) -> None:
        model = self.model(1, 2, 3, 4)
        model.mark_rows([ItemId(2), ItemId(3)], MarkKind.READ, True)
        assert model.next_new(0, 1).row() == 3
        assert model.next_new(3, -1).row() == 0
        assert not model.next_new(3, 1).isValid()
        assert model.next_new(-1, 1).row() == 0

    def test_its_rows_are_measured_by_the_delegate(self, theme: Theme) -> None:
        model = self.model(1)
        delegate = PageDelegate(theme, ring=lambda: False)
        option = QStyleOptionViewItem()
        option.rect.setWidth(408)
        assert delegate.sizeHint(option, model.index(0)).height() > theme.px(100)
