"""How a person opens a backup with care notes, or a copy of them: by a passphrase, or by the recovery sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from caregiver_app.model.errors import VaultError, VaultTrouble

if TYPE_CHECKING:
    from caregiver_app.vault.keys.data_key import DataKey
    from caregiver_app.vault.keys.envelope import Envelope


class WayIn(Protocol):
    """Gives the data key for an envelope."""

    @property
    def needs_envelope(self) -> bool:
        """Whether nothing opens without one."""
        ...

    def key_for(self, envelope: Envelope | None) -> DataKey:
        """Return the data key; may take the time of one derivation.

        Raises:
            VaultError: the passphrase is wrong, there is no envelope to use it on, or the sheet is another one's.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ByPassphrase:
    """The passphrase of the day from which the envelope is."""

    passphrase: str = field(repr=False)

    @property
    def needs_envelope(self) -> bool:
        """Always."""
        return True

    def key_for(self, envelope: Envelope | None) -> DataKey:
        """See `WayIn`."""
        from caregiver_app.vault.keys.envelope import unseal

        if envelope is None:
            raise VaultError(VaultTrouble.ENVELOPE_DAMAGED)
        return unseal(envelope, self.passphrase)


@dataclass(frozen=True, slots=True, kw_only=True)
class BySheet:
    """What was typed from the recovery sheet, or its text."""

    typed: str = field(repr=False)

    @property
    def needs_envelope(self) -> bool:
        """Never: the sheet is the key."""
        return False

    def key_for(self, envelope: Envelope | None) -> DataKey:
        """See `WayIn`; the number on the sheet must be that of the envelope, where there is one."""
        from caregiver_app.vault.keys.recovery import read_sheet

        number, data_key = read_sheet(self.typed)
        if envelope is not None and envelope.marks.number != number:
            data_key.wipe()
            raise VaultError(VaultTrouble.WRONG_SHEET, number)
        return data_key


def way_typed(typed: str) -> WayIn:
    """Return what was typed as the way in that it is: all groups of a recovery sheet, or else a passphrase."""
    from caregiver_app.vault.keys.recovery import read_sheet

    try:
        _number, data_key = read_sheet(typed)
    except VaultError:
        return ByPassphrase(passphrase=typed)
    data_key.wipe()
    return BySheet(typed=typed)
