"""`caregiver offline`: the person's own switch. While it is on, no connection is made, whatever asks for one."""

from __future__ import annotations

import click

from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.support.i18n import gettext as _


def offline_command() -> click.Command:
    """Return the command that shows and sets the switch."""
    return click.Command(
        "offline",
        callback=click.pass_obj(_offline),
        params=[
            click.Argument(["wish"], type=click.Choice(["on", "off"]), required=False, metavar="[on|off]"),
            json_option(),
        ],
        help=_("Stay offline, or allow connections again. Without on or off it says which it is."),
    )


def _offline(session: Session, wish: str | None) -> None:
    with session.library() as library:
        if wish is not None:
            session.services.set_stay_offline(library, wish == "on")
        stays = session.services.stays_offline()
    if session.console.as_json:
        session.console.document({"stay_offline": stays})
    elif stays:
        session.console.line(_("Caregiver stays offline: no connection is made."))
    else:
        session.console.line(_("Caregiver may connect when you ask for it."))
