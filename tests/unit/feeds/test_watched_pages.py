"""Pages watched as sources: one article each, revisions for real changes, trouble for pages that lost their text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.feeds.lost_text import has_lost_its_text
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.feeds.watched_pages import is_same_domain
from caregiver_app.feeds.watching import watch_page
from caregiver_app.model.article import Article
from caregiver_app.model.errors import AddressRefused, AddressTrouble, FeedError, FeedTrouble, WebError, WebTrouble
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import Source, SourceFormat, SourceId, SourceState
from caregiver_app.model.sync import SourceResult, SyncState
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.model.web import Why
from caregiver_app.trust.finding import look_at
from tests.helpers.http_server import Answer, Script, conditional
from tests.helpers.keeping import (
    CLINIC,
    PICTURES,
    STRANGER,
    KeepingStage,
    a_keeping_stage,
    a_picture,
    html_answer,
    long_page,
    page,
)
from tests.helpers.tls import Authority

DAY_S = 24 * 3600


@pytest.fixture
def stage(tmp_path: Path, parser: ParserPool, authority: Authority) -> Iterator[KeepingStage]:
    with a_keeping_stage(tmp_path, parser, authority) as ready:
        yield ready


def watched(stage: KeepingStage, script: Script, *, full_text: bool | None = None) -> SourceId:
    stage.answer("/falls", script)
    return stage.add("/falls", format=SourceFormat.PAGE, full_text=full_text)


def sync_once(stage: KeepingStage) -> SourceResult:
    (result,) = stage.sync().results
    return result


def articles(stage: KeepingStage) -> list[Article]:
    rows = stage.library.articles.page(ArticleQuery(), limit=10).rows
    return [stage.shown(row.id) for row in rows]


def test_a_page_is_one_article_with_its_main_text(stage: KeepingStage) -> None:
    watched(stage, html_answer(long_page()))
    result = sync_once(stage)
    (article,) = articles(stage)
    assert (result.state, result.new) == (SyncState.OK, 1)
    assert (article.row.title, article.row.url) == ("Falls at night", stage.url("/falls"))
    assert "Ask for a rail by the stairs." in article.text
    assert "Contact us" not in article.text
    assert article.row.language == "en"
    assert [line.why for line in stage.library.ledger.list()] == [Why.UPDATE]


def test_a_check_of_a_watched_page_is_told_of_advertisers_that_only_its_scripts_call(stage: KeepingStage) -> None:
    called = [f"<script src='https://{host}/a.js'></script>" for host in ("cdn.taboola.com", "ad.doubleclick.net")]
    source = watched(stage, [html_answer(long_page(inside=each, last=f"Rail {n}.")) for n, each in enumerate(called)])
    told = []
    for _ in called:
        sync_once(stage)
        stage.clock.advance(DAY_S)
        look = look_at(stage.library, Subject(kind=SubjectKind.PAGE, id=source), on=date(2026, 11, 23))
        told.append(look.found.advertising)
    assert told == [("cdn.taboola.com",), ("ad.doubleclick.net",)]
    assert stage.asked_hosts() == {CLINIC}


def test_a_real_change_is_a_revision_and_the_same_article(stage: KeepingStage) -> None:
    watched(stage, [html_answer(long_page()), html_answer(long_page(last="Ask for two rails."))])
    sync_once(stage)
    stage.clock.advance(DAY_S)
    result = sync_once(stage)
    (article,) = articles(stage)
    assert (result.new, result.changed) == (0, 1)
    assert "Ask for two rails." in article.text
    (revision,) = article.revisions
    assert "Ask for a rail by the stairs." in revision.text


def test_what_changes_around_the_text_changes_nothing(stage: KeepingStage) -> None:
    other_menu = long_page().replace(b"A to Z", b"Topics").replace(b"Contact us", b"Served in 12 ms")
    watched(stage, [html_answer(long_page()), html_answer(other_menu)])
    sync_once(stage)
    result = sync_once(stage)
    assert (result.state, result.changed) == (SyncState.OK, 0)
    assert articles(stage)[0].revisions == ()


def test_a_new_title_is_a_change_and_no_second_article(stage: KeepingStage) -> None:
    watched(stage, [html_answer(long_page()), html_answer(long_page(title="Falls in the house"))])
    sync_once(stage)
    sync_once(stage)
    (article,) = articles(stage)
    assert article.row.title == "Falls in the house"
    assert [revision.title for revision in article.revisions] == ["Falls at night"]


def test_validators_spare_the_page(stage: KeepingStage) -> None:
    watched(stage, conditional(long_page(), headers={"Content-Type": "text/html"}))
    sync_once(stage)
    result = sync_once(stage)
    assert result.state is SyncState.UNCHANGED
    assert stage.server.seen("/falls")[1].header("If-None-Match") == '"v1"'


LOST = {
    "shell": b"<html><head><title>Falls</title></head><body><div id=root></div><script>run()</script></body></html>",
    "five words": page("Falls are common among people."),
    "login": page("Please sign in to read this page.", inside="<form><input type=password name=p></form>"),
    "cookies": page("We use cookies to make our site work well for you.", "Accept all or choose.", title="Cookies"),
    "checking": page("Checking your browser before you go on. This takes a moment.", title="Just a moment..."),
    "not found": page("We could not find what you were looking for. Try the search.", title="Page not found"),
    "empty": b"",
    "a picture": a_picture(),
    "a pdf": b"%PDF-1.7 ...",
}


@pytest.mark.parametrize("name", LOST)
def test_a_page_that_lost_its_text_is_in_trouble_and_has_not_changed(stage: KeepingStage, name: str) -> None:
    source = watched(stage, [html_answer(long_page()), html_answer(LOST[name])])
    sync_once(stage)
    result = sync_once(stage)
    (article,) = articles(stage)
    assert result.state is SyncState.FAILED
    assert article.revisions == ()
    assert "Ask for a rail by the stairs." in article.text
    assert stage.library.sources.get(source).state in (SourceState.FAILING, SourceState.ATTENTION)


def test_a_page_that_comes_back_is_fine_again(stage: KeepingStage) -> None:
    source = watched(stage, [html_answer(long_page()), html_answer(LOST["shell"]), html_answer(long_page())])
    for _ in range(3):
        sync_once(stage)
    assert stage.library.sources.get(source).state in (SourceState.FINE, SourceState.QUIET)
    assert articles(stage)[0].revisions == ()


@pytest.mark.parametrize(
    ("before", "now", "lost"),
    [(800, 5, True), (800, 159, False), (800, 149, True), (600, 121, False), (40, 25, False), (None, 25, False)],
)
def test_how_few_words_are_a_loss(before: int | None, now: int, lost: bool) -> None:
    assert has_lost_its_text(before=before, now=now) is lost


def test_a_redirect_out_of_the_domain_needs_a_look_and_asks_nobody(stage: KeepingStage) -> None:
    source = watched(stage, Answer(status=302, headers={"Location": stage.url("/portal", STRANGER)}))
    result = sync_once(stage)
    assert (result.state, result.error) == (SyncState.FAILED, "leaves-site")
    assert stage.library.sources.get(source).state is SourceState.ATTENTION
    assert [request.path for request in stage.server.requests] == ["/falls"]


def test_a_redirect_within_the_domain_is_followed_and_the_address_stays(stage: KeepingStage) -> None:
    watched(stage, Answer(status=302, headers={"Location": stage.url("/new", PICTURES)}))
    stage.answer("/new", html_answer(long_page()))
    sync_once(stage)
    assert articles(stage)[0].row.url == stage.url("/falls")


def test_an_article_of_a_feed_about_the_page_stays_apart_from_it(stage: KeepingStage) -> None:
    """The watched page keeps its own text: what a feed says in two lines must never take its place."""
    feed = (
        "<rss version='2.0'><channel><title>Clinic</title><item><title>Falls at night</title>"
        f"<link>{stage.url('/falls')}</link><description>Two lines.</description></item></channel></rss>"
    )
    stage.answer("/feed", Answer(body=feed.encode(), headers={"Content-Type": "application/rss+xml"}))
    stage.add("/feed", full_text=False)
    stage.sync()
    watched(stage, html_answer(long_page()))
    stage.sync()
    assert any("Ask for a rail" in article.text for article in articles(stage))
    stage.answer("/feed", Answer(body=feed.replace("Two lines", "Three lines").encode()))
    stage.sync()
    assert any("Ask for a rail" in article.text for article in articles(stage))


def test_pictures_of_a_watched_page_come_with_its_switch(stage: KeepingStage) -> None:
    stage.answer("/rail.png", Answer(body=a_picture()))
    watched(stage, html_answer(long_page(inside="<img src='/rail.png' alt='A rail'>")), full_text=True)
    sync_once(stage)
    (article,) = articles(stage)
    assert stage.server.seen("/rail.png") == []
    stage.keep()
    assert list(stage.library.assets.of(article.row.id)) == [stage.url("/rail.png")]
    assert len(stage.server.seen("/falls")) == 1


def added(stage: KeepingStage, address: str) -> Source:
    return watch_page(
        stage.library, address, fetcher=stage.client, parser=stage.parser, topics=("Our street",), at=stage.clock.now()
    ).source


def test_adding_a_page_looks_at_it_once_and_takes_its_title(stage: KeepingStage) -> None:
    stage.answer("/falls", html_answer(long_page()))
    source = added(stage, stage.url("/falls"))
    assert (source.title, source.format, source.language) == ("Falls at night", SourceFormat.PAGE, "en")
    assert source.enabled
    assert len(source.topics) == 1
    sync_once(stage)
    assert len(articles(stage)) == 1


@pytest.mark.parametrize("name", ["shell", "login", "a pdf"])
def test_a_page_without_a_text_is_not_added(stage: KeepingStage, name: str) -> None:
    stage.answer("/falls", html_answer(LOST[name]))
    with pytest.raises(FeedError) as caught:
        added(stage, stage.url("/falls"))
    assert caught.value.kind in (FeedTrouble.NO_TEXT, FeedTrouble.BINARY)
    assert stage.library.sources.list() == ()


def test_a_page_that_leads_elsewhere_is_not_added(stage: KeepingStage) -> None:
    stage.answer("/falls", Answer(status=302, headers={"Location": stage.url("/x", STRANGER)}))
    with pytest.raises(WebError) as caught:
        added(stage, stage.url("/falls"))
    assert caught.value.kind is WebTrouble.LEAVES_SITE


@pytest.mark.parametrize(
    ("address", "trouble"),
    [
        ("http://192.168.0.1/", AddressTrouble.PRIVATE),
        ("http://clinic.org:8080/", AddressTrouble.INSECURE),
        ("https://user:pass@clinic.org/", AddressTrouble.CREDENTIALS),
        ("ftp://clinic.org/", AddressTrouble.SCHEME),
    ],
)
def test_only_public_https_pages_are_taken(stage: KeepingStage, address: str, trouble: AddressTrouble) -> None:
    with pytest.raises(AddressRefused) as caught:
        added(stage, address)
    assert caught.value.kind is trouble
    assert stage.server.requests == []


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (f"https://{CLINIC}/b", True),
        (f"https://{PICTURES}/b", True),
        (f"http://{CLINIC}/b", False),
        (f"https://{CLINIC}:8443/b", False),
        (f"https://{STRANGER}/b", False),
        (f"https://x@{CLINIC}/b", False),
        ("https://org/b", False),
        ("javascript:x()", False),
        ("", False),
    ],
)
def test_which_addresses_are_of_the_same_domain(other: str, same: bool) -> None:
    assert is_same_domain(f"https://{CLINIC}/a", other) is same


def test_neighbours_on_a_shared_host_are_strangers() -> None:
    assert not is_same_domain("https://jo.substack.com/a", "https://sam.substack.com/a")
    assert is_same_domain("https://jo.substack.com/a", "https://jo.substack.com/b")


def test_a_page_at_another_port_stays_where_it_is() -> None:
    assert is_same_domain("https://www.health.org:8443/a", "https://www.health.org:8443/b")
    assert is_same_domain("https://www.health.org:8443/a", "https://www.health.org/b")


def test_no_domain_is_the_same_as_no_domain() -> None:
    assert not is_same_domain("https://nhs.uk/a", "https://gov.uk/b")
    assert is_same_domain("https://www.gov.uk/a", "https://www.gov.uk/b")
