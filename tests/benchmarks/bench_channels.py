"""Channels measured: what an update check and a pack cost a family and a host, with 1,000 packs published.

    python3 dev.py bench channels -- [--packs 1000] [--publishers 1 20] [--write]

Packs of 50 kB, on a server on loopback; bytes are those of questions and answers with their heads, without TLS. What
is measured here is what docs/scale.md reckons with. The packs that are installed are real ones, into a library with
all that ships, one of them large; the others are bytes by chance, of which nobody looks at more than their hash.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from caregiver_app.bootstrap.built_in import install_built_in
from caregiver_app.bootstrap.channels import Channels
from caregiver_app.bootstrap.pack_steps import PreparedPack
from caregiver_app.bootstrap.packs import Packs
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.library.store import Library
from caregiver_app.model.channel import ChannelId, TrustedChannel
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.packs.channels.changing import put_pack
from caregiver_app.packs.channels.publishing import Changes, publish, sign_publisher
from caregiver_app.packs.channels.signing import Keys
from tests.benchmarks.example_pack import LARGE, example_pack, large_pack
from tests.benchmarks.figures import Figure, add_writing_option, show
from tests.helpers.clock import MONDAY
from tests.helpers.hosted_channel import host
from tests.helpers.http_server import ScriptedServer
from tests.helpers.library import a_library
from tests.helpers.own_channels import Maker, an_offer
from tests.helpers.syncing import RunningClock, a_client

PACK_BYTES = 50_000
EXAMPLE = "pack-0"
"""The one that is changed, fetched and installed."""
LARGE_EXAMPLE = "pack-1"
MUST_INSTALL_MS, AIM_INSTALL_MS = 2_000, 500
"""For a pack of 2,000 items, fetched and opened before (QUALITY)."""
MUST_REQUESTS, AIM_REQUESTS = 4, 1
MUST_BYTES, AIM_BYTES = 20_000, 2_000


def main() -> None:
    """Publish, measure, print."""
    options = _options()
    figures = [figure for count in options.publishers for figure in measure(options.packs, count)]
    conditions = (
        f"{options.packs:,} packs of 50 kB, on loopback. Preparing is fetching and opening, at first in a process "
        "that has\nto begin; what is installed gets into a library with all that ships."
    )
    show("Channels", conditions, figures, write=options.write)


def measure(packs: int, publishers: int) -> list[Figure]:
    """Return what a channel with so many packs of so many publishers costs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        maker = Maker(folder / "channel", team=True)
        maker.begin()
        slugs = [f"publisher-{number}" for number in range(publishers)]
        for slug in slugs:
            maker.add_publisher(slug.title(), slug)
        chance = random.Random(3)  # noqa: S311 the same packs every time are what makes runs comparable
        by_chance = (chance.randbytes(PACK_BYTES) for _ in range(packs - 2))
        contents = [example_pack(EXAMPLE), large_pack(LARGE_EXAMPLE), *by_chance]
        publishing = _took(lambda: _publish(maker, slugs, contents))
        return [
            Figure(what=f"publish {packs:,} packs, {publishers} publishers", ours=publishing, unit="s"),
            *_as_family(folder, maker, f"{publishers} publishers"),
        ]


def _publish(maker: Maker, slugs: list[str], contents: list[bytes], *, version: int = 1) -> None:
    channel, changes, keys = maker.open(), Changes(), Keys(maker.keys)
    for number, data in enumerate(contents):
        slug = slugs[number % len(slugs)]
        offer = an_offer(channel, f"pack-{number}", data, version=version, publisher=slug)
        changes.files[put_pack(channel, offer, data)] = data
    for slug in slugs[: len(contents)]:
        sign_publisher(channel, keys, slug, changes, at=maker.at)
    publish(channel, keys, at=maker.at, changes=changes)


def _as_family(folder: Path, maker: Maker, words: str) -> list[Figure]:
    clock, ledger = RunningClock(), LedgerBuffer()
    library = a_library(folder)
    install_built_in(library, at=MONDAY)
    with ScriptedServer() as server, a_client(ledger, clock, threading.Event()) as client:
        channels = Channels(clock, lambda _library: client, ledger)
        address = host(server, maker.folder)

        def news(channel: TrustedChannel) -> Callable[[], object]:
            return lambda: channels.check(library, channel.id)

        def trust() -> None:
            look = channels.look(library, address, allow_private=True)
            channels.trust(library, look, look.fingerprint, address=address, allow_private=True)

        figures = _measured(server, f"trust, {words}", trust)
        (channel,) = library.channels.list()
        figures += _measured(server, f"first check, {words}", news(channel))
        nothing_new = _measured(server, f"check, nothing new, {words}", news(channel))
        _publish(maker, [maker.open().delegated()[0].slug], [example_pack(EXAMPLE, version=2)], version=2)
        host(server, maker.folder)
        figures += [_bounded(figure) for figure in nothing_new]
        figures += _measured(server, f"check, one pack changed, {words}", news(channel))

        path, large = (_path_of(channels, library, channel.id, slug) for slug in (EXAMPLE, LARGE_EXAMPLE))

        def fetch() -> None:
            with channels.opened(library, channel_id=channel.id) as opened:
                opened.fetch(path)

        figures += _measured(server, f"fetch a pack, {words}", fetch)
        figures += _installed(channels, library, PackUid(f"{channel.id}/{path}"), words)
        figures += _installed_large(channels, library, PackUid(f"{channel.id}/{large}"), words)
    library.close()
    return figures


def _path_of(channels: Channels, library: Library, channel_id: ChannelId, slug: str) -> str:
    known = channels.known(library, channel_id)
    assert known is not None
    (path,) = (offer.path for offer in known.offers if offer.slug == slug)
    return path


def _installed(channels: Channels, library: Library, uid: PackUid, words: str) -> list[Figure]:
    """Fetch and open the example, once in a process that has to begin and once in the same, and install it."""
    prepared: list[PreparedPack] = []
    with ParserPool() as pool:
        packs = Packs(RunningClock(), channels, lambda: pool)
        first, again = (_took(lambda: prepared.append(packs.prepare(library, uid))) for _ in range(2))
        installing = _took(lambda: packs.install(library, prepared[-1]))
    assert library.packs.get(uid) is not None
    named = {"prepare a pack, first": first, "prepare a pack, again": again, "install a pack": installing}
    return [Figure(what=f"{what}, {words}: time", ours=each * 1000, unit="ms") for what, each in named.items()]


def _installed_large(channels: Channels, library: Library, uid: PackUid, words: str) -> list[Figure]:
    prepared: list[PreparedPack] = []
    with ParserPool() as pool:
        packs = Packs(RunningClock(), channels, lambda: pool)
        packs.prepare(library, uid)  # the process begins
        preparing = _took(lambda: prepared.append(packs.prepare(library, uid)))
        installing = _took(lambda: packs.install(library, prepared[-1]))
    assert library.packs.get(uid) is not None
    of = f"a pack of {LARGE:,} items"
    return [
        Figure(what=f"prepare {of}, again, {words}: time", ours=preparing * 1000, unit="ms"),
        Figure(
            what=f"install {of}, {words}: time",
            ours=installing * 1000,
            unit="ms",
            must=MUST_INSTALL_MS,
            aim=AIM_INSTALL_MS,
        ),
    ]


def _measured(server: ScriptedServer, what: str, act: Callable[[], object]) -> list[Figure]:
    server.requests.clear()
    seconds = _took(act)
    sent = sum(len(request.raw) for request in server.requests)
    received = sum(request.answered_bytes for request in server.requests)
    return [
        Figure(what=f"{what}: time", ours=seconds * 1000, unit="ms"),
        Figure(what=f"{what}: requests", ours=len(server.requests), unit=""),
        Figure(what=f"{what}: sent", ours=sent, unit="bytes"),
        Figure(what=f"{what}: received", ours=received, unit="bytes"),
    ]


def _bounded(figure: Figure) -> Figure:
    """Return a figure with its bound (QUALITY: an update check with nothing new)."""
    in_bytes = (MUST_BYTES, AIM_BYTES)
    bounds = {"requests": (MUST_REQUESTS, AIM_REQUESTS), "sent": in_bytes, "received": in_bytes}
    must, aim = bounds.get(figure.what.rpartition(": ")[2], (None, None))
    return Figure(what=figure.what, ours=figure.ours, unit=figure.unit, must=must, aim=aim)


def _took(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--packs", type=int, default=1_000)
    parser.add_argument("--publishers", type=int, nargs="+", default=[1, 20])
    add_writing_option(parser)
    return parser.parse_args()


if __name__ == "__main__":
    main()
