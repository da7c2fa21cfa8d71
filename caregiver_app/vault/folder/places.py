"""Where the files of the care notes lie, what else is encrypted under their key, and who may change them now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from caregiver_app.support.files import remove_for_good, translated_os_errors
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.envelope_files import EnvelopeFiles

if TYPE_CHECKING:
    from caregiver_app.vault.store import Vault


class UnderKey(Protocol):
    """Files beside the notes that are encrypted under the data key, such as attachments.

    When a new key is made, `renew` comes first, then the notes are swapped, then `settle` comes. Each of the two may be
    called again after a kill, and must then do what is left.
    """

    def renew(self, vault: Vault, old: DataKey, new: DataKey) -> None:
        """Make the files anew under the new key, beside the old ones, which must stay as they are.

        `vault` is the new file of the notes, for names that change in it.
        """
        ...

    def settle(self, old: DataKey, new: DataKey) -> None:
        """Remove every file that the new key does not open: those under the old one, and what an earlier change left
        that was cut short before it counted.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultPlaces:
    """Where the files lie; all in one folder."""

    database: Path
    envelope: EnvelopeFiles
    under_key: tuple[UnderKey, ...] = ()

    @property
    def saves(self) -> Path:
        """How often was saved, as this computer last saw it."""
        return self.database.with_name("vault-saves.json")

    @property
    def sealed(self) -> Path:
        """What was written while locked."""
        return self.database.with_name("sealed")

    @property
    def renewed(self) -> Path:
        """The notes under a new key, whole, before they take their place."""
        return self.database.with_name("vault.db.renewed")

    @property
    def incoming(self) -> Path:
        """Other notes that a backup brings, whole, while they take the place of those here (see `swapping`)."""
        return self.database.with_name("care-notes-incoming")

    @property
    def going_back(self) -> Path:
        """A copy of the notes, whole, while it takes their place (see `storage.restoring`)."""
        return self.database.with_name("vault.db.restoring")

    @property
    def journal(self) -> Path:
        """What is needed to finish the change to a new key."""
        return self.database.with_name("vault-renewal.json")

    def clear_beside(self) -> None:
        """Remove what belongs to notes that others are put in the place of; only while `changing` is held.

        Raises:
            StorageError: the disk is in the way.
        """
        with translated_os_errors(self.database):
            for path in (self.journal, self.renewed, self.saves):
                remove_for_good(path)

    @contextmanager
    def changing(self, what: str) -> Iterator[None]:
        """Hold the notes' keys against every other change of them for a block; `what` names this one to others.

        Raises:
            InstanceRunning: another change is under way.
            StorageError: the folder cannot be used.
        """
        from caregiver_app.storage.instance import one_writer

        with one_writer(self.database.with_name("vault.lock"), holder=what):
            yield
