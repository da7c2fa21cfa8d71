"""Where several workers share the tests, none is lost, and what takes long comes early and to each of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.spreading import is_long, spread

TESTS = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class ATest:
    path: Path
    number: int


def some(long_files: int, short_files: int) -> list[ATest]:
    """Return tests of as many files, three of each, the long ones last."""
    names = [f"short{n}" for n in range(short_files)] + [f"long{n}" for n in range(long_files)]
    return [ATest(path=Path(name), number=number) for name in names for number in range(3)]


def takes_long(path: Path) -> bool:
    return path.name.startswith("long")


@pytest.mark.parametrize("workers", [1, 2, 3, 4, 7])
@pytest.mark.parametrize(("long_files", "short_files"), [(9, 100), (0, 5), (5, 0), (40, 3), (0, 0)])
def test_all_tests_are_there_once(workers: int, long_files: int, short_files: int) -> None:
    tests = some(long_files, short_files)
    ordered = spread(tests, workers, takes_long)
    assert sorted(ordered, key=tests.index) == tests


def test_each_worker_has_its_part_of_the_long_files_whole_and_before_its_end() -> None:
    tests = some(8, 100)
    ordered = spread(tests, 4, takes_long)
    piece = len(tests) // 4
    for worker in range(4):
        part = ordered[worker * piece : (worker + 1) * piece]
        long = [place for place, test in enumerate(part) if takes_long(test.path)]
        assert len(long) == 6
        assert part[0].path == part[2].path
        assert max(long) < piece * 2 / 3


def test_files_that_take_long_are_known_by_where_they_stand() -> None:
    assert is_long(TESTS / "stories" / "test_home.py")
    assert is_long(TESTS / "ui" / "test_all_screens.py")
    assert not is_long(TESTS / "ui" / "test_frame.py")
    assert not is_long(Path("/elsewhere/stories/test_home.py"))
