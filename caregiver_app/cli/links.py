"""`caregiver link`: do the addresses that one keeps and passes on still lead where they did?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.failures import DONE, PARTLY
from caregiver_app.cli.options import json_option
from caregiver_app.cli.progress import ProgressBar
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.links.address import address_key
from caregiver_app.links.tokens import mask_address
from caregiver_app.model.link_check import LinkCheck, LinkProgress, LinkState
from caregiver_app.model.sync import SyncProgress
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences import Audience, link_word, sentence_for_link

_WELL = frozenset({LinkState.FINE})


def link_group() -> click.Group:
    """Return the commands about web addresses."""
    return click.Group(
        "link",
        (_check(), _list(), _accept()),
        help=_("Look whether web addresses still lead where they did."),
    )


def _check() -> click.Command:
    return click.Command(
        "check",
        callback=click.pass_obj(_check_links),
        params=[
            click.Argument(["addresses"], nargs=-1, metavar="[ADDRESS ...]"),
            click.Option(["--all", "everything"], is_flag=True, help=_("Also those that are not due yet.")),
            json_option(),
        ],
        help=_(
            "Look at kept addresses, or at each ADDRESS. Kept is what you starred, collected, linked and watch. Each "
            "site sees that your internet address asks for that page."
        ),
    )


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list_links),
        params=[
            click.Option(
                ["--state"],
                type=click.Choice([state.value for state in LinkState]),
                metavar="STATE",
                help=_("Only those in this state."),
            ),
            json_option(),
        ],
        help=_("Show what the last looks found. No connection is made."),
    )


def _accept() -> click.Command:
    return click.Command(
        "accept",
        callback=click.pass_obj(_accept_links),
        params=[click.Argument(["addresses"], nargs=-1, required=True, metavar="ADDRESS ..."), json_option()],
        help=_("Take changed pages as they are now. From then on only a further change is told."),
    )


def _check_links(session: Session, addresses: Sequence[str], everything: bool) -> int:
    if addresses and everything:
        raise click.UsageError(_("Name addresses or use --all, not both."))
    with Stop() as stop, session.writing("link check"), session.library() as library:
        bar = ProgressBar(session.console.progress_stream, session.services.clock)
        try:
            checks = session.services.check_links(
                library,
                addresses or None,
                everything=everything,
                on_progress=lambda progress: bar.show(as_sync(progress)),
                cancel=stop,
            )
        finally:
            bar.clear()
    _show(session, checks, none=_("No address is due. To look at all of them: caregiver link check --all"))
    if stop.is_set():
        return stop.exit_code
    return DONE if all(check.state in _WELL for check in checks) else PARTLY


def _list_links(session: Session, state: str | None) -> None:
    with session.library() as library:
        checks = library.link_checks.list(state=None if state is None else LinkState(state))
    _show(session, checks, none=_("There is no such address."))


def _accept_links(session: Session, addresses: Sequence[str]) -> None:
    with session.library() as library:
        count = library.link_checks.accept([address_key(address) for address in addresses])
    if session.console.as_json:
        session.console.document({"accepted": count})
    else:
        sentence = ngettext("{count} page is taken as it is now.", "{count} pages are taken as they are now.", count)
        session.console.line(sentence.format(count=count))


def _show(session: Session, checks: Sequence[LinkCheck], *, none: str) -> None:
    if session.console.as_json:
        session.console.document([link_shape(check) for check in checks])
        return
    if not checks:
        session.console.note(none)
    for check in checks:
        session.console.line(f"{link_word(check.state)}: {mask_address(check.url)}")
        if check.state not in _WELL:
            session.console.line("    " + sentence_for_link(_masked(check), Audience.COMMAND).text)


def link_shape(check: LinkCheck) -> Json:
    """Return an element of `link check` and `link list`."""
    return {
        "url": mask_address(check.url),
        "state": check.state.value,
        "reason": "" if check.state in _WELL else sentence_for_link(_masked(check), Audience.COMMAND).text,
        "moved_to": None if check.moved_to is None else mask_address(check.moved_to),
        "changed": check.has_changed,
        "checked_at": to_iso(check.checked_at),
        "next_due_at": to_iso(check.next_due_at),
    }


def _masked(check: LinkCheck) -> LinkCheck:
    return check if check.moved_to is None else replace(check, moved_to=mask_address(check.moved_to))


def as_sync(progress: LinkProgress) -> SyncProgress:
    """Return the progress of a look at links as the bar of an update shows it."""
    return SyncProgress(
        done=progress.done, total=progress.total, current=progress.current, new=0, failed=progress.troubled
    )
