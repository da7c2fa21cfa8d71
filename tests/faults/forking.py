"""Runs scenarios in processes that begin at once: `python -m tests.faults.forking` reads `NAME FOLDER` lines.

Each scenario runs in a fork of this process, which has loaded everything and has one thread and no connection. It says
`pid N` before and `ended` after; between them comes what the scenario tells.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.faults.scenarios import SCENARIOS
from tests.faults.telling import tell


def main() -> None:
    """Serve until the input ends."""
    while request := sys.stdin.readline().split():
        name, folder = request
        child = os.fork()
        if child == 0:
            _run(name, Path(folder))
        os.waitpid(child, 0)
        tell("ended")


def _run(name: str, folder: Path) -> None:
    """Run a scenario and end; a trouble shows in what it did not tell."""
    tell(f"pid {os.getpid()}")
    try:
        SCENARIOS[name](folder)
    finally:
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
