"""Argon2id gives the same key for the same question: in tests each question is worked out once, also by their children.

The function is the real one. Tests open the same care notes hundreds of times, and each derivation takes a third of a
second on purpose. Answers lie in a folder that goes with the test process; the passphrases are those of tests.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from argon2 import low_level

FOLDER = "CAREGIVER_TEST_DERIVATIONS"
"""The variable that names the folder, for processes that a test starts."""


def remember_derivations() -> None:
    """From now on, ask Argon2id only what it was not asked before; needs the folder in the environment."""
    low_level.hash_secret_raw = _remembering(low_level.hash_secret_raw, Path(os.environ[FOLDER]))


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
