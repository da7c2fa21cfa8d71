"""Which stored entry an entry of a document is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.identity import candidates_of, match_entries, same_title
from caregiver_app.model.entry import ParsedEntry
from tests.helpers.entries import an_entry, stored


def link_key_of(link: str) -> str:
    return link.removeprefix("https://").removeprefix("http://").rstrip("/")


def keys_of(*entries: ParsedEntry) -> list[str]:
    return [candidate.key for candidate in candidates_of(entries, link_key_of)]


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


@given(entries)
def test_no_two_entries_of_a_document_get_the_same_key(document: list[ParsedEntry]) -> None:
    keys = keys_of(*document)
    assert len(keys) == len(set(keys))


@given(entries, entries)
def test_no_stored_entry_is_given_away_twice(before: list[ParsedEntry], after: list[ParsedEntry]) -> None:
    known = [
        stored(candidate.entry, key=candidate.key, item_id=n, link_key=candidate.link_key)
        for n, candidate in enumerate(candidates_of(before, link_key_of))
    ]
    given_away = [m.known.item_id for m in match_entries(candidates_of(after, link_key_of), known) if m.known]
    assert len(given_away) == len(set(given_away))


@given(entries)
def test_the_same_document_in_any_order_is_recognised_whole(document: list[ParsedEntry]) -> None:
    candidates = candidates_of(document, link_key_of)
    known = [
        stored(candidate.entry, key=candidate.key, item_id=n, link_key=candidate.link_key)
        for n, candidate in enumerate(candidates)
    ]
    again = sorted(document, key=lambda entry: entry.raw_hash)
    assert all(match.known is not None for match in match_entries(candidates_of(again, link_key_of), known))
