"""Which addresses are one page, and whose word on a page counts for an item."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.library.trust_facts import ItemFacts
from caregiver_app.trust.pages import has_moved, is_about, is_same_page, page_key
from tests.helpers.appraisals import HARBOUR_HOST, NURSES, TODAY, a_statement, an_item

FALLS = f"https://{HARBOUR_HOST}/falls"
BESIDE = replace(a_statement(NURSES), tied=False)
WARNINGS = [replace(BESIDE, withdrawn_on=TODAY), replace(a_statement(NURSES, vetted=False), tied=False)]


def test_which_addresses_are_one_page() -> None:
    same = {
        f"http://www.{HARBOUR_HOST}/falls/?utm_source=x",
        f"{FALLS}#at-night",
        f"{FALLS}#:~:text=my%20mother",
        f"{FALLS}#/",
        f"{FALLS}#!",
    }
    other = {
        f"{FALLS}2",
        f"{FALLS}?page=2",
        f"{FALLS}#/cure",
        f"{FALLS}#!cure",
        f"https://{HARBOUR_HOST}.example.net/falls",
        f"https://{HARBOUR_HOST}:8443/falls",
        f"https://sub.{HARBOUR_HOST}/falls",
        "",
    }
    found = {address for address in same | other if is_same_page(address, FALLS)}
    assert found == same


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_a_key_and_is_its_own_page(one: str, other: str) -> None:
    address = f"https://example.org/{one}#{other}"
    assert is_same_page(address, address)
    assert is_same_page(one, other) == is_same_page(other, one)
    assert page_key(one) == page_key(one)


def item_at(
    url: str | None, *, text_url: str | None = None, source: str | None = None, listed: bool = False
) -> ItemFacts:
    return replace(an_item(), url=url, text_url=text_url, source_url=source, listed_source=listed)


def test_an_item_moved_where_it_or_the_article_it_shows_lies_elsewhere() -> None:
    statement = a_statement()
    assert not has_moved(item_at(FALLS), statement)
    assert not has_moved(item_at(FALLS, text_url=f"{FALLS}?utm_source=x"), statement)
    for moved in (
        item_at(f"{FALLS}2"),
        item_at(None),
        item_at(FALLS, text_url=f"{FALLS}2"),
        item_at(FALLS, text_url=""),
    ):
        assert has_moved(moved, statement)
    assert not has_moved(item_at(None), replace(statement, address=""))
    assert has_moved(item_at(FALLS), replace(statement, address=""))


@pytest.mark.parametrize(
    ("source", "listed", "on_site", "counts"),
    [
        (None, False, None, True),
        ("https://stranger.example.net/feed", False, None, False),
        ("https://stranger.example.net/feed", True, False, False),
        ("https://stranger.example.net/feed", True, True, True),
        ("https://stranger.example.net/feed", False, True, False),
        (f"https://feeds.{HARBOUR_HOST}/news", False, None, True),
        (f"https://{HARBOUR_HOST}.example.net/feed", False, None, False),
        ("https://co.uk/feed", False, None, False),
        ("", False, None, False),
    ],
    ids=["link", "stranger", "elsewhere", "listed", "taken-over", "same-site", "look-alike", "suffix", "nothing"],
)
def test_a_check_of_a_page_counts_for_what_its_own_site_brings(
    source: str | None, listed: bool, on_site: bool | None, counts: bool
) -> None:
    item = item_at(FALLS, source=source, listed=listed)
    assert is_about(item, BESIDE, on_site=on_site) is counts
    assert is_about(item, replace(BESIDE, tied=True), on_site=on_site)
    assert all(is_about(item, warning, on_site=on_site) for warning in WARNINGS)


def test_a_check_of_another_page_with_the_same_key_counts_for_nothing_but_a_warning() -> None:
    item = item_at(f"{FALLS}#/cure")
    assert not is_about(item, BESIDE, on_site=True)
    assert all(is_about(item, warning, on_site=True) for warning in WARNINGS)


def test_where_many_publish_under_one_name_no_feed_speaks_for_another() -> None:
    for address, source, counts in (
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/feeds/videos.xml", False),
        ("https://good.substack.com/p/x", "https://evil.substack.com/feed", False),
        ("https://good.substack.com/p/x", "https://good.substack.com/feed", True),
        ("https://good.github.io/x", "https://evil.github.io/feed", False),
    ):
        theirs = replace(BESIDE, address=address)
        assert is_about(item_at(address, source=source), theirs, on_site=None) is counts, source
