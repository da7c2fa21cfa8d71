"""Options that the commands of a channel's makers share: where keys are, and what opens them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import click

from caregiver_app.bootstrap.channel_keys import AtHand
from caregiver_app.cli.options import FolderType
from caregiver_app.cli.vault.passphrases import PassphraseSource
from caregiver_app.support.i18n import gettext as _


def folder_argument() -> click.Argument:
    """`FOLDER`, in which the channel lies."""
    return click.Argument(["folder"], type=FolderType(), metavar="FOLDER")


def key_options() -> list[click.Parameter]:
    """`--keys DIR ...` and `--passphrase-file F ...` of the keys at hand."""
    return [
        click.Option(
            ["--keys", "key_folders"],
            type=click.Path(path_type=Path, file_okay=False),
            multiple=True,
            metavar="FOLDER",
            help=_("Also look for keys here, like on a stick."),
        ),
        click.Option(
            ["--passphrase-file", "passphrase_file"],
            type=click.Path(path_type=Path, dir_okay=False),
            multiple=True,
            metavar="F",
            help=_(
                "Read a passphrase of the keys from this file, which only you may read. May be given several times."
            ),
        ),
    ]


def new_passphrase_options(name: str = "new-passphrase") -> list[click.Parameter]:
    """`--new-passphrase-file F`, for a key that is made."""
    return [
        click.Option(
            [f"--{name}-file"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="F",
            help=_("Read the passphrase of the new key from this file, which only you may read."),
        )
    ]


def at_hand(key_folders: Sequence[Path], passphrase_files: Sequence[Path]) -> AtHand:
    """Return the keys at hand; a passphrase that no file gives is asked for when it is needed."""

    @cache
    def given() -> tuple[str, ...]:
        return tuple(PassphraseSource(file=file).read("") for file in passphrase_files)

    @cache
    def passphrases_of(name: str) -> Sequence[str]:
        if passphrase_files:
            return given()
        return (PassphraseSource(of_notes=False).read(_("Passphrase of the key {name}").format(name=name)),)

    return AtHand(passphrases_of=passphrases_of, folders=tuple(key_folders))


def chosen_passphrase(file: Path | None) -> str:
    """Return the passphrase for a new key, asked for twice where no file gives it."""
    return PassphraseSource(file=file).read(_("Choose a passphrase for the new key"), confirm=True)
