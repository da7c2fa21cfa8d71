"""Makes `docs/samples/`: sheets of an invented family as PDF, and the page that lists them.

    python packaging/make_samples.py            write them, and take away what is none of them
    python packaging/make_samples.py --check    say whether they are up to date (exit 1 when not)

Runs in the project's own environment with the code that prints; no network, the same bytes every time. Which samples
there are stands in packaging/demomaking/samples.py.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from demomaking.family import HOME_ZONE  # noqa: E402  found only once the path is set
from demomaking.printing import Household, household  # noqa: E402  the same
from demomaking.samples import samples  # noqa: E402  the same

OUTPUT = PROJECT / "docs" / "samples"
INDEX = "README.md"
_HEAD = """# Samples of sheets

What the application prints, made from the notes of a family that is invented: nobody in them exists, and no number in
them is answered. Made by `python3 dev.py samples` for the morning of 26 November 2026; `python3 dev.py run --demo`
opens the same family in the window. Sheets that carry a key (recovery sheet, key sheet) are never made as samples.

| file | what it shows |
|---|---|
"""


def main(arguments: list[str]) -> int:
    """Write or check the files."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    _live_at_home()
    with household() as family:
        made = make_samples(family)
    stale = stale_files(made)
    if arguments:
        print(f"out of date: {', '.join(stale)}; run python3 dev.py samples" if stale else "up to date")
        return 1 if stale else 0
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in made:
            (OUTPUT / name).write_bytes(made[name])
        else:
            (OUTPUT / name).unlink()
        print(name)
    return 0


def make_samples(family: Household) -> dict[str, bytes]:
    """Return the bytes of each file by its name."""
    files = {f"{sample.name}.pdf": family.typeset(sample).pdf() for sample in samples()}
    return {INDEX: index().encode(), **files}


def index() -> str:
    """Return the page that lists the samples."""
    return _HEAD + "".join(f"| [{each.name}.pdf]({each.name}.pdf) | {each.shows} |\n" for each in samples())


def stale_files(made: dict[str, bytes]) -> list[str]:
    """Return the names of files that are not as they are made now, and of those that nobody makes any more."""
    there = {path.name: path.read_bytes() for path in OUTPUT.glob("*")} if OUTPUT.is_dir() else {}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def _live_at_home() -> None:
    """Let days begin where the family lives, whatever this computer's zone is."""
    os.environ["TZ"] = HOME_ZONE
    if hasattr(time, "tzset"):
        time.tzset()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
