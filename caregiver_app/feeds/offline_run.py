"""Keeps the pages that are wanted: threads fetch, processes read, one thread writes. Within the bounds of one run.

The calling thread owns the library. Each page is stored in one transaction, then its pictures in another; ending the
process at any moment loses nothing that was stored and leaves at most files that the next sweep removes.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial

from caregiver_app.feeds.host_queue import host_of
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.offline_fetch import Failure, OfflineFetch
from caregiver_app.feeds.offline_places import PlacesOfSources
from caregiver_app.feeds.offline_turns import SilentHosts, by_turns
from caregiver_app.feeds.pool import Parser
from caregiver_app.library.assets import StoredPicture
from caregiver_app.library.batches import take_breath
from caregiver_app.library.offline_queue import PageToKeep
from caregiver_app.library.offline_storing import FetchedPage, addresses_in
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.errors import CaregiverError, StorageError, StorageTrouble, WebTrouble
from caregiver_app.model.keeping import KeepProgress, KeepReport, KeepResult, OnKeepProgress
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel, Fetcher

PAGES_AT_ONCE = 6
PAGES_A_RUN = 200
BYTES_A_RUN = 200_000_000
"""What comes over the line before a run leaves the rest to the next one."""

_LOOK_FOR_STOP_S = 0.1
_WAIT_FOR_THREADS_S = 0.7

_log = logging.getLogger(__name__)

_Pictures = Mapping[str, StoredPicture | Failure]
_Brought = FetchedPage | Failure | _Pictures | CaregiverError
_Job = Callable[[], "_Brought"]


class OfflineRun:
    """One run over the wanted pages of one library. Use once."""

    def __init__(
        self,
        library: Library,
        *,
        fetcher: Fetcher,
        parser: Parser,
        ledger: LedgerBuffer,
        clock: Clock,
        on_progress: OnKeepProgress,
    ) -> None:
        self._library = library
        self._fetcher = fetcher
        self._parser = parser
        self._ledger = ledger
        self._clock = clock
        self._on_progress = on_progress
        self._at = clock.now()
        self._fetch = OfflineFetch(fetcher=fetcher, parser=parser, files=library.assets.files)
        self._places = PlacesOfSources(library)
        self._hosts = SilentHosts(library.source_states.pauses(now=self._at))
        self._waiting: deque[PageToKeep] = deque()
        self._inbox: queue.SimpleQueue[tuple[PageToKeep, _Brought]] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._under_way = self._received_bytes = 0
        self._done: list[PageToKeep] = []
        self._total = 0
        self._full = self._offline = False

    def run_due(self, *, source_ids: Collection[SourceId] | None, cancel: Cancel) -> KeepReport:
        """Keep what the switches of sources ask for and what is due again; of these sources only, if any are named.

        Raises:
            StorageError: the library cannot be written; what was stored before stays.
        """
        self._library.offline_queue.fill(at=self._at)
        pages = self._library.offline_queue.due(at=self._at, limit=PAGES_A_RUN, source_ids=source_ids)
        return self._run(pages, cancel)

    def run_asked(self, item_ids: Sequence[ItemId], *, cancel: Cancel) -> KeepReport:
        """Keep the pages of these articles, at once. Raises as `run_due` does."""
        self._library.offline_copies.want(item_ids, at=self._at)
        return self._run(self._library.offline_queue.named(item_ids), cancel)

    def _run(self, pages: Sequence[PageToKeep], cancel: Cancel) -> KeepReport:
        self._total = len(pages)
        self._waiting.extend(by_turns(pages))
        cancelled = False
        if pages:
            self._fetcher.resume()
        try:
            cancelled = not self._work_off(cancel)
        finally:
            self._end()
        while not cancel.is_set() and self._library.search.catch_up():
            take_breath()
        return KeepReport(
            results=tuple(self._results(pages)), full=self._full, offline=self._offline, cancelled=cancelled
        )

    def _work_off(self, cancel: Cancel) -> bool:
        """Fetch and store until nothing is left; return False when the person pressed stop."""
        while self._waiting or self._under_way:
            if cancel.is_set():
                return False
            self._start_more()
            try:
                page, brought = self._inbox.get(timeout=_LOOK_FOR_STOP_S)
            except queue.Empty:
                continue
            self._under_way -= 1
            self._take(page, brought)
        return True

    def _start_more(self) -> None:
        while self._waiting and self._under_way < PAGES_AT_ONCE:
            if self._received_bytes >= BYTES_A_RUN:
                self._leave_the_rest()
            elif self._library.offline_copies.space().is_full:
                self._say_full()
            else:
                self._begin(self._waiting.popleft())

    def _begin(self, page: PageToKeep) -> None:
        if self._hosts.is_away(page.url):
            self._finish(page)
        elif page.only_pictures:
            self._start_pictures(page, self._library.offline_storing.shown_html(page.item_id))
        else:
            self._start(page, partial(self._fetch.page, page, self._places.of(page)))

    def _say_full(self) -> None:
        self._full = True
        self._library.offline_storing.put_no_room(tuple(page.item_id for page in self._waiting))
        self._leave_the_rest()

    def _leave_the_rest(self) -> None:
        while self._waiting:
            self._finish(self._waiting.popleft())

    def _start_pictures(self, page: PageToKeep, html: SafeHtml) -> None:
        urls = addresses_in(html)
        if not urls:
            self._library.offline_storing.put_pictures(page.item_id, {}, more_to_come=False, at=self._at)
            self._finish(page)
            return
        known = self._library.assets.known(urls)
        self._start(page, partial(self._fetch.pictures, urls, self._places.of(page), known))

    def _start(self, page: PageToKeep, job: _Job) -> None:
        self._under_way += 1
        thread = threading.Thread(target=self._carry_out, args=(page, job), name=f"keep-{page.item_id}", daemon=True)
        self._threads = [other for other in self._threads if other.is_alive()] + [thread]
        thread.start()

    def _carry_out(self, page: PageToKeep, job: _Job) -> None:
        try:
            self._inbox.put((page, job()))
        except CaregiverError as error:
            self._inbox.put((page, error))
        except Exception as error:  # noqa: BLE001  a thread that dies silently would leave the run waiting
            _log.error("keeping a page failed: %s", type(error).__name__)
            self._inbox.put((page, Failure(reason=WebTrouble.PROTOCOL.value, detail=type(error).__name__)))

    def _take(self, page: PageToKeep, brought: _Brought) -> None:
        self._write_ledger()
        match brought:
            case StorageError(kind=StorageTrouble.FULL):
                self._say_full()
                self._finish(page)
            case StorageError():
                raise brought
            case CaregiverError():  # cut off by the person's switch: it stays wanted
                self._finish(page)
            case FetchedPage():
                self._hosts.note(page.url, "")
                html = self._library.offline_storing.put_page(page.item_id, brought, at=self._at)
                self._start_pictures(page, html)
            case Failure():
                self._take_failure(page, brought)
            case _:
                self._take_pictures(page, brought)

    def _take_failure(self, page: PageToKeep, failure: Failure) -> None:
        self._hosts.note(page.url, failure.reason)
        self._note_failure(page.url, failure)
        if not failure.no_network:
            self._library.offline_storing.put_failure(
                page.item_id, failure.reason, failure.detail, final=failure.final, at=self._at
            )
        self._finish(page)

    def _take_pictures(self, page: PageToKeep, pictures: _Pictures) -> None:
        failures = {url: each for url, each in pictures.items() if isinstance(each, Failure)}
        for url, failure in failures.items():
            self._note_failure(url, failure)
        if not any(failure.no_network for failure in failures.values()):
            words = {url: each if isinstance(each, StoredPicture) else each.reason for url, each in pictures.items()}
            more = any(not failure.final for failure in failures.values())
            self._library.offline_storing.put_pictures(page.item_id, words, more_to_come=more, at=self._at)
        self._finish(page)

    def _note_failure(self, url: str | None, failure: Failure) -> None:
        """Remember that a host asked for rest; without a network, leave the rest as it is."""
        if failure.rest_s is not None:
            until = Millis(self._at + int(failure.rest_s * 1000))
            self._library.source_states.pause(host_of(url or ""), until, now=self._at)
        if failure.no_network:
            self._offline = True
            self._leave_the_rest()

    def _finish(self, page: PageToKeep) -> None:
        self._done.append(page)
        self._on_progress(KeepProgress(done=len(self._done), total=self._total, current=page.title))

    def _end(self) -> None:
        """Cut off what is under way and wait a moment, so that the ledger is whole; then remove what nobody names."""
        if self._under_way:
            self._fetcher.abort()
            self._parser.cancel()
        until = self._clock.monotonic() + _WAIT_FOR_THREADS_S
        for thread in self._threads:
            thread.join(max(0.0, until - self._clock.monotonic()))
        self._write_ledger()
        is_quiet = not any(thread.is_alive() for thread in self._threads)
        if is_quiet and (self._total or self._library.assets.has_unused()):
            self._library.assets.sweep()

    def _write_ledger(self) -> None:
        lines = self._ledger.drain()
        self._received_bytes += sum(line.received_bytes for line in lines)
        if lines:
            self._library.ledger.add(lines)

    def _results(self, pages: Iterable[PageToKeep]) -> Iterable[KeepResult]:
        for page in pages:
            copy = self._library.offline_copies.of(page.item_id)
            if copy is not None:
                yield KeepResult(item_id=page.item_id, title=page.title, copy=copy)
