"""Argon2id gives the same key for the same question: within a test process each question is worked out once.

The function is the real one. Tests open the same care notes hundreds of times, and each derivation takes a third of a
second on purpose.
"""

from __future__ import annotations

from functools import lru_cache

from argon2 import low_level

_KEPT = 256


def remember_derivations() -> None:
    """From now on, keep what Argon2id answered in this process."""
    low_level.hash_secret_raw = lru_cache(maxsize=_KEPT)(low_level.hash_secret_raw)
