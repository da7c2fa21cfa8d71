"""`caregiver pack`: made by who looks after others' pages, installed by families."""

from __future__ import annotations

import click

from caregiver_app.cli.pack_changing import changing_commands
from caregiver_app.cli.pack_contents import contents_commands
from caregiver_app.cli.pack_installing import installing_commands
from caregiver_app.cli.pack_making import making_commands
from caregiver_app.cli.pack_round import round_commands
from caregiver_app.cli.pack_set_up import set_up_commands
from caregiver_app.support.i18n import gettext as _


def pack_group() -> click.Group:
    """Return the group with its commands."""
    return click.Group(
        "pack",
        commands=[
            *making_commands(),
            *changing_commands(),
            *round_commands(),
            *contents_commands(),
            *set_up_commands(),
            *installing_commands(),
        ],
        help=_("Packs of pages, guides and numbers: install them, or make one."),
    )
