"""How much SQLite works for something, counted in its own steps: what a clock says depends on who else is busy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from tests.helpers.library import raw


def steps_of(folder: Path, work: Callable[[Database], object]) -> int:
    """Return about how many steps of SQLite's machine some work takes over the library in `folder`."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with raw(folder) as connection:
        connection.row_factory = Row
        connection.set_progress_handler(count, 1)
        work(Database(connection, folder / "library.db"))
    return steps
