"""The archive of a backup: written the same way each time, and read or refused by name whatever its bytes are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from caregiver_app.model.errors import BackupError, Cancelled, StorageError, StorageTrouble
from caregiver_app.support.backup_manifest import Manifest, Part, read_manifest, write_manifest
from caregiver_app.support.backup_reading import open_backup
from caregiver_app.support.backup_writing import part_of, write_backup
from tests.helpers.clock import MONDAY

COUNTS = {"sources": 1, "articles": 2, "starred": 3, "collections": 4, "pictures": 5}


def manifest_of(*parts: Part) -> Manifest:
    return Manifest(created_at=MONDAY, program="0.1.0", library_version=2, counts=COUNTS, parts=parts)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small archive with two parts."""
    folder = tmp_path_factory.mktemp("backup")
    return write(folder).read_bytes()


def write(folder: Path) -> Path:
    picture = b"a picture" * 10
    name = f"assets/{hashlib.sha256(picture).hexdigest()}"
    (folder / "library").write_bytes(b"a library" * 20)
    (folder / "picture").write_bytes(picture)
    files = {"library.db": folder / "library", name: folder / "picture"}
    parts = [part_of(each, path) for each, path in files.items()]
    write_backup(folder / "b", manifest_of(*parts), files, on_bytes=lambda _: None)
    return folder / "b"


def read_through(path: Path, folder: Path) -> Manifest:
    """Read all of a backup, as a restore does."""
    with open_backup(path) as backup:
        for number, part in enumerate(backup.manifest.parts):
            backup.copy_out(part, folder / f"out-{number}")
            (folder / f"out-{number}").unlink()
        return backup.manifest


def test_what_was_written_is_read(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "b").write_bytes(written)
    manifest = read_through(tmp_path / "b", tmp_path)
    assert (manifest.created_at, manifest.counts, len(manifest.parts)) == (MONDAY, COUNTS, 2)


@given(
    changes=st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 255)), min_size=1, max_size=6),
    cut=st.none() | st.integers(0, 2_000),
)
@example(changes=[(0, 0x50)], cut=None)
@settings(deadline=None, max_examples=150)
def test_whatever_its_bytes_are_it_is_read_or_refused_by_name(
    tmp_path_factory: pytest.TempPathFactory, written: bytes, changes: list[tuple[int, int]], cut: int | None
) -> None:
    data = bytearray(written)
    for place, value in changes:
        data[-1 - place % len(data)] = value  # from the end: there the archive says what is in it
    folder = tmp_path_factory.mktemp("changed")
    (folder / "b").write_bytes(bytes(data[:cut]))
    try:
        read_through(folder / "b", folder)
    except BackupError:
        return
    assert [path.name for path in folder.iterdir()] == ["b"]


def test_a_file_that_changes_while_it_is_copied_is_a_trouble_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "library").write_bytes(b"before")
    part = part_of("library.db", tmp_path / "library")
    (tmp_path / "library").write_bytes(b"after!")
    (tmp_path / "b").write_bytes(b"of last week")
    with pytest.raises(StorageError) as caught:
        write_backup(tmp_path / "b", manifest_of(part), {"library.db": tmp_path / "library"}, on_bytes=lambda _: None)
    assert caught.value.kind is StorageTrouble.IO
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "library"]
    assert (tmp_path / "b").read_bytes() == b"of last week"


class Stopped:
    """A stop that was pressed."""

    def is_set(self) -> bool:
        return True


def test_reading_stops_at_once_when_asked(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "b").write_bytes(written)
    with open_backup(tmp_path / "b") as backup:
        part = backup.manifest.parts[0]
        with pytest.raises(Cancelled):
            backup.check(part, cancel=Stopped())
        with pytest.raises(Cancelled):
            backup.copy_out(part, tmp_path / "out", cancel=Stopped())


@given(
    parts=st.lists(st.binary(max_size=20), max_size=5, unique=True),
    counts=st.dictionaries(st.sampled_from(sorted(COUNTS)), st.integers(0, 1 << 50)),
)
def test_a_manifest_comes_back_as_it_was_written(parts: list[bytes], counts: dict[str, int]) -> None:
    hashes = [hashlib.sha256(data).hexdigest() for data in parts]
    manifest = Manifest(
        created_at=MONDAY,
        program="0.1.0",
        library_version=2,
        counts={**COUNTS, **counts},
        parts=(
            Part(name="library.db", size_bytes=1, sha256="0" * 64),
            *(
                Part(name=f"assets/{each}", size_bytes=len(data), sha256=each)
                for each, data in zip(hashes, parts, strict=True)
            ),
        ),
    )
    assert read_manifest(write_manifest(manifest)) == manifest


@pytest.mark.parametrize("what", ["folder", "nowhere"])
def test_what_is_no_file_is_a_trouble(tmp_path: Path, what: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises((StorageError, BackupError)), open_backup(tmp_path / what):
        pass
