"""All feeds there are: none crashes, hangs or loses a thing, and they say what other projects expect of them.

Scores are ratios of fields that are as expected, held by floors (tests/data/scores/feeds.json); a floor only rises.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from caregiver_app.feeds.parse import parse_feed
from caregiver_app.feeds.worker_messages import answer_of, result_from
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import FeedError, FeedTrouble
from tests.helpers.both_readers import both
from tests.helpers.corpora import find_corpora, zip_members
from tests.helpers.farm import running_farm
from tests.helpers.feed_expectations import Case, feed_rs_cases, feedparser_cases, gofeed_cases, rss_parser_cases
from tests.helpers.feed_scores import Score
from tests.helpers.parsing import a_job

SCORES = Path(__file__).resolve().parents[2] / "data" / "scores" / "feeds.json"
CORPORA = sorted(folder.name for folder in (find_corpora() or Path()).glob("feeds-*"))
STRICT_FLOOR = 0.65
SOURCES: dict[str, Callable[[], Iterator[Case]]] = {
    "feedparser": feedparser_cases,
    "gofeed": gofeed_cases,
    "rss-parser": rss_parser_cases,
    "feed-rs": feed_rs_cases,
}


def documents(*names: str) -> Iterator[tuple[str, bytes]]:
    """Yield the documents of corpora without the files that say what is expected of them."""
    for name in names:
        for member, body in zip_members(name):
            expected = member.endswith((".expected.json", ".serde.json")) or (
                name == "feeds-gofeed" and member.endswith(".json")
            )
            if not expected:
                yield f"{name}/{member}", body


def read_or_trouble(body: bytes) -> ParsedFeed | FeedError:
    try:
        return parse_feed(a_job(body))
    except FeedError as error:
        return error


@pytest.mark.parametrize("name", [*CORPORA, "faults"])
def test_every_document_ends_as_a_feed_or_as_a_named_trouble(name: str) -> None:
    for _, body in documents(name):
        result = read_or_trouble(body)
        if isinstance(result, FeedError):
            assert result.kind is not FeedTrouble.CRASHED
        else:
            assert result_from(answer_of(result)) == result  # so it is within all bounds, and safe


@pytest.mark.parametrize("name", [*CORPORA, "faults"])
def test_the_strict_reader_says_what_the_lenient_one_says(name: str) -> None:
    compared = {member: both(body) for member, body in documents(name)}
    assert [member for member, said in compared.items() if said is not None and said[0] != said[1]] == []


def test_the_strict_reader_reads_what_a_farm_of_feeds_serves() -> None:
    """All kinds of it, and strictly: the farm stands for what nearly all publishers send."""
    with running_farm(feeds=6, hosts=2, entries=30) as farm:
        said = [both(body) for body in farm.documents()]
    assert len(said) == 6
    assert all(each is not None and each[0] == each[1] for each in said)


def test_most_documents_of_the_wild_are_read_strictly() -> None:
    """A document that mentions bases, or that feedparser alone makes sense of, costs five times as much."""
    said = [both(body) for _, body in documents("feeds-real", "feeds-health", "feeds-huge")]
    assert sum(each is not None for each in said) >= STRICT_FLOOR * len(said)


@pytest.mark.parametrize("name", CORPORA)
def test_no_entry_of_a_whole_document_is_lost(name: str) -> None:
    """Counted by another hand: the items with words in them, of documents that are XML without any help."""
    lost = {}
    for member, body in documents(name):
        items = list(_items_with_words(body))
        result = read_or_trouble(body)
        if items and (isinstance(result, FeedError) or len(result.entries) + result.dropped < len(items)):
            lost[member] = result if isinstance(result, FeedError) else f"{len(result.entries)} of {len(items)}"
    assert lost == {}


def _items_with_words(body: bytes) -> Iterator[etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if etree.QName(root).localname in ("rss", "RDF", "feed"):
        for item in [*root.iterfind("{*}channel/{*}item"), *root.iterfind("{*}item"), *root.iterfind("{*}entry")]:
            titles = [re.sub("<[^>]*>?", "", title.text or "") for title in item.iterfind("{*}title")]
            links = [(link.text or "").strip() for link in item.iterfind("{*}link")]
            if any(map(str.strip, titles)) or any(link.startswith("http") for link in links):
                yield item


@pytest.mark.parametrize("name", CORPORA)
def test_reading_twice_gives_the_same_hashes_and_nothing_to_do(name: str) -> None:
    for _, body in documents(name):
        first = read_or_trouble(body)
        if isinstance(first, ParsedFeed):
            again = parse_feed(a_job(body, known=[entry.raw_hash for entry in first.entries]))
            assert [entry.raw_hash for entry in again.entries] == [entry.raw_hash for entry in first.entries]
            assert all(entry.text is None for entry in again.entries)


REAL = list(documents("feeds-real", "feeds-health", "feeds-cap"))


@given(st.sampled_from(REAL), st.floats(min_value=0, max_value=1))
def test_a_feed_cut_off_anywhere_gives_what_was_whole(document: tuple[str, bytes], share: float) -> None:
    _, body = document
    whole, cut = read_or_trouble(body), read_or_trouble(body[: int(len(body) * share)])
    if isinstance(whole, ParsedFeed) and isinstance(cut, ParsedFeed):
        assert len(cut.entries) <= len(whole.entries) or whole.damaged


@given(
    st.sampled_from(REAL), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8), st.integers(0, 8)), max_size=8)
)
def test_a_feed_with_damage_anywhere_ends_as_a_feed_or_as_a_named_trouble(
    document: tuple[str, bytes], damages: list[tuple[float, bytes, int]]
) -> None:
    _, body = document
    for where, put, cut in damages:
        at = int(len(body) * where)
        body = body[:at] + put + body[at + cut :]
    read_or_trouble(body)


@pytest.mark.parametrize("source", SOURCES)
def test_feeds_say_what_others_expect_of_them(source: str) -> None:
    floor = json.loads(SCORES.read_text("utf-8"))["floors"][source]
    score = Score().take(SOURCES[source]())
    right, asked = score.shares()["all"]
    assert asked
    assert right / asked >= floor, "\n".join(score.misses)
