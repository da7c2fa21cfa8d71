"""The ledger of connections in words: why, what came of it, how much."""

from __future__ import annotations

from collections.abc import Iterable

from caregiver_app.model.errors import WebTrouble
from caregiver_app.model.time import Millis
from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.support.i18n import format_clock, format_near_day, format_number, ngettext, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words


def why_words(why: Why) -> str:
    """Return what a connection was for, to stand after a name or alone."""
    return {
        Why.UPDATE: _("To get updates"),
        Why.ADD_SOURCE: _("To look at a new source"),
        Why.PAGE: _("To keep a whole page"),
        Why.PICTURE: _("To keep a picture"),
        Why.LINK_CHECK: _("To check a link"),
        Why.PACK: _("To get packs"),
    }[why]


def result_words(result: str) -> str:
    """Return what came of a connection."""
    if result.isdecimal():
        return _status_words(int(result))
    return _trouble_words().get(result, _("It did not work"))


def line_words(line: LedgerLine, now: Millis) -> str:
    """Return when, why, how much and what came of it, in one line."""
    return "  ·  ".join(
        (
            when_words(line.at, now),
            why_words(line.why),
            exchanged_words(line.sent_bytes, line.received_bytes),
            result_words(line.result),
        )
    )


def when_words(at: Millis, now: Millis, *, inside: bool = False) -> str:
    """Return a day as one says it now, with the time; it begins a line, or stands `inside` a sentence."""
    # Translators: e.g. "Today, 8:05"
    return _("{day}, {time}").format(day=format_near_day(at, now, inside=inside), time=format_clock(at))


def exchanged_words(sent: int, received: int) -> str:
    """Return how much went out and came in."""
    return _("Sent {sent}, received {received}").format(sent=size_words(sent), received=size_words(received))


def times_words(count: int) -> str:
    """Return how often, e.g. "41 times"."""
    return ngettext("Once", "{count} times", count).format(count=format_number(count))


def whys_words(whys: Iterable[Why]) -> str:
    """Return several reasons in one line, in a fixed order."""
    wanted = frozenset(whys)
    return "; ".join(why_words(why) for why in Why if why in wanted)


def _status_words(status: int) -> str:
    named = {
        200: pgettext("a connection", "Answered"),
        304: _("Nothing new"),
        401: _("Wants a password"),
        403: _("Refused to answer"),
        404: _("The page is not there"),
        410: _("The page is gone for good"),
        429: _("Asked us to wait"),
        503: _("Asked us to wait"),
    }
    if status in named:
        return named[status]
    if 300 <= status < 400:
        return _("Sent us on to another address")
    return _("Trouble at their end") if status >= 500 else _("Did not give the page")


def _trouble_words() -> dict[str, str]:
    cut_short = _("Broke off")
    unsafe = _("Stopped, because it was not safe")
    return {
        "cancelled": _("Stopped by you"),
        WebTrouble.OFFLINE: _("No internet"),
        WebTrouble.STAY_OFFLINE: _("Not sent: you stay offline"),
        WebTrouble.DNS: _("The name is not known"),
        WebTrouble.CONNECT: _("Did not answer"),
        WebTrouble.TLS: _("Could not prove who it is"),
        WebTrouble.TIMEOUT: _("Took too long"),
        WebTrouble.TRUNCATED: cut_short,
        WebTrouble.TOO_LARGE: _("Too large, so it was stopped"),
        WebTrouble.ENCODING: _("Could not be read"),
        WebTrouble.PRIVATE_ADDRESS: unsafe,
        WebTrouble.INSECURE_REDIRECT: unsafe,
        WebTrouble.TOO_MANY_REDIRECTS: _("Sent us round in circles"),
        WebTrouble.BAD_REDIRECT: unsafe,
        WebTrouble.PROTOCOL: _("Could not be understood"),
        WebTrouble.PROXY: _("The proxy did not answer"),
        WebTrouble.PROXY_LOGIN: _("The proxy wants a password"),
        WebTrouble.NOT_BY_PROXY: _("Not sent through the proxy"),
        WebTrouble.BLOCKED: _("Not sent: you stopped this address"),
        WebTrouble.LEAVES_SITE: _("Wanted to send us to another site"),
        WebTrouble.PAUSED: _("Asked us to wait"),
        WebTrouble.GONE: _("The page is gone for good"),
        WebTrouble.STATUS: _("Did not give the page"),
    }
