"""The window's start, its memory when idle, and how long it ever stalls while it gets updates.

    python3 dev.py bench window -- [--articles 300000] [--runs 5] [--keep FOLDER] [--write]

Starts are whole processes on a real X server (Xvfb), over when the screen looks as it stays; RSS Guard and an empty
three-pane window of the same toolkit stand beside. The stall is the longest time between two beats of a timer of 5 ms
in the window's own thread during a first sync of 300 feeds. A change of the text size and a switch of the screen are in
processor time (`restyling`).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.farming import running_farm
from tests.benchmarks.figures import Figure, add_writing_option, show
from tests.benchmarks.made_library import make_library
from tests.benchmarks.measuring import as_people_run
from tests.benchmarks.screen_watch import Start, WatchedScreen, watched_screen

WATCH_S = 6.0
STALL_FEEDS, STALL_HOSTS = 300, 50
RSS_GUARD = "rssguard"

BARE = """
from PySide6.QtWidgets import QApplication, QListWidget, QSplitter, QTextBrowser, QTreeWidget
app = QApplication([])
panes = QSplitter()
for pane in (QTreeWidget(), QListWidget(), QTextBrowser()):
    panes.addWidget(pane)
panes.resize(1200, 800)
panes.show()
app.exec()
"""


def main() -> int:
    """Measure and print; a figure is for people to read and never fails anything."""
    options = _options()
    with tempfile.TemporaryDirectory() as passing, watched_screen() as screen:
        empty, full = Path(passing) / "empty", Path(options.keep or passing) / "full"
        _fill(empty, full, options.articles)
        starts = _starts(screen, options.runs, _programs(empty, full, Path(passing)))
    stall_ms, (size_ms, switch_ms) = _stall_ms(), _restyling_ms()
    conditions = (
        f"Xvfb 1440 x 1000, median of {options.runs}; memory as unique pages of all processes, {WATCH_S:g} s in."
    )
    figures = [
        *_figures(starts, stall_ms, options.articles),
        Figure(what="a change of the text size, every screen seen, processor time", ours=size_ms, unit="ms", must=150),
        Figure(what="a switch of the screen, processor time", ours=switch_ms, unit="ms", must=100),
    ]
    show("Window", conditions, figures, write=options.write)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", help="a folder that holds the large library for a next run")
    add_writing_option(parser)
    return parser.parse_args()


def _fill(empty: Path, full: Path, articles: int) -> None:
    """Make both folders as they are after the topics were asked about, so that the shelf is what opens."""
    caregiver = [sys.executable, "-m", "caregiver_app", "--data-dir"]
    subprocess.run([*caregiver, str(empty), "topic", "choose", "dementia"], check=True, stdout=subprocess.DEVNULL)
    if not (full / "library.db").exists():
        full.mkdir(parents=True, exist_ok=True)
        make_library(full, articles, print)
    subprocess.run([*caregiver, str(full), "topic", "choose", "dementia"], check=True, stdout=subprocess.DEVNULL)


Program = Callable[[WatchedScreen], Start]


def _programs(empty: Path, full: Path, passing: Path) -> Mapping[str, Program]:
    def started(command: Sequence[str]) -> Program:
        return lambda screen: screen.start(command, watch_s=WATCH_S)

    caregiver = [sys.executable, "-m", "caregiver_app", "--data-dir"]
    programs = {
        "empty": started([*caregiver, str(empty)]),
        "full": started([*caregiver, str(full)]),
        "bare": started([sys.executable, "-c", BARE]),
    }
    if shutil.which(RSS_GUARD):
        guard = [RSS_GUARD, "--data", str(passing / RSS_GUARD)]
        # Its browser refuses to start for root, which is who measures in a container.
        unsandboxed = {"QTWEBENGINE_DISABLE_SANDBOX": "1"}
        return {**programs, RSS_GUARD: lambda screen: screen.start(guard, watch_s=WATCH_S, extra=unsandboxed)}
    print("RSS Guard is not installed (Debian's package: rssguard); measured without it.")
    return programs


def _starts(screen: WatchedScreen, runs: int, programs: Mapping[str, Program]) -> dict[str, Start]:
    for program in programs.values():
        program(screen)  # once unmeasured: files come into memory, first-start work is done
    measured: dict[str, list[Start]] = {name: [] for name in programs}
    for _ in range(runs):
        for name, program in programs.items():
            measured[name].append(program(screen))
    return {
        name: Start(
            seconds=median(start.seconds for start in starts), memory_mb=median(start.memory_mb for start in starts)
        )
        for name, starts in measured.items()
    }


def _stall_ms() -> float:
    """Run the window in a process of its own, so that this one's work is not in its way, and return its worst beat."""
    with (
        running_farm(feeds=STALL_FEEDS, hosts=STALL_HOSTS, latency_ms=20) as farm,
        tempfile.TemporaryDirectory() as folder,
    ):
        subscriptions = Path(folder) / "feeds.opml"
        subscriptions.write_bytes(farm.ask("/feeds.opml"))
        data = str(Path(folder) / "data")
        caregiver = [sys.executable, "-m", "caregiver_app", "--data-dir", data]
        subprocess.run(
            [*caregiver, "opml", "import", str(subscriptions), "--allow-private"], check=True, stdout=subprocess.DEVNULL
        )
        return float(_said_by("tests.benchmarks.heartbeat", data)[-1])


def _restyling_ms() -> tuple[float, float]:
    """Return what a change of the text size costs, and a switch of the screen, each in a window that is lived in."""
    size, switch = _said_by("tests.benchmarks.restyling")[-2:]
    return float(size), float(switch)


def _said_by(module: str, *arguments: str) -> list[str]:
    """Run one of our programs without a screen and return the words that it prints."""
    environment = {**as_people_run(), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.split()


def _figures(starts: Mapping[str, Start], stall_ms: float, articles: int) -> list[Figure]:
    empty, full, bare = starts["empty"], starts["full"], starts["bare"]
    figures = [
        Figure(what="start, small library", ours=empty.seconds, unit="s", peer=bare.seconds, peer_name="bare window"),
        Figure(
            what=f"start with {articles} articles beside a small library",
            ours=full.seconds,
            unit="s",
            peer=empty.seconds,
            peer_name="small",
            must=1.3,
            aim=1.1,
        ),
        Figure(what="longest stall in a first sync", ours=stall_ms, unit="ms", must=100, aim=50),
    ]
    if RSS_GUARD not in starts:
        return [*figures, Figure(what=f"memory idle with {articles} articles", ours=full.memory_mb, unit="MB")]
    guard = starts[RSS_GUARD]
    return [
        Figure(
            what="start, small library",
            ours=empty.seconds,
            unit="s",
            peer=guard.seconds,
            peer_name="RSS Guard",
            must=1.2,
            aim=0.8,
        ),
        *figures,
        Figure(
            what=f"memory idle with {articles} articles, beside an empty RSS Guard",
            ours=full.memory_mb,
            unit="MB",
            peer=guard.memory_mb,
            peer_name="RSS Guard",
        ),
        Figure(what=f"memory idle with {articles} articles", ours=full.memory_mb, unit="MB", must=168, aim=111),
    ]


if __name__ == "__main__":
    sys.exit(main())
