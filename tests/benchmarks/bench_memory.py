"""How much memory a window that stays open for weeks gains: a hundred syncs in one process.

    python3 dev.py bench memory -- [--feeds 100] [--syncs 100] [--write]

A tenth of the feeds changes between two syncs. Growth is counted from the tenth sync on, when everything that is loaded
once has been loaded.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import psutil

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from tests.benchmarks.farming import running_farm
from tests.benchmarks.figures import Figure, add_writing_option, show

WARM_AFTER = 10
HOSTS = 20


def main() -> int:
    """Measure and print; a figure is for people to read and never fails anything."""
    options = _options()
    with running_farm(feeds=options.feeds, hosts=HOSTS) as farm, tempfile.TemporaryDirectory() as folder:
        subscriptions = Path(folder) / "feeds.opml"
        subscriptions.write_bytes(farm.ask("/feeds.opml"))
        data = Path(folder) / "data"
        caregiver = [sys.executable, "-m", "caregiver_app", "--data-dir", str(data)]
        subprocess.run(
            [*caregiver, "opml", "import", str(subscriptions), "--allow-private"], check=True, stdout=subprocess.DEVNULL
        )
        sizes = _sizes(data, options.syncs, lambda: farm.ask("/next-round", post=True))
    grown = (sizes[-1] - sizes[min(WARM_AFTER, len(sizes) - 1)]) / 1e6
    conditions = f"{options.syncs} syncs of {options.feeds} feeds in one process, a tenth changed each time."
    figures = [
        Figure(what="growth of memory after the tenth sync", ours=grown, unit="MB", must=30, aim=10),
        Figure(what="memory at the end, without workers", ours=sizes[-1] / 1e6, unit="MB"),
    ]
    show("Memory over many syncs", conditions, figures, write=options.write)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=100)
    parser.add_argument("--syncs", type=int, default=100)
    add_writing_option(parser)
    return parser.parse_args()


def _sizes(data: Path, syncs: int, change: Callable[[], object]) -> list[int]:
    services = build_services(Paths(data_dir=data))
    sizes: list[int] = []
    library = services.open_library()
    for _ in range(syncs):
        services.sync(library, on_progress=lambda _progress: None, cancel=threading.Event())
        sizes.append(int(psutil.Process().memory_full_info().uss))
        change()
    library.close()
    services.close()
    return sizes


if __name__ == "__main__":
    sys.exit(main())
