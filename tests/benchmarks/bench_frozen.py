"""The start of the frozen build beside the start from source: both to a window that looks as it stays.

    python3 dev.py bench frozen -- [--program FOLDER/caregiver] [--rounds 9] [--write]

Whole processes on a real X server (Xvfb), in interleaved rounds over folders of their own; the program is what
`python3 dev.py package` made, unless another is named. A command's start is measured too, for what the starter costs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.figures import Figure, add_writing_option, show
from tests.benchmarks.measuring import as_people_run
from tests.benchmarks.screen_watch import watched_screen

WATCH_S = 8.0
MOST_RATIO, AIM_RATIO = 1.2, 1.0
BUILT = Path(__file__).resolve().parents[2] / "build" / "package" / "root" / "usr" / "lib" / "caregiver" / "caregiver"


def main() -> int:
    """Measure and print; a figure is for people to read and never fails anything."""
    options = _options()
    if not options.program.exists():
        print("Nothing was frozen yet (python3 dev.py package), so nothing is measured.")
        return 0
    frozen, source = [str(options.program.resolve())], [sys.executable, "-m", "caregiver_app"]
    with tempfile.TemporaryDirectory() as passing:
        folders = {"frozen": Path(passing, "frozen"), "source": Path(passing, "source")}
        commands = {"frozen": _over(frozen, folders["frozen"]), "source": _over(source, folders["source"])}
        windows = _windows(commands, options.rounds)
        texts = _texts({"frozen": [*frozen, "--version"], "source": [*source, "--version"]}, options.rounds)
    conditions = f"Xvfb 1440 x 1000, medians of {options.rounds} interleaved rounds, a small library."
    show(
        "Frozen build",
        conditions,
        [
            Figure(
                what="start to the first window",
                ours=windows["frozen"],
                unit="s",
                peer=windows["source"],
                peer_name="from source",
                must=MOST_RATIO,
                aim=AIM_RATIO,
            ),
            Figure(
                what="a command, --version",
                ours=texts["frozen"],
                unit="s",
                peer=texts["source"],
                peer_name="from source",
            ),
        ],
        write=options.write,
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=BUILT)
    parser.add_argument("--rounds", type=int, default=9)
    add_writing_option(parser)
    return parser.parse_args()


def _over(program: Sequence[str], folder: Path) -> list[str]:
    """Return the command that opens the window over a folder in which the topics were asked about."""
    command = [*program, "--data-dir", str(folder)]
    subprocess.run(
        [*command, "topic", "choose", "dementia"], env=as_people_run(), check=True, stdout=subprocess.DEVNULL
    )
    return command


def _windows(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    with watched_screen() as screen:
        for command in commands.values():
            screen.start(command, watch_s=WATCH_S)  # once unmeasured: files come into memory
        for _ in range(rounds):
            for name, command in commands.items():
                seconds[name].append(screen.start(command, watch_s=WATCH_S).seconds)
    return {name: median(each) for name, each in seconds.items()}


def _texts(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, env=as_people_run(), check=True, stdout=subprocess.DEVNULL)
            seconds[name].append(time.perf_counter() - began)
    return {name: median(each) for name, each in seconds.items()}


if __name__ == "__main__":
    sys.exit(main())
