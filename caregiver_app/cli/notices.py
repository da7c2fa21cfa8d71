"""`caregiver notices`: the safety notices in force, why each is red or calm, and when was looked for them."""

from __future__ import annotations

import click

from caregiver_app.bootstrap.notices import Notice, Notices, is_ahead, is_stale, notices_of
from caregiver_app.cli.console import Json
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import notice_shape
from caregiver_app.model.time import Millis, to_iso
from caregiver_app.support.i18n import format_clock, format_day
from caregiver_app.support.i18n import gettext as _


def notices_command() -> click.Command:
    """Return the command."""
    return click.Command(
        "notices",
        callback=click.pass_obj(_list),
        params=[json_option()],
        help=_(
            "List the safety notices in force, those that matter most first. Care notes are not looked at: what they "
            "name stands out only in the window, while they are open."
        ),
    )


def _list(session: Session) -> None:
    with session.library() as library:
        found = notices_of(library, session.services.clock.now())
    if session.console.as_json:
        session.console.document(_document(found))
    elif found is None:
        session.console.note(_("No source of safety notices is on."))
    else:
        _tell(session, found)


def _tell(session: Session, found: Notices) -> None:
    for notice in _in_order(found):
        said = notice.row.title
        if notice.dealt is not None:
            # Translators: {title} is that of a notice that somebody put away
            said = _("Put away: {title}").format(title=said)
        elif notice.standing.is_red:
            said = _("Safety notice: {title}").format(title=said)
        session.console.line(said)
    session.console.note(_looked(found, session.services.clock.now()))


def _looked(found: Notices, now: Millis) -> str:
    at = found.checked_at
    if at is None:
        return _("Safety notices were not all checked yet.")
    if is_ahead(at, now):
        return _("It is not known when safety notices were last checked.")
    if is_stale(at, now):
        # Translators: {day} is a day such as "Monday 16 November"
        return _("Safety notices were not checked since {day}.").format(day=format_day(at))
    # Translators: {when} is e.g. "Monday 23 November, 8:05"
    words = _("Last checked {when}.") if found.listed else _("No notices found. Last checked {when}.")
    # Translators: e.g. "Monday 23 November, 8:05"
    when = _("{day}, {time}").format(day=format_day(at), time=format_clock(at))
    return words.format(when=when)


def _document(found: Notices | None) -> Json:
    if found is None:
        return {"notices": [], "checked_at": None, "sources": 0, "silent": 0}
    return {
        "notices": [notice_shape(notice) for notice in _in_order(found)],
        "checked_at": to_iso(found.checked_at),
        "sources": found.sources,
        "silent": found.silent,
    }


def _in_order(found: Notices) -> list[Notice]:
    return sorted(found.listed, key=lambda notice: (notice.dealt is not None, not notice.standing.is_red))
