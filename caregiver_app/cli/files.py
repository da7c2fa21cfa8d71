"""Reads and writes the files that people name on the command line; `-` is standard input."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import click

from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.session import Session
from caregiver_app.support.files import write_whole
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

STANDARD = "-"


def read_file(name: str, *, limit_bytes: int) -> bytes:
    """Return what the named file holds, at most one byte more than `limit_bytes`, so that a reader can refuse it.

    Raises:
        CommandFailed: it cannot be read.
    """
    if name == STANDARD:
        return sys.stdin.buffer.read(limit_bytes + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(limit_bytes + 1)
    except (OSError, ValueError) as error:
        raise _failed(name, error) from error


def write_file(name: str, data: bytes) -> None:
    """Write the named file, whole or not at all; what is no ordinary file (a pipe, a device) is written into.

    Raises:
        CareFileError: it lies in our own folder, whose files it would take the place of.
        CommandFailed: it cannot be written.
    """
    try:
        refuse_own_place(name)
        path = Path(name).resolve()
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
        else:
            write_whole(path, data)
    except (OSError, ValueError) as error:
        raise _failed(name, error) from error


def refuse_own_place(name: str) -> None:
    """Let pass the name of a file that is not in the data folder of the command that runs.

    Raises:
        CareFileError: it is there.
        ValueError: no file can have this name.
    """
    from caregiver_app.bootstrap.care_files import refuse_own_folder
    from caregiver_app.bootstrap.paths import find_paths

    session = click.get_current_context().find_object(Session)
    refuse_own_folder(find_paths(None if session is None else session.data_dir), Path(name))


def read_words(limit_chars: int) -> str:
    """Return the text on standard input, at most `limit_chars` of it; bytes that are no text become signs."""
    return sys.stdin.buffer.read(limit_chars * 4).decode("utf-8", "replace")[:limit_chars]


def _failed(name: str, error: OSError | ValueError) -> CommandFailed:
    code = error.errno if isinstance(error, OSError) else None
    happened = {
        errno.ENOENT: _("There is no file {name}."),
        errno.EISDIR: _("{name} is a folder, not a file."),
        errno.EACCES: _("You may not open {name}."),
        errno.EPERM: _("You may not open {name}."),
        errno.EROFS: _("Nothing can be written where {name} is."),
        errno.ENOSPC: _("The disk is full, so {name} was not written."),
    }.get(code or 0, _("{name} cannot be opened."))
    return CommandFailed(
        "file", Sentence(happened=happened.format(name=name), to_do=_("Check the name, then try again."))
    )
