"""`caregiver channel publisher|revoke|renew|move|new-version`: who may sign with which keys, what a channel says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caregiver_app import __version__
from caregiver_app.cli.channel_options import (
    at_hand,
    chosen_passphrase,
    folder_argument,
    key_options,
    new_passphrase_options,
)
from caregiver_app.cli.channel_told import fingerprint_shape, group_lines, published_shape, tell_published
from caregiver_app.cli.console import Json
from caregiver_app.cli.options import FolderType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.support.app_versions import version_parts
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.signing_keys import where_it_belongs

if TYPE_CHECKING:
    from caregiver_app.packs.channels.publishing import Published


def keeping_commands() -> tuple[click.Command, ...]:
    """Return the commands."""
    return (_publisher(), _revoke(), _renew(), _move(), _new_version())


def _publisher() -> click.Command:
    return click.Command(
        "publisher",
        callback=click.pass_obj(_add_publisher),
        params=[
            folder_argument(),
            click.Option(["--name"], required=True, metavar="NAME", help=_("What families see.")),
            click.Option(["--id", "slug"], default="", metavar="ID", help=_("Their short name; from the name.")),
            click.Option(["--key-folder"], type=FolderType(), metavar="FOLDER", help=_("Write their key there.")),
            *key_options(),
            *new_passphrase_options(),
            json_option(),
        ],
        help=_("Leave a folder to a publisher. Makes their key."),
    )


def _revoke() -> click.Command:
    return click.Command(
        "revoke",
        callback=click.pass_obj(_revoke_publisher),
        params=[folder_argument(), click.Argument(["publisher"], metavar="PUBLISHER"), *key_options(), json_option()],
        help=_("Take a publisher's folder back. With all their packs; it is published at once."),
    )


def _renew() -> click.Command:
    return click.Command(
        "renew",
        callback=click.pass_obj(_renew_key),
        params=[
            folder_argument(),
            click.Argument(["role"], required=False, default="", metavar="[ROLE|PUBLISHER]"),
            click.Option(
                ["--old"], multiple=True, metavar="KEY", help=_("Which key file goes. May be given several times.")
            ),
            *key_options(),
            *new_passphrase_options(),
            json_option(),
        ],
        help=_(
            "Put a new key in the place of a lost one. Or of one that somebody knows; it is published at once. With "
            "--old alone: new keys for all that lay in these files; name all that are lost at once. With neither: "
            "sign the root for two more years. Families follow without comparing again."
        ),
    )


def _move() -> click.Command:
    return click.Command(
        "move",
        callback=click.pass_obj(_move_channel),
        params=[folder_argument(), click.Argument(["address"], metavar="ADDRESS"), *key_options(), json_option()],
        help=_("Tell families where the channel is from now on. Leave it in the old place, too, for half a year."),
    )


def _new_version() -> click.Command:
    return click.Command(
        "new-version",
        callback=click.pass_obj(_tell_new_version),
        params=[
            folder_argument(),
            click.Argument(["version"], metavar="[VERSION]", default=__version__, callback=_checked_version),
            *key_options(),
            json_option(),
        ],
        help=_(
            "Tell families which Caregiver is the newest. They see the number with words and an address of Caregiver's "
            "own. Without VERSION it is the one that runs here."
        ),
    )


def _checked_version(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    if version_parts(typed) is None:
        raise click.BadParameter(_("A version is a number such as {example}.").format(example="1.2.0"))
    return typed


def _add_publisher(
    session: Session,
    *,
    folder: Path,
    name: str,
    slug: str,
    key_folder: Path | None,
    key_folders: Sequence[Path],
    passphrase_file: Sequence[Path],
    new_passphrase_file: Path | None,
) -> None:
    passphrase = chosen_passphrase(new_passphrase_file)
    with session.writing("channel publisher"):
        path = session.services.own_channels.add_publisher(
            folder,
            at_hand(key_folders, passphrase_file),
            name=name,
            slug=slug,
            passphrase=passphrase,
            keys=key_folder,
        )
    if session.console.as_json:
        session.console.document({"key": path.stem, "file": str(path), "belongs": where_it_belongs(path.stem)})
        return
    session.console.line(f"{path}: {where_it_belongs(path.stem)}")
    session.console.note(_("To bring it to families: caregiver channel publish FOLDER"))


def _revoke_publisher(
    session: Session, *, folder: Path, publisher: str, key_folders: Sequence[Path], passphrase_file: Sequence[Path]
) -> None:
    with session.writing("channel revoke"):
        done = session.services.own_channels.revoke(folder, at_hand(key_folders, passphrase_file), publisher)
    _tell(session, done)


def _renew_key(
    session: Session,
    *,
    folder: Path,
    role: str,
    old: Sequence[str],
    key_folders: Sequence[Path],
    passphrase_file: Sequence[Path],
    new_passphrase_file: Path | None,
) -> None:
    passphrase = chosen_passphrase(new_passphrase_file) if role or old else ""
    own = session.services.own_channels
    with session.writing("channel renew"):
        keys = at_hand(key_folders, passphrase_file)
        published, files = own.renew(folder, keys, role, old=old, passphrase=passphrase)
    fingerprint = own.show(folder).fingerprint
    if session.console.as_json:
        written: list[Json] = [str(file) for file in files]
        shape = {**published_shape(published), **fingerprint_shape(fingerprint)}
        session.console.document({**shape, "files": written})
        return
    tell_published(session.console, published)
    for file in files:
        session.console.line(f"{file}: {where_it_belongs(file.stem)}")
    session.console.line(_("New families compare these signs from now on:"))
    for line in group_lines(fingerprint):
        session.console.line(line)


def _move_channel(
    session: Session, *, folder: Path, address: str, key_folders: Sequence[Path], passphrase_file: Sequence[Path]
) -> None:
    with session.writing("channel move"):
        done = session.services.own_channels.move(folder, at_hand(key_folders, passphrase_file), address)
    _tell(session, done)


def _tell_new_version(
    session: Session, *, folder: Path, version: str, key_folders: Sequence[Path], passphrase_file: Sequence[Path]
) -> None:
    with session.writing("channel new-version"):
        keys = at_hand(key_folders, passphrase_file)
        done = session.services.own_channels.tell_newest_caregiver(folder, keys, version)
    _tell(session, done)


def _tell(session: Session, published: Published) -> None:
    if session.console.as_json:
        session.console.document(published_shape(published))
    else:
        tell_published(session.console, published)
