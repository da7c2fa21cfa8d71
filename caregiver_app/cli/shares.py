"""`caregiver shares`: what was passed on or printed, on which day and in which form. It never knew to whom."""

from __future__ import annotations

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.options import json_option, limit_option
from caregiver_app.cli.session import Session
from caregiver_app.model.past_share import PastShare
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.shares import form_word

PRINTED = "print"
"""What stands for the form of something that was printed."""


def shares_group() -> click.Group:
    """Return the commands about the log of shares."""
    return click.Group(
        "shares",
        (_list(), _switch("on"), _switch("off"), _erase()),
        help=_("Show what was passed on or printed. It says what, when and in which form, never to whom."),
    )


def past_share_shape(share: PastShare) -> Json:
    """Return an element of `shares list`."""
    return {
        "item": share.subject.reference,
        "title": share.title,
        "channel": PRINTED if share.channel is None else share.channel.value,
        "sheet": None if share.sheet is None else share.sheet.value,
        "day": share.day.isoformat(),
        "changed": share.changed,
    }


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_show),
        params=[limit_option(200), json_option()],
        help=_("Show what was passed on or printed, the last day first."),
    )


def _switch(word: str) -> click.Command:
    def switch(session: Session) -> None:
        _set(session, word == "on")

    told = {
        "on": _("Keep the log."),
        "off": _("Keep no log. Changes and withdrawals of what you pass on or print then cannot be told."),
    }
    return click.Command(word, callback=click.pass_obj(switch), params=[json_option()], help=told[word])


def _erase() -> click.Command:
    return click.Command(
        "erase",
        callback=click.pass_obj(_forget),
        params=[json_option()],
        help=_("Forget all of it, in the daily copies too."),
    )


def _show(session: Session, limit: int) -> None:
    with session.library() as library:
        shares = session.services.sharing.past(library, limit=limit)
        kept = session.services.sharing.keeps_log(library)
    if session.console.as_json:
        session.console.document([past_share_shape(share) for share in shares])
        return
    for share in shares:
        changed = "  " + _("Changed since") if share.changed else ""
        session.console.line(
            f"{share.day.isoformat()}  {share.subject.reference}  {form_word(share.form)}  {share.title}{changed}"
        )
    if not kept:
        session.console.note(_("The log is off."))
    elif not shares:
        session.console.note(_("Nothing was passed on or printed."))


def _set(session: Session, value: bool) -> None:
    with session.library() as library:
        session.services.sharing.set_keeps_log(library, value)
    if session.console.as_json:
        session.console.document({"log": value})
    else:
        session.console.line(_("The log is on.") if value else _("The log is off."))


def _forget(session: Session) -> None:
    with session.writing("shares"), session.library() as library:
        session.services.sharing.erase_log(library)
    if session.console.as_json:
        session.console.document([])
    else:
        session.console.line(_("The log is empty now."))
    session.console.note(_("Backups that you saved before still hold it."))
