"""`caregiver channel trust|list|update|forget`: whose packs are taken here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.channel_told import channel_shape, checked_shape, offers_in_words, tell_look
from caregiver_app.cli.console import Json
from caregiver_app.cli.failures import DONE, PARTLY, failure_of
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.model.channel import ChannelId, CheckedChannel, FirstLook, TrustedChannel
from caregiver_app.model.errors import CaregiverError, ChannelError, ChannelTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.channels import namesake_words

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_WEB = ("https://", "http://")


def trusting_commands() -> tuple[click.Command, ...]:
    """Return the commands."""
    return (_trust_command(), _list_command(), _update_command(), _forget_command())


def _trust_command() -> click.Command:
    return click.Command(
        "trust",
        callback=click.pass_obj(_trust),
        params=[
            click.Argument(["place"], metavar="ADDRESS|FOLDER|FILE"),
            click.Option(
                ["--fingerprint"],
                metavar="SIGNS",
                help=_("All eight groups, as signs or as words, from paper or from the phone; never from the place."),
            ),
            _allow_private(),
            json_option(),
        ],
        help=_(
            "Trust whoever makes the packs of a channel. It is at an address, in a folder or in a .carepack file, and "
            "their signs are compared. Without --fingerprint two groups of them are asked for."
        ),
    )


def _list_command() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list),
        params=[json_option()],
        help=_("Show whom you trust, and what they offer. No connection is made."),
    )


def _update_command() -> click.Command:
    return click.Command(
        "update",
        callback=click.pass_obj(_update),
        params=[
            click.Argument(["channels"], nargs=-1, metavar="[ID ...]"),
            click.Option(["--from", "place"], metavar="FOLDER|FILE", help=_("Look at a stick in place of the web.")),
            click.Option(["--late"], is_flag=True, help=_("Take a stick whose date has passed, up to 90 days.")),
            click.Option(["--follow-move"], is_flag=True, help=_("Ask at the new address that a channel names.")),
            json_option(),
        ],
        help=_("Ask those you trust for their news. Packs are not changed by that: caregiver pack update"),
    )


def _forget_command() -> click.Command:
    return click.Command(
        "forget",
        callback=click.pass_obj(_forget),
        params=[click.Argument(["channel"], metavar="ID"), json_option()],
        help=_("Trust them no more. Their packs are removed, too."),
    )


def _allow_private() -> click.Option:
    return click.Option(
        ["--allow-private"],
        is_flag=True,
        help=_("The address may lie in your own network, and need not be secure."),
    )


def _trust(session: Session, *, place: str, fingerprint: str | None, allow_private: bool) -> None:
    channels = session.services.channels
    with session.library() as library:
        look = channels.look(library, place, allow_private=allow_private)
        was_known = library.channels.get(look.id) is not None
        compared = fingerprint if fingerprint is not None else _asked(session, look)
        address = place if place.casefold().startswith(_WEB) else ""
        channel = channels.trust(
            library, look, compared, address=address, allow_private=allow_private and bool(address)
        )
    if session.console.as_json:
        session.console.document({**channel_shape(channel), "fingerprint": look.fingerprint, "new": not was_known})
        return
    session.console.line(_("Trusted from now on: {name}.").format(name=channel.name))
    if look.namesake and fingerprint is not None:  # who was asked was told before
        session.console.note(namesake_words())
    session.console.note(
        _("To see what they offer: caregiver channel update")
        if channel.address
        else _("To take their packs: caregiver pack install PLACE")
    )


def _asked(session: Session, look: FirstLook) -> Mapping[int, str]:
    """Ask for two groups, the others being shown: nobody can read the two off the screen.

    Raises:
        ChannelError: there is no terminal to ask at.
    """
    from caregiver_app.packs.channels.fingerprints import ask_for

    if session.console.as_json or not os.isatty(0):
        raise ChannelError(ChannelTrouble.NOT_COMPARED)
    wanted = ask_for()
    tell_look(session.console, look, hidden=wanted)
    return {number: str(click.prompt(_("Group {number}").format(number=number), err=True)) for number in wanted}


def _list(session: Session) -> None:
    channels = session.services.channels
    with session.library() as library:
        found = [(channel, channels.known(library, channel.id)) for channel in library.channels.list()]
    if session.console.as_json:
        session.console.document([_listed_shape(channel, checked) for channel, checked in found])
        return
    for channel, checked in found:
        session.console.line(f"{channel.name}  {channel.id}")
        for line in () if checked is None else offers_in_words(checked):
            session.console.line(f"  {line}")
    if not found:
        session.console.line(_("You trust nobody yet. To begin: caregiver channel trust PLACE"))


def _listed_shape(channel: TrustedChannel, checked: CheckedChannel | None) -> Json:
    return channel_shape(channel) if checked is None else checked_shape(checked)


def _update(session: Session, *, channels: tuple[str, ...], place: str | None, late: bool, follow_move: bool) -> int:
    if place is None and late:
        raise click.UsageError(_("Name the stick: --from FOLDER --late"))
    if place is not None and channels:
        raise click.UsageError(_("A stick says by itself whose it is. Leave out the ID."))
    results: list[Json] = []
    failed = 0
    with session.library() as library:
        if place is not None:
            with session.services.channels.opened(library, place, late=late) as opened:
                results.append(_told(session, opened.checked))
        else:
            for channel in _wanted(library, channels):
                result = _asked_for_news(session, library, channel, follow_move=follow_move)
                failed += isinstance(result, dict) and result.get("error") is not None
                results.append(result)
    if session.console.as_json:
        session.console.document(results)
    elif not results:
        session.console.line(_("Nobody you trust has an address. To look at a stick: --from FOLDER"))
    return PARTLY if failed else DONE


def _wanted(library: Library, ids: tuple[str, ...]) -> list[TrustedChannel]:
    if not ids:
        return [channel for channel in library.channels.list() if channel.address]
    found = [library.channels.get(ChannelId(each)) for each in ids]
    if None in found:
        raise ChannelError(ChannelTrouble.NOT_TRUSTED)
    return [channel for channel in found if channel is not None]


def _asked_for_news(session: Session, library: Library, channel: TrustedChannel, *, follow_move: bool) -> Json:
    channels = session.services.channels
    try:
        checked = channels.check(library, channel.id)
        if follow_move and checked.moved_to:
            channels.follow_move(library, checked)
            checked = channels.check(library, channel.id)
    except CaregiverError as error:
        failure = failure_of(error)
        if not session.console.as_json:
            session.console.note(f"{channel.name}: {failure.sentence.text}")
        return {**channel_shape(channel), "error": {"kind": failure.kind, "message": failure.sentence.message}}
    return _told(session, checked)


def _told(session: Session, checked: CheckedChannel) -> Json:
    if not session.console.as_json:
        session.console.line(checked.channel.name)
        for line in offers_in_words(checked):
            session.console.line(f"  {line}")
    return checked_shape(checked)


def _forget(session: Session, *, channel: str) -> None:
    with session.library() as library:
        gone = session.services.packs.forget_channel(library, ChannelId(channel))
        if gone is None:
            raise ChannelError(ChannelTrouble.NOT_TRUSTED)
    if session.console.as_json:
        session.console.document({"id": channel, "packs": list(gone)})
    else:
        session.console.line(_("They are trusted no more, and their packs were removed."))
