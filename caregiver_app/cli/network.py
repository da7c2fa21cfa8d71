"""`caregiver network`: hosts that are never contacted, and the proxy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.files import STANDARD, read_file
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.library.blocked_hosts import BlockedHost

_STRAIGHT = "none"
_LONGEST = 2_000


def network_group() -> click.Group:
    """Return the commands about whom Caregiver may contact, and which way."""
    return click.Group(
        "network",
        (_block(), _unblock(), _list(), _proxy()),
        help=_("Block hosts, and set a proxy."),
    )


def _block() -> click.Command:
    return click.Command(
        "block",
        callback=click.pass_obj(_block_hosts),
        params=[_hosts_argument(), json_option()],
        help=_("Never contact these hosts again. That holds for all below them: www.example.org is below example.org."),
    )


def _unblock() -> click.Command:
    return click.Command(
        "unblock",
        callback=click.pass_obj(_unblock_hosts),
        params=[_hosts_argument(), json_option()],
        help=_("Allow these hosts again."),
    )


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list_choices),
        params=[json_option()],
        help=_("Show the hosts that are never contacted, and the proxy."),
    )


def _proxy() -> click.Command:
    return click.Command(
        "proxy",
        callback=click.pass_obj(_set_proxy),
        params=[click.Argument(["address"], metavar="ADDRESS|none|-"), json_option()],
        help=_(
            "Go through the proxy at ADDRESS. That is http://proxy.example.org:8080 or socks5h://127.0.0.1:9050. The "
            "proxy looks up the names of sites. A name and password in the address are kept in the library, which "
            "whoever reads your files can read; - reads the address from standard input, so that no other program "
            "sees it."
        ),
    )


def _hosts_argument() -> click.Argument:
    return click.Argument(["hosts"], nargs=-1, required=True, metavar="HOST ...")


def _block_hosts(session: Session, hosts: Sequence[str]) -> None:
    now = session.services.clock.now()
    with session.library() as library, library.write("cli.block-hosts"):
        blocked = [session.services.network.block(library, host, at=now) for host in hosts]
    if session.console.as_json:
        session.console.document([_blocked_shape(each) for each in blocked])
    for each in () if session.console.as_json else blocked:
        session.console.line(_("Never contacted from now on: {host}.").format(host=each.host))


def _unblock_hosts(session: Session, hosts: Sequence[str]) -> None:
    with session.library() as library, library.write("cli.unblock-hosts"):
        was_blocked = [session.services.network.unblock(library, host) for host in hosts]
    if session.console.as_json:
        freed: list[Json] = [host for host, was in zip(hosts, was_blocked, strict=True) if was]
        session.console.document(freed)
        return
    for host, was in zip(hosts, was_blocked, strict=True):
        sentence = _("Allowed again: {host}.") if was else _("It was not blocked: {host}.")
        session.console.line(sentence.format(host=host))


def _list_choices(session: Session) -> None:
    with session.library() as library:
        blocked = library.blocked_hosts.list()
        proxy = session.services.proxy(library)
    if session.console.as_json:
        session.console.document(
            {
                "blocked": [_blocked_shape(each) for each in blocked],
                "proxy": proxy or None,
                "proxy_looks_up": bool(proxy),
            }
        )
        return
    for each in blocked:
        day = format_short_day(each.blocked_at, year=True)
        session.console.line(_("Never contacted since {day}: {host}").format(day=day, host=each.host))
    if not blocked:
        session.console.line(_("Every host may be contacted."))
    _tell_proxy(session, proxy)


def _set_proxy(session: Session, address: str) -> None:
    typed = read_file(STANDARD, limit_bytes=_LONGEST).decode("utf-8", "replace") if address == STANDARD else address
    wanted = typed.strip()
    with session.library() as library:
        proxy = session.services.set_proxy(library, "" if wanted == _STRAIGHT else wanted)
    if session.console.as_json:
        session.console.document({"proxy": proxy or None, "proxy_looks_up": bool(proxy)})
    else:
        _tell_proxy(session, proxy)


def _tell_proxy(session: Session, proxy: str) -> None:
    if not proxy:
        session.console.line(_("Sites are reached straight, without a proxy."))
        return
    session.console.line(_("Sites are reached through {proxy}. The proxy looks up their names.").format(proxy=proxy))
    if "***" in proxy:
        session.console.note(_("Its name and password are kept in the library."))


def _blocked_shape(blocked: BlockedHost) -> Json:
    return {"host": blocked.host, "blocked_at": to_iso(blocked.blocked_at)}
