"""Fills an empty data folder with an invented family's data: `dev.py run --demo` looks around in it.

    python packaging/make_demo.py FOLDER

Runs in the project's own environment; makes no connection. Who the family is stands in packaging/demo.
"""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from caregiver_app.support.clock import SystemClock  # noqa: E402  found only once the path is set
from caregiver_app.support.night import is_night  # noqa: E402  the same
from caregiver_app.support.zones import own_zone  # noqa: E402  the same
from demomaking.filling import PASSPHRASE, fill_folder  # noqa: E402  found beside this script only now

TOLD = """
Everything in this window is invented: the family, their doctors, their numbers.
The care notes open with these words:

    {passphrase}

What you change is thrown away when you leave.
"""
AT_NIGHT = """It is between ten and six here, so Home shows what a night needs. "Show all of Home" shows the rest.
"""


def main(arguments: list[str]) -> int:
    """Fill the folder and say how the notes are opened."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    clock = SystemClock()
    fill_folder(Path(arguments[0]), clock, zone=own_zone())
    print(told(night=is_night(clock.now())), flush=True)
    return 0


def told(*, night: bool) -> str:
    """Return what the terminal says: what the window shows, and what opens the notes in it."""
    return TOLD.format(passphrase=PASSPHRASE) + (AT_NIGHT if night else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
