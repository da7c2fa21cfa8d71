"""`python -m tests.faults` runs scenarios in forks; with `NAME FOLDER ...` one scenario, in this process.

`spawn` loads a main module anew in each process that reads documents, but none of this name: what scenarios need, which
takes a second, is loaded once.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.faults.forking import serve
from tests.faults.scenarios import SCENARIOS


def main(arguments: list[str]) -> None:
    """Do what is asked for until it is done or the input ends."""
    if arguments:
        SCENARIOS[arguments[0]](Path(arguments[1]), *arguments[2:])
    else:
        serve()


if __name__ == "__main__":
    main(sys.argv[1:])
