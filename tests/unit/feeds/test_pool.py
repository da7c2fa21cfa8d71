"""Workers: quick when all is well, gone when a document harms them, and without a thing of ours."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image

from caregiver_app.feeds.jobs import PageJob
from caregiver_app.feeds.page_text import read_page
from caregiver_app.feeds.parse import parse_feed
from caregiver_app.feeds.pictures import remake
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.model.errors import Cancelled, CaregiverError, FeedError, FeedTrouble
from tests.helpers.keeping import a_picture, long_page
from tests.helpers.parsing import URL, a_job, rss

FEED = rss("<title>Falls</title><description>&lt;p&gt;Keep a light on.&lt;/p&gt;</description>")
SLOW = b"<rss><channel>" + b"<item><title>x</item>" * 400_000  # elements that do not match: many seconds of work
_PATIENCE = 3_000  # looks, ten milliseconds apart


@pytest.fixture
def pool() -> Iterator[ParserPool]:
    with ParserPool() as made:
        yield made


@pytest.fixture
def ours() -> Callable[[], list[psutil.Process]]:
    """Return a look at the workers that began since: other tests may have theirs."""
    before = {child.pid for child in _workers()}
    return lambda: [child for child in _workers() if child.pid not in before]


def _workers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if _is_worker(child)]


def _is_worker(process: psutil.Process) -> bool:
    """Tell workers from the process that `multiprocessing` keeps beside them."""
    try:
        return "spawn_main" in " ".join(process.cmdline())
    except psutil.Error:
        return False


class Aside:
    """Reads a document in a thread of its own; `error` waits for the end of it."""

    def __init__(self, pool: ParserPool, body: bytes) -> None:
        self._error: CaregiverError | None = None
        self._thread = threading.Thread(target=self._read, args=(pool, body))
        self._thread.start()

    def _read(self, pool: ParserPool, body: bytes) -> None:
        try:
            pool.parse(a_job(body))
        except CaregiverError as error:
            self._error = error

    @property
    def error(self) -> CaregiverError | None:
        self._thread.join()
        return self._error


def _until(ours: Callable[[], list[psutil.Process]], count: int) -> list[psutil.Process]:
    """Wait until so many workers are there: each has a document then."""
    look_again = threading.Event()
    for _ in range(_PATIENCE):
        if len(found := ours()) >= count:
            return found
        look_again.wait(0.01)
    raise AssertionError(f"{len(ours())} workers")


def test_a_document_is_read_as_it_would_be_here(pool: ParserPool) -> None:
    job = a_job(FEED)
    assert pool.parse(job) == parse_feed(job)


def test_verdicts_come_through_and_the_worker_stays(pool: ParserPool, ours: Callable[[], list[psutil.Process]]) -> None:
    with pytest.raises(FeedError) as caught:
        pool.parse(a_job("<html><head><link rel=alternate type=application/rss+xml href=/f></head></html>"))
    assert caught.value.kind is FeedTrouble.HTML
    assert caught.value.links == ("https://clinic.example/f",)
    before = ours()
    pool.parse(a_job(FEED))
    assert ours() == before
    assert len(before) == 1


def test_a_document_beyond_the_bound_reaches_no_worker(
    pool: ParserPool, ours: Callable[[], list[psutil.Process]]
) -> None:
    with pytest.raises(FeedError) as caught:
        pool.parse(a_job(b" " * 10_000_001))
    assert caught.value.kind is FeedTrouble.TOO_LARGE
    assert ours() == []


def test_no_worker_starts_before_a_document_comes_nor_stays_after_close(
    ours: Callable[[], list[psutil.Process]],
) -> None:
    with ParserPool() as pool:
        assert ours() == []
        pool.parse(a_job(FEED))
        assert len(ours()) == 1
    assert ours() == []


def test_a_document_that_hangs_its_worker_is_given_up_and_the_next_one_read() -> None:
    with ParserPool(deadline_s=2.0) as pool:
        with pytest.raises(FeedError) as caught:
            pool.parse(a_job(SLOW))
        assert caught.value.kind is FeedTrouble.TIMEOUT
    with ParserPool() as pool:
        assert pool.parse(a_job(FEED)).title == "Clinic news"


def test_a_worker_that_dies_while_it_reads_is_a_crash_and_is_replaced(
    pool: ParserPool, ours: Callable[[], list[psutil.Process]]
) -> None:
    reading = Aside(pool, SLOW)
    _until(ours, 1)[0].kill()
    assert isinstance(reading.error, FeedError)
    assert reading.error.kind is FeedTrouble.CRASHED
    assert pool.parse(a_job(FEED)).title == "Clinic news"


def test_a_worker_that_died_idle_is_no_fault_of_the_next_document(
    pool: ParserPool, ours: Callable[[], list[psutil.Process]]
) -> None:
    pool.parse(a_job(FEED))
    (worker,) = ours()
    worker.kill()
    psutil.wait_procs([worker])
    assert pool.parse(a_job(FEED)).title == "Clinic news"


def test_cancel_ends_all_reading_at_once_and_the_pool_can_go_on(ours: Callable[[], list[psutil.Process]]) -> None:
    with ParserPool(size=2) as pool:
        reading = [Aside(pool, SLOW), Aside(pool, SLOW)]
        _until(ours, 2)
        pool.cancel()
        assert [type(each.error) for each in reading] == [Cancelled, Cancelled]
        assert pool.parse(a_job(FEED)).title == "Clinic news"


def test_close_ends_reading_too_and_a_closed_pool_reads_nothing(ours: Callable[[], list[psutil.Process]]) -> None:
    pool = ParserPool()
    reading = Aside(pool, SLOW)
    _until(ours, 1)
    pool.close()
    assert isinstance(reading.error, Cancelled)
    with pytest.raises(Cancelled):
        pool.parse(a_job(FEED))
    assert ours() == []


def test_resting_gives_workers_back(pool: ParserPool, ours: Callable[[], list[psutil.Process]]) -> None:
    pool.parse(a_job(FEED))
    pool.rest()
    assert ours() == []
    assert pool.parse(a_job(FEED)).title == "Clinic news"


def test_many_threads_share_the_workers(ours: Callable[[], list[psutil.Process]]) -> None:
    bodies = [rss("<title>x</title>", channel=f"<title>{n}</title>").encode() for n in range(8)]
    with ParserPool(size=2) as pool:
        reading = [Aside(pool, body) for body in bodies]
        assert [each.error for each in reading] == [None] * 8
        assert 1 <= len(ours()) <= 2


def test_a_worker_loads_neither_window_nor_database_and_opens_nothing(
    pool: ParserPool, ours: Callable[[], list[psutil.Process]]
) -> None:
    pool.parse(a_job(FEED))
    (worker,) = ours()
    loaded = " ".join(entry.path for entry in worker.memory_maps())
    assert "lxml" in loaded
    assert "PySide6" not in loaded
    assert "sqlcipher3" not in loaded
    assert worker.open_files() == []
    assert worker.net_connections(kind="inet") == []


def test_a_confined_process_has_no_environment_of_ours_and_can_write_nowhere(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import os, sys
        from caregiver_app.feeds.worker import confine
        confine()
        print("said to nobody")
        if "A_SECRET" in os.environ or "PATH" in os.environ:
            sys.exit(3)
        try:
            with open(sys.argv[1], "wb") as file:
                file.write(b"x")
        except OSError:
            sys.exit(0)
        sys.exit(0 if sys.platform == "win32" else 4)
        """
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "file")],
        env={**os.environ, "A_SECRET": "x"},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")


def test_pages_and_pictures_are_read_as_they_would_be_here(pool: ParserPool) -> None:
    job = PageJob(url="https://clinic.org/a", headers={}, body=long_page())
    assert pool.read_page(job) == read_page(job)
    assert pool.remake_picture(a_picture()) == remake(a_picture())


def test_pages_and_pictures_beyond_the_bounds_reach_no_worker(
    pool: ParserPool, ours: Callable[[], list[psutil.Process]]
) -> None:
    for ask in (lambda: pool.read_page(PageJob(url=URL, headers={}, body=b" " * 5_000_001)),
                lambda: pool.remake_picture(b" " * 5_000_001)):  # fmt: skip
        with pytest.raises(FeedError) as caught:
            ask()
        assert caught.value.kind is FeedTrouble.TOO_LARGE
    assert ours() == []


def test_a_picture_costs_at_most_its_worker() -> None:
    """A large picture takes longer than this pool waits; the next one is made all the same."""
    large = io.BytesIO()
    Image.effect_noise((4_000, 4_000), 90).save(large, "WEBP", quality=1)
    with ParserPool(deadline_s=0.05) as pool:
        with pytest.raises(FeedError) as caught:
            pool.remake_picture(large.getvalue())
        assert caught.value.kind is FeedTrouble.TIMEOUT
    with ParserPool() as pool:
        assert pool.remake_picture(a_picture()).width == 40


def test_a_worker_that_has_pictures_and_pages_opens_nothing(
    pool: ParserPool, ours: Callable[[], list[psutil.Process]]
) -> None:
    pool.remake_picture(a_picture("WEBP"))
    pool.read_page(PageJob(url=URL, headers={}, body=long_page()))
    (worker,) = ours()
    assert worker.open_files() == []
    assert worker.net_connections(kind="inet") == []
