"""Makes the small pictures of all sheets anew: `python -m tests.pictures.make_sheet_pictures`, from the checkout.

Tests compare with them (`tests/unit/project/test_samples.py`). Look at the new ones before they are kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))

from demomaking.printing import household
from tests.helpers.sheet_pictures import LAYOUTS, keep, picture_of, sheets_of


def main() -> None:
    """Make, write."""
    with household() as family:
        sheets = sheets_of(family)
    for name, layout in LAYOUTS.items():
        keep(name, picture_of(sheets, layout))


if __name__ == "__main__":
    main()
