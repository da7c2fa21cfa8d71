"""Keeping whole pages: only where the organisation is, bounded, retried, shown when fuller, and searched."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.feeds import offline_fetch, offline_run
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.model.article import MarkKind
from caregiver_app.model.offline import CopyState
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceKind
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.model.web import Why
from caregiver_app.trust.finding import look_at
from tests.helpers.http_server import Answer, SeenRequest, conditional
from tests.helpers.keeping import (
    CLINIC,
    PICTURES,
    SENTENCE,
    STRANGER,
    KeepingStage,
    a_keeping_stage,
    a_picture,
    html_answer,
    long_page,
    page,
)
from tests.helpers.library import change, index_all
from tests.helpers.organisations import put_organisation
from tests.helpers.tls import Authority

HOUR_S = 3_600


@pytest.fixture
def stage(tmp_path: Path, parser: ParserPool, authority: Authority) -> Iterator[KeepingStage]:
    with a_keeping_stage(tmp_path, parser, authority) as ready:
        yield ready


def found(stage: KeepingStage, words: str) -> list[int]:
    index_all(stage.library)
    return [row.id for row in stage.library.articles.page(ArticleQuery(text=words)).rows]


def test_a_check_of_a_kept_page_is_told_of_advertisers_that_only_its_scripts_call(stage: KeepingStage) -> None:
    item = stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(page(*[SENTENCE] * 9, head="<script src='//cdn.taboola.com/a.js'></script>")))
    stage.keep()
    look = look_at(stage.library, Subject(kind=SubjectKind.ARTICLE, id=item), on=date(2026, 11, 23))
    assert look.found.advertising == ("cdn.taboola.com",)
    assert stage.asked_hosts() == {CLINIC}


def test_the_page_is_shown_measured_and_searched_in_the_place_of_what_the_feed_says(stage: KeepingStage) -> None:
    item = stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(long_page()))
    report = stage.keep()
    article = stage.shown(item)
    assert [result.copy.state for result in report.results] == [CopyState.KEPT]
    assert article.full_text
    assert "Ask for a rail by the stairs." in article.text
    assert "Ask for a rail by the stairs." in article.html
    assert "Contact us" not in article.text
    assert article.row.words > 100
    assert article.grade is not None
    assert article.revisions == ()
    assert not article.row.changed
    assert found(stage, "stairs") == [item]


def test_a_page_that_says_no_more_than_the_feed_is_kept_and_not_shown(stage: KeepingStage) -> None:
    whole = " ".join(f"{n}. Keep a light on in the hall at night so that nobody falls." for n in range(9))
    item = stage.article(stage.add(), "/a", text=whole)
    stage.answer("/a", html_answer(page(whole)))
    stage.keep()
    article = stage.shown(item)
    assert article.offline is not None
    assert article.offline.state is CopyState.KEPT
    assert not article.full_text
    assert article.text == whole


def test_the_pages_own_request_says_why_and_what_it_takes(stage: KeepingStage) -> None:
    stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(long_page()))
    stage.keep()
    (request,) = stage.server.seen("/a")
    assert request.header("Accept") == offline_fetch.PAGE_KINDS
    assert request.header("Referer") is None
    assert request.header("Cookie") is None
    assert [line.why for line in stage.library.ledger.list()] == [Why.PAGE]


@pytest.mark.parametrize(("value", "kept"), [(True, True), (False, False), (None, False)])
def test_the_switch_of_a_source_says_whether_its_pages_are_kept(
    stage: KeepingStage, value: bool | None, kept: bool
) -> None:
    item = stage.article(stage.add(full_text=value), "/a")
    stage.answer("/a", html_answer(long_page()))
    stage.keep()
    assert stage.shown(item).full_text is kept


@pytest.mark.parametrize("how", ["starred", "collected"])
def test_of_a_persons_own_source_what_they_starred_or_collected_is_kept(stage: KeepingStage, how: str) -> None:
    source = stage.add(full_text=None)
    item, other = stage.article(source, "/a"), stage.article(source, "/b")
    at = stage.clock.now()
    if how == "starred":
        stage.library.marks.set([item], MarkKind.STARRED, True, at=at)
    else:
        stage.library.collections.add(stage.library.collections.make("Falls", at=at), [item], at=at)
    stage.answer("/a", html_answer(long_page()))
    stage.keep()
    assert stage.shown(item).full_text
    assert stage.shown(other).offline is None
    assert stage.server.seen("/b") == []


def of_a_pack(stage: KeepingStage, kind: SourceKind = SourceKind.NEWS) -> NewSource:
    organisation = Organisation(uid="starter/clinic", name="Clinic", sites=(Site(host=CLINIC),))
    put_organisation(stage.library, organisation, author="starter")
    return NewSource(
        url=f"https://{CLINIC}/feed", uid="starter/feed", author="starter", organisation_uid="starter/clinic", kind=kind
    )


def test_a_star_on_an_article_of_somebody_elses_source_fetches_nothing(stage: KeepingStage) -> None:
    """What is fetched of a pack's source must not tell what is read."""
    source = stage.library.sources.add(of_a_pack(stage), at=stage.clock.now())
    stage.library.sources.set_enabled(source, True)
    item = stage.article(source, "/a")
    stage.library.marks.set([item], MarkKind.STARRED, True, at=stage.clock.now())
    assert stage.keep().results == ()
    assert stage.server.requests == []


def test_pages_of_alerts_are_wanted_without_a_word_and_only_while_the_source_is_on(stage: KeepingStage) -> None:
    source = stage.library.sources.add(of_a_pack(stage, SourceKind.ALERTS), at=stage.clock.now())
    stage.article(source, "/a")
    assert stage.library.offline_queue.fill(at=stage.clock.now()) == 0
    stage.library.sources.set_enabled(source, True)
    assert stage.library.offline_queue.fill(at=stage.clock.now()) == 1
    assert stage.library.offline_queue.fill(at=stage.clock.now()) == 0


def test_pages_on_another_site_are_not_asked_for(stage: KeepingStage) -> None:
    item = stage.article(stage.add(), "/a", host=STRANGER)
    stage.answer("/a", html_answer(long_page()))
    (result,) = stage.keep().results
    assert (result.copy.state, result.copy.reason, result.copy.next_try_at) == (CopyState.FAILED, "elsewhere", None)
    assert stage.server.requests == []
    assert not stage.shown(item).full_text


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("https://{stranger}/a", "leaves-site"),
        ("http://{clinic}/a", "insecure-redirect"),
        ("https://127.0.0.1:{port}/a", "leaves-site"),
        ("https://{clinic}@{stranger}/a", "bad-redirect"),
    ],
)
def test_no_redirect_leaves_the_organisation(stage: KeepingStage, target: str, reason: str) -> None:
    port = stage.server.port
    location = target.format(stranger=f"{STRANGER}:{port}", clinic=f"{CLINIC}:{port}", port=port)
    stage.article(stage.add(), "/moved")
    stage.answer("/moved", Answer(status=302, headers={"Location": location}))
    stage.answer("/a", html_answer(long_page()))
    (result,) = stage.keep().results
    assert (result.copy.state, result.copy.reason) == (CopyState.FAILED, reason)
    assert [request.path for request in stage.server.requests] == ["/moved"]


def test_a_redirect_within_the_organisation_is_followed(stage: KeepingStage) -> None:
    item = stage.article(stage.add(), "/moved")
    stage.answer("/moved", Answer(status=301, headers={"Location": stage.url("/a", PICTURES)}))
    stage.answer("/a", html_answer(long_page()))
    stage.keep()
    assert stage.shown(item).full_text


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (html_answer(b""), "empty"),
        (html_answer(b"<html><body><div id='root'></div><script>run()</script></body></html>"), "no-text"),
        (html_answer(page("Sign in to go on.", inside="<form><input type='Password'></form>")), "no-text"),
        (Answer(body=b"%PDF-1.7 " + b"x" * 500, headers={"Content-Type": "application/pdf"}), "binary"),
        (Answer(body=a_picture(), headers={"Content-Type": "text/html"}), "image"),
        (Answer(status=404), "status"),
        (Answer(status=410), "gone"),
    ],
    ids=["empty", "shell", "login", "pdf", "picture", "not-found", "gone"],
)
def test_what_is_no_page_is_a_failure_that_is_not_tried_again(stage: KeepingStage, answer: Answer, reason: str) -> None:
    item = stage.article(stage.add(), "/a")
    stage.answer("/a", answer)
    (result,) = stage.keep().results
    assert (result.copy.state, result.copy.reason, result.copy.next_try_at) == (CopyState.FAILED, reason, None)
    assert stage.shown(item).text == "In short."


def test_a_page_larger_than_is_taken_is_left_half_way(stage: KeepingStage) -> None:
    stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(b"<p>" + b"x " * 25_000_000))
    (result,) = stage.keep().results
    assert (result.copy.state, result.copy.reason) == (CopyState.FAILED, "too-large")
    assert stage.server.seen("/a")[0].answered_bytes < 40_000_000


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 300_000 + b"deep",
        b"<table><tr><td>" * 20_000,
        b"<p>" + b"<b a=1>x" * 50_000,
        b"<!--" * 400_000,
        b"&" * 2_000_000,
    ],
    ids=["nested", "tables", "formats", "comments", "references"],
)
def test_a_tangled_page_costs_at_most_its_worker(stage: KeepingStage, body: bytes) -> None:
    source = stage.add()
    tangled, plain = stage.article(source, "/tangled"), stage.article(source, "/plain")
    stage.answer("/tangled", html_answer(body))
    stage.answer("/plain", html_answer(long_page()))
    stage.keep()
    assert stage.shown(plain).full_text
    copy = stage.shown(tangled).offline
    assert copy is not None
    assert copy.state in (CopyState.FAILED, CopyState.KEPT)


def test_a_failing_server_is_asked_later_and_later_and_then_left_alone(stage: KeepingStage) -> None:
    stage.article(stage.add(), "/a")
    stage.answer("/a", Answer(status=503))
    waits = []
    while next_at := next((result.copy.next_try_at for result in stage.keep().results), None):
        waits.append((next_at - stage.clock.now()) / 1000 / HOUR_S)
        stage.clock.advance(waits[-1] * HOUR_S)
    assert waits == [1, 4, 16, 64, 256]
    assert len(stage.server.seen("/a")) == 6


def test_what_failed_is_kept_once_the_server_is_well(stage: KeepingStage) -> None:
    item = stage.article(stage.add(), "/a")
    stage.answer("/a", [Answer(status=500), html_answer(long_page())])
    stage.keep()
    assert stage.keep().results == ()  # not due yet
    stage.clock.advance(HOUR_S)
    stage.keep()
    assert stage.shown(item).full_text


def test_without_a_network_everything_stays_wanted(stage: KeepingStage) -> None:
    item = stage.article(stage.add(), "/a")
    stage.go_offline()
    report = stage.keep()
    copy = stage.shown(item).offline
    assert report.offline
    assert copy is not None
    assert (copy.state, copy.tried_at) == (CopyState.WANTED, None)


def test_a_host_that_does_not_answer_does_not_hold_up_the_others(stage: KeepingStage) -> None:
    source = stage.add()
    for n in range(20):
        stage.article(source, f"/{n}", host="away.clinic.org")
    stage.names.known["away.clinic.org"] = OSError("no such name")
    last = stage.article(source, "/a")
    stage.answer("/a", html_answer(long_page()))
    report = stage.keep()
    assert stage.shown(last).full_text
    assert report.count(CopyState.WANTED) >= 8
    assert report.count(CopyState.FAILED) <= 12


def test_a_host_that_asks_for_a_rest_gets_it_from_pages_as_from_feeds(stage: KeepingStage) -> None:
    source = stage.add()
    for n in range(12):
        stage.article(source, f"/{n}")
        stage.answer(f"/{n}", Answer(status=429, headers={"Retry-After": "7200"}))
    stage.keep()
    assert len(stage.server.requests) <= offline_run.PAGES_AT_ONCE
    assert CLINIC in stage.library.source_states.pauses(now=stage.clock.now())
    stage.clock.advance(HOUR_S + 1)
    asked = len(stage.server.requests)
    stage.keep()
    assert len(stage.server.requests) == asked


def test_pages_asked_for_by_name_are_fetched_whatever_the_switch_says(stage: KeepingStage) -> None:
    item = stage.article(stage.add(full_text=False), "/a")
    stage.answer("/a", html_answer(long_page()))
    assert stage.keep().results == ()
    (result,) = stage.keep_asked([item]).results
    assert (result.item_id, result.copy.state) == (item, CopyState.KEPT)


def test_a_starred_article_of_a_removed_source_can_still_be_kept(stage: KeepingStage) -> None:
    source = stage.add()
    item = stage.article(source, "/a")
    stage.library.marks.set([item], MarkKind.STARRED, True, at=stage.clock.now())
    stage.library.sources.remove(source, at=stage.clock.now())
    stage.answer("/a", html_answer(long_page()))
    assert stage.keep().results == ()
    (result,) = stage.keep_asked([item]).results
    assert result.copy.state is CopyState.KEPT


def test_forgetting_a_copy_brings_the_feeds_text_back(stage: KeepingStage) -> None:
    item = stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(long_page()))
    stage.keep()
    assert stage.library.offline_copies.forget([item]) == (item,)
    article = stage.shown(item)
    assert (article.text, article.full_text, article.offline) == ("In short.", False, None)
    assert article.row.words == 2
    assert found(stage, "stairs") == []


def test_a_change_in_the_feed_leaves_the_page_shown_and_has_it_fetched_again(stage: KeepingStage) -> None:
    source = stage.add()
    item = stage.article(source, "/a")
    stage.answer("/a", [html_answer(long_page()), html_answer(long_page(last="Ask for two rails by the stairs."))])
    stage.keep()
    change(stage.library, source, "/a", "Falls at night", "Shorter still.", at=stage.clock.now())
    between = stage.shown(item)
    assert "Ask for a rail" in between.text
    assert between.revisions == ()
    assert between.offline is not None
    assert between.offline.state is CopyState.WANTED
    stage.clock.advance(60)
    stage.keep()
    after = stage.shown(item)
    assert "Ask for two rails" in after.text
    assert after.row.changed
    (revision,) = after.revisions
    assert "Ask for a rail" in revision.text
    assert "Ask for a rail" in revision.html


def test_a_page_that_did_not_change_makes_no_revision(stage: KeepingStage) -> None:
    source = stage.add()
    item = stage.article(source, "/a")
    stage.answer("/a", conditional(long_page(), headers={"Content-Type": "text/html"}))
    stage.keep()
    change(stage.library, source, "/a", "Falls at night", "Shorter still.", at=stage.clock.now())
    stage.keep()
    assert stage.server.seen("/a")[1].header("If-None-Match") == '"v1"'
    assert stage.shown(item).revisions == ()
    assert stage.shown(item).full_text


def test_a_page_that_lost_its_text_leaves_what_was_kept(stage: KeepingStage) -> None:
    wall = page(
        "We use cookies to make our site work well for you, and to count who comes.", "Accept them all or choose."
    )
    source = stage.add()
    item = stage.article(source, "/a")
    stage.answer("/a", [html_answer(long_page()), html_answer(wall)])
    stage.keep()
    change(stage.library, source, "/a", "Falls at night", "Short.", at=stage.clock.now())
    (result,) = stage.keep().results
    article = stage.shown(item)
    assert (result.copy.state, result.copy.reason) == (CopyState.FAILED, "no-text")
    assert result.copy.next_try_at is not None
    assert "Ask for a rail" in article.text
    assert article.revisions == ()


def test_a_feed_that_says_more_than_the_page_did_is_shown_at_once(stage: KeepingStage) -> None:
    source = stage.add()
    item = stage.article(source, "/a")
    stage.answer("/a", html_answer(long_page()))
    stage.keep()
    longer = "The feed has the whole text now. " * 60
    change(stage.library, source, "/a", "Falls at night", longer, at=stage.clock.now())
    article = stage.shown(item)
    assert (article.text, article.full_text) == (longer, False)
    (revision,) = article.revisions
    assert "Ask for a rail" in revision.html


def test_a_new_title_in_the_feed_is_a_change_whatever_text_is_shown(stage: KeepingStage) -> None:
    source = stage.add()
    item = stage.article(source, "/a")
    stage.answer("/a", html_answer(long_page()))
    stage.keep()
    change(stage.library, source, "/a", "Falls by day", "In short.", at=stage.clock.now())
    article = stage.shown(item)
    assert (article.row.title, len(article.revisions)) == ("Falls by day", 1)
    assert article.full_text


def test_stop_ends_at_once_and_leaves_the_rest_wanted(stage: KeepingStage) -> None:
    source, stop, asked = stage.add(), threading.Event(), threading.Event()
    items = [stage.article(source, f"/{n}") for n in range(9)]

    def never(_request: SeenRequest) -> Answer:
        asked.set()
        stop.set()
        return Answer(body=b"", wait_for=threading.Event())

    for n in range(9):
        stage.answer(f"/{n}", never)
    report = stage.keep(cancel=stop)
    assert report.cancelled
    assert asked.is_set()
    states = {copy.state for item in items if (copy := stage.shown(item).offline) is not None}
    assert states == {CopyState.WANTED}


def test_a_run_takes_so_many_pages_and_leaves_the_others_for_the_next(
    stage: KeepingStage,
) -> None:
    source = stage.add()
    for n in range(5):
        stage.article(source, f"/{n}")
    stage.library.offline_queue.fill(at=stage.clock.now())
    due = stage.library.offline_queue.due(at=stage.clock.now(), limit=3)
    assert [each.url for each in due] == [stage.url(f"/{n}") for n in (4, 3, 2)]


def test_when_the_space_is_taken_nothing_more_is_fetched_and_nothing_deleted(stage: KeepingStage) -> None:
    source = stage.add()
    first = stage.article(source, "/a")
    stage.answer("/a", html_answer(long_page()))
    stage.keep()
    stage.library.offline_copies.set_limit(100)
    second = stage.article(source, "/b")
    report = stage.keep()
    copy = stage.shown(second).offline
    assert report.full
    assert copy is not None
    assert (copy.state, copy.reason) == (CopyState.WANTED, "no-room")
    assert stage.server.seen("/b") == []
    assert stage.shown(first).full_text
    stage.library.offline_copies.set_limit(None)
    stage.answer("/b", html_answer(long_page()))
    stage.keep()
    assert stage.shown(second).full_text


def test_pages_never_reach_a_stranger_named_in_them(stage: KeepingStage) -> None:
    inside = (
        f"<img src='{stage.url('/p', STRANGER)}' alt='x'><script src='{stage.url('/s', STRANGER)}'></script>"
        f"<link rel='stylesheet' href='{stage.url('/c', STRANGER)}'><iframe src='{stage.url('/f', STRANGER)}'></iframe>"
    )
    stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(long_page(inside=inside)))
    stage.keep()
    assert stage.asked_hosts() == {CLINIC}


def test_a_page_with_hostile_markup_is_stored_harmless(stage: KeepingStage) -> None:
    inside = "<p onclick='x()'>Ring <a href='javascript:x()'>us</a> <a href='tel:+441234'>01234</a> soon.</p>"
    item = stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(long_page(inside=inside)))
    stage.keep()
    html = stage.shown(item).html
    assert "onclick" not in html
    assert "javascript" not in html
    assert '<a href="tel:+441234">01234</a>' in html


def test_one_page_is_kept_once_for_the_hash_of_its_bytes(stage: KeepingStage, tmp_path: Path) -> None:
    item = stage.article(stage.add(), "/a")
    stage.answer("/a", html_answer(long_page(inside="<img src='/p.png' alt='A rail'><img src='/q.png' alt='Again'>")))
    stage.answer("/p.png", Answer(body=a_picture()))
    stage.answer("/q.png", Answer(body=a_picture()))
    stage.keep()
    (file,) = (tmp_path / "assets").iterdir()
    assert file.name == hashlib.sha256(file.read_bytes()).hexdigest()
    assert set(stage.library.assets.of(item).values()) == {file.name}
