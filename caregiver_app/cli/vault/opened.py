"""What commands over the care notes have at hand: the notes, open for a block, then locked again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.copies import take_copy_if_due
from caregiver_app.cli.vault.passphrases import PassphraseSource
from caregiver_app.cli.vault.telling_notices import tell_notices
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.folder.damage import damage_told
from caregiver_app.vault.folder.marks import saves_in
from caregiver_app.vault.store import Vault


@contextmanager
def opened(session: Session, source: PassphraseSource) -> Iterator[Vault]:
    """Unlock the notes for a block.

    Raises:
        VaultError: there are none, the passphrase is missing or wrong, or they are damaged.
        StorageError: the disk or the file is in the way.
    """
    if not session.services.care.exists():
        raise VaultError(VaultTrouble.ABSENT)
    with opened_with(session, source.read(_("Passphrase"))) as vault:
        yield vault


@contextmanager
def opened_with(session: Session, passphrase: str) -> Iterator[Vault]:
    """Unlock the notes for a block with a passphrase that was read. Raises as `opened` does."""
    care = session.services.care
    unlocked = care.unlock(passphrase)
    try:
        tell_notices(session, unlocked)
        vault = care.open()
        try:
            with damage_told():
                begun = saves_in(vault)
                yield vault
                wrote = saves_in(vault) != begun
        finally:
            vault.close()
        if wrote:
            session.console.flush()
            take_copy_if_due(session)
    finally:
        care.lock()
