"""All care notes of a folder go and nothing else; what a kill left of them goes when somebody next holds the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.care_copies import keep_care_copy
from caregiver_app.bootstrap.erasing_marks import lay_mark
from caregiver_app.bootstrap.erasing_notes import erase_notes
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import key_file_paths
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.model.errors import VaultError, VaultTrouble
from tests.helpers.clock import StillClock
from tests.helpers.vaults import CHEAPEST, open_made_care

HASH = "ab" * 32
OTHERS = ("library.db", "library-replaced-1.db", "settings.json", "Holiday.jpg", "snapshots/library-1-daily.db")


def folder(data: Path) -> tuple[Paths, Care]:
    """Make care notes with all that lies beside them, and files of others."""
    care = open_made_care(data, clock=StillClock())
    keep_care_copy(care.places, care.unlocked.data_key, StillClock(), reason="daily")
    for name in (
        *OTHERS,
        f"attachments/{HASH}",
        f"sealed/{HASH[:32]}.age",
        "care-notes-before-20261123T080000Z/vault.db",
        "vault-damaged-20261123T080000Z.db",
        "vault-saves.json",
        "vault.db-wal",
    ):
        path = data / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    care.lock()
    return Paths(data_dir=data), care


def names(data: Path) -> set[str]:
    found = {str(path.relative_to(data)) for path in data.rglob("*") if path.is_file()}
    return found - {"vault.lock", "caregiver.lock"}


def test_the_notes_go_and_nothing_else(tmp_path: Path) -> None:
    paths, care = folder(tmp_path / "data")
    assert erase_notes(paths, care.places) >= 10
    assert names(paths.data_dir) == set(OTHERS)
    assert not care.exists()
    assert erase_notes(paths, care.places) == 0


def test_notes_that_hold_the_key_of_a_protected_library_stay(tmp_path: Path) -> None:
    paths, care = folder(tmp_path / "data")
    key_file_paths(paths)[0].touch()
    before = names(paths.data_dir)
    with pytest.raises(VaultError) as refused:
        erase_notes(paths, care.places)
    assert refused.value.kind is VaultTrouble.PROTECTED
    assert names(paths.data_dir) == before


@pytest.mark.parametrize("kept", [0, 3, 8])
def test_what_a_kill_left_goes_with_the_next_holder_of_the_folder(tmp_path: Path, kept: int) -> None:
    """However far it came; without the mark that it began nothing of them is touched."""
    paths, care = folder(tmp_path / "data")
    before = names(paths.data_dir)
    with one_writer(paths, holder="test"):
        assert names(paths.data_dir) == before
    lay_mark(paths.erasing_notes)
    for name in sorted(before - set(OTHERS))[kept:]:
        (paths.data_dir / name).unlink()
    with one_writer(paths, holder="test"):
        assert names(paths.data_dir) == set(OTHERS)
    assert not care.exists()


def test_notes_that_were_made_after_a_cut_stay(tmp_path: Path) -> None:
    """The disk refused in the middle, and who had none any more began anew in the same window."""
    paths, care = folder(tmp_path / "data")
    lay_mark(paths.erasing_notes)
    for path in (paths.vault, paths.envelope, paths.envelope_twin):
        path.unlink()
    care.create("slate otter window candle lake", cost=CHEAPEST)
    care.lock()
    with one_writer(paths, holder="test"):
        assert care.exists()
    assert not paths.erasing_notes.exists()
    care.unlock("slate otter window candle lake")
