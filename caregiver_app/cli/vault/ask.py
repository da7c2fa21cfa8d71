"""`caregiver ask`: questions and notes locked for somebody one trusts, and their answers. Names and texts are typed in
or come from standard input, never from the command line.
"""

from __future__ import annotations

import click

from caregiver_app.cli.vault.ask_asking import asking_commands
from caregiver_app.cli.vault.ask_keys import key_group
from caregiver_app.cli.vault.ask_nurse import nurse_commands
from caregiver_app.support.i18n import gettext as _


def ask_group() -> click.Group:
    """Return the commands about what is asked of somebody one trusts, and of a nurse's side of it."""
    return click.Group(
        "ask",
        (key_group(), *asking_commands(), *nurse_commands()),
        help=_("Ask a nurse or somebody else you trust, by a file that only the two of you can open."),
    )
