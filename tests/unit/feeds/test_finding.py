"""A site is searched in few requests: what it names is fetched, read and ranked; what leads nowhere is not offered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from caregiver_app.feeds.candidates import Candidate, Rank, rank_of
from caregiver_app.feeds.finding import MAX_REQUESTS, USUAL_PLACES
from caregiver_app.feeds.looking import find_sources
from caregiver_app.feeds.subscribe import AddedSource, add_source
from caregiver_app.model.errors import FeedError, FeedTrouble, WebError, WebTrouble
from caregiver_app.model.source import NewSource, SourceFormat, SourceKind, Validators
from caregiver_app.model.time import from_datetime
from caregiver_app.model.web import Fetched, FetchRequest
from caregiver_app.web.addresses import parse_address
from tests.helpers.clock import MONDAY
from tests.helpers.feed_documents import rss
from tests.helpers.http_server import Answer
from tests.helpers.syncing import Stage

ARTICLE = "<p>" + "Sleep matters to whoever looks after somebody at night. " * 40 + "</p>"


def feed(title: str = "News", items: int = 2) -> bytes:
    inner = "".join(
        f"<item><title>{title} {n}</title><link>https://www.health.org/{title}/{n}</link><guid>{title}{n}</guid>"
        f"<pubDate>Mon, {n + 2:02} Nov 2026 08:00:00 GMT</pubDate></item>"
        for n in range(items)
    )
    return (
        f'<rss version="2.0"><channel><title>{title}</title><language>en</language>{inner}</channel></rss>'
    ).encode()


def page(*links: str, canonical: str = "", body: str = ARTICLE) -> Answer:
    named = "".join(f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links)
    named += f'<link rel="canonical" href="{canonical}">' if canonical else ""
    html = f"<!DOCTYPE html><html><head><title>Nights</title>{named}</head><body><h1>Nights</h1>{body}</body></html>"
    return Answer(body=html.encode(), headers={"Content-Type": "text/html"})


class Net:
    """A door to a few public addresses, by their whole text; everything else is not there."""

    def __init__(self, places: Mapping[str, Answer | WebTrouble]) -> None:
        self._places = places
        self.asked: list[str] = []

    def fetch(self, request: FetchRequest) -> Fetched:
        self.asked.append(request.url)
        answer = self._places.get(request.url, Answer(status=404))
        if isinstance(answer, WebTrouble):
            raise WebError(answer, parse_address(request.url).host)
        if answer.status != 200:
            raise WebError(WebTrouble.STATUS, parse_address(request.url).host, answer.status)
        headers = {name.lower(): value for name, value in dict(answer.headers).items()}
        return Fetched(
            status=200,
            url=request.url,
            moved_to=None,
            headers=headers,
            body=answer.body,
            validators=Validators(),
            max_age_s=None,
        )

    def abort(self) -> None:
        """Nothing is ever under way."""

    def resume(self) -> None:
        """Nothing was aborted."""


SITE = "https://www.health.org"


def find(stage: Stage, net: Net, typed: str = SITE) -> tuple[Candidate, ...]:
    return find_sources(stage.library, typed, fetcher=net, parser=stage.parser, at=MONDAY)


def add(stage: Stage, net: Net, typed: str = SITE, *, agreed: bool = False) -> AddedSource:
    return add_source(stage.library, typed, fetcher=net, parser=stage.parser, agreed=agreed, at=MONDAY)


def paths(candidates: tuple[Candidate, ...]) -> list[str]:
    return [candidate.url.removeprefix(SITE) for candidate in candidates]


def test_a_feed_is_its_own_only_candidate(stage: Stage) -> None:
    net = Net({f"{SITE}/feed": Answer(body=feed(items=3))})
    (only,) = find(stage, net, f"{SITE}/feed")
    assert (only.url, only.title, only.entries, only.language) == (f"{SITE}/feed", "News", 3, "en")
    assert (only.format, only.rank, only.checked, only.known) == (SourceFormat.FEED, Rank.WHOLE, True, None)
    assert only.newest_at == from_datetime(datetime(2026, 11, 4, 8, tzinfo=UTC))
    assert stage.library.sources.list() == ()


def test_declared_feeds_are_checked_and_dead_ones_are_not_offered(stage: Stage) -> None:
    net = Net(
        {
            f"{SITE}/": page("/a.xml", "/dead.xml", "/page.html", "/b.xml"),
            f"{SITE}/a.xml": Answer(body=feed("A")),
            f"{SITE}/page.html": page("/c.xml"),
            f"{SITE}/b.xml": Answer(body=feed("B")),
        }
    )
    assert paths(find(stage, net)) == ["/a.xml", "/b.xml"]
    assert f"{SITE}/c.xml" not in net.asked


def test_feeds_of_comments_and_categories_come_last_and_are_never_taken_by_themselves(stage: Stage) -> None:
    net = Net(
        {
            f"{SITE}/": page("/comments/feed/", "/category/sleep/feed/", "/feed/", "/x.xml"),
            f"{SITE}/comments/feed/": Answer(body=feed("Comments")),
            f"{SITE}/category/sleep/feed/": Answer(body=feed("Sleep")),
            f"{SITE}/feed/": Answer(body=feed("All")),
            f"{SITE}/x.xml": Answer(body=feed("Comments on: Nights")),
        }
    )
    found = find(stage, net)
    assert paths(found) == ["/feed/", "/category/sleep/feed/", "/comments/feed/", "/x.xml"] or paths(found) == [
        "/feed/",
        "/category/sleep/feed/",
        "/x.xml",
        "/comments/feed/",
    ]
    assert [candidate.rank for candidate in found] == [Rank.WHOLE, Rank.PART, Rank.COMMENTS, Rank.COMMENTS]
    assert add(stage, net).source.url == f"{SITE}/feed/"


def test_the_feed_of_the_part_that_was_typed_is_no_lesser_one() -> None:
    typed = parse_address(f"{SITE}/category/sleep/")
    assert rank_of(f"{SITE}/category/sleep/feed/", "", typed=typed) is Rank.WHOLE
    assert rank_of(f"{SITE}/category/heart/feed/", "", typed=typed) is Rank.PART


def test_the_same_entries_in_another_format_are_offered_once(stage: Stage) -> None:
    net = Net(
        {
            f"{SITE}/": page("/atom.xml", "/rss.xml"),
            f"{SITE}/atom.xml": Answer(body=feed("A")),
            f"{SITE}/rss.xml": Answer(body=feed("A")),
        }
    )
    assert paths(find(stage, net)) == ["/atom.xml"]
    assert add(stage, net).source.url == f"{SITE}/atom.xml"


def test_several_feeds_are_a_choice_and_nothing_is_added(stage: Stage) -> None:
    net = Net(
        {
            f"{SITE}/": page("/a.xml", "/b.xml"),
            f"{SITE}/a.xml": Answer(body=feed("A")),
            f"{SITE}/b.xml": Answer(body=feed("B")),
        }
    )
    with pytest.raises(FeedError) as caught:
        add(stage, net)
    assert caught.value.links == (f"{SITE}/a.xml", f"{SITE}/b.xml")
    assert stage.library.sources.list() == ()


@pytest.mark.parametrize("place", USUAL_PLACES[:5])
def test_a_feed_at_a_usual_place_is_found_and_ends_the_search(stage: Stage, place: str) -> None:
    net = Net({f"{SITE}/": page(), f"{SITE}{place}": Answer(body=feed())})
    assert paths(find(stage, net)) == [place]
    assert net.asked[-1] == f"{SITE}{place}"
    assert add(stage, net).source.homepage == f"{SITE}/"


def test_a_page_deep_in_a_site_leads_to_what_the_front_page_names(stage: Stage) -> None:
    net = Net(
        {
            f"{SITE}/advice/nights": page(),
            f"{SITE}/": page("/news.rss"),
            f"{SITE}/news.rss": Answer(body=feed()),
        }
    )
    assert paths(find(stage, net, f"{SITE}/advice/nights")) == ["/news.rss"]


def test_a_page_that_belongs_elsewhere_is_looked_for_there(stage: Stage) -> None:
    home = "https://www.clinic.org"
    net = Net(
        {
            f"{SITE}/": page(canonical=f"{home}/start"),
            f"{home}/start": page("/feed.rss"),
            f"{home}/feed.rss": Answer(body=feed()),
        }
    )
    assert [candidate.url for candidate in find(stage, net)] == [f"{home}/feed.rss"]


@pytest.mark.parametrize(
    ("typed", "other"), [("https://health.org/", "https://www.health.org/"), ("www.health.org", "https://health.org/")]
)
def test_a_name_that_is_not_there_is_tried_with_and_without_www(stage: Stage, typed: str, other: str) -> None:
    net = Net({f"https://{typed.removeprefix('https://').rstrip('/')}/": WebTrouble.DNS, other: Answer(body=feed())})
    assert [candidate.url for candidate in find(stage, net, typed)] == [other]


def test_a_site_that_is_not_there_at_all_says_so_of_the_name_that_was_typed(stage: Stage) -> None:
    net = Net({"https://health.org/": WebTrouble.DNS, "https://www.health.org/": WebTrouble.CONNECT})
    with pytest.raises(WebError) as caught:
        find(stage, net, "health.org")
    assert (caught.value.kind, caught.value.host) == (WebTrouble.DNS, "health.org")


def test_without_a_feed_the_page_itself_can_be_watched(stage: Stage) -> None:
    net = Net({f"{SITE}/": page()})
    (only,) = find(stage, net)
    assert (only.url, only.title, only.format, only.rank) == (f"{SITE}/", "Nights", SourceFormat.PAGE, Rank.PAGE)
    with pytest.raises(FeedError) as caught:
        add(stage, net)
    assert (caught.value.kind, caught.value.links) == (FeedTrouble.HTML, ())


def test_a_page_without_text_is_nothing_to_watch(stage: Stage) -> None:
    with pytest.raises(FeedError):
        find(stage, Net({f"{SITE}/": page(body="")}))


def test_a_search_asks_few_times_whatever_a_page_names(stage: Stage) -> None:
    links = [f"/{n}.xml" for n in range(40)]
    places = {f"{SITE}{link}": Answer(body=feed(link.strip("/."))) for link in links}
    net = Net({f"{SITE}/": page(*links), **places})
    found = find(stage, net)
    assert len(net.asked) == MAX_REQUESTS
    assert [candidate.checked for candidate in found] == [True] * (MAX_REQUESTS - 1) + [False] * (41 - MAX_REQUESTS)
    nothing = Net({f"{SITE}/a/b": page(*links)})
    find(stage, nothing, f"{SITE}/a/b")
    assert len(nothing.asked) == MAX_REQUESTS
    assert len(set(nothing.asked)) == MAX_REQUESTS


@pytest.mark.parametrize("trouble", [WebTrouble.PAUSED, WebTrouble.OFFLINE])
def test_a_search_ends_where_a_host_asks_for_rest_or_the_network_goes(stage: Stage, trouble: WebTrouble) -> None:
    net = Net({f"{SITE}/": page("/a.xml", "/b.xml"), f"{SITE}/a.xml": trouble})
    found = find(stage, net)
    assert net.asked == [f"{SITE}/", f"{SITE}/a.xml"]
    assert [(candidate.url, candidate.checked) for candidate in found] == [(f"{SITE}/b.xml", False)]
    with pytest.raises(FeedError) as caught:
        add(stage, net)
    assert caught.value.links == (f"{SITE}/b.xml",)


def test_what_a_page_names_at_home_is_not_asked(stage: Stage) -> None:
    net = Net({f"{SITE}/": page("http://192.168.0.1/feed", "http://nas/feed", "http://localhost/feed")})
    find(stage, net)
    assert all(address.startswith(SITE) for address in net.asked)


def test_a_candidate_that_is_a_source_already_is_named(stage: Stage) -> None:
    there = stage.library.sources.add(NewSource(url="http://health.org/feed/", allow_private=True), at=MONDAY)
    net = Net({f"{SITE}/": page("/feed"), f"{SITE}/feed": Answer(body=feed())})
    (only,) = find(stage, net)
    assert only.known == there
    assert add(stage, net).source.id == there


def test_a_feed_through_the_real_door_is_read(stage: Stage) -> None:
    stage.server.answer("/", page("/feed.xml"))
    stage.server.answer("/feed.xml", Answer(body=rss()))
    found = find_sources(
        stage.library,
        stage.server.url("/"),
        fetcher=stage.client,
        parser=stage.parser,
        allow_private=True,
        at=MONDAY,
    )
    assert [(candidate.title, candidate.allow_private) for candidate in found] == [("Night news", True)]


@pytest.mark.parametrize("path", ["/@who", "/c/who", "/@who/videos", "/who"])
def test_a_channel_whose_id_is_not_in_its_address_is_found_by_its_page_after_a_yes(stage: Stage, path: str) -> None:
    """A handle can come to lead to another channel: what is kept is the feed of its id."""
    videos = "https://www.youtube.com/feeds/videos.xml?channel_id=UC07-dOwgza1IguKA86jqxNA"
    net = Net({f"https://www.youtube.com{path}": page(videos), videos: Answer(body=feed("WHO"))})
    (only,) = find(stage, net, f"https://www.youtube.com{path}")
    assert (only.url, only.kind, only.checked) == (f"https://www.youtube.com{path}", SourceKind.VIDEO, False)
    assert only.disclosure is not None
    assert only.disclosure.operator == "Google"
    assert net.asked == []
    source = add(stage, net, f"https://www.youtube.com{path}", agreed=True).source
    assert (source.url, source.asks_first, source.enabled) == (videos, True, True)
    assert source.homepage == f"https://www.youtube.com{path}"


@pytest.mark.parametrize("typed", ["https://social.clinic.org/@night", "social.clinic.org/@night"])
def test_a_profile_on_any_server_is_asked_after_a_yes_and_leads_to_its_feed(stage: Stage, typed: str) -> None:
    account = "https://social.clinic.org/@night"
    net = Net({account: page("/@night.rss"), f"{account}.rss": Answer(body=feed("Night"))})
    (only,) = find(stage, net, typed)
    assert (only.kind, only.format, only.checked) == (SourceKind.SOCIAL, SourceFormat.FEED, False)
    assert only.disclosure is not None
    assert only.disclosure.host == "social.clinic.org"
    assert net.asked == []
    source = add(stage, net, only.url, agreed=True).source
    assert (source.url, source.asks_first, source.enabled) == (f"{account}.rss", True, True)
    assert net.asked == [account, f"{account}.rss"]


def test_an_account_is_asked_for_its_feed_alone_and_after_a_yes(stage: Stage) -> None:
    posts = "https://mastodon.social/@CarersUK.rss"
    net = Net({posts: Answer(body=feed("Carers"))})
    (only,) = find(stage, net, "@CarersUK@mastodon.social")
    assert (only.url, only.homepage) == (posts, "https://mastodon.social/@CarersUK")
    assert net.asked == []
    assert add(stage, net, "@CarersUK@mastodon.social", agreed=True).source.title == "Carers"
    assert net.asked == [posts]


def test_accounts_beside_the_feed_of_a_site_are_offered_and_take_no_room(stage: Stage) -> None:
    accounts = [f"http://www.youtube.com/feeds/videos.xml?user=clinic{number}" for number in range(MAX_REQUESTS)]
    net = Net({f"{SITE}/": page(*accounts, "/feed.xml"), f"{SITE}/feed.xml": Answer(body=feed("Own"))})
    own, *others = find(stage, net)
    assert (own.url, own.checked) == (f"{SITE}/feed.xml", True)
    assert [each.url for each in others] == [account.replace("http:", "https:") for account in accounts]
    assert not any(each.checked for each in others)
    assert net.asked == [f"{SITE}/", f"{SITE}/feed.xml"]


def test_a_page_that_says_it_belongs_to_a_service_of_accounts_asks_nobody_there(stage: Stage) -> None:
    net = Net({f"{SITE}/a": page(canonical="https://www.reddit.com/r/nights/")})
    (only,) = find(stage, net, f"{SITE}/a")
    assert only.format is SourceFormat.PAGE
    assert all(address.startswith(SITE) for address in net.asked)
