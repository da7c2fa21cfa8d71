"""The services that keep pages: as the last part of a sync, when asked, and pictures for the reader."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.library.store import Library
from caregiver_app.model.offline import CopyState
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceId
from caregiver_app.model.sync import SyncProgress
from tests.helpers.http_server import Answer
from tests.helpers.keeping import KeepingStage, a_keeping_stage, a_picture, html_answer, long_page
from tests.helpers.starter import begin_started
from tests.helpers.tls import Authority


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[KeepingStage]:
    with ParserPool() as parser, a_keeping_stage(begin_started(tmp_path), parser, Authority()) as ready:
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


def add(stage: KeepingStage, library: Library) -> SourceId:
    feed = (
        "<rss version='2.0'><channel><title>Clinic</title><item><title>Falls at night</title>"
        f"<link>{stage.url('/a')}</link><description>In short.</description></item></channel></rss>"
    )
    stage.answer("/feed", Answer(body=feed.encode()))
    stage.answer("/a", html_answer(long_page(inside="<p><img src='/rail.png' alt='A rail'></p>")))
    stage.answer("/rail.png", Answer(body=a_picture()))
    return library.sources.add(NewSource(url=stage.url("/feed")), at=stage.clock.now())


def sync(services: Services, library: Library) -> list[SyncProgress]:
    progress: list[SyncProgress] = []
    services.sync(library, on_progress=progress.append, cancel=threading.Event())
    return progress


def test_a_sync_ends_with_the_pages_that_are_wanted(stage: KeepingStage, services: Services, library: Library) -> None:
    library.sources.set_full_text([add(stage, library)], True)
    progress = sync(services, library)
    (row,) = library.articles.page(ArticleQuery()).rows
    article = library.articles.get(row.id)
    assert article.full_text
    assert article.offline is not None
    assert article.offline.state is CopyState.KEPT
    assert progress[-1].current == "Falls at night"
    (name,) = library.assets.of(row.id).values()
    data = library.assets.files.read(name)
    assert data is not None
    assert data.startswith((b"\xff\xd8", b"\x89PNG"))


def test_a_sync_fetches_no_page_that_no_switch_asks_for(
    stage: KeepingStage, services: Services, library: Library
) -> None:
    add(stage, library)
    sync(services, library)
    assert stage.server.seen("/a") == []


def test_pages_are_kept_when_asked_for(stage: KeepingStage, services: Services, library: Library) -> None:
    add(stage, library)
    sync(services, library)
    (row,) = library.articles.page(ArticleQuery()).rows
    report = services.keep_pages(library, [row.id], on_progress=lambda _progress: None, cancel=threading.Event())
    assert report.count(CopyState.KEPT) == 1
    assert library.articles.get(row.id).full_text


def test_reading_an_article_and_its_pictures_asks_nobody(
    stage: KeepingStage, services: Services, library: Library
) -> None:
    library.sources.set_full_text([add(stage, library)], True)
    sync(services, library)
    asked = len(stage.server.requests)
    (row,) = library.articles.page(ArticleQuery()).rows
    library.articles.get(row.id)
    for name in library.assets.of(row.id).values():
        library.assets.files.read(name)
    assert len(stage.server.requests) == asked


@pytest.mark.parametrize("name", ["", "..", "../library.db", "library.db", "0" * 64])
def test_no_other_file_is_given_out(services: Services, library: Library, name: str) -> None:
    assert library.assets.files.read(name) is None


def test_staying_offline_fetches_nothing_and_leaves_it_wanted(
    stage: KeepingStage, services: Services, library: Library
) -> None:
    library.sources.set_full_text([add(stage, library)], True)
    stage.go_offline()
    sync(services, library)
    assert stage.server.requests == []
