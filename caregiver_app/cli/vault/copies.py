"""`caregiver vault copies` and `vault go-back`: the copies of the care notes that are made by themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options, recovery_option
from caregiver_app.cli.vault.ways import way_in
from caregiver_app.model.errors import InstanceRunning, StorageError
from caregiver_app.model.time import Millis, to_datetime, to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience
from caregiver_app.support.sentences.upkeep import care_snapshot_trouble
from caregiver_app.support.sizes import size_words

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care_copies import WentBack
    from caregiver_app.bootstrap.going_back import KeptCopy


def copies_command() -> click.Command:
    """Return `vault copies`."""
    return click.Command(
        "copies",
        callback=click.pass_obj(_list),
        params=[json_option()],
        help=_("List the copies that are made by themselves. Needs no passphrase."),
    )


def go_back_command() -> click.Command:
    """Return `vault go-back`."""
    return click.Command(
        "go-back",
        callback=click.pass_obj(_go_back),
        params=[
            click.Argument(["name"], required=False, metavar="[COPY]"),
            *passphrase_options(),
            recovery_option(),
            json_option(),
        ],
        help=_(
            "Put a copy in the place of your care notes. The last good one unless you name another. Sound notes are "
            "kept as a copy too, a damaged file beside them."
        ),
    )


def take_copy_if_due(session: Session) -> None:
    """Take the daily copy of the unlocked notes, once what was asked for is done; a trouble is a note."""
    try:
        with session.writing("copy of care notes"):
            session.services.snapshot_care_if_due()
    except InstanceRunning:
        return  # the window does it, or the next command
    except StorageError as error:
        session.console.note(care_snapshot_trouble(error, Audience.COMMAND).text)


def _list(session: Session) -> None:
    copies = session.services.care_copies()
    if session.console.as_json:
        session.console.document([_shape(copy) for copy in copies])
        return
    for copy in copies:
        session.console.line(f"{copy.name}  {_day(copy.at)}  {size_words(copy.size_bytes)}")
    if not copies:
        session.console.line(_("There are no copies of care notes here yet."))


def _go_back(
    session: Session,
    name: str | None,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
    recovery_file: Path | None,
) -> None:
    source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
    way = way_in(source, recovery_file, _("Passphrase"))
    with session.writing("vault go-back"):
        went = session.services.go_back_in_care(way, name=name)
    if session.console.as_json:
        aside = None if went.aside is None else went.aside.name
        session.console.document({**_shape(went.to.copy), "lacks_saves": went.to.lacks, "aside": aside})
        return
    session.console.line(_("Your care notes are as they were on {day}.").format(day=_day(went.to.copy.at)))
    session.console.line(_lacks_words(went))
    if went.aside is not None:
        session.console.note(_("The damaged file is kept as {name}.").format(name=went.aside.name))


def _lacks_words(went: WentBack) -> str:
    if went.to.lacks == 0:
        return _("Nothing was saved since then.")
    return _("What was written since then is not in them.")


def _shape(copy: KeptCopy) -> dict[str, Json]:
    return {"name": copy.name, "at": to_iso(copy.at), "reason": copy.reason, "size_bytes": copy.size_bytes}


def _day(at: Millis) -> str:
    return to_datetime(at).astimezone().isoformat(sep=" ", timespec="minutes")
