"""Sync from the server's bytes to the rows of the list, with nothing in between replaced."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_app.model.article import ArticleFilter, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceState
from caregiver_app.model.sync import SyncProgress, SyncState
from tests.helpers.feed_documents import Item, pages, rss
from tests.helpers.http_server import Answer, SeenRequest, conditional
from tests.helpers.syncing import Stage

GOOD = rss(*pages(3))


def test_every_entry_is_stored_and_found(stage: Stage) -> None:
    feed = stage.add("/feed", conditional(GOOD))
    report = stage.sync()
    assert (report.count(SyncState.OK), report.new, report.changed) == (1, 3, 0)
    assert stage.titles() == ["Page 0", "Page 1", "Page 2"]
    assert [row.title for row in stage.library.articles.page(ArticleQuery(text='"words of page 2"')).rows] == ["Page 2"]
    assert (stage.source(feed).state, stage.source(feed).entries) == (SourceState.FINE, 3)
    assert stage.source(feed).title == "Night news"


def test_the_second_time_no_body_is_fetched_and_nothing_changes(stage: Stage) -> None:
    stage.add("/feed", conditional(GOOD))
    stage.sync()
    before = stage.rows()
    report = stage.sync()
    assert (report.count(SyncState.UNCHANGED), report.new, report.changed) == (1, 0, 0)
    assert stage.rows() == before
    assert stage.server.seen("/feed")[1].header("If-None-Match") == '"v1"'


def test_the_same_body_without_validators_is_unchanged_too(stage: Stage) -> None:
    stage.add("/feed", Answer(body=GOOD))
    stage.sync()
    report = stage.sync()
    assert (report.count(SyncState.UNCHANGED), report.new) == (1, 0)


def test_only_what_is_new_is_stored_and_what_left_the_feed_stays(stage: Stage) -> None:
    stage.add("/feed", [Answer(body=GOOD), Answer(body=rss(*pages(3, first=2)))])
    stage.sync()
    report = stage.sync()
    assert (report.new, report.changed) == (2, 0)
    assert stage.titles() == [f"Page {n}" for n in range(5)]


def test_changed_words_become_a_revision_and_marks_stay(stage: Stage) -> None:
    first = Item(guid="1", html="<p>Keep a light on.</p>")
    second = Item(guid="1", html="<p>Keep two lights on.</p>")
    stage.add("/feed", [Answer(body=rss(first)), Answer(body=rss(second))])
    stage.sync()
    (row,) = stage.rows()
    stage.library.marks.set([row.id], MarkKind.STARRED, True, at=stage.clock.now())
    stage.library.marks.set([row.id], MarkKind.READ, True, at=stage.clock.now())
    stage.clock.advance(3600)
    report = stage.sync()
    article = stage.library.articles.get(row.id)
    assert (report.new, report.changed) == (0, 1)
    assert "two lights" in article.text
    assert ["a light" in revision.text for revision in article.revisions] == [True]
    assert (article.row.starred, article.row.read, article.row.changed) == (True, True, True)
    assert stage.library.articles.count(ArticleQuery(text="two lights")) == 1


def test_other_markup_around_the_same_words_is_no_change(stage: Stage) -> None:
    plain, marked = Item(guid="1", html="<p>Keep it.</p>"), Item(guid="1", html="<div><p>Keep it.</p></div>")
    stage.add("/feed", [Answer(body=rss(plain)), Answer(body=rss(marked))])
    stage.sync()
    report = stage.sync()
    assert (report.new, report.changed) == (0, 0)


def test_new_guids_for_the_same_pages_double_nothing(stage: Stage) -> None:
    before = [Item(title=f"Page {n}", guid=f"a{n}", link=f"https://x.org/{n}") for n in range(4)]
    after = [Item(title=f"Page {n}", guid=f"b{n}", link=f"https://x.org/{n}") for n in range(4)]
    stage.add("/feed", [Answer(body=rss(*before)), Answer(body=rss(*after)), Answer(body=rss(*after, title="x"))])
    stage.sync()
    assert (stage.sync().new, len(stage.rows())) == (0, 4)
    assert (stage.sync().new, len(stage.rows())) == (0, 4)


def test_the_same_article_through_two_sources_is_shown_once_with_both_named(stage: Stage) -> None:
    item = Item(title="Heat warning", guid="1", link="https://x.org/heat")
    twin = Item(title="Heat  warning", guid="other", link="http://x.org/heat/?utm_source=feed")
    stage.add("/one", Answer(body=rss(item, title="One")))
    stage.add("/two", Answer(body=rss(twin, title="Two")), host="127.0.0.2")
    stage.sync()
    (row,) = stage.rows()
    assert sorted(stage.library.articles.get(row.id).sources) == ["One", "Two"]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(body=b"<!doctype html><html><body><p>We moved</p></body></html>"), "html"),
        (Answer(body=b""), "empty"),
        (Answer(body=b"\x89PNG\r\n\x1a\n" + bytes(64)), "image"),
        (Answer(body=b"just words"), "not-a-feed"),
        (Answer(status=404), "status"),
        (Answer(status=500), "status"),
        (Answer(body=GOOD, length=len(GOOD) + 50, close=True), "truncated"),
        (Answer(raw=b"220 hello\r\n", close=True), "protocol"),
    ],
)
def test_an_answer_of_no_use_is_named_and_deletes_nothing(stage: Stage, answer: Answer, error: str) -> None:
    feed = stage.add("/feed", [Answer(body=GOOD), answer, Answer(body=rss(*pages(4)))])
    stage.sync()
    before = stage.rows()
    (result,) = stage.sync().results
    assert (result.state, result.error) == (SyncState.FAILED, error)
    assert stage.rows() == before
    assert stage.source(feed).reason == error
    assert stage.source(feed).last_good_at is not None
    assert (stage.sync().new, stage.source(feed).state) == (1, SourceState.FINE)


def test_one_bad_feed_does_not_harm_the_others(stage: Stage) -> None:
    for n in range(5):
        stage.add(f"/good{n}", Answer(body=rss(*pages(2, host=f"{n}.example"))))
    stage.add("/bad", Answer(body=b"<rss><channel>" + b"<item>" * 50_000))
    stage.add("/worse", Answer(body=b"\x00" * 10_000))
    report = stage.sync()
    assert report.count(SyncState.OK) >= 5
    assert report.new >= 10
    assert len(report.results) == 7


def test_a_host_that_asks_for_rest_is_left_alone_over_restarts(stage: Stage) -> None:
    stage.add("/a", Answer(status=429, headers={"Retry-After": "600"}))
    stage.add("/b", Answer(status=429, headers={"Retry-After": "600"}))
    stage.add("/other", Answer(body=GOOD), host="127.0.0.2")
    first = stage.sync()
    assert (first.count(SyncState.PAUSED), first.count(SyncState.OK)) == (2, 1)
    asked = len(stage.server.seen("/a")) + len(stage.server.seen("/b"))
    stage.restart()
    stage.clock.advance(300)
    assert stage.sync().count(SyncState.PAUSED) == 2
    assert len(stage.server.seen("/a")) + len(stage.server.seen("/b")) == asked
    stage.server.answer("/a", Answer(body=rss(*pages(1, first=7))))
    stage.clock.advance(400)
    assert stage.sync().new == 1


def test_a_permanent_redirect_is_followed_and_told(stage: Stage) -> None:
    feed = stage.add("/old", Answer(status=301, headers={"Location": "/new"}))
    stage.server.answer("/new", Answer(body=GOOD))
    assert stage.sync().new == 3
    assert stage.source(feed).state is SourceState.MOVED
    assert stage.source(feed).url.endswith("/old")


def test_a_private_address_that_nobody_typed_is_refused_without_a_connection(stage: Stage) -> None:
    stage.server.answer("/feed", Answer(body=GOOD))
    stage.library.sources.add(NewSource(url=stage.server.url("/feed")), at=stage.clock.now())
    (result,) = stage.sync().results
    assert result.error == "private-address"
    assert stage.server.connections == 0
    assert stage.library.ledger.list() == ()


def test_the_ledger_says_what_the_server_saw(stage: Stage) -> None:
    stage.add("/a", conditional(GOOD))
    stage.add("/b", Answer(status=301, headers={"Location": "/a"}))
    stage.add("/c", Answer(status=500))
    stage.sync()
    stage.sync()
    lines = stage.library.ledger.list()
    seen = stage.server.requests
    assert len(lines) == len(seen)
    assert sum(line.sent_bytes for line in lines) == sum(len(request.raw) for request in seen)
    assert sum(line.received_bytes for line in lines) == sum(request.answered_bytes for request in seen)
    assert sorted(line.result for line in lines) == ["200", "200", "301", "301", "304", "304", "500", "500"]
    assert {line.why.value for line in lines} == {"update"}
    assert all("/" not in line.host for line in lines)


def test_progress_counts_every_source_once(stage: Stage) -> None:
    for n in range(4):
        stage.add(f"/{n}", Answer(body=rss(*pages(1, host=f"{n}.example"))))
    stage.sync()
    assert [step.done for step in stage.progress] == [1, 2, 3, 4]
    assert {step.total for step in stage.progress} == {4}
    assert stage.progress[-1].new == 4


def test_stop_ends_a_sync_at_once_and_keeps_what_was_stored(stage: Stage) -> None:
    cancel, never = threading.Event(), threading.Event()
    stage.add("/quick", Answer(body=GOOD))
    for n in range(6):
        stage.add(f"/slow{n}", Answer(body=GOOD, wait_for=never), host=f"127.0.0.{n % 2 + 2}")

    def stop_after_the_first(progress: SyncProgress) -> None:
        stage.server.wait_until(lambda server: len(server.requests) >= 5)
        cancel.set()

    report = stage.sync(cancel=cancel, on_progress=stop_after_the_first)
    assert report.cancelled
    assert [result.state for result in report.results] == [SyncState.OK]
    assert len(stage.rows()) == 3
    assert len(stage.library.ledger.list()) == len(stage.server.requests)
    never.set()
    assert stage.sync().count(SyncState.OK, SyncState.UNCHANGED) == 7


def test_under_the_offline_switch_nothing_leaves_and_nothing_fails(stage: Stage) -> None:
    feed = stage.add("/feed", Answer(body=GOOD))
    stage.offline.set()
    report = stage.sync()
    assert report.offline
    assert stage.server.connections == 0
    assert stage.source(feed).state is SourceState.NEVER_FETCHED
    stage.offline.clear()
    assert stage.sync().new == 3


class NoNetwork:
    """A computer without a network, as its resolver tells it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def resolve(self, host: str) -> Sequence[IPv4Address | IPv6Address]:
        """Find nothing, for want of a way."""
        self.asked.append(host)
        raise OSError(101, "Network is unreachable")

    def has_route(self) -> bool:
        """Say that there is no way out."""
        return False


def test_without_a_network_the_queue_is_kept_and_few_are_asked(stage: Stage) -> None:
    nothing = NoNetwork()
    stage.restart(resolver=nothing)
    for n in range(60):
        stage.library.sources.add(NewSource(url=f"https://{n}.example/feed"), at=stage.clock.now())
    report = stage.sync()
    assert report.offline
    assert len(report.results) == 60
    assert len(nothing.asked) < 60
    assert {source.state for source in stage.library.sources.list()} == {SourceState.NEVER_FETCHED}


class NoSuchName:
    """A network that answers every question for a name with "no such name", but for the names it is told to know."""

    def __init__(self, *known: str) -> None:
        self.known = known

    def resolve(self, host: str) -> Sequence[IPv4Address | IPv6Address]:
        """Know few names."""
        if host in self.known:
            return [IPv4Address("127.0.0.1")]
        raise OSError("Name or service not known")

    def has_route(self) -> bool:
        """Say that there is a way out."""
        return True


def test_a_network_that_knows_no_name_at_all_counts_as_none(stage: Stage) -> None:
    stage.restart(resolver=NoSuchName())
    for n in range(30):
        stage.library.sources.add(NewSource(url=f"https://{n}.example/feed"), at=stage.clock.now())
    report = stage.sync()
    assert report.offline
    assert len(report.results) == 30
    assert {source.state for source in stage.library.sources.list()} == {SourceState.NEVER_FETCHED}


def test_names_that_are_not_found_beside_one_that_is_are_broken(stage: Stage) -> None:
    stage.restart(resolver=NoSuchName("127.0.0.1"))
    good = stage.add("/feed", Answer(body=GOOD))
    for n in range(5):
        stage.library.sources.add(NewSource(url=f"https://{n}.example/feed"), at=stage.clock.now())
    report = stage.sync()
    assert (report.count(SyncState.OK), report.count(SyncState.FAILED)) == (1, 5)
    assert {result.error for result in report.results if result.source_id != good} == {"dns"}


def test_a_single_name_that_is_not_found_is_broken(stage: Stage) -> None:
    stage.restart(resolver=NoSuchName())
    stage.library.sources.add(NewSource(url="https://nowhere.example/feed"), at=stage.clock.now())
    (result,) = stage.sync().results
    assert (result.state, result.error) == (SyncState.FAILED, "dns")


def test_a_source_switched_off_is_not_asked_unless_named(stage: Stage) -> None:
    feed = stage.add("/feed", Answer(body=GOOD))
    stage.library.sources.set_enabled(feed, False)
    assert stage.sync().results == ()
    assert stage.sync([feed]).new == 3


def test_what_a_person_read_stays_read(stage: Stage) -> None:
    stage.add("/feed", [Answer(body=rss(*pages(3))), Answer(body=rss(*pages(4)))])
    stage.sync()
    stage.library.marks.mark_read_where(ArticleQuery(), at=stage.clock.now())
    stage.sync()
    assert [row.title for row in stage.rows(chip=ArticleFilter.NEW)] == ["Page 3"]


def test_a_document_that_expands_without_end_harms_nobody(stage: Stage) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss version="2.0"><channel>'
    stage.add(
        "/bomb", Answer(body=(bomb + "<title>&l9;</title><item><title>&l9;</title></item></channel></rss>").encode())
    )
    stage.add("/good", Answer(body=GOOD))
    report = stage.sync()
    assert report.new >= 3
    assert len(report.results) == 2


bodies = st.one_of(
    st.binary(max_size=300),
    st.builds(lambda cut: GOOD[:cut], st.integers(0, len(GOOD))),
    st.builds(
        lambda at, byte: GOOD[:at] + bytes([byte]) + GOOD[at + 1 :], st.integers(0, len(GOOD) - 1), st.integers(0, 255)
    ),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(bodies, min_size=1, max_size=3))
def test_whatever_bytes_come_nothing_stored_is_lost(stage: Stage, answers: list[bytes]) -> None:
    def answer(request: SeenRequest) -> Answer:
        return Answer(body=queue.pop(0) if queue else GOOD)

    queue: list[bytes] = []
    source = stage.add("/feed", answer)
    stage.sync()
    queue.extend(answers)
    before = {row.id for row in stage.rows()}
    for _ in answers:
        (result,) = stage.sync().results
        assert result.source_id == source
        after = {row.id for row in stage.rows()}
        assert before <= after
        before = after
