"""The services over one data folder, built and joined.

Slow imports stand in the methods that need them: the first window must not wait for a feed parser.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.adding import Adding
from caregiver_app.bootstrap.appraising import Appraising
from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.channel_asking import ChannelAsking
from caregiver_app.bootstrap.channels import Channels
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.helping import Helping
from caregiver_app.bootstrap.link_checking import LinkChecking
from caregiver_app.bootstrap.network import Network
from caregiver_app.bootstrap.own_channels import OwnChannels
from caregiver_app.bootstrap.pack_making import PackMaking
from caregiver_app.bootstrap.pack_publishing import PackPublishing
from caregiver_app.bootstrap.pack_round import PackRound
from caregiver_app.bootstrap.pack_writing import PackWriting
from caregiver_app.bootstrap.packs import Packs
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection import Protection
from caregiver_app.bootstrap.public_sheets import PublicSheets
from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.bootstrap.upkeep import Upkeep
from caregiver_app.feeds.asked_once import Answers
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.source import SourceId
from caregiver_app.model.sync import OnProgress, SyncReport
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel, Fetcher
from caregiver_app.support.clock import SystemClock

if TYPE_CHECKING:
    from caregiver_app.bootstrap.keeping import Keeping
    from caregiver_app.feeds.link_check import OnLinkProgress
    from caregiver_app.feeds.pool import ParserPool
    from caregiver_app.library.store import Library
    from caregiver_app.model.article import ItemId
    from caregiver_app.model.keeping import KeepReport, OnKeepProgress
    from caregiver_app.model.link_check import LinkCheck
    from caregiver_app.support.settings import Settings
    from caregiver_app.web.client import WebClient

REMOVED_KEPT_MS = 24 * 3600 * 1000


class Services(Adding, Upkeep):
    """What windows and commands do things with. Threads may share it; a `Library` belongs to the one that opened it."""

    def __init__(self, paths: Paths, *, clock: Clock, fetcher: Fetcher | None = None) -> None:
        self.paths = paths
        self.clock = clock
        self._ledger = LedgerBuffer()
        self._answers = Answers(clock)
        self._starting = threading.Lock()
        self._started = False
        self._fetcher = fetcher
        self._client: WebClient | None = None
        self._parser: ParserPool | None = None
        self.network = Network()
        self.care = Care(paths, clock)
        self.helping = Helping()
        self.guarding = Guarding(self.care)
        self.appraising = Appraising(clock)
        self.sharing = Sharing(self.guarding, clock)
        self.public_sheets = PublicSheets(self.sharing, self.guarding, self.helping, clock)
        self.channels = Channels(clock, self._fetcher_for, self._ledger)
        self.packs = Packs(clock, self.channels, lambda: self.parser)
        self.channel_asking = ChannelAsking(clock, self.channels, self.packs, self.network.stays_offline)
        self.own_channels = OwnChannels(paths, clock)
        self.pack_making = PackMaking(self.guarding, self.appraising, lambda: self.parser)
        self.pack_publishing = PackPublishing(self.pack_making, self.own_channels, clock, self.appraising.today)
        self.pack_round = PackRound(self.pack_making, self.appraising.today, lambda: self.parser)
        self.pack_writing = PackWriting(self.appraising.today, lambda: self.parser)
        self.link_checking = LinkChecking(self.appraising, self.sharing)
        self.protection = Protection(paths, clock, self.care, start_anew=self.start_anew)

    @property
    def fetcher(self) -> Fetcher:
        """The one door to the network, made when first asked for."""
        with self._starting:
            if self._fetcher is None:
                from caregiver_app.web.client import WebClient

                self._client = WebClient(ledger=self._ledger, clock=self.clock, stay_offline=self.network.stays_offline)
                self._fetcher = self._client
                self.network.attach(self._client)
            return self._fetcher

    @property
    def parser(self) -> ParserPool:
        """The processes that read documents, started when a document comes."""
        with self._starting:
            if self._parser is None:
                from caregiver_app.feeds.pool import ParserPool

                self._parser = ParserPool(size=2)
            return self._parser

    def open_library(self) -> Library:
        """Open the library for the calling thread; the first time, put the packs that ship in place.

        Raises:
            StorageError: see `storage.opening.open_database`; also where it was opened before and is not there now.
            VaultError: it is protected, and the care notes are locked; see `protection.Protection.keys`.
            InstanceRunning: another process is turning its protection on or off.
        """
        from caregiver_app.library.store import open_library
        from caregiver_app.trust.judge import TrustJudge

        if self._started and not self.paths.library.exists():
            _refuse_away(self.paths.library)
        library = open_library(self.paths.library, self.clock, self.protection.keys(), judge=TrustJudge())
        try:
            with self._starting:
                if not self._started:
                    self._start_with(library)
                    self._started = True
        except BaseException:
            library.close()
            raise
        return library

    def stays_offline(self) -> bool:
        """Return the person's own switch: True when no connection may be made."""
        return self.network.stays_offline()

    def set_stay_offline(self, library: Library, value: bool) -> None:
        """Keep the person's own switch; it holds at once, for exchanges under way too."""
        try:
            self.network.set_stay_offline(library, value)
        finally:
            if value and self._fetcher is not None:
                self._fetcher.abort()

    def sync(
        self,
        library: Library,
        *,
        source_ids: Collection[SourceId] | None = None,
        due_only: bool = False,
        on_progress: OnProgress,
        cancel: Cancel,
    ) -> SyncReport:
        """Get updates. See `feeds.sync.Sync.run`; `look_after` and `channel_asking.after_sync` belong after it, apart
        from its report.

        Updates that nobody pressed a button for ask with `due_only`.
        """
        from caregiver_app.feeds.sync import Sync

        self.network.load(library)
        run = Sync(
            library,
            fetcher=self.fetcher,
            parser=self.parser,
            ledger=self._ledger,
            clock=self.clock,
            on_progress=on_progress,
        )
        try:
            report = run.run(source_ids, cancel=cancel, due_only=due_only)
            self._keeping().after_sync(library, report, source_ids=source_ids, on_progress=on_progress, cancel=cancel)
        finally:
            self._rest()
        return report

    def keep_pages(
        self, library: Library, item_ids: Sequence[ItemId], *, on_progress: OnKeepProgress, cancel: Cancel
    ) -> KeepReport:
        """Fetch the whole pages of these articles and their pictures now, for reading without a network.

        Raises:
            StorageError: the library cannot be written; what was kept before stays.
        """
        self.network.load(library)
        try:
            return self._keeping().asked(library, item_ids, on_progress=on_progress, cancel=cancel)
        finally:
            self._rest()

    def check_links(
        self,
        library: Library,
        addresses: Collection[str] | None = None,
        *,
        everything: bool = False,
        on_progress: OnLinkProgress,
        cancel: Cancel,
    ) -> tuple[LinkCheck, ...]:
        """Look whether addresses still lead where they did. See `feeds.link_check.LinkChecking.run`."""
        from caregiver_app.feeds.link_check import LinkChecking

        self.network.load(library)
        checking = LinkChecking(
            library,
            fetcher=self.fetcher,
            parser=self.parser,
            ledger=self._ledger,
            clock=self.clock,
            on_progress=on_progress,
        )
        try:
            return checking.run(addresses, everything=everything, cancel=cancel)
        finally:
            self._rest()

    def set_proxy(self, library: Library, address: str) -> str:
        """Reach everybody through a proxy, "" straight. See `bootstrap.network.Network.set_proxy`."""
        return self.network.set_proxy(library, address)

    def proxy(self, library: Library) -> str:
        """Return the proxy's address as it may be shown, "" where there is none."""
        return self.network.proxy(library)

    def kept_settings(self, library: Library, look: Settings) -> Settings:
        """Return the settings' look, completed by what the library keeps while it is protected."""
        from caregiver_app.bootstrap.kept_settings import kept_settings

        return kept_settings(self.paths, library, look)

    def keep_settings(self, library: Library, settings: Settings) -> None:
        """Write what the library keeps of the settings while it is protected; raises as `keep_settings` does."""
        from caregiver_app.bootstrap.kept_settings import keep_settings

        keep_settings(self.paths, library, settings)

    def start_anew(self) -> None:
        """Do at the next opening again what is done at the first: another library lies there now."""
        with self._starting:
            self._started = False

    def close(self) -> None:
        """Lock the care notes, end processes and exchanges; closing twice is fine."""
        self.care.lock()
        if self._parser is not None:
            self._parser.close()
        if self._fetcher is not None:
            self._fetcher.abort()
        if self._client is not None:
            self._client.close()  # connections kept alive, too

    def _fetcher_for(self, library: Library) -> Fetcher:
        """Return the door, which keeps to the choices in this library."""
        self.network.load(library)
        return self.fetcher

    def _keeping(self) -> Keeping:
        from caregiver_app.bootstrap.keeping import Keeping

        return Keeping(fetcher=self.fetcher, parser=self.parser, ledger=self._ledger, clock=self.clock)

    def _rest(self) -> None:
        """Give back what only a running sync needs: kept connections and processes with their memory."""
        self.parser.rest()
        if self._client is not None:
            self._client.close_resting()

    def _start_with(self, library: Library) -> None:
        from caregiver_app.bootstrap.built_in import install_built_in

        now = self.clock.now()
        self.network.load(library)
        install_built_in(library, at=now)
        library.sources.purge(removed_before=Millis(now - REMOVED_KEPT_MS))


def _refuse_away(path: Path) -> None:
    """Make no library anew where one lay a moment ago: its disk is away, and what went into an empty one would be lost.

    Raises:
        StorageError: there is none now, nor one that was being put back.
    """
    from caregiver_app.storage.opening import refuse_lost
    from caregiver_app.storage.restoring import finish_put_back

    finish_put_back(path)
    refuse_lost(path)
    if not path.exists():
        raise StorageError(StorageTrouble.IO, path.name)


def build_services(paths: Paths, *, clock: Clock | None = None, fetcher: Fetcher | None = None) -> Services:
    """Return the services over one data folder; nothing is opened or started yet."""
    return Services(paths, clock=clock or SystemClock(), fetcher=fetcher)
