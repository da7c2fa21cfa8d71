"""What the doctor looks at where the library is protected: its keys, and that nothing of it lies in plain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import key_file_paths
from caregiver_app.model.errors import StorageError, VaultError, VaultTrouble
from caregiver_app.support.files import is_plain_file

if TYPE_CHECKING:
    from caregiver_app.library.health import Check
    from caregiver_app.vault.keys.data_key import DataKey

_PLAIN = b"SQLite format 3\x00"


def examine_protection(paths: Paths, data_key: DataKey | None) -> tuple[Check, ...]:
    """Ask about a protected library; with the notes' key also whether that opens the library's keys."""
    return _keys(paths, data_key), _plain(paths)


def _keys(paths: Paths, data_key: DataKey | None) -> Check:
    from caregiver_app.library.health import Check
    from caregiver_app.vault.folder.library_keys import LibraryKeyFiles

    files = LibraryKeyFiles(key_file_paths(paths))
    try:
        if data_key is not None:
            files.open(data_key)
        if not files.any_whole():
            raise VaultError(VaultTrouble.LIBRARY_KEYS)
        # The next unlock writes the others anew.
        return Check(name="library-keys", ok=True, detail="" if files.agree() else "one-copy")
    except (VaultError, StorageError) as error:
        return Check(name="library-keys", ok=False, detail=str(error.kind.value))


def _plain(paths: Paths) -> Check:
    from caregiver_app.library.health import Check

    found = sum(1 for _ in _in_plain(paths))
    return Check(name="library-plain", ok=not found, detail=str(found) if found else "")


def _in_plain(paths: Paths) -> Iterator[Path]:
    """Yield files of the library that anybody can read."""
    from caregiver_app.bootstrap.own_files import LIBRARY_FORM, own_files
    from caregiver_app.library.asset_seal import MARK

    for path in own_files(paths.data_dir, LIBRARY_FORM):
        plain = _begin(path, len(MARK)) != MARK if path.parent == paths.assets else _begin(path, len(_PLAIN)) == _PLAIN
        if plain and is_plain_file(path):
            yield path


def _begin(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError:
        return b""
