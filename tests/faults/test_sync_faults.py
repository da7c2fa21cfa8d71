"""A sync may end at any moment: the next one completes it, every entry is there once, and marks are as they were."""

from __future__ import annotations

import random
import shutil
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
import pytest

from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.feeds.sync import Sync
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.article import MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource
from caregiver_app.model.sync import SyncReport, SyncState
from caregiver_app.support.clock import SystemClock
from caregiver_app.web.client import WebClient
from tests.faults.scenarios import services_of
from tests.helpers.clock import MONDAY
from tests.helpers.faults import EVERY, crash_everywhere, running_scenario
from tests.helpers.feed_documents import pages, rss
from tests.helpers.http_server import Answer, ScriptedServer, conditional
from tests.helpers.killing import killed

FEEDS, ENTRIES = 12, 15
HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3")
Marks = dict[MarkKind, dict[int, int | None]]
ONE_FEED = {f"Page {n}" for n in range(ENTRIES)}


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """Twelve feeds on three hosts; each knows its own ETag."""
    with ScriptedServer(also=HOSTS[1:]) as serving:
        for number in range(FEEDS):
            body = rss(*pages(ENTRIES, host=f"feed{number}.example"), title=f"Feed {number}")
            serving.answer(f"/{number}.xml", conditional(body, etag=f'"{number}"'))
        yield serving


@pytest.fixture(scope="module")
def parser() -> Iterator[ParserPool]:
    """Two parsing processes for all that is synced in this process."""
    with ParserPool(size=2) as pool:
        yield pool


@pytest.fixture
def template(tmp_path: Path, server: ScriptedServer) -> Path:
    """A data folder in which the first feed was fetched and marked, and eleven wait for their first sync."""
    folder = tmp_path / "data"
    services = services_of(folder)
    library = services.open_library()
    for number in range(FEEDS):
        url = server.url(f"/{number}.xml", HOSTS[number % len(HOSTS)])
        library.sources.add(NewSource(url=url, allow_private=True), at=MONDAY)
    first = library.sources.by_url(server.url("/0.xml", HOSTS[0]))
    assert first is not None
    services.sync(library, source_ids=[first.id], on_progress=lambda _: None, cancel=threading.Event())
    ids = sorted(row.id for row in library.articles.page(ArticleQuery()).rows)
    for kind, marked in zip(MarkKind, (ids[:3], ids[2:6], ids[5:7]), strict=True):
        library.marks.set(marked, kind, True, at=MONDAY)
    library.close()
    services.close()
    return folder


def marks_in(library: Library) -> Marks:
    rows = [*library.articles.page(ArticleQuery(), limit=1_000).rows]
    rows += library.articles.page(ArticleQuery(text="is:archived"), limit=1_000).rows
    ids = [row.id for row in rows]
    return {
        kind: {item: at for item, at in library.marks.times(ids, kind).items() if at is not None} for kind in MarkKind
    }


def entries_in(library: Library) -> dict[str, Counter[str]]:
    """Return how often each title is there, by source."""
    found: dict[str, Counter[str]] = {}
    for source in library.sources.list(enabled=True):
        query, archived = ArticleQuery(source_id=source.id), ArticleQuery(source_id=source.id, text="is:archived")
        rows = [row for each in (query, archived) for row in library.articles.page(each, limit=1_000).rows]
        found[source.url] = Counter(row.title for row in rows)
    return found


def sync_again(library: Library, parser: ParserPool) -> SyncReport:
    ledger, clock = LedgerBuffer(), SystemClock()
    with WebClient(ledger=ledger, clock=clock, stay_offline=lambda: False) as client:
        run = Sync(
            library, fetcher=client, parser=parser, ledger=ledger, clock=clock, on_progress=lambda _progress: None
        )
        return run.run(None, cancel=threading.Event())


def check_left(folder: Path, told: Sequence[str], marks: Marks, parser: ParserPool) -> None:
    """Judge a data folder in which a sync was ended, then let another one complete it."""
    done = max((int(line) for line in told if line.isdigit()), default=0)
    library = open_library(folder / "library.db", SystemClock())
    assert [check for check in library.health.check() if not check.ok] == []
    left = entries_in(library)
    assert all(titles in (Counter(), Counter(ONE_FEED)) for titles in left.values()), left
    assert sum(bool(titles) for titles in left.values()) >= done
    assert marks_in(library) == marks
    report = sync_again(library, parser)
    assert report.count(SyncState.OK, SyncState.UNCHANGED) == FEEDS
    assert entries_in(library) == {url: Counter(ONE_FEED) for url in left}
    assert marks_in(library) == marks
    assert library.articles.count(ArticleQuery(text="words")) == FEEDS * ENTRIES - len(marks[MarkKind.ARCHIVED])
    assert [check for check in library.health.check() if not check.ok] == []
    library.close()


def marks_of(folder: Path) -> Marks:
    library = open_library(folder / "library.db", SystemClock())
    marks = marks_in(library)
    library.close()
    return marks


@EVERY
def test_a_sync_ended_at_a_place_of_a_write_is_completed_by_the_next(
    template: Path, parser: ParserPool, every: bool
) -> None:
    marks = marks_of(template)

    def check(folder: Path, told: Sequence[str]) -> None:
        check_left(folder, told, marks, parser)

    assert crash_everywhere("sync", template, check, every=every) > 10


@killed(200)
def test_a_sync_killed_at_any_moment_is_completed_by_the_next(
    template: Path, parser: ParserPool, kills: int, seed: int
) -> None:
    """Real kill -9, each after as many lines of progress as chance says; nothing of it stays behind."""
    marks = marks_of(template)
    chance = random.Random(seed)  # noqa: S311 chance that can be repeated is what a test needs
    for number in range(kills):
        folder = template.with_name(f"killed-{number}")
        shutil.copytree(template, folder)
        with running_scenario("sync", folder) as process:
            assert process.stdout is not None
            told = [process.stdout.readline().strip() for _ in range(chance.randint(0, FEEDS - 1))]
            helpers = psutil.Process(process.pid).children(recursive=True)
            process.kill()
            process.wait()
        _, alive = psutil.wait_procs(helpers, timeout=20)
        assert alive == [], "a process that reads documents outlived its parent"
        check_left(folder, told, marks, parser)
        shutil.rmtree(folder)


def test_syncing_twice_at_the_same_moment_is_refused_and_harms_nothing(
    template: Path, server: ScriptedServer, parser: ParserPool
) -> None:
    marks = marks_of(template)
    second_ended = threading.Event()
    last = rss(*pages(ENTRIES, host=f"feed{FEEDS - 1}.example"), title="Last")
    server.answer(f"/{FEEDS - 1}.xml", Answer(body=last, wait_for=second_ended))
    with running_scenario("sync", template) as first:
        assert first.stdout is not None
        first.stdout.readline()
        with running_scenario("sync", template) as second:
            second.wait()
            assert second.returncode != 0
        second_ended.set()
        first.stdout.read()
        assert first.wait() == 0
    check_left(template, ["1"], marks, parser)
