"""The folders in which a publisher's key files lie: on this computer, on a stick in a drawer. Only locked files.

Which keys a channel wants is known by their public halves; so a file is opened only when it holds one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from string import ascii_lowercase

from caregiver_app.model.errors import PublishError, PublishTrouble
from caregiver_app.packs.channels.signing_keys import LARGEST_BYTES, Lock, LockedKeys, SigningKey, parse_locked_keys
from caregiver_app.support.files import make_private_folder, read_bounded, translated_os_errors, write_whole
from caregiver_app.support.key_derivation import KdfCost

SUFFIX = ".key"
Locks = dict[tuple[str, bytes, KdfCost], Lock]
PassphrasesOf = Callable[[str], Sequence[str]]
"""Gives the passphrases that may open the file that is named: what was typed, or all that a command was told."""


class KeyFolder:
    """Files of keys in one folder or several; new ones go into the first."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders

    @property
    def first(self) -> Path:
        """Where new files go."""
        return self._folders[0]

    def files(self) -> tuple[LockedKeys, ...]:
        """Return what the files hold, by their names; what is no file of keys is passed over.

        Raises:
            StorageError: a folder cannot be read.
        """
        return tuple(locked for path in self._paths() if (locked := _read(path)) is not None)

    def unlock(
        self, publics: Collection[str], passphrases_of: PassphrasesOf
    ) -> tuple[tuple[SigningKey, ...], tuple[str, ...]]:
        """Return the keys with these public halves, as far as they are here, and the files that no passphrase opened.

        One of those may be somebody else's, and not needed at all.

        Raises:
            StorageError: a folder cannot be read.
        """
        wanted = [locked for locked in self.files() if any(public in publics for _role, public in locked.publics)]
        locks: Locks = {}
        found: list[SigningKey] = []
        unopened: list[str] = []
        for locked in wanted:
            try:
                found += unlock_with(locked, passphrases_of(locked.name), locks)
            except PublishError:
                unopened.append(locked.name)
        return tuple(key for key in found if key.public in publics), tuple(unopened)

    def refuse_taken(self, names: Sequence[str]) -> None:
        """Let pass names under which nothing lies yet.

        Raises:
            PublishError: one is taken.
            StorageError: the folder cannot be made.
        """
        with translated_os_errors(self.first):
            make_private_folder(self.first)
            taken = [name for name in names if self.path_of(name).exists()]
        if taken:
            raise PublishError(PublishTrouble.KEYS_EXIST, taken[0])

    def free_name(self, wanted: str) -> str:
        """Return a name under which nothing lies yet in any of the folders: `root-1-b`, `root-1-c`, ..."""
        stem, _, letter = wanted.rpartition("-")
        begun = len(letter) == 1 and stem != ""
        stem, first = (stem, letter) if begun else (wanted, "")
        taken = {path.stem for path in self._paths()}
        names = [wanted, *(f"{stem}-{each}" for each in ascii_lowercase[1:] if each > first)]
        return next((name for name in names if name not in taken), wanted)

    def write(self, locked: LockedKeys) -> Path:
        """Write a file, whole or not at all, and return where it lies.

        Raises:
            StorageError: no room or no right.
        """
        path = self.path_of(locked.name)
        with translated_os_errors(path):
            make_private_folder(path.parent)
            write_whole(path, locked.to_bytes())
        return path

    def find(self, name: str) -> tuple[Path, LockedKeys]:
        """Return the file of a name, and where it lies.

        Raises:
            PublishError: there is none.
        """
        for path in self._paths():
            locked = _read(path)
            if locked is not None and locked.name == name:
                return path, locked
        raise PublishError(PublishTrouble.NO_KEY, name)

    def path_of(self, name: str) -> Path:
        """Return where a new file of this name goes."""
        return self.first / f"{name}{SUFFIX}"

    def _paths(self) -> list[Path]:
        with translated_os_errors(self.first):
            return [path for folder in self._folders for path in sorted(folder.glob(f"*{SUFFIX}"))]


def unlock_with(locked: LockedKeys, passphrases: Sequence[str], locks: Locks | None = None) -> tuple[SigningKey, ...]:
    """Return the keys of a file, by the first passphrase that opens it; `locks` remembers what was derived already.

    Raises:
        PublishError: none does.
    """
    locks = {} if locks is None else locks
    for passphrase in passphrases:
        question = (passphrase, locked.salt, locked.cost)
        if question not in locks:
            locks[question] = locked.lock_of(passphrase)
        with suppress(PublishError):
            return locked.open_with(locks[question])
    raise PublishError(PublishTrouble.WRONG_PASSPHRASE, locked.name)


def _read(path: Path) -> LockedKeys | None:
    with translated_os_errors(path):
        data = read_bounded(path, LARGEST_BYTES)
    try:
        return None if data is None else parse_locked_keys(data)
    except PublishError:
        return None
