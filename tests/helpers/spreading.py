"""Which test runs when, where several workers share them: what takes long is never left for the end.

Towards the end workers take each other's last tests (`--dist worksteal`). One that takes a minute and comes last keeps
one worker busy while all others have nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Protocol, TypeVar

_TESTS = Path(__file__).resolve().parents[1]
_LONG = ("stories", "faults", "ui/test_all_screens.py", "ui/test_pictures.py", "ui/test_undo_everywhere.py")
"""Of folders and modules: those in which a test takes ten seconds and more beside others."""

_BY_THEN = 2 / 3
"""So much of a worker's tests begin before its last long one has."""


class Located(Protocol):
    """A test of pytest: it knows the file that it stands in."""

    @property
    def path(self) -> Path:
        """Return that file."""


T = TypeVar("T", bound=Located)


def is_long(path: Path) -> bool:
    """Return whether the tests of a file take long."""
    place = path.relative_to(_TESTS).as_posix() if path.is_relative_to(_TESTS) else ""
    return place.startswith(_LONG)


def spread(tests: Sequence[T], workers: int, is_long: Callable[[Path], bool] = is_long) -> list[T]:
    """Return the same tests so that each worker has its part of the long files, a few at a time, and short ones last.

    xdist hands each worker one piece of the list, all but equally long. Tests of a long file stay together: they share
    what the file makes once.
    """
    files = [list(group) for _path, group in groupby(tests, key=lambda test: test.path)]
    long = [file for file in files if is_long(file[0].path)]
    short = [test for file in files if not is_long(file[0].path) for test in file]
    ordered: list[T] = []
    for worker in range(workers):
        own = long[worker::workers]
        room = (len(tests) - len(ordered)) // (workers - worker) - sum(map(len, own))
        ordered += _mixed(own, short[: max(0, room)])
        del short[: max(0, room)]
    return ordered + short


def _mixed(long: Sequence[list[T]], short: Sequence[T]) -> list[T]:
    """Return long files with as many short tests after each, and those that are left."""
    step = round(len(short) * _BY_THEN / len(long)) if long else 0
    mixed: list[T] = []
    for number, file in enumerate(long):
        mixed += [*file, *short[number * step : (number + 1) * step]]
    return mixed + list(short[len(long) * step :])
