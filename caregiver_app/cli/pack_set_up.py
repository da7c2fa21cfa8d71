"""`caregiver pack set-up-file`: a stick that a family begins with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from caregiver_app.bootstrap.set_up_file import WantedSetUp, write_set_up_file
from caregiver_app.cli.channel_told import tell_what_waits
from caregiver_app.cli.options import FolderType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.model.set_up import LARGEST_TEXT, SMALLEST_TEXT, SetUp, SetUpUpdates
from caregiver_app.support.i18n import gettext as _


def set_up_commands() -> tuple[click.Command, ...]:
    """Return the command."""
    return (_set_up_command(),)


def _set_up_command() -> click.Command:
    return click.Command(
        "set-up-file",
        callback=click.pass_obj(_write),
        params=[
            click.Option(["-o", "--output", "stick"], type=FolderType(), required=True, metavar="STICK"),
            click.Option(["--channel"], type=FolderType(), metavar="FOLDER", help=_("Copy this channel of yours too.")),
            click.Option(
                ["--pack", "packs"], multiple=True, metavar="PUBLISHER/PACK", help=_("Of its packs these alone.")
            ),
            click.Option(["--address"], default="", metavar="ADDRESS", help=_("Where the channel is on the web.")),
            click.Option(["--starter"], multiple=True, metavar="ID", help=_("A pack that comes with Caregiver.")),
            click.Option(["--language"], default="", metavar="L", help=_("Like en-GB or es-US.")),
            click.Option(["--country"], default="", metavar="CC", help=_("Like GB.")),
            click.Option(
                ["--text-size"],
                type=click.IntRange(SMALLEST_TEXT, LARGEST_TEXT),
                metavar="N",
                help=_("In per cent, 100 to 200."),
            ),
            click.Option(["--updates"], type=click.Choice([each.value for each in SetUpUpdates])),
            json_option(),
        ],
        help=_(
            "Write a set-up file onto a stick. A copy of your channel goes beside it. A family's first start offers to "
            "follow it. Nothing private fits in."
        ),
    )


def _write(
    session: Session,
    *,
    stick: Path,
    channel: Path | None,
    packs: Sequence[str],
    address: str,
    starter: Sequence[str],
    language: str,
    country: str,
    text_size: int | None,
    updates: str | None,
) -> None:
    if address and channel is None:
        raise click.UsageError(_("An address belongs to a channel: --channel FOLDER"))
    set_up = SetUp(
        language=language,
        country=country,
        text_size=text_size,
        updates=None if updates is None else SetUpUpdates(updates),
        starter=tuple(dict.fromkeys(starter)),
        packs=tuple(dict.fromkeys(packs)),
    )
    wanted = WantedSetUp(set_up=set_up, channel=channel, address=address)
    found = write_set_up_file(session.services.own_channels, stick, wanted)
    copy = None if found.copy is None else str(found.copy)
    if session.console.as_json:
        session.console.document({"file": str(found.file), "copy": copy})
        return
    session.console.line(_("Written: {file}").format(file=found.file))
    if copy is not None:
        session.console.line(_("The packs are in {copy}.").format(copy=copy))
        session.console.note(_("Give the family the signs on paper: caregiver channel show FOLDER"))
    if channel is not None:
        tell_what_waits(session.console, session.services.own_channels.show(channel))
