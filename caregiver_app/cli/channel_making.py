"""`caregiver channel init|show|add|remove|publish|copy`: a channel of one's own, from nothing to what families get."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from caregiver_app.bootstrap.key_sheets import spare_of
from caregiver_app.cli.channel_options import at_hand, folder_argument, key_options
from caregiver_app.cli.channel_sheets import key_sheet_target, write_key_sheet
from caregiver_app.cli.channel_told import (
    fingerprint_shape,
    group_lines,
    key_files_shape,
    offer_shape,
    own_shape,
    published_shape,
    tell_own,
    tell_published,
    tell_what_waits,
)
from caregiver_app.cli.failures import DONE, PARTLY
from caregiver_app.cli.files import read_file
from caregiver_app.cli.options import FolderType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.passphrases import passphrase_options
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.signing_keys import where_it_belongs

_LARGEST_PACK = 50_000_000


def making_commands() -> tuple[click.Command, ...]:
    """Return the commands."""
    return (_init(), _show(), _add(), _remove(), _publish(), _copy())


def _init() -> click.Command:
    return click.Command(
        "init",
        callback=click.pass_obj(_begin),
        params=[
            folder_argument(),
            click.Option(["--name"], required=True, metavar="NAME", help=_("What families see.")),
            click.Option(
                ["--team/--just-me", "team"],
                default=None,
                help=_("Several people, of whom two of three must agree on what matters, or you alone."),
            ),
            click.Option(["--keys"], type=FolderType(), metavar="FOLDER", help=_("Write the keys there.")),
            click.Option(
                ["--key-sheet"],
                type=click.Path(path_type=Path, dir_okay=False),
                metavar="FILE",
                help=_("Also write the spare root key to keep on paper, .pdf or .txt. It is a secret."),
            ),
            *passphrase_options(),
            json_option(),
        ],
        help=_("Make a channel in an empty folder, and the keys that sign it."),
    )


def _show() -> click.Command:
    return click.Command(
        "show",
        callback=click.pass_obj(_show_channel),
        params=[folder_argument(), json_option()],
        help=_("Show the signs that families compare. Also who publishes, which packs there are, and which keys."),
    )


def _add() -> click.Command:
    return click.Command(
        "add",
        callback=click.pass_obj(_add_pack),
        params=[
            folder_argument(),
            click.Argument(["packs"], nargs=-1, required=True, metavar="PACK ..."),
            click.Option(["--publisher"], metavar="ID", help=_("Whose they are, where there are several.")),
            *key_options(),
            json_option(),
        ],
        help=_("Sign packs that were built, new ones or higher versions. Families get them with the next publish."),
    )


def _remove() -> click.Command:
    return click.Command(
        "remove",
        callback=click.pass_obj(_take_out),
        params=[folder_argument(), click.Argument(["path"], metavar="PUBLISHER/PACK"), *key_options(), json_option()],
        help=_("Offer a pack no more, from the next publish on. Families who have it keep it."),
    )


def _publish() -> click.Command:
    return click.Command(
        "publish",
        callback=click.pass_obj(_publish_channel),
        params=[folder_argument(), *key_options(), json_option()],
        help=_("Make all that was signed count. Renews the date until which families can be sure of it."),
    )


def _copy() -> click.Command:
    return click.Command(
        "copy",
        callback=click.pass_obj(_copy_channel),
        params=[
            folder_argument(),
            click.Option(["-o", "--output", "to"], type=FolderType(), required=True, metavar="FOLDER|FILE.carepack"),
            json_option(),
        ],
        help=_("Copy a channel to hand it on. Into an empty folder or into one file."),
    )


def _begin(
    session: Session,
    *,
    folder: Path,
    name: str,
    team: bool | None,
    keys: Path | None,
    key_sheet: Path | None,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
) -> None:
    from caregiver_app.cli.vault.passphrases import PassphraseSource

    target = key_sheet_target(session, key_sheet)
    if team is None and os.isatty(0):
        team = click.confirm(_("Do several people decide about these packs? (no: just me)"), default=False, err=True)
    source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
    passphrase = source.read(_("Choose a passphrase for the keys"), confirm=True)
    with session.writing("channel init"):
        begun, files, made = session.services.own_channels.begin(
            folder, name=name, team=bool(team), passphrase=passphrase, keys=keys
        )
    if target is not None:
        write_key_sheet(session, target, spare_of(made), name)
    console = session.console
    if console.as_json:
        console.document(
            {
                "id": begun.id,
                "name": name,
                "publisher": begun.publisher or None,
                **fingerprint_shape(begun.fingerprint),
                "keys": key_files_shape(files),
                "key_sheet": None if target is None else str(target),
                **published_shape(begun.published),
            }
        )
        return
    console.line(_("The channel is in {folder}. Give families these signs on paper or by phone:").format(folder=folder))
    for line in group_lines(begun.fingerprint):
        console.line(line)
    for file in files:
        console.line(f"{file}: {where_it_belongs(file.stem)}")
    tell_published(console, begun.published)
    if target is None:
        console.note(_("The spare root key is not on paper yet: caregiver channel key-sheet KEY -o FILE"))
    else:
        words = _("The spare root key is in {file}. Whoever has it can sign: print it, lock it away, delete the file.")
        console.line(words.format(file=target))


def _show_channel(session: Session, *, folder: Path) -> None:
    facts = session.services.own_channels.show(folder)
    if session.console.as_json:
        session.console.document(own_shape(facts))
    else:
        tell_own(session.console, facts)


def _add_pack(
    session: Session,
    *,
    folder: Path,
    packs: Sequence[str],
    publisher: str | None,
    key_folders: Sequence[Path],
    passphrase_file: Sequence[Path],
) -> None:
    keys = at_hand(key_folders, passphrase_file)
    own = session.services.own_channels
    with session.writing("channel add"):
        read = (read_file(pack, limit_bytes=_LARGEST_PACK) for pack in packs)
        offers = own.add_packs(folder, keys, read, publisher=publisher)
    if session.console.as_json:
        session.console.document([offer_shape(offer) for offer in offers])
        return
    for offer in offers:
        session.console.line(_("Signed: {title}, version {version}.").format(title=offer.title, version=offer.version))
    session.console.note(_("To bring it to families: caregiver channel publish FOLDER"))


def _take_out(
    session: Session, *, folder: Path, path: str, key_folders: Sequence[Path], passphrase_file: Sequence[Path]
) -> None:
    with session.writing("channel remove"):
        session.services.own_channels.take_out(folder, at_hand(key_folders, passphrase_file), path)
    if session.console.as_json:
        session.console.document({"path": path})
    else:
        session.console.line(_("It is offered no more from the next publish on."))


def _publish_channel(
    session: Session, *, folder: Path, key_folders: Sequence[Path], passphrase_file: Sequence[Path]
) -> int:
    with session.writing("channel publish"):
        published = session.services.own_channels.publish(folder, at_hand(key_folders, passphrase_file))
    if session.console.as_json:
        session.console.document(published_shape(published))
    else:
        tell_published(session.console, published)
    return PARTLY if published.ends_soon else DONE


def _copy_channel(session: Session, *, folder: Path, to: Path) -> None:
    packs = session.services.own_channels.copy(folder, to)
    if session.console.as_json:
        session.console.document({"packs": packs, "copy": str(to)})
        return
    words = ngettext("{count} pack is in {copy}.", "{count} packs are in {copy}.", packs)
    session.console.line(words.format(count=packs, copy=to))
    tell_what_waits(session.console, session.services.own_channels.show(folder))
