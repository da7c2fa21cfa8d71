"""Other feed readers doing the same three steps: `reader` (a library in Python) and Newsboat (a terminal program)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.farming import Farm
from tests.benchmarks.measuring import Cost, run_and_measure

WORKERS = 20

# reader's own copy of feedparser looks for the sgmllib that Python 3 no longer has; feedparser brings one today.
READER_IMPORTS = """
import sys
import feedparser_sgmllib
sys.modules.setdefault("sgmllib", feedparser_sgmllib)
from reader import make_reader
"""

_READER_ADD = f"""{READER_IMPORTS}
reader = make_reader(sys.argv[1])
for url in open(sys.argv[2]):
    reader.add_feed(url.strip())
reader.close()
"""

_READER_UPDATE = f"""{READER_IMPORTS}
reader = make_reader(sys.argv[1])
for result in reader.update_feeds_iter(scheduled=False, workers={WORKERS}):
    pass
reader.close()
"""

_NEWSBOAT_CONFIG = f"reload-threads {WORKERS}\nmax-items 0\nauto-reload no\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another reader. `budget` are the bounds on the ratio, must and aim, for each step that it is measured in."""

    name: str
    measure: Callable[[Farm, Path], Sequence[Cost]]
    budget: Sequence[tuple[float, float]]


def three_steps(farm: Farm, command: Sequence[str]) -> list[Cost]:
    """Run a command when everything is new, when nothing changed, and when a tenth of the feeds did."""
    farm.ask("/reset", post=True)
    costs = [run_and_measure(command), run_and_measure(command)]
    farm.ask("/next-round", post=True)
    return [*costs, run_and_measure(command)]


def peers_here(reader_python: str | None) -> list[Peer]:
    """Return the peers that are installed; one line says which is not."""
    found: list[Peer] = []
    if reader_python:
        found.append(
            Peer(
                name="reader",
                measure=lambda farm, folder: _reader(farm, folder, reader_python),
                budget=((0.35, 0.12), (0.6, 0.3), (0.5, 0.2)),
            )
        )
    newsboat = shutil.which("newsboat")
    if newsboat:
        found.append(
            Peer(
                name="Newsboat",
                measure=lambda farm, folder: _newsboat(farm, folder, newsboat),
                budget=((0.7, 0.25),),
            )
        )
    else:
        print("Newsboat is not installed (Debian's package: newsboat); measured without it.")
    return found


def _reader(farm: Farm, folder: Path, python: str) -> list[Cost]:
    addresses = folder / "urls.txt"
    addresses.write_bytes(farm.ask("/urls.txt"))
    database = str(folder / "reader.db")
    run_and_measure([python, "-c", _READER_ADD, database, str(addresses)])
    return three_steps(farm, [python, "-c", _READER_UPDATE, database])


def _newsboat(farm: Farm, folder: Path, program: str) -> list[Cost]:
    addresses, config = folder / "urls", folder / "config"
    addresses.write_bytes(farm.ask("/urls.txt"))
    config.write_text(_NEWSBOAT_CONFIG, encoding="utf-8")
    command = [program, "-u", str(addresses), "-c", str(folder / "cache.db"), "-C", str(config), "-x", "reload"]
    farm.ask("/reset", post=True)
    return [run_and_measure(command)]  # the other two steps take it minutes, and no bound was set for them
