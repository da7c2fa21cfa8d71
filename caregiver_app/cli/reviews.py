"""`caregiver reviews`: what waits to be looked at again, with what the last look at its address found."""

from __future__ import annotations

import click

from caregiver_app.cli.appraise_told import show_reviews
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.support.i18n import gettext as _


def reviews_command() -> click.Command:
    """Return the command."""
    return click.Command(
        "reviews",
        callback=click.pass_obj(_reviews),
        params=[json_option()],
        help=_(
            "Show what waits to be looked at: checks whose day has passed or is near, pages that changed, moved or "
            "went since, and checks that were begun. To look whether pages are still there: caregiver link check"
        ),
    )


def _reviews(session: Session) -> None:
    with session.library() as library:
        reviews = session.services.appraising.reviews(library)
    show_reviews(session.console, reviews)
