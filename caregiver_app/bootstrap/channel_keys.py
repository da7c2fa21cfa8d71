"""The keys of channels that somebody here makes: where their files lie, what opens them, how they are kept.

No key is held longer than a call, and none is ever written in plain, neither into a core dump.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.errors import PublishError, PublishTrouble
from caregiver_app.model.time import Clock
from caregiver_app.support.process_privacy import keep_memory_private

if TYPE_CHECKING:
    from caregiver_app.packs.channels.key_folder import KeyFolder, PassphrasesOf
    from caregiver_app.packs.channels.own_channel import OwnChannel
    from caregiver_app.packs.channels.renewing import Swap
    from caregiver_app.packs.channels.signing import Keys
    from caregiver_app.packs.channels.signing_keys import SigningKey
    from caregiver_app.support.key_derivation import KdfCost

_RESTORED = "restored"
_TOGETHER = "publishing"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """Which folders of key files a maker has at hand, beside those in the data folder, and what opens the files."""

    passphrases_of: PassphrasesOf
    folders: Sequence[Path] = ()


class ChannelKeys:
    """The key files of this computer. Threads may share it."""

    def __init__(self, own: Path, clock: Clock, *, cost: KdfCost | None = None) -> None:
        """`own` is the folder below which they lie; `cost` see `OwnChannels`."""
        self._own = own
        self._clock = clock
        self._cost = cost

    def of(self, channel: OwnChannel, at_hand: AtHand, *roles: str) -> Keys:
        """Return the keys at hand that sign these roles or publishers; where none is named, all but those of the root.

        The root's are for changes of keys alone: nobody should have to bring them, or to type their passphrase.

        A file that no passphrase opens is told only where its keys turn out to be needed.

        Raises:
            StorageError: a folder cannot be read.
        """
        from caregiver_app.packs.channels.renewing import key_names
        from caregiver_app.packs.channels.rules import ROLES, ROOT
        from caregiver_app.packs.channels.signing import Keys

        publishers = (publisher.slug for publisher in channel.delegated())
        wanted = roles or (*(role for role in ROLES if role != ROOT), *publishers)
        publics = {public for role in wanted for public in key_names(channel, role)}
        keys, unopened = self._all(at_hand).unlock(publics, at_hand.passphrases_of)
        return Keys(keys, unopened=unopened)

    def new_folder(self, channel_name: str, folder: Path | None = None) -> KeyFolder:
        """Return where new keys of a channel go: into `folder`, or below the data folder.

        Raises:
            PublishError: the name cannot be.
        """
        from caregiver_app.packs.channels.beginning import slug_of
        from caregiver_app.packs.channels.key_folder import KeyFolder

        return KeyFolder(folder or self._own / slug_of(channel_name))

    def keep(self, key_folder: KeyFolder, keys: Sequence[SigningKey], passphrase: str) -> tuple[Path, ...]:
        """Write new keys into their files, all under one passphrase; return where they lie.

        Raises:
            PublishError: a file of that name is there.
            VaultError: the passphrase is easy to guess.
            StorageError: no room or no right.
        """
        names = list(dict.fromkeys(key.name for key in keys))
        key_folder.refuse_taken(names)
        return self._write(key_folder, keys, names, passphrase)

    def change_passphrase(self, name: str, at_hand: AtHand, passphrase: str) -> Path:
        """Lock a key file with another passphrase, where it lies; return where that is.

        Raises:
            PublishError: there is no such file, or the passphrase is wrong.
            VaultError: the new one is easy to guess.
            StorageError: no room or no right.
        """
        from caregiver_app.packs.channels.key_folder import KeyFolder, unlock_with

        path, locked = self._all(at_hand).find(name)
        keys = unlock_with(locked, at_hand.passphrases_of(name))
        (written,) = self._write(KeyFolder(path.parent), keys, [name], passphrase)
        return written

    def open(self, name: str, at_hand: AtHand) -> tuple[SigningKey, ...]:
        """Return the keys of a file in plain, for their sheet and nothing else. Raises as `change_passphrase` does."""
        from caregiver_app.packs.channels.key_folder import unlock_with

        _, locked = self._all(at_hand).find(name)
        return unlock_with(locked, at_hand.passphrases_of(name))

    def restore(self, key: SigningKey, passphrase: str, folder: Path | None = None) -> Path:
        """Write a key that was typed in from its sheet into a file; return where it lies. Raises as `keep` does."""
        from caregiver_app.packs.channels.key_folder import KeyFolder

        (path,) = self.keep(KeyFolder(folder or self._own / _RESTORED), [key], passphrase)
        return path

    def _all(self, at_hand: AtHand) -> KeyFolder:
        from caregiver_app.packs.channels.key_folder import KeyFolder

        keep_memory_private()
        own = self._own
        below = sorted(path for path in own.iterdir() if path.is_dir()) if own.is_dir() else []
        return KeyFolder(*at_hand.folders, *below, own)

    def _write(
        self, key_folder: KeyFolder, keys: Sequence[SigningKey], names: Sequence[str], passphrase: str
    ) -> tuple[Path, ...]:
        from caregiver_app.packs.channels.signing_keys import lock_keys, new_lock
        from caregiver_app.support.key_derivation import calibrate

        keep_memory_private()
        _refuse_weak(passphrase)
        if self._cost is None:
            self._cost = calibrate(self._clock)
        lock = new_lock(passphrase, self._cost)
        files = [lock_keys(name, [key for key in keys if key.name == name], lock) for name in names]
        return tuple(key_folder.write(file) for file in files)


def swaps_for(channel: OwnChannel, role: str, old: Collection[str], key_folder: KeyFolder) -> tuple[Swap, ...]:
    """Return new keys for a role or publisher, or for all whose keys lie in the files `old`.

    They lie in one file together, but never a key of the root with others: it belongs away from this computer.

    Raises:
        PublishError: there is no such key, or it was not said which of several.
    """
    from caregiver_app.packs.channels.renewing import Swap, key_names
    from caregiver_app.packs.channels.rules import ROLES, ROOT
    from caregiver_app.packs.channels.signing_keys import new_key, publisher_role

    roles = (role,) if role else (*ROLES, *(publisher.slug for publisher in channel.delegated()))
    names = {each: key_names(channel, each) for each in roles}
    found = [(each, public, name) for each in roles for public, name in names[each].items() if not old or name in old]
    unknown = [each for each in old if each not in {name for _each, _public, name in found}]
    if unknown or (role and len(found) != 1):
        raise PublishError(PublishTrouble.NO_KEY, " / ".join(unknown or names[role].values()))
    kept_in = {each == ROOT: name for each, _public, name in reversed(found)}  # the first of each
    file = {of_root: key_folder.free_name(_next_name(name, role)) for of_root, name in kept_in.items()}
    return tuple(
        Swap(role=each, old=public, new=new_key(each if each in ROLES else publisher_role(each), file[each == ROOT]))
        for each, public, _name in found
    )


def _next_name(kept_in: str, role: str) -> str:
    """Return a name for the file of keys that take others' place: `root-1`, then `root-1-b`, `root-1-c`.

    A key that lay in one file with others gets a file of its own.
    """
    if kept_in == _TOGETHER and role:
        return role
    stem, _, letter = kept_in.rpartition("-")
    if len(letter) == 1 and letter.isalpha() and stem:
        return f"{stem}-{chr(min(ord(letter) + 1, ord('z')))}"
    return f"{kept_in}-b"


def _refuse_weak(passphrase: str) -> None:
    from caregiver_app.vault.keys.passphrases import refuse_weak

    refuse_weak(passphrase)
