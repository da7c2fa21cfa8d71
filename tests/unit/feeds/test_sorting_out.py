"""A list is previewed without a change, and the same feed written in many ways is one feed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.feeds.known_sources import feed_key
from caregiver_app.feeds.opml import read_opml
from caregiver_app.feeds.sorting_out import OpmlPreview, Refused
from caregiver_app.feeds.subscribe import OpmlImport, import_subscriptions, preview_subscriptions
from caregiver_app.library.store import Library
from caregiver_app.model.errors import AddressTrouble
from caregiver_app.model.source import NewSource
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER, a_library

KEY = "k3JH28dkfjh2398dkjf23XQ"
WAYS = (
    "https://www.example.org/feed",
    "http://www.example.org/feed",
    "https://example.org/feed/",
    "feed://www.example.org/feed",
    "feed:https://EXAMPLE.org/feed#top",
    "https://www.example.org:443/feed?utm_source=x",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path)
    yield opened
    opened.close()


def outlines(*urls: str, folder: str = "") -> str:
    inner = "".join(f'<outline text="Feed {n}" xmlUrl="{url}"/>' for n, url in enumerate(urls))
    return f'<outline text="{folder}">{inner}</outline>' if folder else inner


def preview(library: Library, body: str) -> OpmlPreview:
    found = read_opml(f'<opml version="2.0"><head><title>Mine</title></head><body>{body}</body></opml>'.encode())
    return preview_subscriptions(library, found, allow_private=False)


def take(library: Library, body: str) -> OpmlImport:
    found = read_opml(f'<opml version="2.0"><body>{body}</body></opml>'.encode())
    return import_subscriptions(library, found, allow_private=False, at=LATER)


@pytest.mark.parametrize("way", WAYS)
def test_a_feed_has_one_key_however_it_is_written(way: str) -> None:
    assert feed_key(way) == feed_key(WAYS[0])


@pytest.mark.parametrize(
    "other", ["https://example.org/feed2", "https://sub.example.org/feed", "https://example.org/feed?page=2"]
)
def test_another_feed_has_another_key(other: str) -> None:
    assert feed_key(other) != feed_key(WAYS[0])


def test_the_same_feed_in_many_ways_is_taken_once(library: Library) -> None:
    assert len(preview(library, outlines(*WAYS)).new) == 1
    assert take(library, outlines(*WAYS)).added == 1
    assert [source.url for source in library.sources.list()] == [WAYS[0]]
    assert take(library, outlines(*reversed(WAYS))) == OpmlImport(added=0, known=len(WAYS), refused=())
    assert len(library.sources.list()) == 1


def test_a_preview_says_what_an_import_does_and_changes_nothing(library: Library) -> None:
    library.sources.add(NewSource(url="http://example.org/known/", title="Mine", allow_private=True), at=MONDAY)
    body = (
        outlines("https://www.example.org/new", f"https://example.org/feed?token={KEY}", folder="Health")
        + outlines("https://example.org/known", "http://192.168.0.1/feed", folder="health")
        + '<outline type="link" url="https://example.org/more.opml"/>'
    )
    before = library.sources.list()
    said = preview(library, body)
    assert library.sources.list() == before
    assert [feed.url for feed in said.new] == ["https://www.example.org/new", f"https://example.org/feed?token={KEY}"]
    assert [feed.url for feed in said.known] == ["https://example.org/known"]
    assert said.refused == (Refused(title="Feed 1", url="http://192.168.0.1/feed", trouble=AddressTrouble.PRIVATE),)
    assert (said.title, said.topics, said.damaged, said.private, said.lists) == ("Mine", ("Health",), False, 1, 1)
    done = take(library, body)
    assert (done.added, done.known, len(done.refused)) == (len(said.new), len(said.known), len(said.refused))


def test_a_known_source_that_is_off_goes_on_and_keeps_its_address(library: Library) -> None:
    source_id = library.sources.add(NewSource(url="https://example.org/feed", enabled=False), at=MONDAY)
    take(library, outlines("http://www.example.org/feed/", folder="Health"))
    source = library.sources.get(source_id)
    assert (source.enabled, source.url, source.topics) == (True, "https://example.org/feed", ("Health",))
    assert len(library.sources.list()) == 1


def test_a_topic_that_is_there_is_not_called_new(library: Library) -> None:
    take(library, outlines("https://example.org/a", folder="Health"))
    assert preview(library, outlines("https://example.org/b", folder="HEALTH")).topics == ()


def test_a_damaged_list_says_so(library: Library) -> None:
    assert preview(library, '<outline text="A & B" xmlUrl="https://example.org/a"/>').damaged


ACCOUNTS = (
    "https://www.youtube.com/feeds/videos.xml?channel_id=UC07-dOwgza1IguKA86jqxNA",
    "https://www.reddit.com/r/dementia/.rss",
    "https://bsky.app/profile/carers.example/rss",
    "https://mastodon.social/@carers.rss",
)
FEED = "https://www.example.org/feed"


def test_accounts_on_services_of_others_stay_off_and_are_counted(library: Library) -> None:
    said = preview(library, outlines(*ACCOUNTS, FEED))
    assert (len(said.new), said.accounts, said.left_off) == (5, 4, 4)
    done = take(library, outlines(*ACCOUNTS, FEED))
    assert (done.added, [source.url for source in done.left_off]) == (5, list(ACCOUNTS))
    assert [source.url for source in library.sources.list(enabled=True)] == [FEED]


def test_the_same_list_again_switches_no_account_on_and_leaves_on_what_a_person_chose(library: Library) -> None:
    first = take(library, outlines(*ACCOUNTS, FEED))
    library.sources.set_enabled(first.left_off[0].id, True)
    said = preview(library, outlines(*ACCOUNTS, FEED))
    assert (len(said.known), said.accounts, said.left_off) == (5, 0, 3)
    again = take(library, outlines(*ACCOUNTS, FEED))
    assert [source.url for source in again.left_off] == list(ACCOUNTS[1:])
    assert {source.url for source in library.sources.list(enabled=True)} == {ACCOUNTS[0], FEED}


def test_a_feed_that_is_off_goes_on_when_a_list_names_it(library: Library) -> None:
    take(library, outlines(FEED))
    (source,) = library.sources.list()
    library.sources.set_enabled(source.id, False)
    assert take(library, outlines(FEED)).left_off == ()
    assert library.sources.get(source.id).enabled
