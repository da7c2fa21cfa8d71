"""Keeping checks: whole and by the rule, with their history, and back to the last byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.errors import AppraisalError, AppraisalTrouble, UnknownItem
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.trust import (
    Answers,
    AppraisalDraft,
    Outcome,
    Point,
    Reviewer,
    Subject,
    SubjectKind,
)
from tests.helpers.appraisals import (
    HARBOUR_HOST,
    NO,
    TODAY,
    YES,
    add_organisation,
    answers,
    appraising,
    article,
    draft,
    organisation,
    source_of,
)
from tests.helpers.clock import MONDAY
from tests.helpers.library import add_source, an_article, store
from tests.helpers.retention import whole_content

FALLS, KEY = f"https://{HARBOUR_HOST}/falls", f"{HARBOUR_HOST}/falls"


@pytest.fixture
def falls(library: Library) -> ItemId:
    (item_id,) = store(
        library,
        add_source(library),
        an_article("falls", "Falls at night", link=f"{FALLS}?utm_source=x", link_key=KEY),
    )
    return item_id


@pytest.fixture
def filled(library: Library, tmp_path: Path, falls: ItemId) -> tuple[Library, Path, ItemId]:
    return library, tmp_path, falls


def test_checking_an_article_makes_the_link_of_its_clean_address(library: Library, falls: ItemId) -> None:
    made = appraising().appraise(library, draft(article(falls)))
    assert (made.subject.kind, made.address, made.outcome) == (SubjectKind.LINK, FALLS, Outcome.VETTED)
    again = appraising().appraise(library, draft(article(falls)))
    assert again.subject == made.subject
    assert appraising().look(library, made.subject).shown == article(falls)


def test_a_check_holds_who_when_until_and_what_was_there(library: Library, falls: ItemId) -> None:
    given = draft(article(falls), sources=NO)
    given = replace(given, reviewer=Reviewer(role=" nurse\n", name="", organisation="Harbour clinic"))
    appraising().appraise(library, given)
    (kept,) = appraising().history(library, article(falls))
    assert kept.reviewer == Reviewer(role="nurse", organisation="Harbour clinic")
    assert (kept.checked_on, kept.check_by, kept.checked_at) == (TODAY, date(2028, 11, 23), MONDAY)
    assert (kept.answers.given, kept.answers.reasons) == (given.answers.given, {Point.SOURCES: "It does not."})
    (only,) = kept.content_hashes
    assert only.startswith("feed1/article/")


def test_the_publishers_own_date_ends_a_check_earlier(library: Library) -> None:
    words = "Falls are common. Page last reviewed: 1 March 2026. Next review due: 1 March 2027."
    (item_id,) = store(library, add_source(library), an_article("a", text=words, link=FALLS))
    assert appraising().appraise(library, draft(article(item_id))).check_by == date(2027, 3, 1)


def test_a_person_may_choose_an_earlier_day_and_no_later_one(library: Library, falls: ItemId) -> None:
    soon = date(2027, 1, 1)
    assert appraising().appraise(library, draft(article(falls), check_by=soon)).check_by == soon
    assert appraising().appraise(library, draft(article(falls), check_by=TODAY)).check_by == TODAY
    for day, kind in (
        (date(2028, 11, 24), AppraisalTrouble.TOO_LATE),
        (date(2026, 11, 22), AppraisalTrouble.DAY_PASSED),
    ):
        with pytest.raises(AppraisalError) as refused:
            appraising().appraise(library, draft(article(falls), check_by=day))
        assert refused.value.kind is kind


UNFINISHED = replace(answers(), given={Point.DATE: YES})


@pytest.mark.parametrize(
    ("said", "role", "kind"),
    [
        (UNFINISHED, "", AppraisalTrouble.UNFINISHED),
        (Answers(), "", AppraisalTrouble.UNFINISHED),
        (replace(answers(sources=NO), reasons={}), "", AppraisalTrouble.NO_REASON),
        (replace(answers(sources=NO), reasons={Point.SOURCES: "x" * 301}), "", AppraisalTrouble.TOO_LONG),
        (answers(), "x" * 121, AppraisalTrouble.TOO_LONG),
    ],
    ids=["unfinished", "empty", "no-reason", "long-reason", "long-role"],
)
def test_what_cannot_be_kept_changes_nothing(
    filled: tuple[Library, Path, ItemId], said: Answers, role: str, kind: AppraisalTrouble
) -> None:
    library, folder, falls = filled
    before = whole_content(folder)
    given = AppraisalDraft(subject=article(falls), answers=said, reviewer=Reviewer(role=role))
    with pytest.raises(AppraisalError) as refused:
        appraising().appraise(library, given)
    assert refused.value.kind is kind
    assert whole_content(folder) == before


def test_a_reason_of_the_longest_length_is_kept(library: Library, falls: ItemId) -> None:
    said = replace(answers(sources=NO), reasons={Point.SOURCES: "x" * 300})
    made = appraising().appraise(library, AppraisalDraft(subject=article(falls), answers=said))
    assert len(made.answers.reasons[Point.SOURCES]) == 300


def test_what_is_not_there_cannot_be_checked(library: Library, falls: ItemId) -> None:
    for subject in (
        article(ItemId(99)),
        Subject(kind=SubjectKind.LINK, id=falls),
        Subject(kind=SubjectKind.PAGE, id=1),
        organisation(99),
    ):
        with pytest.raises(UnknownItem):
            appraising().appraise(library, draft(subject))


def test_taking_back_a_check_restores_every_byte(library: Library, tmp_path: Path, falls: ItemId) -> None:
    before = whole_content(tmp_path)
    made = appraising().appraise(library, draft(article(falls)))
    assert appraising().take_back(library, made)
    assert whole_content(tmp_path) == before
    assert not appraising().take_back(library, made)


def test_taking_back_a_second_check_leaves_the_first_in_force(library: Library, falls: ItemId) -> None:
    appraising().appraise(library, draft(article(falls)))
    second = appraising().appraise(library, draft(article(falls), date=NO))
    appraising().take_back(library, second)
    assert appraising().stamps_of(library, article(falls)).reading.trust is Trust.CHECKED


def test_a_withdrawn_check_is_withdrawn_until_it_is_stood_by_again(library: Library, falls: ItemId) -> None:
    appraising().appraise(library, draft(article(falls)))
    gone = appraising().withdraw(library, article(falls))
    assert gone.withdrawn_on == TODAY
    assert appraising().stamps_of(library, article(falls)).reading.trust is Trust.WITHDRAWN
    with pytest.raises(AppraisalError):
        appraising().withdraw(library, article(falls))
    appraising().stand_by(library, gone)
    assert appraising().stamps_of(library, article(falls)).reading.trust is Trust.CHECKED


def test_a_link_that_was_there_before_its_article_is_the_one_that_is_checked(library: Library, tmp_path: Path) -> None:
    """It keeps the article's text from then on, and undoing the check leaves it as the person made it."""
    link = appraising().add_link(library, FALLS, title="Mine")
    before = whole_content(tmp_path)["item"]
    (item_id,) = store(library, add_source(library), an_article("falls", link=FALLS, link_key=KEY))
    made = appraising().appraise(library, draft(article(item_id)))
    assert made.subject == link
    assert appraising().confirm(library, article(item_id)).subject == link
    facts = library.subjects.of(link)
    assert facts is not None
    assert facts.article_id == item_id
    for each in appraising().history(library, article(item_id)):
        appraising().take_back(library, each)
    assert set(before) < set(whole_content(tmp_path)["item"])


def test_two_articles_of_one_page_are_checked_once(library: Library, falls: ItemId) -> None:
    (again,) = store(library, add_source(library, "second"), an_article("again", link=FALLS, link_key=KEY))
    first = appraising().appraise(library, draft(article(falls)))
    second = appraising().confirm(library, article(again))
    assert second.subject == first.subject
    assert [each.id for each in appraising().history(library, article(again))] == [second.id, first.id]


def test_still_right_keeps_the_old_answers_as_a_new_check(library: Library, falls: ItemId) -> None:
    with pytest.raises(AppraisalError):
        appraising().confirm(library, article(falls))
    first = appraising().appraise(library, draft(article(falls), sources=NO, check_by=date(2027, 1, 1)))
    again = appraising().confirm(library, article(falls))
    assert (again.answers, again.reviewer) == (first.answers, first.reviewer)
    assert again.check_by == date(2028, 11, 23)
    assert len(appraising().history(library, article(falls))) == 2


def test_a_check_takes_the_page_as_it_is_now_for_unchanged(library: Library, falls: ItemId) -> None:
    library.link_checks.put(
        LinkCheck(
            address_key=KEY,
            url=FALLS,
            state=LinkState.CHANGED,
            text_hash="main1:old",
            seen_hash="main1:new",
            checked_at=MONDAY,
            next_due_at=MONDAY,
        )
    )
    made = appraising().appraise(library, draft(article(falls)))
    assert "main1:new" in made.content_hashes
    look = library.link_checks.of(KEY)
    assert look is not None
    assert (look.state, look.has_changed) == (LinkState.FINE, False)
    assert appraising().stamps_of(library, article(falls)).reading.trust is Trust.CHECKED


def test_a_half_done_check_is_found_again_and_counts_for_nothing(library: Library, falls: ItemId) -> None:
    begun = AppraisalDraft(subject=article(falls), answers=UNFINISHED, reviewer=Reviewer(role="nurse"), check_by=TODAY)
    appraising().keep_draft(library, begun)
    assert library.appraisals.draft(article(falls)) == begun
    assert appraising().stamps_of(library, article(falls)).reading.trust is Trust.NOT_CHECKED
    appraising().keep_draft(library, replace(begun, answers=Answers()))
    assert library.appraisals.draft(article(falls)) is None


def test_a_finished_check_ends_the_half_done_one(library: Library, falls: ItemId) -> None:
    appraising().keep_draft(library, AppraisalDraft(subject=article(falls), answers=UNFINISHED))
    made = appraising().appraise(library, draft(article(falls)))
    for subject in (article(falls), made.subject):
        assert library.appraisals.draft(subject) is None


def test_an_organisation_is_checked_by_its_four_points_for_a_year(library: Library) -> None:
    number = add_organisation(library)
    source_of(library)
    made = appraising().appraise(library, draft(organisation(number)))
    assert (made.check_by, made.address, made.content_hashes) == (date(2027, 11, 23), "", ())
    assert appraising().stamps_of(library, organisation(number)).reading.trust is Trust.TRUSTED_SOURCE


def test_an_address_becomes_a_link_once(library: Library, falls: ItemId) -> None:
    number = add_organisation(library)
    link = appraising().add_link(library, f"https://{HARBOUR_HOST}/new?utm_source=y", title="New\npage")
    assert link.kind is SubjectKind.LINK
    assert appraising().add_link(library, f"https://{HARBOUR_HOST}/new") == link
    look = appraising().look(library, link)
    assert (look.title, look.found.address, look.found.stamp.own_site) == (
        "New page",
        f"https://{HARBOUR_HOST}/new",
        True,
    )
    assert library.subjects.of(link) is not None
    assert appraising().add_link(library, FALLS) == article(falls)
    made = appraising().appraise(library, draft(link))
    assert appraising().stamps_of(library, link).reading.organisation == "Harbour Dementia Trust"
    assert (made.subject, number) == (link, 1)


@pytest.mark.parametrize("address", ["", "falls", "javascript:alert(1)", "http://192.168.0.1/x", "file:///etc/passwd"])
def test_what_others_cannot_open_becomes_no_link(library: Library, tmp_path: Path, address: str) -> None:
    before = whole_content(tmp_path)
    with pytest.raises(AppraisalError) as refused:
        appraising().add_link(library, address)
    assert refused.value.kind is AppraisalTrouble.NO_ADDRESS
    assert whole_content(tmp_path) == before
