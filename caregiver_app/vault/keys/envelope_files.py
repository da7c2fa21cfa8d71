"""Where the envelope lies: `vault.json` and its twin, written one after the other: one of them is always whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from caregiver_app.model.errors import StorageError, VaultError, VaultTrouble
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_folder, read_bounded, translated_os_errors, write_whole
from caregiver_app.vault.keys.envelope import LARGEST_BYTES, Envelope, parse_envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeFiles:
    """The two copies of the envelope of one folder."""

    first: Path
    twin: Path

    def read(self) -> Envelope:
        """Return the envelope in force: of two readable ones the one with the larger serial.

        Raises:
            VaultError: neither copy is there, or neither can be used; the sheet still opens the notes.
            StorageError: the disk is in the way.
        """
        return self.candidates()[0]

    def candidates(self) -> tuple[Envelope, ...]:
        """Return what the copies hold, each once, the larger serial first; nothing of it is believed yet.

        Two differ when a change was cut short between them, or when somebody changed one. Raises as `read` does.
        """
        found: list[Envelope] = []
        troubles: list[VaultError | StorageError] = []
        for path in (self.first, self.twin):
            try:
                envelope = _read_one(path)
            except (VaultError, StorageError) as trouble:
                troubles.append(trouble)
            else:
                found += [envelope] if envelope not in found else []
        if not found:
            raise min(troubles, key=lambda trouble: trouble.kind == VaultTrouble.ENVELOPE_LOST)
        return tuple(sorted(found, key=lambda envelope: -envelope.serial))

    def agree(self, envelope: Envelope) -> bool:
        """Return whether both copies hold this envelope."""
        try:
            return all(_read_one(path) == envelope for path in (self.first, self.twin))
        except (VaultError, StorageError):
            return False

    def write(self, envelope: Envelope) -> None:
        """Put the envelope in both places; a kill between them leaves the new one in the first.

        Raises:
            StorageError: no room or no right.
        """
        for path in (self.first, self.twin):
            with translated_os_errors(path):
                make_private_folder(path.parent)
                write_whole(path, envelope.to_bytes())
            crash_point("vault.envelope.copy-written")

    def exist(self) -> bool:
        """Return whether either copy is there."""
        return self.first.exists() or self.twin.exists()


def _read_one(path: Path) -> Envelope:
    with translated_os_errors(path):
        try:
            data = read_bounded(path, LARGEST_BYTES)
        except FileNotFoundError:
            raise VaultError(VaultTrouble.ENVELOPE_LOST) from None
    if data is None:
        raise VaultError(VaultTrouble.ENVELOPE_DAMAGED)
    return parse_envelope(data)
