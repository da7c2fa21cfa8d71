"""Which stored entry an entry of a document is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.identity import candidates_of, choose_identity, match_entries, same_title
from caregiver_app.library.entry_values import KnownEntry
from caregiver_app.model.entry import ParsedEntry
from caregiver_app.model.source import Identity
from tests.helpers.entries import an_entry, stored


def link_key_of(link: str) -> str:
    return link.removeprefix("https://").removeprefix("http://").rstrip("/")


def keys_of(*entries: ParsedEntry) -> list[str]:
    return [candidate.key for candidate in candidates_of(entries, link_key_of)]


def known_of(document: Sequence[ParsedEntry], identity: Identity | None = None) -> list[KnownEntry]:
    """Return a document's entries as they are stored."""
    return [
        stored(candidate.entry, key=candidate.key, item_id=n, link_key=candidate.link_key)
        for n, candidate in enumerate(candidates_of(document, link_key_of, identity))
    ]


def recognised(
    document: Sequence[ParsedEntry], known: Sequence[KnownEntry], identity: Identity | None = None
) -> list[int | None]:
    """Return the stored article that each entry of a document is."""
    matches = match_entries(candidates_of(document, link_key_of, identity), known)
    return [None if match.known is None else match.known.item_id for match in matches]


GUIDS = [an_entry(title=f"Page {n}", guid=f"g{n}", link=f"https://a.org/{n}") for n in range(6)]
LINKS = [an_entry(title=f"Page {n}", link=f"https://a.org/{n}") for n in range(6)]
ONE_LINK = [an_entry(title=f"Page {n}", link="https://a.org/") for n in range(6)]
ONE_GUID = [an_entry(title=f"Page {n}", guid="home", link=f"https://a.org/{n}") for n in range(6)]


@pytest.mark.parametrize(
    ("document", "identity"),
    [
        pytest.param(GUIDS, Identity.GUID, id="guids"),
        pytest.param(GUIDS[:3] + LINKS[3:], Identity.GUID, id="guids-of-half"),
        pytest.param(GUIDS[:2] + LINKS[2:], Identity.LINK, id="guids-of-few"),
        pytest.param(LINKS, Identity.LINK, id="links"),
        pytest.param(ONE_GUID, Identity.LINK, id="one-guid-for-all"),
        pytest.param(ONE_LINK, Identity.WORDS, id="one-link-for-all"),
        pytest.param([an_entry(title="Bare")], Identity.WORDS, id="neither"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_what_a_source_goes_by_is_chosen_by_what_tells_its_entries_apart(
    document: list[ParsedEntry], identity: Identity | None
) -> None:
    assert choose_identity(document) is identity


def test_a_source_that_goes_by_links_is_not_turned_over_by_guids_in_one_odd_document() -> None:
    known = known_of(LINKS, Identity.LINK)
    odd = [an_entry(title=f"Page {n}, changed", guid=f"odd{n}", link=f"https://a.org/{n}") for n in range(6)]
    assert recognised(odd, known, Identity.LINK) == [0, 1, 2, 3, 4, 5]


def test_a_source_that_goes_by_guids_is_not_turned_over_by_a_document_without_them() -> None:
    known = known_of(GUIDS, Identity.GUID)
    assert recognised(LINKS, known, Identity.GUID) == [0, 1, 2, 3, 4, 5]
    moved = [an_entry(title=f"Page {n}, changed", guid=f"g{n}", link=f"https://b.org/{n}") for n in range(6)]
    assert recognised(moved, known, Identity.GUID) == [0, 1, 2, 3, 4, 5]


def test_a_guid_that_comes_to_stand_twice_still_finds_its_entry_by_the_link() -> None:
    known = known_of([an_entry(title="One", guid="home", link="https://a.org/1")])
    twice = [
        an_entry(title="One, changed", guid="home", link="https://a.org/1"),
        an_entry(title="Two", guid="home", link="https://a.org/2"),
    ]
    assert recognised(twice, known) == [0, None]
    assert recognised([an_entry(title="One again", guid="home", link="https://a.org/1")], known_of(twice)) == [0]


def test_where_guids_were_reissued_a_changed_title_doubles_nothing_either() -> None:
    known = known_of(GUIDS)
    after = [an_entry(title=f"Page {n}", guid=f"new{n}", link=f"https://a.org/{n}") for n in range(5)]
    after.append(an_entry(title="Renamed", guid="new5", link="https://a.org/5"))
    assert recognised(after, known) == [0, 1, 2, 3, 4, 5]


def test_one_new_guid_under_an_old_link_is_another_article_where_the_others_kept_theirs() -> None:
    known = known_of(GUIDS)
    after = [*GUIDS[:5], an_entry(title="Something else", guid="new", link="https://a.org/5")]
    assert recognised(after, known) == [0, 1, 2, 3, 4, None]


def test_an_entry_that_the_last_document_held_comes_before_one_that_left_long_ago() -> None:
    entry = an_entry(title="One", guid="1")
    left = replace(stored(entry, key="a-left", item_id=1), in_feed=False)
    there = stored(entry, key="b-there", item_id=2)
    assert recognised([entry], [left, there]) == [2]


def test_an_entry_names_all_keys_that_only_it_could_go_by() -> None:
    (alone,) = candidates_of(GUIDS[:1], link_key_of, Identity.GUID)
    assert {"g:g0", "l:a.org/0"} <= set(alone.keys)
    shared, _ = candidates_of(ONE_GUID[:2], link_key_of, Identity.LINK)
    assert "g:home" not in shared.keys
    assert shared.key == "l:a.org/0"


def test_the_ladder_is_guid_then_link_then_words() -> None:
    by_guid, by_link, by_words = keys_of(
        an_entry(guid="7", link="https://a.org/7"),
        an_entry(title="Linked", link="https://a.org/8"),
        an_entry(title="Bare"),
    )
    assert by_guid == "g:7"
    assert by_link == "l:a.org/8"
    assert by_words.startswith("h:")


def test_an_entry_repeated_word_by_word_counts_once() -> None:
    assert len(keys_of(an_entry(guid="7"), an_entry(guid="7"))) == 1


def test_a_guid_that_stands_twice_counts_only_together_with_the_link() -> None:
    one, two = keys_of(
        an_entry(title="One", guid="home", link="https://a.org/1"),
        an_entry(title="Two", guid="home", link="https://a.org/2"),
    )
    assert one != two
    assert "home" in one
    assert "a.org/1" in one


def test_a_link_that_stands_twice_counts_only_together_with_the_words() -> None:
    one, two = keys_of(
        an_entry(title="One", link="https://a.org/alerts"), an_entry(title="Two", link="https://a.org/alerts")
    )
    assert one != two


def test_a_very_long_guid_is_kept_short() -> None:
    (key,) = keys_of(an_entry(guid="x" * 100_000))
    assert len(key) < 100


def test_http_and_https_and_a_closing_slash_are_the_same_link() -> None:
    before = an_entry(title="Falls", link="http://a.org/falls/")
    known = stored(before, key="l:a.org/falls", link_key="a.org/falls")
    (match,) = match_entries(
        candidates_of([an_entry(title="Falls now", link="https://a.org/falls")], link_key_of), [known]
    )
    assert match.known == known


def test_new_guids_for_the_same_links_and_titles_double_nothing() -> None:
    before = [an_entry(title=f"Page {n}", guid=f"old-{n}", link=f"https://a.org/{n}") for n in range(5)]
    known = [stored(entry, key=f"g:{entry.guid}", item_id=n, link_key=f"a.org/{n}") for n, entry in enumerate(before)]
    after = [an_entry(title=f"Page {n}", guid=f"new-{n}", link=f"https://a.org/{n}") for n in range(5)]
    matches = match_entries(candidates_of(after, link_key_of), known)
    assert [match.known and match.known.item_id for match in matches] == list(range(5))


def test_a_page_that_many_entries_point_to_does_not_make_them_one() -> None:
    known = stored(
        an_entry(title="Recall of pump A", guid="1", link="https://a.org/recalls"),
        key="g:1",
        link_key="a.org/recalls",
    )
    (match,) = match_entries(
        candidates_of([an_entry(title="Recall of bed B", guid="2", link="https://a.org/recalls")], link_key_of), [known]
    )
    assert match.known is None


def test_an_entry_known_by_its_words_needs_nothing_else() -> None:
    before = an_entry(guid="7")
    known = stored(before, key="g:7")
    (match,) = match_entries(candidates_of([an_entry(guid="7", known=True)], link_key_of), [known])
    assert match.known == known


def test_a_link_that_is_another_each_time_makes_nothing_new_where_words_tell_entries_apart() -> None:
    first, second = (
        [an_entry(title=f"Page {n}", link=f"https://a.org/?visit={visit}") for n in range(3)] for visit in range(2)
    )
    assert recognised(second, known_of(first, Identity.WORDS), Identity.WORDS) == [0, 1, 2]


def test_titles_are_compared_without_case_and_white_space() -> None:
    assert same_title("Falls  at night", "falls at\nNIGHT")
    assert not same_title("Falls at night", "Falls by day")


entries = st.lists(
    st.builds(
        an_entry,
        title=st.sampled_from(["One", "Two", "Three"]),
        text=st.sampled_from(["a", "b"]),
        guid=st.sampled_from([None, "1", "2", "3", "home"]),
        link=st.sampled_from([None, "https://a.org/1", "http://a.org/1/", "https://a.org/2"]),
    ),
    max_size=12,
)
identities = st.none() | st.sampled_from(Identity)


@given(entries, identities)
def test_no_two_entries_of_a_document_get_the_same_key(document: list[ParsedEntry], identity: Identity | None) -> None:
    keys = [candidate.key for candidate in candidates_of(document, link_key_of, identity)]
    assert len(keys) == len(set(keys))


@given(entries, entries, identities)
def test_no_stored_entry_is_given_away_twice(
    before: list[ParsedEntry], after: list[ParsedEntry], identity: Identity | None
) -> None:
    given_away = [item for item in recognised(after, known_of(before, identity), identity) if item is not None]
    assert len(given_away) == len(set(given_away))


@given(entries, entries, identities, st.randoms(use_true_random=False))
def test_neither_the_documents_order_nor_the_librarys_makes_a_difference(
    before: list[ParsedEntry], after: list[ParsedEntry], identity: Identity | None, chance: random.Random
) -> None:
    known = known_of(before, identity)

    def by_entry(document: Sequence[ParsedEntry], held: Sequence[KnownEntry]) -> dict[str, tuple[str, str | None]]:
        matches = match_entries(candidates_of(document, link_key_of, identity), held)
        return {
            match.candidate.entry.raw_hash: (
                match.candidate.key,
                None if match.known is None else match.known.entry_key,
            )
            for match in matches
        }

    mixed, turned = chance.sample(after, len(after)), chance.sample(known, len(known))
    assert by_entry(after, known) == by_entry(mixed, turned)


@given(entries, identities, identities)
def test_a_document_that_is_stored_is_recognised_whole_whatever_its_source_goes_by_later(
    document: list[ParsedEntry], before: Identity | None, after: Identity | None
) -> None:
    assert None not in recognised(document, known_of(document, before), after)


@given(entries, entries, identities)
def test_recognising_twice_finds_the_same(
    before: list[ParsedEntry], after: list[ParsedEntry], identity: Identity | None
) -> None:
    known = known_of(before, identity)
    assert recognised(after, known, identity) == recognised(after, known, identity)
    assert None not in recognised(after, known_of(after, identity), identity)
