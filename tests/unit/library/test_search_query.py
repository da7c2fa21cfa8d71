"""What is typed is read into words, phrases and filters; any text at all has a meaning."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.library.search_days import read_day
from caregiver_app.library.search_query import MAX_LENGTH, MAX_TERMS, Filter, SearchQuery, Term, read_query
from caregiver_app.model.search import SEARCH_TIPS, FilterName
from caregiver_app.model.time import Millis, from_datetime, to_datetime
from tests.helpers.clock import MONDAY


def words(text: str) -> tuple[Term, ...]:
    return (Term(text=text),)


def a_filter(name: str, value: str, *, negated: bool = False) -> tuple[Filter, ...]:
    return (Filter(name=FilterName(name), value=value, negated=negated),)


def query(
    *wanted: tuple[Term, ...], unwanted: tuple[Term, ...] = (), filters: tuple[tuple[Filter, ...], ...] = ()
) -> SearchQuery:
    return SearchQuery(wanted=wanted, unwanted=unwanted, filters=filters)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("falls at night", query(words("falls"), words("at"), words("night"))),
        ('"falls at night"', query(words("falls at night"))),
        ("“falls at night”", query(words("falls at night"))),
        ("«falls at»", query(words("falls at"))),
        ('pain -back -"left arm"', query(words("pain"), unwanted=(Term(text="back"), Term(text="left arm")))),
        ("pain −back", query(words("pain"), unwanted=(Term(text="back"),))),
        ("swal*", query((Term(text="swal*", begun=True),))),
        ("a OR b c", query((*words("a"), *words("b")), words("c"))),
        ("a OR b OR c", query((*words("a"), *words("b"), *words("c")))),
        ('a OR "b c"', query((*words("a"), *words("b c")))),
        ("a or b", query(words("a"), words("or"), words("b"))),
        ("a OR", query(words("a"))),
        ("OR a", query(words("OR"), words("a"))),
        ("a OR -b", query(words("a"), unwanted=words("b"))),
        ("a OR is:read", query(words("a"), filters=(a_filter("is", "read"),))),
        (
            "topic:falls OR topic:sleep x",
            query(words("x"), filters=((*a_filter("topic", "falls"), *a_filter("topic", "sleep")),)),
        ),
        (
            'source:"the trust" -lang:es',
            query(filters=(a_filter("source", "the trust"), a_filter("lang", "es", negated=True))),
        ),
        ("SOURCE:Trust", query(filters=(a_filter("source", "Trust"),))),
        ("source: trust", query(words("trust"))),
        ("is:", query()),
        ('in:""', query()),
        ("title:falls", query(words("title falls"))),
        ("12:30", query(words("12 30"))),
        ("(a b)", query(words("(a"), words("b)"))),
    ],
)
def test_what_is_typed_means(typed: str, meant: SearchQuery) -> None:
    assert read_query(typed) == meant


@pytest.mark.parametrize("typed", ["swal", "हिन्दी", "cafe\u0301"])
def test_what_is_being_typed_is_the_beginning_of_a_word_until_a_space_follows(typed: str) -> None:
    for ending, begun in (("", True), (" ", False)):
        (term,) = (term for group in read_query(typed + ending, as_prefix=True).wanted for term in group)
        assert term.begun is begun


def test_every_tip_is_understood() -> None:
    for tip in SEARCH_TIPS:
        meant = read_query(tip.example)
        assert meant.wanted or meant.filters
    assert len({tip.way for tip in SEARCH_TIPS}) == len(SEARCH_TIPS)


HOSTILE = st.one_of(
    st.text(max_size=10_000),
    st.lists(
        st.sampled_from(
            r"""" ' - * ^ + ( ) { } : NEAR( AND OR NOT source: is: before: ﷺ ½ ـ a 糖 % _""".split()
            + list(" \0\ud800\u202e\u0301\u3000")
        ),
        max_size=40,
    ).map("".join),
)


@given(typed=HOSTILE, as_prefix=st.booleans())
@example(typed="x" * 10_000, as_prefix=True)
@example(typed="-" * 10_000, as_prefix=False)
@example(typed='"' * 10_000, as_prefix=False)
@example(typed="a OR " * 2_000, as_prefix=False)
def test_any_text_is_read_into_bounded_parts(typed: str, as_prefix: bool) -> None:
    meant = read_query(typed, as_prefix=as_prefix)
    terms = [term for group in meant.wanted for term in group] + list(meant.unwanted)
    filters = [typed_filter for group in meant.filters for typed_filter in group]
    assert len(terms) + len(filters) <= MAX_TERMS
    assert sum(len(term.text) for term in terms) <= 4 * MAX_LENGTH
    assert all(group for group in (*meant.wanted, *meant.filters))
    assert all(any(map(str.isalnum, term.text)) and term.match.strip('"*') for term in terms)
    assert all(each.value.strip() for each in filters)


def at(*when: int, zone: str = "UTC") -> Millis:
    return from_datetime(datetime(*when, tzinfo=ZoneInfo(zone)))  # type: ignore[arg-type,misc]  # year, month, day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026", (2026, 1, 1)),
        ("2026-11", (2026, 11, 1)),
        ("2026-11-25", (2026, 11, 25)),
        ("2026-3-7", (2026, 3, 7)),
        (" 2026 ", (2026, 1, 1)),
        ("today", (2026, 11, 23)),
        ("Yesterday", (2026, 11, 22)),
        ("7d", (2026, 11, 16)),
        ("0d", (2026, 11, 23)),
        ("2w", (2026, 11, 9)),
        ("1m", (2026, 10, 23)),
        ("9m", (2026, 2, 23)),
        ("12m", (2025, 11, 23)),
        ("1y", (2025, 11, 23)),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"])
def test_a_day_begins_where_the_person_lives(value: str, day: tuple[int, int, int], zone: str) -> None:
    noon = from_datetime(datetime(2026, 11, 23, 12, tzinfo=ZoneInfo(zone)))
    year, month, of_month = day
    assert read_day(value, now=noon, zone=ZoneInfo(zone)) == at(year, month, of_month, zone=zone)


def test_a_month_ago_ends_where_that_month_ends() -> None:
    march = from_datetime(datetime(2026, 3, 31, 12, tzinfo=UTC))
    assert read_day("1m", now=march, zone=UTC) == at(2026, 2, 28)
    leap = from_datetime(datetime(2028, 2, 29, 12, tzinfo=UTC))
    assert read_day("1y", now=leap, zone=UTC) == at(2027, 2, 28)


def test_the_day_of_a_change_of_the_clock_begins_at_its_midnight() -> None:
    zone = ZoneInfo("Europe/Berlin")
    assert read_day("2026-10-26", now=MONDAY, zone=zone) == at(2026, 10, 25, 23)
    assert read_day("2026-10-25", now=MONDAY, zone=zone) == at(2026, 10, 24, 22)


@pytest.mark.parametrize(
    "value",
    ["", "noon", "2026-13", "2026-02-30", "0000", "26", "2026/11/25", "٢٠٢٦", "9999y", "99999d", "-1d", "2026-11-25-1"],
)
def test_what_is_no_day_is_none(value: str) -> None:
    assert read_day(value, now=MONDAY, zone=UTC) is None


@given(value=st.text(max_size=30), now=st.integers(-(10**14), 10**14))
@example(value="9999d", now=0)
@example(value="0001", now=0)
def test_any_value_is_a_day_or_none(value: str, now: int) -> None:
    """Without a zone this computer's is taken, whichever that is."""
    found = read_day(value, now=Millis(now))
    assert found is None or to_datetime(found).tzinfo is UTC
