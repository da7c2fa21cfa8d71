"""Keeping whole pages and pictures: what a person asks for, and what the sources' switches ask for after a sync."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from caregiver_app.model.errors import StorageError
from caregiver_app.model.sync import OnProgress, SyncProgress, SyncReport, SyncState

if TYPE_CHECKING:
    from caregiver_app.feeds.ledger_buffer import LedgerBuffer
    from caregiver_app.feeds.pool import Parser
    from caregiver_app.library.store import Library
    from caregiver_app.model.article import ItemId
    from caregiver_app.model.keeping import KeepProgress, KeepReport, OnKeepProgress
    from caregiver_app.model.source import SourceId
    from caregiver_app.model.time import Clock
    from caregiver_app.model.web import Cancel, Fetcher

_log = logging.getLogger(__name__)


class Keeping:
    """What it takes to keep pages, given once."""

    def __init__(self, *, fetcher: Fetcher, parser: Parser, ledger: LedgerBuffer, clock: Clock) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._ledger = ledger
        self._clock = clock

    def asked(
        self, library: Library, item_ids: Sequence[ItemId], *, on_progress: OnKeepProgress, cancel: Cancel
    ) -> KeepReport:
        """Fetch the pages of these articles now. See `feeds.offline_run.OfflineRun.run_asked`."""
        from caregiver_app.feeds.offline_run import OfflineRun

        run = OfflineRun(
            library,
            fetcher=self._fetcher,
            parser=self._parser,
            ledger=self._ledger,
            clock=self._clock,
            on_progress=on_progress,
        )
        return run.run_asked(item_ids, cancel=cancel)

    def after_sync(
        self,
        library: Library,
        report: SyncReport,
        *,
        source_ids: Collection[SourceId] | None,
        on_progress: OnProgress,
        cancel: Cancel,
    ) -> None:
        """Fetch what is wanted, after sources were asked; what goes wrong with the disk leaves the report as it is."""
        from caregiver_app.feeds.offline_run import OfflineRun

        if report.cancelled or report.offline:
            return
        run = OfflineRun(
            library,
            fetcher=self._fetcher,
            parser=self._parser,
            ledger=self._ledger,
            clock=self._clock,
            on_progress=lambda kept: on_progress(_as_of_a_sync(report, kept)),
        )
        try:
            run.run_due(source_ids=source_ids, cancel=cancel)
        except StorageError as error:
            _log.warning("pages were not kept: %s", error.kind.value)


def _as_of_a_sync(report: SyncReport, kept: KeepProgress) -> SyncProgress:
    """Return the last stretch of a sync: all sources are done, pages come one by one."""
    sources = len(report.results)
    return SyncProgress(
        done=sources,
        total=sources,
        current=kept.current,
        new=report.new,
        failed=report.count(SyncState.FAILED, SyncState.GONE),
    )
