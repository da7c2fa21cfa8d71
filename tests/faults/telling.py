"""What a scenario says while it runs: one line for each thing that is done."""

from __future__ import annotations

import sys

BEGUN = "begun"


def tell(line: str) -> None:
    """Say that something is done."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
