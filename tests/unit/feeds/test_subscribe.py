"""Adding sources: one look, the right feed, nothing taken that nobody asked for; lists whole or not at all."""

from __future__ import annotations

import pytest

from caregiver_app.bootstrap.built_in import install_built_in
from caregiver_app.feeds.opml import read_opml
from caregiver_app.feeds.opml_writing import write_opml
from caregiver_app.feeds.subscribe import AddedSource, OpmlImport, add_source, import_subscriptions
from caregiver_app.model.errors import (
    AddressRefused,
    AddressTrouble,
    FeedError,
    FeedTrouble,
    WebError,
    WebTrouble,
)
from caregiver_app.model.source import SourceFormat, SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetched, FetchRequest
from tests.helpers.clock import MONDAY
from tests.helpers.http_server import Answer
from tests.helpers.syncing import Stage

LATER = Millis(MONDAY + 60_000)
FEED = b"""<rss version="2.0"><channel><title>Night news</title><link>https://www.example.org/</link>
<language>en-gb</language><item><title>One</title><guid>1</guid></item></channel></rss>"""


def page(*links: str) -> Answer:
    named = "".join(f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links)
    return Answer(
        body=f"<!DOCTYPE html><html><head>{named}</head><body>Hello</body></html>".encode(),
        headers={"Content-Type": "text/html"},
    )


def add(stage: Stage, typed: str, *, allow_private: bool = True, topics: tuple[str, ...] = ()) -> AddedSource:
    return add_source(
        stage.library,
        typed,
        fetcher=stage.client,
        parser=stage.parser,
        allow_private=allow_private,
        topics=topics,
        at=LATER,
    )


def take(stage: Stage, body: str, *, allow_private: bool = False) -> OpmlImport:
    found = read_opml(f'<opml version="2.0"><body>{body}</body></opml>'.encode())
    return import_subscriptions(stage.library, found, allow_private=allow_private, at=LATER)


def feed(url: str, title: str = "Listed") -> str:
    return f'<outline text="{title}" xmlUrl="{url}"/>'


class NoAnswer:
    """A door behind which nothing answers, for addresses on the public internet."""

    def __init__(self, trouble: WebTrouble) -> None:
        self._trouble = trouble
        self.asked: list[str] = []

    def fetch(self, request: FetchRequest) -> Fetched:
        self.asked.append(request.url)
        raise WebError(self._trouble, "example.org")

    def abort(self) -> None:
        """Nothing is ever under way."""

    def resume(self) -> None:
        """Nothing was aborted."""


def add_unanswered(stage: Stage, typed: str, door: NoAnswer) -> AddedSource:
    return add_source(stage.library, typed, fetcher=door, parser=stage.parser, agreed=True, at=LATER)


def test_a_feed_brings_its_own_name_and_is_on(stage: Stage) -> None:
    stage.server.answer("/feed.xml", Answer(body=FEED))
    added = add(stage, stage.server.url("/feed.xml"))
    assert (added.known, added.checked) == (False, True)
    source = added.source
    assert (source.title, source.homepage, source.language) == ("Night news", "https://www.example.org/", "en-gb")
    assert source.enabled
    assert source.allow_private
    assert len(stage.server.requests) == 1


def test_a_source_that_is_there_is_not_looked_at_again(stage: Stage) -> None:
    stage.server.answer("/feed.xml", Answer(body=FEED))
    first = add(stage, stage.server.url("/feed.xml"))
    second = add(stage, f"  {stage.server.url('/feed.xml')}#top")
    assert (second.known, second.source.id) == (True, first.source.id)
    assert len(stage.server.requests) == 1


def test_a_source_that_is_off_goes_on_when_it_is_added_by_name(stage: Stage) -> None:
    install_built_in(stage.library, at=MONDAY)
    there = next(source for source in stage.library.sources.list() if source.asks_first)
    added = add(stage, there.url, allow_private=False)
    assert added.known
    assert added.source.id == there.id
    assert added.source.enabled


def test_a_web_page_with_one_feed_is_enough(stage: Stage) -> None:
    stage.server.answer("/", page("/feed.xml"))
    stage.server.answer("/feed.xml", Answer(body=FEED))
    added = add(stage, stage.server.url("/"))
    assert added.source.url == stage.server.url("/feed.xml")
    assert added.checked


def test_a_web_page_with_several_feeds_offers_a_choice_and_adds_nothing(stage: Stage) -> None:
    stage.server.answer("/", page("/all.xml", "/news.xml"))
    stage.server.answer("/all.xml", Answer(body=FEED))
    stage.server.answer("/news.xml", Answer(body=FEED.replace(b"One", b"Other")))
    with pytest.raises(FeedError) as caught:
        add(stage, stage.server.url("/"))
    assert caught.value.links == (stage.server.url("/all.xml"), stage.server.url("/news.xml"))
    assert stage.library.sources.list() == ()


def test_a_web_page_that_leads_to_another_page_is_not_followed_further(stage: Stage) -> None:
    stage.server.answer("/", page("/feed.xml"))
    stage.server.answer("/feed.xml", page("/third.xml"))
    with pytest.raises(FeedError) as caught:
        add(stage, stage.server.url("/"))
    assert caught.value.kind is FeedTrouble.HTML
    assert stage.server.seen("/third.xml") == []


def test_what_was_allowed_for_one_place_does_not_open_another(stage: Stage) -> None:
    stage.server.answer("/", page(stage.server.url("/inside.xml", host="127.0.0.2")))
    stage.server.answer("/inside.xml", Answer(body=FEED))
    with pytest.raises((AddressRefused, FeedError)):
        add(stage, stage.server.url("/"))
    assert stage.server.seen("/inside.xml") == []
    assert stage.library.sources.list() == ()


def test_what_moved_for_good_is_kept_under_its_new_address(stage: Stage) -> None:
    stage.server.answer("/old.xml", Answer(status=301, headers={"Location": "/new.xml"}))
    stage.server.answer("/new.xml", Answer(body=FEED))
    assert add(stage, stage.server.url("/old.xml")).source.url == stage.server.url("/new.xml")
    assert add(stage, stage.server.url("/old.xml")).known


def test_what_moved_for_now_keeps_its_address(stage: Stage) -> None:
    stage.server.answer("/here.xml", Answer(status=302, headers={"Location": "/there.xml"}))
    stage.server.answer("/there.xml", Answer(body=FEED))
    assert add(stage, stage.server.url("/here.xml")).source.url == stage.server.url("/here.xml")


@pytest.mark.parametrize("body", [b"", b"just words", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_feed_is_not_added(stage: Stage, body: bytes) -> None:
    stage.server.answer("/x", Answer(body=body))
    with pytest.raises(FeedError):
        add(stage, stage.server.url("/x"))
    assert stage.library.sources.list() == ()


def test_a_private_address_is_refused_before_anybody_is_asked(stage: Stage) -> None:
    with pytest.raises(AddressRefused) as refused:
        add(stage, stage.server.url("/feed.xml"), allow_private=False)
    assert refused.value.kind is AddressTrouble.PRIVATE
    assert stage.server.requests == []


@pytest.mark.parametrize("trouble", [WebTrouble.OFFLINE, WebTrouble.STAY_OFFLINE])
@pytest.mark.parametrize(
    "typed", ["https://www.example.org/news/feed", "example.org/all.rss", "@carers@mastodon.social"]
)
def test_without_a_network_what_looks_like_a_feed_is_taken_unseen(
    stage: Stage, trouble: WebTrouble, typed: str
) -> None:
    added = add_unanswered(stage, typed, NoAnswer(trouble))
    assert not added.checked
    assert added.source.enabled
    assert added.source.last_checked_at is None


def test_without_a_network_a_web_page_is_not_taken(stage: Stage) -> None:
    with pytest.raises(WebError):
        add_unanswered(stage, "https://www.example.org/", NoAnswer(WebTrouble.OFFLINE))
    assert stage.library.sources.list() == ()


def test_plain_http_is_asked_for_in_its_secure_form_and_refused_without_one(stage: Stage) -> None:
    door = NoAnswer(WebTrouble.CONNECT)
    with pytest.raises(AddressRefused) as refused:
        add_unanswered(stage, "http://www.example.org/feed", door)
    assert refused.value.kind is AddressTrouble.INSECURE
    assert door.asked == ["https://www.example.org/feed", "https://example.org/feed"]


def test_a_dead_server_is_a_failure_and_no_source(stage: Stage) -> None:
    with pytest.raises(WebError):
        add_unanswered(stage, "https://www.example.org/feed", NoAnswer(WebTrouble.DNS))
    assert stage.library.sources.list() == ()


def test_social_and_video_sources_are_known_for_what_they_are(stage: Stage) -> None:
    offline = NoAnswer(WebTrouble.OFFLINE)
    assert add_unanswered(stage, "@who.int", offline).source.kind is SourceKind.SOCIAL
    channel = "https://www.youtube.com/channel/UC07-dOwgza1IguKA86jqxNA"
    video = add_unanswered(stage, channel, offline).source
    assert (video.kind, video.asks_first, video.enabled) == (SourceKind.VIDEO, True, True)


def test_topics_are_named_by_id_or_title_and_made_when_new(stage: Stage) -> None:
    install_built_in(stage.library, at=MONDAY)
    stage.server.answer("/feed.xml", Answer(body=FEED))
    added = add(stage, stage.server.url("/feed.xml"), topics=("HEART", "Cancer", " Our  street ", "our street"))
    assert set(added.source.topics) == {"heart", "cancer", "Our street"}


def test_a_list_is_taken_with_its_folders_and_without_a_connection(stage: Stage) -> None:
    done = take(
        stage,
        f'<outline text="Health"><outline text="Home">{feed("https://www.example.org/a")}</outline></outline>'
        f"{feed('http://www.example.org/b')}{feed('feed://www.example.org/c')}",
    )
    assert done == OpmlImport(added=3, known=0, refused=())
    sources = {source.url: source for source in stage.library.sources.list(enabled=True)}
    assert set(sources) == {f"https://www.example.org/{name}" for name in "abc"}
    assert set(sources["https://www.example.org/a"].topics) == {"Health", "Home"}
    assert not any(source.allow_private for source in sources.values())
    assert stage.server.requests == []


def test_what_may_not_be_taken_is_named_and_the_rest_is_taken(stage: Stage) -> None:
    body = feed("http://192.168.0.1/f", "Router") + feed("file:///etc/passwd", "File") + feed("https://example.org/f")
    done = take(stage, body)
    assert done.added == 1
    assert done.refused == (
        ("Router", "http://192.168.0.1/f", AddressTrouble.PRIVATE),
        ("File", "file:///etc/passwd", AddressTrouble.SCHEME),
    )


def test_leave_for_private_addresses_is_kept_only_where_it_is_needed(stage: Stage) -> None:
    take(stage, feed("http://192.168.0.1/f") + feed("https://example.org/f"), allow_private=True)
    assert {source.url: source.allow_private for source in stage.library.sources.list()} == {
        "http://192.168.0.1/f": True,
        "https://example.org/f": False,
    }


def test_the_same_list_again_changes_nothing_that_a_person_did(stage: Stage) -> None:
    body = feed("https://example.org/a", "A") + feed("https://example.org/b", "B")
    take(stage, body)
    first = stage.library.sources.by_url("https://example.org/a")
    assert first is not None
    stage.library.sources.set_title(first.id, "Mine")
    before = stage.library.sources.list()
    assert take(stage, body) == OpmlImport(added=0, known=2, refused=())
    assert stage.library.sources.list() == before


def test_a_written_list_brings_the_same_sources_to_another_library(stage: Stage) -> None:
    install_built_in(stage.library, at=MONDAY)
    stage.library.topics.choose(["heart", "scams"], at=MONDAY)
    on = stage.library.sources.list(enabled=True)
    written = write_opml(on, title="x", now=MONDAY)
    assert written.left_out == ()
    stage.library.topics.choose([], at=MONDAY)
    done = import_subscriptions(stage.library, read_opml(written.data), allow_private=False, at=LATER)
    feeds = [source for source in on if source.format is SourceFormat.FEED]
    assert len(written.pages) == len(on) - len(feeds)
    assert (done.added, done.known) == (0, len(feeds))
    assert {source.id for source in stage.library.sources.list(enabled=True)} == {source.id for source in feeds}


def test_hostile_names_make_no_hundreds_of_topics(stage: Stage) -> None:
    body = "".join(f'<outline text="t{n}">{feed(f"https://example.org/{n}")}</outline>' for n in range(300))
    assert take(stage, body).added == 300
    assert len(stage.library.topics.list()) == 200
