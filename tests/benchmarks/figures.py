"""One table for all benchmarks: what was measured, beside whom, and what the budget says. For people; nothing fails."""

from __future__ import annotations

import argparse
import os
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import log
from pathlib import Path

MEASUREMENTS = Path(__file__).resolve().parents[2] / "docs" / "measurements.md"
HEAD = ("what", "ours", "peer", "ratio", "must", "aim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A line. `must` and `aim` are bounds on `ratio` where there is a peer, else on `ours`, in the same unit."""

    what: str
    ours: float
    unit: str
    peer: float | None = None
    peer_name: str = ""
    must: float | None = None
    aim: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours divided by the peer's."""
        return self.ours / self.peer if self.peer else None

    def cells(self) -> tuple[str, ...]:
        """Return the texts of the line."""
        peer = "" if self.peer is None else f"{self.peer_name} {_short(self.peer)} {self.unit}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return (
            self.what,
            f"{_short(self.ours)} {self.unit}".strip(),
            peer,
            ratio,
            "" if self.must is None else f"{self.must:g}{self._verdict(self.must)}",
            "" if self.aim is None else f"{self.aim:g}{self._verdict(self.aim)}",
        )

    def _verdict(self, bound: float) -> str:
        reached = (self.ours if self.ratio is None else self.ratio) <= bound
        return "" if reached else " missed"


def add_writing_option(parser: argparse.ArgumentParser) -> None:
    """Let a benchmark be asked to put its table into docs/measurements.md."""
    parser.add_argument("--write", action="store_true", help="put the table into docs/measurements.md")


def show(title: str, conditions: str, figures: Sequence[Figure], *, write: bool) -> None:
    """Print a table; with `write` put it into docs/measurements.md in the place of the one with the same title."""
    section = _section(title, conditions, figures)
    print(section)
    if write:
        text = MEASUREMENTS.read_text(encoding="utf-8")
        MEASUREMENTS.write_text(_replaced(text, title, section), encoding="utf-8")


def growth_exponent(costs: Mapping[int, float]) -> float:
    """Return the slope of cost over size on logarithmic scales, by least squares: 1 is linear, 2 is square."""
    points = [(log(size), log(cost)) for size, cost in costs.items()]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def _section(title: str, conditions: str, figures: Sequence[Figure]) -> str:
    rows = [HEAD, ("---",) * len(HEAD), *(figure.cells() for figure in figures)]
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    day = f"{datetime.now(UTC):%-d %B %Y}"
    machine = f"{day}, CPython {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    return f"## {title}\n\n{conditions} {machine}.\n\n{table}\n"


def _replaced(text: str, title: str, section: str) -> str:
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if pattern.search(text):
        return pattern.sub(lambda _: f"{section}\n", text).rstrip() + "\n"
    return f"{text.rstrip()}\n\n{section}"


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"
