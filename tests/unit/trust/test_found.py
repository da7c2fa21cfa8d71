"""What the program finds by itself, and what it suggests: hints that answer nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.article import Trust
from caregiver_app.model.page_facts import FoundFacts
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Answer, Point, Stamp
from caregiver_app.trust.found import PageSeen, find_facts, find_facts_of_organisation
from tests.helpers.appraisals import NO, TODAY, UNSURE, YES
from tests.helpers.clock import MONDAY

EASY = "We sat by the sea. The sun was out. It was a good day. " * 10
HARD = (
    "Pharmacological interventions necessitate comprehensive multidisciplinary evaluation, notwithstanding "
    "considerable interindividual heterogeneity regarding symptomatological manifestations and comorbidities. "
) * 8


def found(
    text: str = EASY,
    *,
    html: str = "",
    address: str = "https://example.org/sea",
    at: Millis | None = None,
    loads: tuple[str, ...] = (),
) -> FoundFacts:
    page = PageSeen(address=address, text=text, html=html, language="en", published_at=at, loads=loads)
    return find_facts(page, stamp=Stamp(trust=Trust.NOT_CHECKED), address_facts=None, on=TODAY)


def suggested(facts: FoundFacts) -> dict[Point, Answer]:
    return {one.point: one.answer for one in facts.suggestions}


def test_the_address_comes_clean_with_what_was_taken_out_of_it() -> None:
    facts = found(address="https://example.org/sea?utm_source=letter&page=2")
    assert (facts.host, facts.clean_address, facts.tracking) == (
        "example.org",
        "https://example.org/sea?page=2",
        ("utm_source",),
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"Last reviewed 1 May 2025. {EASY}", YES),
        (f"Last reviewed 23 November 2023. {EASY}", YES),
        (f"Last reviewed 22 November 2023. {EASY}", NO),
        (f"Last reviewed 1 May 2025. Next review due 1 May 2026. {EASY}", NO),
        (EASY, UNSURE),
    ],
    ids=["new", "three-years", "older", "past-its-own", "none"],
)
def test_whether_it_is_in_date_is_suggested(text: str, answer: Answer) -> None:
    assert suggested(found(text))[Point.DATE] is answer


def test_when_it_was_published_stands_in_for_a_day_that_it_does_not_say() -> None:
    facts = found(at=MONDAY)
    assert (facts.dated_on, suggested(facts)[Point.DATE]) == (date(2026, 11, 23), YES)


def test_how_hard_it_is_to_read_is_suggested() -> None:
    assert suggested(found(EASY))[Point.CLARITY] is YES
    assert suggested(found(HARD))[Point.CLARITY] is NO


@pytest.mark.parametrize(
    "words", ["Medically reviewed by Dr Ana Example", "Written by a nurse", "Revisado por una enfermera"]
)
def test_a_named_health_role_is_suggested(words: str) -> None:
    assert suggested(found(f"{words}. {EASY}"))[Point.AUTHOR] is YES


def test_nothing_is_suggested_on_what_only_a_person_can_tell() -> None:
    assert suggested(found(f"Reviewed by Dr Example on 1 May 2026. {EASY}")).keys() <= {
        Point.AUTHOR,
        Point.DATE,
        Point.CLARITY,
    }


def test_hosts_that_serve_advertisements_are_named_once() -> None:
    html = (
        '<a href="https://ad.doubleclick.net/x">a</a> <img src="https://cdn.taboola.com/y"> '
        '<a href="https://ad.doubleclick.net/z">b</a> <a href="https://notdoubleclick.net/">c</a> '
        '<a href="https://doubleclick.net.example.org/">d</a>'
    )
    assert found(html=html).advertising == ("ad.doubleclick.net", "cdn.taboola.com")


def test_advertisers_that_a_page_only_loads_from_are_named_after_those_that_it_links_to() -> None:
    html = '<a href="https://ad.doubleclick.net/x">a</a>'
    loads = ("example.org", "cdn.taboola.com", "nottaboola.com", "ad.doubleclick.net", "taboola.com.example.org")
    assert found(html=html, loads=loads).advertising == ("ad.doubleclick.net", "cdn.taboola.com")


def test_without_its_words_nothing_is_suggested() -> None:
    facts = found("")
    assert (facts.has_text, facts.suggestions, facts.grade) == (False, (), None)


def test_of_an_organisation_a_register_speaks_for_who_it_is() -> None:
    stamp = Stamp(trust=Trust.WELL_KNOWN_SOURCE, register="Register of Charities")
    facts = find_facts_of_organisation("https://example.org/", stamp=stamp, address_facts=None)
    assert suggested(facts) == {Point.ORG_IDENTITY: YES}
    nobody = find_facts_of_organisation("", stamp=Stamp(trust=Trust.NOT_CHECKED), address_facts=None)
    assert (nobody.host, nobody.suggestions) == ("", ())


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_any_page_has_an_answer(text: str, html: str, address: str) -> None:
    found(text, html=html, address=address)
