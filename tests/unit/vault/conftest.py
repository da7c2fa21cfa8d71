"""Fresh care notes for a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import CareNotes, Family, fill_family, open_notes


@pytest.fixture
def care_notes(tmp_path: Path) -> Iterator[CareNotes]:
    opened = open_notes(tmp_path)
    yield opened
    opened.vault.close()


@pytest.fixture
def vault(care_notes: CareNotes) -> Vault:
    return care_notes.vault


@pytest.fixture
def family(vault: Vault) -> Family:
    return fill_family(vault)
