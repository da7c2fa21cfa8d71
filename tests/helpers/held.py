"""What Python still has in hand: texts with a marker in them, in whatever object that can be reached."""

from __future__ import annotations

import gc
from dataclasses import dataclass


@dataclass(slots=True)
class _Frozen:
    """Whether `freeze` holds. The collector itself can only count what it froze: that takes longer than most tests."""

    holds: bool = False


_frozen = _Frozen()


def freeze() -> None:
    """Let the collector of garbage pass over what is there now, unless it does already."""
    if not _frozen.holds:
        gc.collect()
        gc.freeze()
        _frozen.holds = True


def all_objects() -> list[object]:
    """Return what can be reached and may hold something, once garbage is gone; also what was frozen."""
    gc.unfreeze()
    _frozen.holds = False
    gc.collect()
    return gc.get_objects()


def texts_held(core: str, *, but: str) -> list[str]:
    """Return the texts with `core` in them that some object holds, `but` left out.

    All objects are asked at once: there are millions of them.
    """
    found = []
    for held in gc.get_referents(*all_objects()):
        if isinstance(held, str) and core in held and held is not but and held is not core:
            found.append(held)  # noqa: PERF401  the cell of a comprehension would hold `core`
    return found


def kinds_of_holders(text: str) -> list[str]:
    """Return what kinds of objects hold a text, for a person who looks for them."""
    return sorted({type(one).__name__ for one in gc.get_referrers(text)})
