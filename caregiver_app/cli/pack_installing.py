"""`caregiver pack install|update|remove|list`: packs as families have them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.failures import DONE, PARTLY, failure_of
from caregiver_app.cli.options import json_option
from caregiver_app.cli.pack_installed_told import (
    list_shape,
    prepared_shape,
    row_in_words,
    tell_prepared,
    withdrawn_in_words,
)
from caregiver_app.cli.session import Session
from caregiver_app.model.channel import ChannelId
from caregiver_app.model.errors import CaregiverError, ChannelError, PackError
from caregiver_app.model.installed_pack import PackState, PackUid, StatedSite
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_steps import PreparedPack
    from caregiver_app.library.store import Library


def installing_commands() -> tuple[click.Command, ...]:
    """Return the commands."""
    return (_install_command(), _update_command(), _remove_command(), _list_command())


def _install_command() -> click.Command:
    return click.Command(
        "install",
        callback=click.pass_obj(_install),
        params=[
            click.Argument(["what"], nargs=-1, required=True, metavar="FILE|FOLDER|ADDRESS|PACK ..."),
            *_from(),
            click.Option(["--alerts/--no-alerts"], default=None, help=_("Let its sources warn of dangers.")),
            click.Option(
                ["--accept-site", "sites"],
                multiple=True,
                metavar="SITE",
                help=_("Take a site of the pack for its organisation's own; may be given several times."),
            ),
            json_option(),
        ],
        help=_(
            "Install packs of a channel that you trust. All in a .carepack file, a folder or at an address, or one by "
            "its name. What you starred, wrote and added stays."
        ),
    )


def _update_command() -> click.Command:
    return click.Command(
        "update",
        callback=click.pass_obj(_update),
        params=[
            click.Argument(["packs"], nargs=-1, metavar="[PACK ...]"),
            *_from(),
            click.Option(["--preview"], is_flag=True, help=_("Show what would change, and change nothing.")),
            json_option(),
        ],
        help=_("Ask for news of your packs and bring them up to date."),
    )


def _remove_command() -> click.Command:
    return click.Command(
        "remove",
        callback=click.pass_obj(_remove),
        params=[click.Argument(["pack"], metavar="PACK"), json_option()],
        help=_("Remove a pack with what it alone brought. What you starred, wrote and added stays."),
    )


def _list_command() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list),
        params=[json_option()],
        help=_("Show which packs you have, and which are offered. No connection is made."),
    )


def _from() -> list[click.Parameter]:
    return [
        click.Option(["--from", "place"], metavar="FOLDER|FILE", default="", help=_("Take it from a stick.")),
        click.Option(["--late"], is_flag=True, help=_("Take a stick whose date has passed, up to 90 days.")),
    ]


class _Refused:
    """Packs that were not in order: each is told by its name, and keeps no other from being taken."""

    def __init__(self) -> None:
        self._found: list[tuple[str, ChannelError | PackError]] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, title: str, error: ChannelError | PackError) -> None:
        """Note one."""
        self._found.append((title, error))

    @contextmanager
    def one(self, title: str) -> Iterator[None]:
        """Note what is wrong with one, and go on behind the block."""
        try:
            yield
        except (ChannelError, PackError) as error:
            self.add(title, error)

    def tell(self, session: Session, *, anything_done: bool) -> None:
        """Say which, and why.

        Raises:
            ChannelError, PackError: the first of them, where nothing else was done either.
        """
        for title, error in self._found if anything_done else self._found[1:]:
            session.console.note(f"{title}: {failure_of(error).sentence.text}")
        if self._found and not anything_done:
            raise self._found[0][1]


def _install(
    session: Session, *, what: tuple[str, ...], place: str, late: bool, alerts: bool | None, sites: tuple[str, ...]
) -> int:
    results: list[Json] = []
    refused = _Refused()
    with session.writing("pack install"), session.library() as library:
        for prepared in _prepared(session, library, what, place, late=late, refused=refused):
            accepted = _accepted(prepared, sites)
            with refused.one(prepared.opened.pack.title):
                session.services.packs.install(library, prepared, alerts=alerts, accepted=accepted)
                results.append(_told(session, prepared, accepted=accepted))
    refused.tell(session, anything_done=bool(results))
    if session.console.as_json:
        session.console.document(results)
    return PARTLY if refused else DONE


def _prepared(
    session: Session, library: Library, what: tuple[str, ...], place: str, *, late: bool, refused: _Refused
) -> Iterator[PreparedPack]:
    from caregiver_app.bootstrap.pack_rows import is_place

    packs = session.services.packs
    if place:
        packs.look_at(library, place, late=late)
    for each in what:
        if is_place(each):
            yield from packs.prepare_all(library, each, late=late, on_refused=refused.add)
            continue
        prepared = None
        with refused.one(each):
            prepared = packs.prepare(library, packs.find(library, each), place, late=late)
        if prepared is not None:
            yield prepared


def _update(session: Session, *, packs: tuple[str, ...], place: str, late: bool, preview: bool) -> int:
    results: list[Json] = []
    refused = _Refused()
    service = session.services.packs
    with session.writing("pack update"), session.library() as library:
        failed = _ask_for_news(session, library, place, late=late)
        service.confirm(library)
        wanted = {service.find(library, each) for each in packs}
        for row in service.list(library):
            if row.state is PackState.UPDATE and (not wanted or row.uid in wanted):
                with refused.one(row.title):
                    prepared = service.prepare(library, row.uid, place, late=late)
                    if not preview:
                        service.install(library, prepared)
                    results.append(_told(session, prepared, preview=preview))
    refused.tell(session, anything_done=bool(results or failed))
    if session.console.as_json:
        session.console.document(results)
    elif not results and not failed:
        session.console.line(_("Your packs are up to date."))
    return PARTLY if failed or refused else DONE


def _ask_for_news(session: Session, library: Library, place: str, *, late: bool) -> int:
    """Ask the channels of installed packs, or look at a stick; return how many could not be asked."""
    channels = session.services.channels
    if place:
        session.services.packs.look_at(library, place, late=late)
        return 0
    failed = 0
    for channel_id in sorted({pack.channel_id for pack in library.packs.list() if pack.channel_id}):
        channel = library.channels.get(ChannelId(channel_id))
        if channel is None or not channel.address:
            continue
        try:
            channels.check(library, channel.id)
        except CaregiverError as error:
            failed += 1
            session.console.note(f"{channel.name}: {failure_of(error).sentence.text}")
    return failed


def _remove(session: Session, *, pack: str) -> None:
    with session.writing("pack remove"), session.library() as library:
        uid = session.services.packs.find(library, pack)
        step = session.services.packs.remove(library, PackUid(uid))
    title = "" if step.before is None else step.before.pack.title
    if session.console.as_json:
        session.console.document({"id": uid, "title": title})
    else:
        session.console.line(
            _("Removed: {title}. What you starred, wrote and added is still there.").format(title=title)
        )


def _list(session: Session) -> None:
    with session.library() as library:
        rows = session.services.packs.list(library)
        withdrawn = library.packs.withdrawn()
    if session.console.as_json:
        session.console.document(list_shape(rows))
        return
    for row in rows:
        session.console.line(row_in_words(row))
    for each in withdrawn:
        session.console.note(withdrawn_in_words(each))


def _accepted(prepared: PreparedPack, sites: tuple[str, ...]) -> frozenset[StatedSite]:
    wanted = {site.rstrip("/") for site in sites}
    return frozenset(each for each in prepared.stated_sites if each.site.rstrip("/") in wanted)


def _told(
    session: Session, prepared: PreparedPack, *, preview: bool = False, accepted: Collection[StatedSite] = ()
) -> Json:
    if not session.console.as_json:
        tell_prepared(session.console, prepared, preview=preview, accepted=accepted)
    return prepared_shape(prepared)
