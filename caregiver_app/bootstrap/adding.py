"""The part of the services that adds what a person names: a source, a page, a list of another reader.

Looking at an address, adding what is there and storing its first document ask a server once.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.network import Network
from caregiver_app.feeds.asked_once import Answers, AskingNobody, AskingOnce
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Fetcher
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.bootstrap.guarding import Guarding
    from caregiver_app.feeds.candidates import Candidate
    from caregiver_app.feeds.opml_writing import WrittenOpml
    from caregiver_app.feeds.pool import ParserPool
    from caregiver_app.feeds.sorting_out import OpmlPreview
    from caregiver_app.feeds.subscribe import AddedSource, OpmlImport
    from caregiver_app.feeds.subscriptions import Subscriptions
    from caregiver_app.library.store import Library


class Adding(ABC):
    """Thin doors to `feeds`; what was asked of servers is in the ledger afterwards, whatever came of it."""

    clock: Clock
    guarding: Guarding
    network: Network
    _ledger: LedgerBuffer
    _answers: Answers

    @property
    @abstractmethod
    def fetcher(self) -> Fetcher:
        """The one door to the network."""

    @property
    @abstractmethod
    def parser(self) -> ParserPool:
        """The processes that read what comes from outside."""

    def _about_to_ask(self, library: Library) -> None:
        """Keep to the newest choices, and let exchanges begin again after others were stopped."""
        self.network.load(library)
        self.fetcher.resume()

    @contextmanager
    def _asked(self, library: Library) -> Iterator[None]:
        """Run a block that asks for an address which somebody typed; the ledger says what was asked, whatever came."""
        self._about_to_ask(library)
        try:
            yield
        except CaregiverError:
            self._answers.clear()  # the next try shall not meet what was in the way of this one
            raise
        finally:
            library.ledger.add(self._ledger.drain())

    def watch_page(self, library: Library, address: str, *, topics: Sequence[str] = (), title: str = "") -> AddedSource:
        """Follow the page at an address itself, as a source. See `feeds.watching.watch_page` for what it raises."""
        from caregiver_app.feeds.watching import watch_page

        with self._asked(library):
            added = watch_page(
                library,
                address,
                fetcher=self._asking_once(),
                parser=self.parser,
                topics=tuple(topics),
                title=title,
                at=self.clock.now(),
            )
        return self._with_its_articles(library, added)

    def add_source(
        self,
        library: Library,
        address: str,
        *,
        allow_private: bool = False,
        agreed: bool = False,
        topics: Sequence[str] = (),
        title: str = "",
    ) -> AddedSource:
        """Look at an address and add the feed that is there. See `feeds.subscribe.add_source` for what it raises."""
        from caregiver_app.feeds.subscribe import add_source

        with self._asked(library):
            added = add_source(
                library,
                address,
                fetcher=self._asking_once(),
                parser=self.parser,
                allow_private=allow_private,
                agreed=agreed,
                topics=tuple(topics),
                title=title,
                at=self.clock.now(),
            )
        return self._with_its_articles(library, added)

    def find_sources(self, library: Library, address: str, *, allow_private: bool = False) -> tuple[Candidate, ...]:
        """Return what may be followed at an address. See `feeds.looking.find_sources` for what it raises."""
        from caregiver_app.feeds.looking import find_sources

        self._about_to_ask(library)
        self._answers.clear()  # who looks again wants to know what is there now: a barrier may be gone since
        try:
            return find_sources(
                library,
                address,
                fetcher=self._asking_once(),
                parser=self.parser,
                allow_private=allow_private,
                at=self.clock.now(),
            )
        finally:
            library.ledger.add(self._ledger.drain())

    def _asking_once(self) -> AskingOnce:
        return AskingOnce(self.fetcher, self._answers)

    def _with_its_articles(self, library: Library, added: AddedSource) -> AddedSource:
        """Store what a new source said when it was looked at: its server is not asked for that again."""
        from caregiver_app.feeds.sync import Sync
        from caregiver_app.model.sync import SyncState

        if added.known or not added.checked:
            return added
        run = Sync(
            library,
            fetcher=AskingNobody(self._answers),
            parser=self.parser,
            ledger=self._ledger,
            clock=self.clock,
            on_progress=lambda _: None,
        )
        report = run.run([added.source.id], cancel=threading.Event())
        self._answers.forget(added.source.url)
        source = library.sources.get(added.source.id)
        return replace(added, source=source, articles=report.new if report.count(SyncState.OK) else None)

    def preview_opml(self, library: Library, data: bytes, *, allow_private: bool = False) -> OpmlPreview:
        """Return what taking a subscription list would do; nothing is added.

        Raises:
            OpmlError: the file is no subscription list.
        """
        from caregiver_app.feeds.subscribe import preview_subscriptions

        return preview_subscriptions(library, self._read_opml(data), allow_private=allow_private)

    def import_opml(self, library: Library, data: bytes, *, allow_private: bool = False) -> OpmlImport:
        """Add the sources of a subscription list; nothing is fetched.

        Raises:
            OpmlError: the file is no subscription list.
        """
        from caregiver_app.feeds.subscribe import import_subscriptions

        return import_subscriptions(library, self._read_opml(data), allow_private=allow_private, at=self.clock.now())

    def _read_opml(self, data: bytes) -> Subscriptions:
        from caregiver_app.feeds.opml import read_opml

        return read_opml(data)

    def export_opml(self, library: Library) -> WrittenOpml:
        """Return the sources that are on as a list for other readers; what is private is left out and counted.

        Raises:
            StorageError: a file is in the way.
            VaultError: the care notes, whose words the guard looks for in names, are damaged.
        """
        from caregiver_app.bootstrap.exported_names import names_that_leave
        from caregiver_app.feeds.opml_writing import may_leave, write_opml
        from caregiver_app.feeds.starter_topics import starter_titles

        shipped, own = starter_titles(), {topic.id: topic.title for topic in library.topics.list()}
        listed = library.sources.list(enabled=True)
        leaving = [source for source in listed if may_leave(source)]
        typed = {topic: own.get(topic, topic) for source in leaving for topic in source.topics if topic not in shipped}
        names = names_that_leave(leaving, library.sources.typed_titles(), typed, self.guarding)
        written = write_opml(
            [*names.sources, *(source for source in listed if not may_leave(source))],
            title=_("Sources from Caregiver"),
            now=self.clock.now(),
            topic_titles={**own, **shipped},
        )
        return replace(
            written,
            left_out=(*written.left_out, *names.hidden),
            names_left_out=names.left_out,
            names_unchecked=names.unchecked,
            unread=names.unread,
        )
