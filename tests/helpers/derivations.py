"""Argon2id costs next to nothing in tests, and gives the same key for the same question, also to forks of them.

The function is the real one, asked for the least memory and one pass: tests open care notes thousands of times, and
at the least cost that the product allows a derivation takes a quarter of a second of the processor on purpose. The
bounds of the cost are the product's own. Where the cost is the subject, and where processes without this share the
notes, `full_cost` asks what was asked. Answers lie in a folder that goes with the test process; the passphrases are
those of tests.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from argon2 import low_level

P = ParamSpec("P")
T = TypeVar("T")

FOLDER = "CAREGIVER_TEST_DERIVATIONS"
"""The variable that names the folder, for processes that a test starts."""
_LEAST_KIB_PER_LANE = 8  # RFC 9106, section 3.1
_IN_FULL = "CAREGIVER_TEST_FULL_COST"


def remember_derivations() -> None:
    """From now on, ask Argon2id for little and for nothing twice; needs the folder in the environment."""
    remembered = _remembering(low_level.hash_secret_raw, Path(os.environ[FOLDER]))

    def light(**question: object) -> bytes:
        return remembered(**(question if in_full() else _lightened(question)))

    derived: Callable[..., bytes] = light
    low_level.hash_secret_raw = derived


@contextmanager
def full_cost() -> Iterator[None]:
    """Derive at the cost that is asked for, within the block, here and in forks that begin in it."""
    os.environ[_IN_FULL] = "1"
    try:
        yield
    finally:
        del os.environ[_IN_FULL]


def in_full() -> bool:
    """Return whether a block of `full_cost` goes on."""
    return _IN_FULL in os.environ


def made_once(make: Callable[P, T]) -> Callable[P, T]:
    """Keep what is made from the same arguments, one for each cost: keys of one do not open the other."""
    costly, light = (cache(make) for _ in range(2))

    @wraps(make)
    def kept(*args: P.args, **kwargs: P.kwargs) -> T:
        making: Callable[..., T] = costly if in_full() else light
        return making(*args, **kwargs)

    return kept


def _lightened(question: dict[str, object]) -> dict[str, object]:
    lanes = question["parallelism"]
    assert isinstance(lanes, int)
    return {**question, "memory_cost": _LEAST_KIB_PER_LANE * lanes, "time_cost": 1}


def _remembering(derive: Callable[..., bytes], folder: Path) -> Callable[..., bytes]:
    folder.mkdir(parents=True, exist_ok=True)

    @cache
    def derived(**question: object) -> bytes:
        kept = folder / hashlib.sha256(repr(sorted(question.items())).encode()).hexdigest()
        if kept.exists():
            return kept.read_bytes()
        key = derive(**question)
        writing = kept.with_suffix(f".{os.getpid()}")
        writing.write_bytes(key)
        writing.replace(kept)
        return key

    return derived
