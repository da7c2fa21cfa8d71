"""How commands get into a backup or a copy of the care notes: by the passphrase, or by the recovery sheet."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.ways_in import ByPassphrase, BySheet, WayIn
from caregiver_app.cli.vault.passphrases import PassphraseSource, read_secret_file


def way_in(source: PassphraseSource, recovery_file: Path | None, prompt: str) -> WayIn:
    """Return how the person opens a backup, or a copy of the notes.

    Raises:
        VaultError: nothing was said, and there is no terminal to ask at.
        CommandFailed: a file may be read by others, or holds no passphrase.
    """
    if recovery_file is None:
        return ByPassphrase(passphrase=source.read(prompt))
    from caregiver_app.vault.keys.recovery import LONGEST_TYPED

    return BySheet(typed=read_secret_file(recovery_file, 4 * LONGEST_TYPED).decode("utf-8", "replace"))
