"""Where the corpora of real feeds, addresses and pages lie: beside the checkout, or where CAREGIVER_CORPORA points.

They are test data only and no part of the project. Modules that need them are called `test_corpus_*.py`: without the
corpora these are not collected (tests/conftest.py), so `corpus` may rely on them.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

_BESIDE_THE_CHECKOUT = Path(__file__).resolve().parents[3] / "shared" / "data" / "corpora"


def find_corpora() -> Path | None:
    """Return the folder that holds one folder for each corpus, None where there is none."""
    folder = Path(os.environ.get("CAREGIVER_CORPORA") or _BESIDE_THE_CHECKOUT)
    return folder if folder.is_dir() else None


def corpus(name: str) -> Path:
    """Return the folder of one corpus, e.g. "feeds-real".

    Raises:
        FileNotFoundError: the corpora are there, this one is not.
    """
    corpora = find_corpora()
    if corpora is None or not (corpora / name).is_dir():
        raise FileNotFoundError(f"corpus {name}")
    return corpora / name


def zip_members(name: str, archive: str | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file in `archive` of a corpus (`NAME.zip` unless said), sorted by name.

    Raises:
        FileNotFoundError: the corpora are there, this one is not.
    """
    with zipfile.ZipFile(corpus(name) / (archive or f"{name}.zip")) as packed:
        for member in sorted(packed.namelist()):
            if not member.endswith("/"):
                yield member, packed.read(member)
