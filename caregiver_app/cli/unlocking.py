"""Unlocks a protected library for the commands that use it: each takes the passphrase as the care notes' own do.

Where the library is not protected, nothing is asked and the options are of no use.
"""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.cli.session import Session
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.i18n import gettext as _

_FILE = "passphrase_file"


def with_passphrase(command: click.Command) -> click.Command:
    """Return a command, or a group with all in it, that takes `--passphrase-file` and `--passphrase-fd`."""
    if isinstance(command, click.Group):
        for each in command.commands.values():
            with_passphrase(each)
    elif not any(parameter.name == _FILE for parameter in command.params):
        of_library = _("Of a protected library: read the passphrase from this file, which only you may read.")
        by_number = _("Of a protected library: read the passphrase from this open file descriptor.")
        command.params = [*command.params, *passphrase_options(of_library, by_number)]
    return command


def unlock_library(session: Session) -> None:
    """Unlock the care notes that protect the library, by what the command was given, or by what is typed when asked.

    Raises:
        VaultError: nothing was given and there is no terminal to ask at, it is wrong, or the notes are gone.
        CommandFailed: a file may be read by others, or holds no passphrase.
        StorageError: the disk is in the way.
    """
    if not session.services.care.exists():
        raise VaultError(VaultTrouble.LIBRARY_KEYS)  # the notes that protect it are gone
    _unlock(session)


def unlock_care(session: Session) -> None:
    """Unlock the care notes where there are some and the command was given their passphrase; nothing is asked.

    Raises:
        VaultError: it is wrong, or the notes are lost or damaged.
        CommandFailed: a file may be read by others, or holds no passphrase.
        StorageError: the disk is in the way.
    """
    if session.passphrase_file is None and session.passphrase_fd is None:
        return
    if session.services.care.exists():
        _unlock(session)


def _unlock(session: Session) -> None:
    from caregiver_app.cli.vault.passphrases import PassphraseSource
    from caregiver_app.cli.vault.telling_notices import tell_notices

    source = PassphraseSource(file=session.passphrase_file, descriptor=session.passphrase_fd)
    tell_notices(session, session.services.care.unlock(source.read(_("Passphrase"))))


def passphrase_options(of_file: str, of_descriptor: str) -> list[click.Parameter]:
    """`--passphrase-file F` and `--passphrase-fd N` with their help; what they say is in the session."""
    return [
        click.Option(
            ["--passphrase-file"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="F",
            expose_value=False,
            callback=_remember,
            help=of_file,
        ),
        click.Option(
            ["--passphrase-fd"],
            type=click.IntRange(0, 1 << 16),
            metavar="N",
            expose_value=False,
            callback=_remember,
            help=of_descriptor,
        ),
    ]


def _remember(context: click.Context, parameter: click.Parameter, value: Path | int | None) -> None:
    session = context.find_object(Session)
    if session is not None and value is not None and parameter.name is not None:
        setattr(session, parameter.name, value)
