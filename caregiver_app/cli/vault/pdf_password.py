"""The password that locks a PDF, from a file: one that every reader of PDF files takes for the same."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.cli.vault.passphrases import PassphraseSource


def pdf_password(file: Path | None) -> str:
    """Return the password for a PDF, "" where none was named.

    Raises:
        CommandFailed: others may read its file, or there is nothing in it.
        PrintError: no reader of PDF files takes it.
        VaultError: it is easy to guess.
        StorageError: its file cannot be read.
    """
    if file is None:
        return ""
    from caregiver_app.paper.locking import check_password
    from caregiver_app.vault.keys.passphrases import refuse_weak

    password = PassphraseSource(file=file).read("")
    refuse_weak(password)
    check_password(password)
    return password
