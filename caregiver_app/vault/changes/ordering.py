"""Moves records up and down in an order that a person made."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from caregiver_app.vault.changes.changing import Changes


class Direction(IntEnum):
    """Which way a record moves."""

    UP = -1
    DOWN = 1


def move(
    changes: Changes, kind: str, ids: Sequence[int], positions: Sequence[int], *, moved: int, way: Direction
) -> bool:
    """Move a record by one place among `ids`, which stand in their order; return whether it could."""
    here = ids.index(moved)
    there = here + way
    if not 0 <= there < len(ids):
        return False
    order = list(ids)
    order[here], order[there] = order[there], order[here]
    set_order(changes, kind, order, positions)
    return True


def set_order(changes: Changes, kind: str, order: Sequence[int], positions: Sequence[int]) -> None:
    """Give records the places of before in a new order; places that were equal are told apart."""
    places = list(positions)
    for number in range(1, len(places)):
        places[number] = max(places[number], places[number - 1] + 1)
    for record_id, place in zip(order, places, strict=True):
        changes.mark(kind, record_id, {"position": place})
