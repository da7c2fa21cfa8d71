"""A new passphrase for the same key: only the envelope is written anew. Backups of before open with the old one."""

from __future__ import annotations

from caregiver_app.model.time import Clock
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.key_derivation import KdfCost
from caregiver_app.vault.folder.marks import marks_in, put_envelope, serial_in
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.envelope import Envelope, seal, unseal_any
from caregiver_app.vault.store import Vault, open_vault


def prove(places: VaultPlaces, passphrase: str) -> DataKey:
    """Return the data key for who knows the passphrase; takes the time of one derivation.

    Raises:
        VaultError: it is wrong, or the envelope is lost or damaged.
    """
    return unseal_any(places.envelope.candidates(), passphrase)[0]


def rewrap(places: VaultPlaces, data_key: DataKey, passphrase: str, *, cost: KdfCost, clock: Clock) -> Envelope:
    """Wrap the key under a passphrase from now on. A kill leaves the one before in force, or this one.

    Raises:
        InstanceRunning: another change of the keys is under way.
        StorageError: no room or no right.
    """
    with places.changing("changing the passphrase"):
        vault = open_vault(places.database, data_key.file_key(), clock)
        try:
            envelope = seal(data_key, passphrase, marks_in(vault), serial=serial_in(vault) + 1, cost=cost)
            places.envelope.write(envelope)
            crash_point("vault.rewrap.written")
            with vault.write("vault.rewrap") as writer:
                put_envelope(writer, envelope)
        finally:
            vault.close()
    return envelope


def family_names(vault: Vault) -> tuple[str, ...]:
    """Return the names that somebody who knows the family would try first."""
    people = (person.name for person in vault.people.list())
    return (*people, *(contact.text.name for contact in vault.contacts.list()))
