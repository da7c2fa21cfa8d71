"""Where the wrapped keys of a protected library lie, in several copies; they move with the data key. Knows no library.

The copies are beside the library, twice, and beside its snapshots. One that is whole is enough: the others are mended
from it by whoever opens it next and holds the folder.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from caregiver_app.model.errors import StorageError, VaultError, VaultTrouble
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_folder, read_bounded, translated_os_errors, write_whole
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.library_wraps import LARGEST_BYTES, LibraryWrap, parse, to_bytes, wrap


class LibraryKeyFiles:
    """The copies of one folder."""

    def __init__(self, paths: Collection[Path]) -> None:
        self._paths = tuple(paths)

    def open(self, data_key: DataKey) -> bytes:
        """Return the 64 bytes of the keys.

        Raises:
            VaultError: no copy is there or whole, or none is of this data key; or a newer version made them.
            StorageError: the disk is in the way.
        """
        for found in self._wraps():
            raw = found.opened_by(data_key)
            if raw is not None:
                return raw
        raise VaultError(VaultTrouble.LIBRARY_KEYS)

    def write(self, raw: bytes, *data_keys: DataKey) -> None:
        """Put the keys, wrapped under each of the data keys, into every copy; a kill leaves each the old or the new.

        Raises:
            StorageError: no room or no right.
        """
        data = to_bytes(wrap(raw, data_key) for data_key in data_keys)
        for path in self._paths:
            with translated_os_errors(path):
                make_private_folder(path.parent)
                write_whole(path, data)
            crash_point("vault.library-keys.copy-written")

    def mend(self, data_key: DataKey) -> None:
        """Make every copy hold the keys under this data key and no other; only while `places.changing` is held.

        Does nothing where all is so, or where it cannot be done now.
        """
        with suppress(VaultError, StorageError):
            if not (self.agree() and len(self._wraps()) == 1):
                self.write(self.open(data_key), data_key)

    def any_whole(self) -> bool:
        """Return whether one copy at least can be read; raises `VaultError` where a newer version made all of them."""
        try:
            return bool(self._wraps())
        except VaultError as error:
            if error.kind is not VaultTrouble.LIBRARY_KEYS:
                raise
            return False

    def agree(self) -> bool:
        """Return whether all copies are there, whole, and say the same."""
        try:
            return len({_read(path) for path in self._paths}) == 1
        except (VaultError, StorageError):
            return False

    def renew(self, vault: object, old: DataKey, new: DataKey) -> None:
        """Wrap the keys under both data keys (see `places.UnderKey`).

        Nothing where the library is not protected, or its keys are lost already: the notes can have a new key still.
        """
        del vault
        raw = self._opened_by_any(old)
        if raw is not None:
            self.write(raw, old, new)

    def settle(self, old: DataKey, new: DataKey) -> None:
        """Leave only the wrap under the new data key (see `places.UnderKey`)."""
        raw = self._opened_by_any(new, old)
        if raw is not None:
            self.write(raw, new)

    def _opened_by_any(self, *data_keys: DataKey) -> bytes | None:
        for data_key in data_keys:
            try:
                return self.open(data_key)
            except VaultError as error:
                if error.kind is not VaultTrouble.LIBRARY_KEYS:
                    raise
        return None

    def _wraps(self) -> tuple[LibraryWrap, ...]:
        """Return the wraps of all copies that are whole, those of the first before those of the others."""
        found: list[LibraryWrap] = []
        trouble = VaultError(VaultTrouble.LIBRARY_KEYS)
        for path in self._paths:
            try:
                found += [each for each in _read(path) if each not in found]
            except VaultError as error:
                trouble = error if error.kind is VaultTrouble.NEWER else trouble
        if not found:
            raise trouble
        return tuple(found)


def _read(path: Path) -> tuple[LibraryWrap, ...]:
    with translated_os_errors(path):
        try:
            data = read_bounded(path, LARGEST_BYTES)
        except FileNotFoundError:
            raise VaultError(VaultTrouble.LIBRARY_KEYS) from None
    if data is None:
        raise VaultError(VaultTrouble.LIBRARY_KEYS)
    return parse(data)
