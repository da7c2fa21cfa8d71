"""Where the data lies, where nobody can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import find_paths
from caregiver_app.model.errors import StorageError, StorageTrouble


def test_the_home_folder_of_somebody_who_is_not_there_is_no_place() -> None:
    with pytest.raises(StorageError) as caught:
        find_paths(Path("~nobody-of-this-name/data"))
    assert caught.value.kind is StorageTrouble.NO_PLACE


def test_below_a_folder_that_was_removed_is_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    with pytest.raises(StorageError) as caught:
        find_paths(Path("data"))
    assert caught.value.kind is StorageTrouble.NO_PLACE
    assert find_paths(tmp_path / "data").data_dir == tmp_path / "data"
