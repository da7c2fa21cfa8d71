"""`caregiver channel passphrase|key-sheet|restore-key`: the files in which keys lie, and one on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from caregiver_app.cli.channel_options import at_hand, chosen_passphrase, key_options, new_passphrase_options
from caregiver_app.cli.channel_sheets import key_sheet_target, read_key_sheet, write_key_sheet
from caregiver_app.cli.options import FolderType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.support.i18n import gettext as _

_ROLES = ("root", "targets", "snapshot", "timestamp")


def key_commands() -> tuple[click.Command, ...]:
    """Return the commands."""
    return (_passphrase(), _key_sheet(), _restore_key())


def _passphrase() -> click.Command:
    return click.Command(
        "passphrase",
        callback=click.pass_obj(_change_passphrase),
        params=[_key_argument(), *key_options(), *new_passphrase_options(), json_option()],
        help=_("Lock a key with another passphrase. Whoever takes it over does."),
    )


def _key_sheet() -> click.Command:
    return click.Command(
        "key-sheet",
        callback=click.pass_obj(_write_sheet),
        params=[
            _key_argument(),
            click.Option(
                ["-o", "--output", "file"],
                type=click.Path(path_type=Path, dir_okay=False),
                required=True,
                metavar="FILE",
                help=_("Write it there, .pdf or .txt."),
            ),
            *key_options(),
            json_option(),
        ],
        help=_("Write a key to keep on paper. It is a secret: whoever has the sheet can sign."),
    )


def _restore_key() -> click.Command:
    return click.Command(
        "restore-key",
        callback=click.pass_obj(_restore),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path, dir_okay=False), metavar="FILE"),
            click.Option(["--role"], default="root", show_default=True, metavar="ROLE", help=_("What it signs.")),
            click.Option(["--key"], default="root-restored", show_default=True, metavar="KEY", help=_("Its name.")),
            click.Option(["--key-folder"], type=FolderType(), metavar="FOLDER", help=_("Write it there.")),
            *new_passphrase_options(),
            json_option(),
        ],
        help=_("Make a key file from a key sheet. Type its groups into a text file that only you may read."),
    )


def _key_argument() -> click.Argument:
    return click.Argument(["key"], metavar="KEY")


def _change_passphrase(
    session: Session,
    *,
    key: str,
    key_folders: Sequence[Path],
    passphrase_file: Sequence[Path],
    new_passphrase_file: Path | None,
) -> None:
    passphrase = chosen_passphrase(new_passphrase_file)
    keys = at_hand(key_folders, passphrase_file)
    path = session.services.own_channels.keys.change_passphrase(key, keys, passphrase)
    if session.console.as_json:
        session.console.document({"key": key, "file": str(path)})
    else:
        session.console.line(_("{file} has its new passphrase. The old one opens it no more.").format(file=path))


def _write_sheet(
    session: Session, *, key: str, file: Path, key_folders: Sequence[Path], passphrase_file: Sequence[Path]
) -> None:
    target = key_sheet_target(session, file)
    assert target is not None
    (found, *others) = session.services.own_channels.keys.open(key, at_hand(key_folders, passphrase_file))
    if others:
        words = _("This file holds several keys. A root key on paper is enough: with it each can be made anew.")
        raise click.UsageError(words)
    write_key_sheet(session, target, found)
    if session.console.as_json:
        session.console.document({"key": key, "key_sheet": str(target)})
    else:
        session.console.line(_("The key is in {file}. Whoever has it can sign: lock it away.").format(file=target))


def _restore(
    session: Session,
    *,
    file: Path,
    role: str,
    key: str,
    key_folder: Path | None,
    new_passphrase_file: Path | None,
) -> None:
    from caregiver_app.packs.channels.signing_keys import SigningKey, publisher_role

    seed = read_key_sheet(file)
    passphrase = chosen_passphrase(new_passphrase_file)
    found = SigningKey(role=role if role in _ROLES else publisher_role(role), name=key, seed=seed)
    path = session.services.own_channels.keys.restore(found, passphrase, key_folder)
    if session.console.as_json:
        session.console.document({"key": key, "file": str(path)})
    else:
        session.console.line(_("The key is in {file}.").format(file=path))
