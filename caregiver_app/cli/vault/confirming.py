"""Asks once more before something is deleted for good: it cannot be taken back."""

from __future__ import annotations

import sys

import click

from caregiver_app.cli.failures import REFUSED, CommandFailed
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence


def yes_option() -> click.Option:
    """`--yes`."""
    return click.Option(["--yes"], is_flag=True, help=_("Do not ask whether you are sure."))


def confirm(question: str, yes: bool) -> None:
    """Let pass who said `yes`, or says so at a terminal.

    Raises:
        CommandFailed: there is nobody to ask.
        click.Abort: the answer was no.
    """
    if yes:
        return
    if sys.stdin is not None and sys.stdin.isatty():
        click.confirm(question, default=False, abort=True, err=True)
        return
    happened = _("Nothing was deleted: it cannot be taken back, so it needs your yes.")
    raise CommandFailed("not-confirmed", Sentence(happened=happened, to_do=_("Add --yes.")), REFUSED)
