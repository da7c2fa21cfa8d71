"""A library, the real door over TLS, real workers and a scripted server: all that keeping pages needs."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.offline_run import OfflineRun
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.feeds.sync import Sync
from caregiver_app.library.store import Library
from caregiver_app.model.article import Article, ItemId
from caregiver_app.model.keeping import KeepProgress, KeepReport
from caregiver_app.model.source import NewSource, SourceFormat, SourceId
from caregiver_app.model.sync import SyncReport
from caregiver_app.web.client import WebClient
from caregiver_app.web.limits import Limits
from tests.helpers.door import Names, stand_in
from tests.helpers.http_server import Answer, Script, ScriptedServer
from tests.helpers.library import a_library, an_article, store
from tests.helpers.syncing import RunningClock
from tests.helpers.tls import Authority

CLINIC, PICTURES, STRANGER = "clinic.org", "img.clinic.org", "tracker.net"
SENTENCE = "Keep a light on in the hall at night so that nobody falls over a rug or a shoe."


def page(*paragraphs: str, title: str = "Falls at night", head: str = "", inside: str = "") -> bytes:
    """Return a web page with these paragraphs as its main text, menus around it, `inside` after them."""
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/a-z'>A to Z</a></nav><main><h1>{title}</h1>{text}{inside}</main>"
        "<footer><p>Contact us</p></footer></body></html>"
    ).encode()


def long_page(*, inside: str = "", last: str = "Ask for a rail by the stairs.", title: str = "Falls at night") -> bytes:
    """Return a page that says more than any feed of these tests."""
    return page(*(f"{n}. {SENTENCE}" for n in range(1, 9)), last, title=title, inside=inside)


def html_answer(body: bytes, **headers: str) -> Answer:
    """Return a page as servers send it."""
    return Answer(body=body, headers={"Content-Type": "text/html; charset=utf-8", **headers})


def a_picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), colour: object = (200, 30, 30)) -> bytes:
    """Return a picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)  # type: ignore[arg-type]  # a colour of any mode
    return out.getvalue()


@dataclass(slots=True, kw_only=True)
class KeepingStage:
    """What a test of keeping pages plays on: `clinic.org` with its pictures, and a stranger."""

    library: Library
    server: ScriptedServer
    parser: ParserPool
    clock: RunningClock
    client: WebClient
    names: Names
    ledger: LedgerBuffer
    progress: list[KeepProgress] = field(default_factory=list)

    def url(self, path: str, host: str = CLINIC) -> str:
        """Return the address of a path."""
        return self.server.url(path, host)

    def answer(self, path: str, script: Script) -> None:
        """Say what is answered to a path, whichever host is asked."""
        self.server.answer(path, script)

    def add(
        self, path: str = "/feed", *, format: SourceFormat = SourceFormat.FEED, full_text: bool | None = True
    ) -> SourceId:
        """Add a source of the person's own."""
        new = NewSource(url=self.url(path), title="Clinic", format=format)
        source_id = self.library.sources.add(new, at=self.clock.now())
        self.library.sources.set_full_text([source_id], full_text)
        return source_id

    def article(self, source_id: SourceId, path: str, *, text: str = "In short.", host: str = CLINIC) -> ItemId:
        """Store an article whose page is at a path."""
        new = an_article(path, "Falls at night", text, link=self.url(path, host))
        return store(self.library, source_id, new)[0]

    def keep(self, *, cancel: threading.Event | None = None) -> KeepReport:
        """Keep what is due."""
        return self._run().run_due(source_ids=None, cancel=cancel or threading.Event())

    def keep_asked(self, item_ids: Sequence[ItemId]) -> KeepReport:
        """Keep these pages."""
        return self._run().run_asked(item_ids, cancel=threading.Event())

    def sync(self) -> SyncReport:
        """Ask all sources."""
        run = Sync(
            self.library,
            fetcher=self.client,
            parser=self.parser,
            ledger=self.ledger,
            clock=self.clock,
            on_progress=lambda _progress: None,
        )
        return run.run(None, cancel=threading.Event())

    def shown(self, item_id: ItemId) -> Article:
        """Return what the reader shows."""
        return self.library.articles.get(item_id)

    def go_offline(self) -> None:
        """Take the network away: no name is found, and no route leads anywhere."""
        self.names.known = dict.fromkeys(self.names.known, OSError("no network"))
        self.names.loses_route()
        self.client.close_resting()

    def asked_hosts(self) -> set[str]:
        """Return every host that was asked for anything, by the ledger."""
        return {line.host.partition(":")[0] for line in self.library.ledger.list()}

    def _run(self) -> OfflineRun:
        return OfflineRun(
            self.library,
            fetcher=self.client,
            parser=self.parser,
            ledger=self.ledger,
            clock=self.clock,
            on_progress=self.progress.append,
        )


@contextmanager
def a_keeping_stage(folder: Path, parser: ParserPool, authority: Authority) -> Iterator[KeepingStage]:
    """Set the stage in a folder; `parser` may serve many of them."""
    clock, ledger = RunningClock(), LedgerBuffer()
    names = Names({CLINIC: ["127.0.0.2"], PICTURES: ["127.0.0.2"], STRANGER: ["127.0.0.3"]})
    library = a_library(folder, clock)
    tls = authority.server(CLINIC, PICTURES, STRANGER)
    with (
        ScriptedServer(also=("127.0.0.2", "127.0.0.3"), tls=tls) as server,
        WebClient(
            ledger=ledger,
            clock=clock,
            stay_offline=lambda: False,
            limits=Limits(total_s=10),
            resolver=names,
            ssl_context=authority.client(),
            judge=stand_in,
        ) as client,
    ):
        try:
            yield KeepingStage(
                library=library,
                server=server,
                parser=parser,
                clock=clock,
                client=client,
                names=names,
                ledger=ledger,
            )
        finally:
            library.close()
