"""What commands that write private files have at hand: the open notes with their key, a look at where a file goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from caregiver_app.bootstrap.care_files import OpenCare, place_of_target
from caregiver_app.cli.failures import REFUSED, CommandFailed
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_options import Secret, opened_by
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence


@contextmanager
def care_opened(session: Session, secret: Secret) -> Iterator[OpenCare]:
    """Unlock the notes for a block, with what their files take; raises as `opened_by` does."""
    with opened_by(session, secret) as vault:
        yield OpenCare(vault=vault, unlocked=session.services.care.unlocked, paths=session.services.paths)


def target_option(metavar: str, help_text: str) -> click.Option:
    """`-o`."""
    kind = click.Path(path_type=Path)
    return click.Option(["-o", "--output", "target"], type=kind, required=True, metavar=metavar, help=help_text)


def synced_option() -> click.Option:
    """`--allow-synced`."""
    return click.Option(
        ["--allow-synced"],
        is_flag=True,
        help=_("Write also into a folder that a service copies elsewhere, or that lies on another computer."),
    )


def consider_place(session: Session, target: Path, *, allowed: bool, question: str = "") -> None:
    """Say where a private file would go besides; ask at a terminal, and refuse elsewhere unless it is allowed.

    `question` is what is asked where it is not about notes.

    Raises:
        CommandFailed: it would be copied elsewhere, and nobody allowed that.
    """
    place = place_of_target(target)
    if not place:
        return
    happened = _("A service copies this folder to other computers.")
    if place == "network":
        happened = _("This folder lies on another computer.")
    session.console.note(happened)
    asked = sys.stdin is not None and sys.stdin.isatty()
    question = question or _("Write private notes there all the same?")
    if allowed or (asked and click.confirm(question, default=False, err=True)):
        return
    to_do = _("Choose a folder of this computer or a stick, or add --allow-synced.")
    raise CommandFailed(
        "synced-folder", Sentence(happened=happened, means=_("Nothing was saved."), to_do=to_do), REFUSED
    )
