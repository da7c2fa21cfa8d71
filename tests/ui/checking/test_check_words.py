"""What the check drawer says: the verdict with its rule, what was found, and until when a check may count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caregiver_app.model.article import Trust
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.lookalike import AddressFacts, AddressSign, KnownSite
from caregiver_app.model.reviews import DueReason, Review
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Answer, Point, ReviewSpan, Stamp, SubjectKind
from caregiver_app.support.sentences.appraisals import due_sentence
from caregiver_app.trust.verdict import judge_answers
from caregiver_app.ui.checking.found_words import found_lines
from caregiver_app.ui.checking.next_checks import next_checks
from caregiver_app.ui.checking.page_looks import looked_words
from caregiver_app.ui.checking.verdict_words import VerdictWords, verdict_words
from caregiver_app.ui.library.due_words import due_words, reason_look
from caregiver_app.ui.theme import Tone
from tests.helpers.check_sheets import FOUND, PAGE, TODAY, a_sheet, answers, without


def words_of(other: dict[Point, Answer]) -> VerdictWords:
    """Return the verdict on a page with all Yes but these."""
    verdict = judge_answers(answers(other=other), SubjectKind.ARTICLE)
    return verdict_words(verdict, a_sheet().asks)


def test_all_yes_counts_as_checked() -> None:
    assert words_of({}).heading == "By these answers it counts as checked."
    assert words_of({}).why == ("All answers are Yes.",)


def test_one_no_that_is_allowed_is_said_and_counts_still() -> None:
    said = words_of({Point.SOURCES: Answer.NO})
    assert (said.heading, said.why) == ("By these answers it counts as checked.", ("1 answer is No.",))


def test_what_must_be_yes_is_named_in_the_verdict() -> None:
    said = words_of({Point.SELLING: Answer.CANNOT_TELL})
    assert said.heading == "By these answers it does not count as checked."
    assert said.why == (f"This must be Yes: “{a_sheet().asks[Point.SELLING]}”",)


def test_too_many_are_counted_in_the_verdict() -> None:
    assert words_of({Point.SOURCES: Answer.NO, Point.BALANCE: Answer.NO}).why == ("2 answers are No.",)
    unsure = dict.fromkeys((Point.SOURCES, Point.BALANCE, Point.CLARITY), Answer.CANNOT_TELL)
    assert words_of(unsure).why == ("3 answers are Not sure.",)


def test_an_unfinished_check_says_what_is_open() -> None:
    said = answers(other={Point.SOURCES: Answer.NO})
    open_one = without(replace(said, reasons={}), Point.DATE)
    words = verdict_words(judge_answers(open_one, SubjectKind.ARTICLE), a_sheet().asks)
    assert words.heading == "This check is not finished."
    assert words.text == "1 point is still open.\nSay why not where your answer is No."


def test_every_group_of_points_has_a_heading_and_what_must_be_yes_is_marked() -> None:
    groups = a_sheet().groups
    assert [group.heading for group in groups] == ["Who is behind it", "Is it sound", "Is it fair and private"]
    must = {words.point for words in a_sheet().points if words.must}
    assert must == {Point.AUTHOR, Point.DATE, Point.SELLING, Point.HELP}
    assert next(words.found for words in a_sheet().points if words.point is Point.DATE) == (
        "What Caregiver found points to: Yes."
    )


def test_what_was_found_says_whose_site_it_is_first() -> None:
    lines = [line.words for line in found_lines(FOUND, "en")]
    assert lines[0] == "harbour.example is Harbour Trust’s own site."
    assert "1 part of its address tells who follows it. It is left out when you share." in lines
    assert "By its own date it is from 3 May 2026." in lines
    assert "No advertising in its links." in lines


def test_an_imitation_stands_out_among_what_was_found() -> None:
    facts = AddressFacts(
        signs=(AddressSign.ONE_LETTER,), imitates=KnownSite(host="harbour.example", organisation="Harbour Trust")
    )
    found = replace(FOUND, host="harb0ur.example", stamp=Stamp(trust=Trust.NOT_CHECKED), address_facts=facts)
    lines = found_lines(found, "en")
    assert lines[0].words == "Your library does not know whose site harb0ur.example is."
    assert lines[1].words == "The address looks like harbour.example of Harbour Trust, but it is not that site."
    assert lines[1].tone is Tone.WARN


def test_a_page_without_its_text_says_that_nothing_was_looked_for_in_it() -> None:
    lines = [line.words for line in found_lines(replace(FOUND, has_text=False), "en")]
    assert lines[-1] == "The text of the page is not saved here, so nothing was looked for in it."
    assert "No advertising in its links." not in lines


def test_a_check_may_end_earlier_and_never_later() -> None:
    days = [one.day for one in next_checks(ReviewSpan.ITEM, today=TODAY, publisher=None)]
    assert days == [date(2028, 11, 23), date(2027, 11, 23), date(2027, 5, 23), date(2027, 2, 23), date(2026, 12, 23)]


def test_the_publisher_s_own_date_wins_where_it_is_earlier() -> None:
    first, *rest = next_checks(ReviewSpan.ITEM, today=TODAY, publisher=date(2027, 3, 1))
    assert first.words == "1 March 2027, when its publisher looks again"
    assert [one.words for one in rest] == ["23 February 2027, after 3 months", "23 December 2026, after 1 month"]


def test_a_day_that_was_chosen_before_stays_while_it_can_be() -> None:
    for chosen, stays in ((date(2027, 5, 22), True), (date(2026, 11, 22), False), (date(2028, 11, 24), False)):
        days = [one.day for one in next_checks(ReviewSpan.ITEM, today=TODAY, publisher=None, chosen=chosen)]
        assert (chosen in days) is stays
        assert days[0] == date(2028, 11, 23)


@pytest.mark.parametrize("span", list(ReviewSpan))
def test_the_proposed_day_says_why(span: ReviewSpan) -> None:
    first = next_checks(span, today=TODAY, publisher=None)[0]
    assert "after" in first.words


def a_look(number: int, state: LinkState) -> LinkCheck:
    """Return what a look at a page found."""
    url = f"https://harbour.example/{number}"
    return LinkCheck(address_key=url, url=url, state=state, checked_at=Millis(0), next_due_at=Millis(1))


def test_a_look_at_pages_says_how_many_are_not_as_they_were() -> None:
    fine, gone = a_look(1, LinkState.FINE), a_look(2, LinkState.DEAD)
    assert looked_words(()) == "All pages were looked at not long ago."
    assert looked_words((fine,)) == "1 page was looked at. All are as they were."
    assert looked_words((fine, gone)) == "2 pages were looked at. 1 is not as it was."


@pytest.mark.parametrize("reason", list(DueReason))
def test_every_reason_has_a_word_and_a_few_words(reason: DueReason) -> None:
    review = Review(
        subject=PAGE,
        title="Sleep",
        url="https://harbour.example/sleep",
        stamp=Stamp(trust=Trust.CHECK_DUE, organisation="Harbour Trust", check_by=TODAY),
        reviewer_role="",
        reasons=(reason,),
    )
    words = due_words(review)
    assert words.pills == (reason_look(reason),)
    assert words.snippet == due_sentence(reason, review)
    assert words.spoken == f"Sleep. Harbour Trust. {words.snippet}"
