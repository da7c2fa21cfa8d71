"""The password that locks a PDF, from a file: one that every reader of PDF files takes for the same."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.cli.vault.passphrases import PassphraseSource


def pdf_password(file: Path | None) -> str:
    """Return the password for a PDF, "" where none was named.

    Raises:
        VaultError: it is easy to guess.
        CommandFailed, PrintError, StorageError: as `read_password` does.
    """
    password = read_password(file)
    if password:
        from caregiver_app.vault.keys.passphrases import refuse_weak

        refuse_weak(password)
    return password


def read_password(file: Path | None) -> str:
    """Return the same where whoever asks judges how hard it is to guess.

    Raises:
        CommandFailed: others may read its file, or there is nothing in it.
        PrintError: no reader of PDF files takes it.
        StorageError: its file cannot be read.
    """
    if file is None:
        return ""
    from caregiver_app.paper.locking import check_password

    password = PassphraseSource(file=file).read("")
    check_password(password)
    return password
