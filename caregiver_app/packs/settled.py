"""What the maker of a pack decided about details that the guard found: `settled.json`, which stays in the folder."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.guard import Finding, Level

SETTLED: Final = "settled.json"
MOST_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """`kept` are place and text of details that may stay, `keep_all_to_look_at` adds all that ask for a look only."""

    kept: frozenset[tuple[str, str]] = frozenset()
    keep_all_to_look_at: bool = False

    def holds(self, where: str, text: str) -> bool:
        """Return whether a detail of a place may stay as it is written."""
        return (where, text) in self.kept

    def open_ones(self, findings: Iterable[Finding], where: str) -> tuple[Finding, ...]:
        """Return those of a place that nobody decided on."""
        return tuple(each for each in findings if not self._holds(each, where))

    def _holds(self, finding: Finding, where: str) -> bool:
        light = self.keep_all_to_look_at and finding.level is Level.LOOK
        return light or self.holds(where, finding.text)


def read_settled(data: bytes) -> Settled:
    """Read the file; every decision must say why.

    Raises:
        PackError: it is not as it should be.
    """
    try:
        said = json.loads(data.decode())
        kept = frozenset((_word(each["where"]), _word(each["text"])) for each in said.get("kept", ()) if _why(each))
        return Settled(kept=kept, keep_all_to_look_at=bool(_word(said.get("keep_all_to_look_at", "")).strip()))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PackError(PackTrouble.FIELD, SETTLED) from error


def _why(said: dict[str, object]) -> bool:
    if not _word(said["reason"]).strip():
        raise ValueError("no reason")
    return True


def _word(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError
    return said
