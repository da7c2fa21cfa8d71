"""Files of care notes are encrypted whole, found by nobody without the key, and never half there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import CareFileError, CareFileTrouble
from caregiver_app.vault.attached.cipher import (
    HEADER_BYTES,
    LARGEST_BYTES,
    PIECE_BYTES,
    TAG_BYTES,
    is_under,
    open_attachment,
    seal_attachment,
)
from caregiver_app.vault.attached.files import AttachmentFiles, names_in, remove_all_but
from caregiver_app.vault.keys.data_key import DataKey

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
NAME = "ab" * 32
SIZES = (0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES, 2 * PIECE_BYTES + 7)


def trouble(key: bytes, name: str, sealed: bytes) -> CareFileTrouble:
    with pytest.raises(CareFileError) as refused:
        open_attachment(key, name, sealed)
    return refused.value.kind


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_opens(size: int) -> None:
    data = os.urandom(size)
    sealed = seal_attachment(KEY, NAME, data)
    assert open_attachment(KEY, NAME, sealed) == data
    assert data not in sealed or size < 2
    assert is_under(KEY, NAME, sealed)
    assert not is_under(OTHER, NAME, sealed)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_opens_that_was_cut_off_or_goes_on(size: int) -> None:
    sealed = seal_attachment(KEY, NAME, os.urandom(size))
    ends = {1, TAG_BYTES, TAG_BYTES + 1, size % PIECE_BYTES + TAG_BYTES, PIECE_BYTES + TAG_BYTES}
    for end in ends:
        assert trouble(KEY, NAME, sealed[:-end]) is CareFileTrouble.DAMAGED
    for more in (b"x", bytes(TAG_BYTES), bytes(PIECE_BYTES + TAG_BYTES)):
        assert trouble(KEY, NAME, sealed + more) is CareFileTrouble.DAMAGED


def test_pieces_in_another_order_or_of_another_file_do_not_open() -> None:
    data = bytes(3 * PIECE_BYTES)
    sealed, other = seal_attachment(KEY, NAME, data), seal_attachment(KEY, NAME, data)
    step = PIECE_BYTES + TAG_BYTES
    first, second, third = (sealed[HEADER_BYTES + n * step : HEADER_BYTES + (n + 1) * step] for n in range(3))
    header = sealed[:HEADER_BYTES]
    assert trouble(KEY, NAME, header + second + first + third) is CareFileTrouble.DAMAGED
    assert trouble(KEY, NAME, header + first + first + third) is CareFileTrouble.DAMAGED
    assert trouble(KEY, NAME, header + first + second) is CareFileTrouble.DAMAGED
    assert trouble(KEY, NAME, other[: HEADER_BYTES + step] + second + third) is CareFileTrouble.DAMAGED
    assert trouble(KEY, "cd" * 32, sealed) is CareFileTrouble.DAMAGED
    assert trouble(OTHER, NAME, sealed) is CareFileTrouble.DAMAGED


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_changed_bit_anywhere_is_told(place: int, bit: int) -> None:
    sealed = bytearray(seal_attachment(KEY, NAME, b"what the letter says"))
    sealed[place % len(sealed)] ^= 1 << bit
    assert trouble(KEY, NAME, bytes(sealed)) is CareFileTrouble.DAMAGED


@given(data=st.binary(max_size=300))
def test_bytes_of_anybody_are_refused_kindly(data: bytes) -> None:
    assert trouble(KEY, NAME, data) is CareFileTrouble.DAMAGED
    assert trouble(KEY, NAME, b"CGVATT01" + data) is CareFileTrouble.DAMAGED


def test_a_file_is_private_named_by_its_key_and_kept_once(tmp_path: Path) -> None:
    folder = tmp_path / "attachments"
    files, others = AttachmentFiles(folder, DataKey(KEY)), AttachmentFiles(folder, DataKey(OTHER))
    name = files.keep(b"a letter")
    first = (folder / name).read_bytes()
    assert files.keep(b"a letter") == name
    assert (folder / name).read_bytes() == first
    assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert others.name_of(b"a letter") != name
    assert files.read(name) == b"a letter"
    assert files.is_under(name)
    assert not others.is_under(name)


@pytest.mark.parametrize("size", SIZES)
def test_a_file_is_told_from_one_under_another_key_by_its_beginning(tmp_path: Path, size: int) -> None:
    files, others = AttachmentFiles(tmp_path, DataKey(KEY)), AttachmentFiles(tmp_path, DataKey(OTHER))
    name = files.keep(os.urandom(size))
    assert files.is_under(name)
    assert not others.is_under(name)


def test_a_damaged_file_is_made_whole_when_it_comes_again(tmp_path: Path) -> None:
    files = AttachmentFiles(tmp_path, DataKey(KEY))
    name = files.keep(b"a letter")
    (tmp_path / name).write_bytes(b"something else")
    assert files.keep(b"a letter") == name
    assert files.read(name) == b"a letter"


@pytest.mark.parametrize("what", ["gone", "a-link", "a-folder", "a-pipe", "too-large", "no-name"])
def test_what_is_no_file_of_ours_is_not_read(tmp_path: Path, what: str) -> None:
    files = AttachmentFiles(tmp_path, DataKey(KEY))
    name = files.keep(b"a letter")
    path = tmp_path / name
    kept = path.rename(tmp_path / "kept")
    if what == "a-link":
        path.symlink_to(kept)
    elif what == "a-folder":
        path.mkdir()
    elif what == "a-pipe":
        os.mkfifo(path)
    elif what == "too-large":
        with path.open("wb") as file:
            file.truncate(LARGEST_BYTES + 1_000_000)
    else:
        name = "../kept" if what == "no-name" else name
    with pytest.raises(CareFileError) as refused:
        files.read(name)
    assert refused.value.kind in (CareFileTrouble.LOST, CareFileTrouble.DAMAGED)


def test_more_than_twenty_megabytes_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(CareFileError) as refused:
        AttachmentFiles(tmp_path / "attachments", DataKey(KEY)).keep(bytes(LARGEST_BYTES + 1))
    assert refused.value.kind is CareFileTrouble.TOO_LARGE
    assert not (tmp_path / "attachments").exists()


def test_twenty_megabytes_are_kept(tmp_path: Path) -> None:
    files = AttachmentFiles(tmp_path, DataKey(KEY))
    data = bytes(LARGEST_BYTES)
    assert files.read(files.keep(data)) == data


def test_a_sweep_takes_what_nothing_names_and_leaves_what_is_not_ours(tmp_path: Path) -> None:
    files = AttachmentFiles(tmp_path, DataKey(KEY))
    kept, gone = files.keep(b"one"), files.keep(b"two")
    (tmp_path / f".{kept}.0a1b2c3d.part").touch()
    (tmp_path / "holiday.jpg").touch()
    assert remove_all_but(tmp_path, {kept}) == 2
    assert [path.name for path in names_in(tmp_path)] == [kept]
    assert (tmp_path / "holiday.jpg").exists()
    assert not (tmp_path / gone).exists()


def test_a_folder_that_is_not_there_is_swept_too(tmp_path: Path) -> None:
    assert remove_all_but(tmp_path / "attachments", set()) == 0
