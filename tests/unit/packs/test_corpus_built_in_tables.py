"""The tables that the built-in packs are made from are those that were gathered, and these hold what they promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from packmaking.tables import FOLDER, STARTER
from tests.helpers.corpora import find_corpora

TABLES = ("awareness.csv", "communities.csv", "helplines.csv", "trusted_feeds.csv", "vetted_links.csv")


def gathered() -> Path:
    corpora = find_corpora()
    assert corpora is not None
    return corpora.parent


def test_the_tables_are_the_gathered_ones() -> None:
    for name in TABLES:
        own = FOLDER / name if (FOLDER / name).is_file() else STARTER / name
        assert own.read_bytes() == (gathered() / name).read_bytes(), name


def test_the_gathered_tables_pass_their_own_check() -> None:
    done = subprocess.run(
        [sys.executable, "check_data.py"], cwd=gathered(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "errors: 0" in done.stdout
