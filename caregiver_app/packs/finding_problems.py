"""Gathers what is wrong with a pack, up to a bound, each problem with its place."""

from __future__ import annotations

from typing import Final

from caregiver_app.model.pack_problem import PackFault, PackProblem, Severity

MOST_PROBLEMS: Final = 500
"""More help nobody, and a hostile pack could make any number."""


class Problems:
    """A list that grows while a pack is looked at."""

    def __init__(self) -> None:
        self._found: list[PackProblem] = []

    def add(self, where: str, fault: PackFault, detail: object = "") -> None:
        """Note one, unless there are very many already."""
        if len(self._found) < MOST_PROBLEMS:
            self._found.append(PackProblem(where=where, fault=fault, detail=str(detail)))

    @property
    def all(self) -> tuple[PackProblem, ...]:
        """All of them, in the order in which they were found."""
        return tuple(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether one of them keeps the pack from being built."""
        return any(problem.severity is Severity.ERROR for problem in self._found)
