"""Sealed pictures: opened by their key under their own name, and by nothing else; names that nobody can test."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

import pytest

from caregiver_app.library.asset_files import LARGEST_BYTES, AssetFiles
from caregiver_app.library.asset_seal import OVERHEAD_BYTES, AssetSeal
from caregiver_app.library.keys import KEYS_BYTES, LibraryKeys
from caregiver_app.model.errors import VaultError, VaultTrouble

DATA = b"a picture of a lamp"
NAME = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def seal() -> AssetSeal:
    return AssetSeal(secrets.token_bytes(32))


def test_a_sealed_picture_lies_under_a_name_that_its_hash_does_not_tell(tmp_path: Path, seal: AssetSeal) -> None:
    files = AssetFiles(tmp_path, seal)
    assert files.put(DATA) == NAME
    (path,) = tmp_path.iterdir()
    assert path == files.path_of(NAME)
    assert path.name != NAME
    assert DATA not in path.read_bytes()
    assert (files.read(NAME), files.size_of(NAME)) == (DATA, len(DATA))
    assert path.stat().st_size == len(DATA) + OVERHEAD_BYTES
    assert AssetFiles(tmp_path).read(NAME) is None
    assert AssetFiles(tmp_path, AssetSeal(secrets.token_bytes(32))).read(NAME) is None


def test_each_byte_flipped_and_each_cut_is_no_picture(seal: AssetSeal) -> None:
    sealed = seal.seal(NAME, DATA)
    assert seal.open(NAME, sealed) == DATA
    for place in range(len(sealed)):
        assert seal.open(NAME, sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]) is None
        assert seal.open(NAME, sealed[:place]) is None


def test_one_in_the_place_of_another_is_no_picture(tmp_path: Path, seal: AssetSeal) -> None:
    files = AssetFiles(tmp_path, seal)
    other = files.put(b"another one")
    files.put(DATA)
    files.path_of(NAME).write_bytes(files.path_of(other).read_bytes())
    assert files.read(NAME) is None


def test_what_is_kept_is_told_from_what_is_not(tmp_path: Path, seal: AssetSeal) -> None:
    """Also a picture in plain, left from before, is one that nobody needs."""
    files = AssetFiles(tmp_path, seal)
    kept = files.put(DATA)
    files.put(b"spare")
    AssetFiles(tmp_path).put(b"in plain")
    assert files.count_all_but([kept]) == 2
    assert files.remove_all_but([kept]) == 2
    assert [path.name for path in tmp_path.iterdir()] == [files.path_of(kept).name]


def test_the_largest_picture_fits(tmp_path: Path, seal: AssetSeal) -> None:
    data = secrets.token_bytes(LARGEST_BYTES)
    files = AssetFiles(tmp_path, seal)
    assert files.read(files.put(data)) == data


def test_wiped_keys_open_nothing() -> None:
    keys = LibraryKeys.new()
    keys.wipe()
    keys.wipe()
    for use in (keys.raw, keys.file_key, keys.asset_seal):
        with pytest.raises(VaultError) as wiped:
            use()
        assert wiped.value.kind is VaultTrouble.LOCKED
    with pytest.raises(ValueError, match="64 bytes"):
        LibraryKeys(bytes(KEYS_BYTES - 1))
    with pytest.raises(TypeError):
        keys.__reduce__()
