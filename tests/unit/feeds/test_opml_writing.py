"""A written list says the same to other readers, the same every time, and never what is private."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from caregiver_app.feeds.opml import read_opml
from caregiver_app.feeds.opml_writing import write_opml
from caregiver_app.model.source import Source, SourceFormat
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.made_sources import a_source

TITLES = st.text(max_size=60)
TOPICS = st.lists(st.sampled_from(["dementia", "heart", "A & B", 'quo"te', "<b>", "café"]), unique=True, max_size=3)
SOURCES = st.lists(
    st.builds(
        lambda number, title, topics, language: a_source(
            number,
            url=f"https://example.org/feed/{number}?a=1&b='2'",
            title=title,
            topics=tuple(sorted(topics)),
            homepage=f"https://example.org/{number}",
            language=language,
        ),
        st.integers(1, 9999),
        TITLES,
        TOPICS,
        st.sampled_from(["", "en", "es"]),
    ),
    unique_by=lambda source: source.id,
    max_size=8,
)


def written(sources: list[Source], *, at: Millis = MONDAY) -> bytes:
    return write_opml(sources, title="Our feeds", now=at).data


@given(SOURCES)
def test_what_is_written_is_read_again_without_mending(sources: list[Source]) -> None:
    found = read_opml(written(sources))
    assert not found.damaged
    assert found.title == "Our feeds"
    assert {feed.url: (feed.homepage, feed.language, tuple(sorted(feed.topics))) for feed in found.feeds} == {
        source.url: (source.homepage, source.language, source.topics) for source in sources
    }
    titles = {feed.url: feed.title for feed in found.feeds}
    for source in sources:
        if source.title.isprintable() and source.title.strip():
            assert titles[source.url] == " ".join(source.title.split())


@given(SOURCES, st.randoms())
def test_the_same_sources_give_the_same_bytes_in_any_order_all_day(
    sources: list[Source], chance: random.Random
) -> None:
    shuffled = list(sources)
    chance.shuffle(shuffled)
    assert written(shuffled, at=Millis(MONDAY + 3_600_000)) == written(sources)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/feed?token=abc123",
        "https://example.org/rss/3f2a9c01b7d84e56a1b2",
        "https://anna:pw@example.org/feed",
        "http://localhost:8080/feed",
        "http://192.168.1.5/feed",
        "http://0x7f.1/feed",
        "http://[fd00::1]/feed",
        "http://nas/feed",
        "http://nas.local/feed",
        "http://tv.fritz.internal/feed",
        "file:///home/anna/feed.xml",
    ],
)
def test_private_addresses_stay_here_and_are_counted(url: str) -> None:
    made = write_opml([a_source(7, url=url), a_source(8)], title="x", now=MONDAY)
    assert (made.written, made.left_out) == (1, (7,))
    assert url.encode() not in made.data


def test_a_title_or_a_folder_that_is_a_private_address_is_masked() -> None:
    """A list gave the address as title; the publisher has moved to a public one since."""
    old = "https://example.org/feed?token=3f2a9c01b7d84e56"
    made = write_opml([a_source(7, title=old, topics=("t",))], title="x", now=MONDAY, topic_titles={"t": f"From {old}"})
    assert made.written == 1
    assert b"3f2a9c01b7d84e56" not in made.data
    assert b"https://example.org/feed?token=***" in made.data


def test_watched_pages_are_no_feeds_for_others() -> None:
    made = write_opml([a_source(7, format=SourceFormat.PAGE)], title="x", now=MONDAY)
    assert (made.written, made.left_out, made.pages) == (0, (), (7,))


def test_a_private_home_page_is_dropped_and_its_feed_stays() -> None:
    made = write_opml([a_source(homepage="https://example.org/?key=3f2a9c01b7d84e56")], title="x", now=MONDAY)
    assert made.written == 1
    assert b"htmlUrl" not in made.data


def test_folders_have_the_names_that_people_know() -> None:
    made = write_opml(
        [a_source(topics=("heart", "mine"))], title="x", now=MONDAY, topic_titles={"heart": "Corazón & más"}
    )
    assert read_opml(made.data).feeds[0].topics == ("Corazón & más", "mine")


def test_a_topic_without_a_readable_name_loses_no_source() -> None:
    made = write_opml([a_source(topics=("\x01 ",))], title="x", now=MONDAY)
    assert (made.written, len(read_opml(made.data).feeds)) == (1, 1)


def test_a_list_names_nobody_and_no_time_of_day() -> None:
    head = etree.fromstring(written([a_source()])).find("head")
    assert head is not None
    assert {str(part.tag): part.text for part in head} == {
        "title": "Our feeds",
        "dateCreated": "Mon, 23 Nov 2026 00:00:00 GMT",
    }
