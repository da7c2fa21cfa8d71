"""Sync measured beside `reader`, our nearest relative, against the same farm of feeds on the same machine.

    python3 dev.py bench sync -- [--feeds 1000] [--hosts 100] [--latency-ms 50] [--runs 3] [--no-peer]

Three steps each: everything is new; nothing changed; a tenth of the feeds changed. Both run as whole processes, ours
with its search index, reader without one (its index is made by a command of its own). A ratio is ours divided by
reader's wall time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measuring import Cost, middle, run_and_measure

FARM = Path(__file__).resolve().parents[3] / "shared" / "tools" / "feed_farm.py"
STEPS = ("first", "unchanged", "a tenth changed")
BUDGET = {"first": 0.35, "unchanged": 0.6, "a tenth changed": 0.5}

# reader's own copy of feedparser looks for the sgmllib that Python 3 no longer has; feedparser brings one today.
READER_IMPORTS = """
import sys
import feedparser_sgmllib
sys.modules.setdefault("sgmllib", feedparser_sgmllib)
from reader import make_reader
"""

READER_ADD = (
    READER_IMPORTS
    + """
reader = make_reader(sys.argv[1])
for url in open(sys.argv[2]):
    reader.add_feed(url.strip())
reader.close()
"""
)

READER_UPDATE = (
    READER_IMPORTS
    + """
reader = make_reader(sys.argv[1])
for result in reader.update_feeds_iter(scheduled=False, workers=20):
    pass
reader.close()
"""
)


@dataclass(frozen=True, slots=True)
class Farm:
    """A running farm."""

    address: str

    def ask(self, path: str, *, post: bool = False) -> bytes:
        """Return what the farm answers."""
        request = urllib.request.Request(self.address + path, data=b"" if post else None)
        with urllib.request.urlopen(request) as answer:
            return bytes(answer.read())


@contextmanager
def running_farm(options: argparse.Namespace) -> Iterator[Farm]:
    """Run the farm as a process of its own, so that it does not share our interpreter."""
    command = [sys.executable, str(FARM), "--port", "0", "--feeds", str(options.feeds), "--hosts", str(options.hosts)]
    command += ["--latency-ms", str(options.latency_ms), "--lifetime-s", "7200"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        ready = process.stdout.readline().split()
        yield Farm(address=ready[2])
    finally:
        process.terminate()
        process.wait()


def measure_ours(farm: Farm, folder: Path) -> list[Cost]:
    """Run the three steps with the command line as people have it."""
    subscriptions = folder / "feeds.opml"
    subscriptions.write_bytes(farm.ask("/feeds.opml"))
    caregiver = [sys.executable, "-m", "caregiver_app", "--data-dir", str(folder / "data"), "--json"]
    run_and_measure([*caregiver, "opml", "import", str(subscriptions), "--allow-private"])
    return _three_steps(farm, [*caregiver, "sync"])


def measure_reader(farm: Farm, folder: Path, python: str) -> list[Cost]:
    """Run the three steps with reader and 20 workers."""
    addresses = folder / "urls.txt"
    addresses.write_bytes(farm.ask("/urls.txt"))
    database = str(folder / "reader.db")
    run_and_measure([python, "-c", READER_ADD, database, str(addresses)])
    return _three_steps(farm, [python, "-c", READER_UPDATE, database])


def _three_steps(farm: Farm, command: list[str]) -> list[Cost]:
    farm.ask("/reset", post=True)
    costs = [run_and_measure(command), run_and_measure(command)]
    farm.ask("/next-round", post=True)
    return [*costs, run_and_measure(command)]


def main() -> int:
    """Measure and print; a figure is for people to read and never fails anything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--hosts", type=int, default=100)
    parser.add_argument("--latency-ms", type=float, default=50)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-peer", action="store_true", help="only ours")
    options = parser.parse_args()
    peer = None if options.no_peer else os.environ.get("CAREGIVER_BENCH_PYTHON")
    ours: list[list[Cost]] = []
    theirs: list[list[Cost]] = []
    with running_farm(options) as farm:
        for _ in range(options.runs):
            with tempfile.TemporaryDirectory() as folder:
                ours.append(measure_ours(farm, Path(folder)))
            if peer:
                with tempfile.TemporaryDirectory() as folder:
                    theirs.append(measure_reader(farm, Path(folder), peer))
    _print(options, ours, theirs)
    return 0


def _print(options: argparse.Namespace, ours: list[list[Cost]], theirs: list[list[Cost]]) -> None:
    print(f"{options.feeds} feeds on {options.hosts} hosts, {options.latency_ms:g} ms, median of {options.runs}")
    print(f"{'':16}{'ours s':>9}{'CPU s':>8}{'MB':>7}{'reader s':>10}{'CPU s':>8}{'MB':>7}{'ratio':>8}{'budget':>8}")
    for number, step in enumerate(STEPS):
        mine = middle([run[number] for run in ours])
        line = f"{step:16}{mine.wall_s:9.2f}{mine.cpu_s:8.2f}{mine.memory_mb:7.0f}"
        if theirs:
            other = middle([run[number] for run in theirs])
            ratio = mine.wall_s / other.wall_s
            line += f"{other.wall_s:10.2f}{other.cpu_s:8.2f}{other.memory_mb:7.0f}{ratio:8.2f}{BUDGET[step]:8.2f}"
        print(line)
        report = json.loads(mine.output)
        print(f"{'':16}{report['new']} new, {report['unchanged']} unchanged, {report['failed']} failed")


if __name__ == "__main__":
    sys.exit(main())
