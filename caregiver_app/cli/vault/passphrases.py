"""Where commands take passphrases from: a prompt, a file, a descriptor. Never from arguments or the environment."""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from pathlib import Path

import click

from caregiver_app.cli.failures import REFUSED, CommandFailed
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.files import translated_os_errors
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

LARGEST_BYTES = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseSource:
    """What the person said about where the passphrase is; nothing: ask for it. `of_notes`: it opens care notes."""

    file: Path | None = None
    descriptor: int | None = None
    of_notes: bool = True

    def read(self, prompt: str, *, confirm: bool = False) -> str:
        """Return the passphrase, without the end of its line; ask for it at the terminal where nothing else was said.

        Raises:
            CommandFailed: the file may be read by others, or holds no passphrase; or nothing was said and there is no
                terminal to ask at, for a new passphrase or one of something else than care notes.
            VaultError: nothing was said and there is no terminal to ask at.
            StorageError: the file cannot be read.
        """
        if self.file is not None:
            return _first_line(read_secret_file(self.file, LARGEST_BYTES))
        if self.descriptor is not None:
            return _first_line(_read_descriptor(self.descriptor))
        if not os.isatty(0):
            if confirm or not self.of_notes:
                raise _not_given()
            raise VaultError(VaultTrouble.LOCKED)
        return str(click.prompt(prompt, hide_input=True, confirmation_prompt=confirm, err=True))


def passphrase_options(name: str = "passphrase") -> list[click.Parameter]:
    """`--passphrase-file F` and `--passphrase-fd N`, with another first word for another passphrase."""
    return [
        click.Option(
            [f"--{name}-file"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="F",
            help=_("Read the passphrase from this file, which only you may read."),
        ),
        click.Option(
            [f"--{name}-fd"],
            type=click.IntRange(0, 1 << 16),
            metavar="N",
            help=_("Read the passphrase from this open file descriptor."),
        ),
    ]


def recovery_option() -> click.Parameter:
    """`--recovery-file FILE`, for what the recovery sheet opens as well as the passphrase."""
    return click.Option(
        ["--recovery-file"],
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=_("The groups of the recovery sheet, as typed; only you may read this file."),
    )


def read_secret_file(path: Path, limit_bytes: int) -> bytes:
    """Return what a file holds that is a secret, at most `limit_bytes` of it.

    Raises:
        CommandFailed: others may read it.
        StorageError: it cannot be read.
    """
    with translated_os_errors(path, reading=True), path.open("rb") as file:
        if os.name == "posix" and os.fstat(file.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise CommandFailed(
                "secret-readable",
                Sentence(
                    happened=_("Others on this computer may read the file {name}.").format(name=path.name),
                    means=_("It was not used."),
                    to_do=_("Take the right to read it from them: chmod 600 FILE"),
                ),
                REFUSED,
            )
        return file.read(limit_bytes)


def _read_descriptor(descriptor: int) -> bytes:
    read = b""
    try:
        while len(read) < LARGEST_BYTES and (piece := os.read(descriptor, LARGEST_BYTES - len(read))):
            read += piece
    except OSError:
        raise _unusable() from None
    return read


def _first_line(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        line = data.decode(encoding).split("\n", 1)[0].removesuffix("\r")
    except UnicodeDecodeError:
        raise _unusable() from None
    if not line:
        raise _unusable()
    return line


def _not_given() -> CommandFailed:
    to_do = _("Give it in a file that only you may read. Which option takes it is said by --help.")
    happened = _("A passphrase is needed, and there is no terminal to ask for it.")
    return CommandFailed("no-passphrase", Sentence(happened=happened, to_do=to_do), REFUSED)


def _unusable() -> CommandFailed:
    return CommandFailed("no-passphrase", Sentence(happened=_("No passphrase could be read there.")))
