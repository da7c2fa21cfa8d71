"""Adding a source asks its server once: what was found is what is added and stored, and it is not asked again soon."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.library.store import Library
from caregiver_app.model.errors import FeedError
from caregiver_app.model.source import SourceFormat, SourceState
from tests.helpers.http_server import Answer
from tests.helpers.keeping import KeepingStage, a_keeping_stage, html_answer, long_page
from tests.helpers.starter import begin_started
from tests.helpers.tls import Authority

FEED = (
    b"<rss version='2.0'><channel><title>Clinic</title><item><title>Falls at night</title><guid>1</guid>"
    b"<description>In short.</description></item></channel></rss>"
)
NAMES_A_FEED = '<link rel="alternate" type="application/rss+xml" href="/news.xml">'


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[KeepingStage]:
    with ParserPool() as parser, a_keeping_stage(begin_started(tmp_path), parser, Authority()) as ready:
        ready.answer("/news.xml", Answer(body=FEED, headers={"ETag": '"1"'}))
        ready.answer("/old", Answer(status=301, headers={"Location": "/news.xml"}))
        ready.answer("/", html_answer(f"<html><head>{NAMES_A_FEED}</head><body>Hello</body></html>".encode()))
        ready.answer("/page", html_answer(long_page()))
        yield ready


@pytest.fixture
def services(stage: KeepingStage, tmp_path: Path) -> Iterator[Services]:
    made = build_services(Paths(data_dir=tmp_path), clock=stage.clock, fetcher=stage.client)
    yield made
    made.close()


@pytest.fixture
def library(services: Services) -> Iterator[Library]:
    opened = services.open_library()
    yield opened
    opened.close()


def asked(stage: KeepingStage, path: str) -> int:
    return sum(request.path == path for request in stage.server.requests)


@pytest.mark.parametrize("typed", ["/news.xml", "/", "/old"])
def test_finding_adding_and_the_next_update_by_itself_ask_a_feed_once(
    stage: KeepingStage, services: Services, library: Library, typed: str
) -> None:
    (found,) = services.find_sources(library, stage.url(typed))
    added = services.add_source(library, found.url)
    services.sync(library, due_only=True, on_progress=lambda _: None, cancel=threading.Event())
    assert (asked(stage, "/news.xml"), asked(stage, typed)) == (1, 1)
    assert (added.checked, added.articles, added.source.state) == (True, 1, SourceState.FINE)
    assert added.source.entries == 1


def test_adding_alone_stores_what_it_saw_and_the_next_question_is_with_its_validators(
    stage: KeepingStage, services: Services, library: Library
) -> None:
    assert services.add_source(library, stage.url("/news.xml")).articles == 1
    services.sync(library, on_progress=lambda _: None, cancel=threading.Event())
    first, second = (request.header("If-None-Match") for request in stage.server.requests)
    assert (first, second) == (None, '"1"')


def test_a_page_that_is_found_and_followed_is_asked_for_once(
    stage: KeepingStage, services: Services, library: Library
) -> None:
    stage.answer("/", Answer(status=404))
    (found,) = services.find_sources(library, stage.url("/page"))
    added = services.watch_page(library, found.url)
    services.sync(library, due_only=True, on_progress=lambda _: None, cancel=threading.Event())
    assert (added.source.format, added.articles, asked(stage, "/page")) == (SourceFormat.PAGE, 1, 1)


def test_who_looks_or_tries_again_is_told_what_is_there_now(
    stage: KeepingStage, services: Services, library: Library
) -> None:
    """A network's own page stood before everything at first."""
    barrier = html_answer(long_page(title="Log in to this network"))
    stage.answer("/", barrier)
    stage.answer("/news.xml", [barrier, Answer(body=FEED)])
    (wrong,) = services.find_sources(library, stage.url("/news.xml"))
    (right,) = services.find_sources(library, stage.url("/news.xml"))
    assert (wrong.format, right.format) == (SourceFormat.PAGE, SourceFormat.FEED)
    stage.answer("/news.xml", [barrier, Answer(body=FEED)])
    services.find_sources(library, stage.url("/news.xml"))
    with pytest.raises(FeedError):
        services.add_source(library, stage.url("/news.xml"))
    assert services.add_source(library, stage.url("/news.xml")).articles == 1


def test_a_source_added_without_a_network_waits_for_its_first_update(
    stage: KeepingStage, services: Services, library: Library
) -> None:
    stage.go_offline()
    added = services.add_source(library, stage.url("/news.xml"))
    assert (added.checked, added.articles, added.source.state) == (False, None, SourceState.NEVER_FETCHED)
