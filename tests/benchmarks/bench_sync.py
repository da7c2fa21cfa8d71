"""Sync measured beside other readers, against the same farm of feeds on the same machine.

    python3 dev.py bench sync -- [--feeds 1000] [--hosts 100] [--latency-ms 50] [--runs 3] [--no-peer] [--write]

Three steps each: everything is new; nothing changed; a tenth of the feeds changed. All run as whole processes, ours
with its search index, the others without one. A ratio is ours divided by the other's wall time. Growth is measured
with a tenth and a third of the feeds, ours alone. The daily snapshot, which others do not take, is measured by itself.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.library.store import open_library
from caregiver_app.model.time import Millis
from caregiver_app.support.clock import SystemClock
from tests.benchmarks.farming import Farm, running_farm
from tests.benchmarks.figures import Figure, add_writing_option, growth_exponent, show
from tests.benchmarks.measuring import Cost, middle, run_and_measure
from tests.benchmarks.peers import Peer, peers_here, three_steps

STEPS = ("first sync", "nothing changed", "a tenth changed")
MEMORY_MUST_MB, MEMORY_AIM_MB = 300, 150
Measure = Callable[[Farm, Path], Sequence[Cost]]


def measure_ours(farm: Farm, folder: Path) -> list[Cost]:
    """Run the three steps with the command line as people have it."""
    caregiver = _caregiver_with_feeds(farm, folder)
    costs = three_steps(farm, [*caregiver, "sync"])
    tomorrow = Millis(SystemClock().now() + 2 * 24 * 3600 * 1000)
    print(f"the daily snapshot after it: {_take_snapshot(folder / 'data', at=tomorrow):.2f} s")
    return costs


def main() -> int:
    """Measure and print; a figure is for people to read and never fails anything."""
    options = _options()
    peers = [] if options.no_peer else peers_here(os.environ.get("CAREGIVER_BENCH_PYTHON"))
    with running_farm(feeds=options.feeds, hosts=options.hosts, latency_ms=options.latency_ms) as farm:
        ours = _medians(farm, measure_ours, options.runs)
        theirs = [(peer, _medians(farm, peer.measure, options.runs)) for peer in peers]
    sizes = {size: _first_sync(size, options) for size in (options.feeds // 10, options.feeds // 3)}
    growth = {**sizes, options.feeds: ours[0]}
    conditions = (
        f"{options.feeds} feeds of 30 entries on {options.hosts} hosts, {options.latency_ms:g} ms latency, "
        f"median of {options.runs}; ours with the search index."
    )
    show("Sync", conditions, [*_figures(ours, theirs), *_growth(growth)], write=options.write)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--hosts", type=int, default=100)
    parser.add_argument("--latency-ms", type=float, default=50)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-peer", action="store_true", help="only ours")
    add_writing_option(parser)
    return parser.parse_args()


def _caregiver_with_feeds(farm: Farm, folder: Path) -> list[str]:
    subscriptions = folder / "feeds.opml"
    subscriptions.write_bytes(farm.ask("/feeds.opml"))
    caregiver = [sys.executable, "-m", "caregiver_app", "--data-dir", str(folder / "data"), "--json"]
    run_and_measure([*caregiver, "opml", "import", str(subscriptions), "--allow-private"])
    _take_snapshot(folder / "data", at=SystemClock().now())
    return caregiver


def _take_snapshot(data: Path, *, at: Millis) -> float:
    """Take the snapshot of the day, which no other reader takes, so that no sync does it; return the seconds."""
    library = open_library(Paths(data_dir=data).library, SystemClock())
    started = time.perf_counter()
    library.snapshot(at=at)
    library.close()
    return time.perf_counter() - started


def _medians(farm: Farm, measure: Measure, runs: int) -> list[Cost]:
    measured: list[Sequence[Cost]] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            measured.append(measure(farm, Path(folder)))
    return [middle([run[step] for run in measured]) for step in range(len(measured[0]))]


def _first_sync(feeds: int, options: argparse.Namespace) -> Cost:
    hosts = max(2, options.hosts * feeds // options.feeds)
    with (
        running_farm(feeds=feeds, hosts=hosts, latency_ms=options.latency_ms) as farm,
        tempfile.TemporaryDirectory() as folder,
    ):
        return run_and_measure([*_caregiver_with_feeds(farm, Path(folder)), "sync"])


def _figures(ours: Sequence[Cost], theirs: Sequence[tuple[Peer, Sequence[Cost]]]) -> list[Figure]:
    found: list[Figure] = []
    for number, step in enumerate(STEPS):
        for peer, costs in theirs:
            if number >= len(costs):
                continue
            must, aim = peer.budget[number]
            found.append(
                Figure(
                    what=step,
                    ours=ours[number].wall_s,
                    unit="s",
                    peer=costs[number].wall_s,
                    peer_name=peer.name,
                    must=must,
                    aim=aim,
                )
            )
        found.append(Figure(what=f"{step}, processor time", ours=ours[number].cpu_s, unit="s"))
    memory = max(cost.memory_mb for cost in ours)
    return [
        *found,
        Figure(what="memory of all processes", ours=memory, unit="MB", must=MEMORY_MUST_MB, aim=MEMORY_AIM_MB),
    ]


def _growth(first: dict[int, Cost]) -> list[Figure]:
    smallest, largest = min(first), max(first)
    times = {size: cost.cpu_s for size, cost in first.items()}
    return [
        Figure(
            what=f"first sync, growth from {smallest} to {largest} feeds",
            ours=first[largest].wall_s / first[smallest].wall_s,
            unit="times",
            must=12,
            aim=10,
        ),
        Figure(what="the same, exponent of processor time", ours=growth_exponent(times), unit=""),
    ]


if __name__ == "__main__":
    sys.exit(main())
