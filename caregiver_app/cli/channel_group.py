"""`caregiver channel`: families trust whose packs they take, makers publish them."""

from __future__ import annotations

import click

from caregiver_app.cli.channel_keeping import keeping_commands
from caregiver_app.cli.channel_keys import key_commands
from caregiver_app.cli.channel_making import making_commands
from caregiver_app.cli.channel_trusting import trusting_commands
from caregiver_app.support.i18n import gettext as _


def channel_group() -> click.Group:
    """Return the group with its commands."""
    return click.Group(
        "channel",
        commands=[*trusting_commands(), *making_commands(), *keeping_commands(), *key_commands()],
        help=_("Channels of signed packs: trust one and ask it for news, or make one and publish it."),
    )
