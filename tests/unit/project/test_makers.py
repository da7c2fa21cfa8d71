"""The programs that make what ships say how they are called, and write nothing where they are not called so."""

from __future__ import annotations

import csv
from pathlib import Path
from types import ModuleType

import pytest

import make_confusables
import make_link_rules
import make_notices
import make_words

_MAKERS = (make_confusables, make_link_rules, make_notices, make_words)


@pytest.mark.parametrize("maker", _MAKERS, ids=[maker.__name__ for maker in _MAKERS])
def test_a_maker_answers_whoever_asks_for_help(maker: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert maker.main(["--help"]) == 0
    assert f"packaging/{maker.__name__}.py" in capsys.readouterr().out
    assert maker.main(["--nonsense", "twice", "over"]) == 2


def test_each_row_of_a_table_has_the_cells_of_its_head() -> None:
    """A comma without its quotes moves all that follows it into other columns, and a line falls out of what ships."""
    tables = list(Path(make_words.__file__).parent.rglob("*.csv"))
    assert tables
    assert [wrong for table in tables for wrong in _of_other_lengths(table)] == []


def _of_other_lengths(table: Path) -> list[str]:
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        head = next(rows)
        return [f"{table.name}, line {rows.line_num}: {row[0]}" for row in rows if row and len(row) != len(head)]
