"""`caregiver vault protect`: the library is encrypted with the care notes too, or not any more; tells which."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from caregiver_app.bootstrap.protection_state import ChangeProgress, OnChange, ProtectionState
from caregiver_app.cli.options import json_option
from caregiver_app.cli.progress import ProgressBar
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.cli.vault.telling_notices import tell_notices
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.sync import SyncProgress
from caregiver_app.support.i18n import gettext as _


def protect_group() -> click.Group:
    """Return `vault protect`."""
    return click.Group(
        "protect",
        commands=(
            click.Command(
                "on",
                callback=click.pass_obj(_turn_on),
                params=[*passphrase_options(), json_option()],
                help=_(
                    "Encrypt the library. Sources, pages, pictures, topics and what you marked are in it. Each command "
                    "that uses it then needs the passphrase; without passphrase and recovery sheet nobody can open it."
                ),
            ),
            click.Command(
                "off",
                callback=click.pass_obj(_turn_off),
                params=[*passphrase_options(), json_option()],
                help=_("Decrypt it again. Who has this computer can read it then."),
            ),
            click.Command(
                "status",
                callback=click.pass_obj(_tell_status),
                params=[json_option()],
                help=_("Say whether it is. Needs no passphrase."),
            ),
        ),
        help=_("Encrypt the library too. What a family reads tells what a family has."),
    )


def _turn_on(session: Session, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
    changed = _change(session, source, ProtectionState.ON)
    if _told_as_json(session, changed):
        return
    if not changed:
        session.console.line(_("Your library is protected already."))
        return
    session.console.line(_("Your library is protected. Commands that use it now need the passphrase."))
    session.console.note(
        _("Copies that were not encrypted are removed from Caregiver's folder, not wiped from the disk.")
    )
    session.console.note(_("Backups of the library alone that you made before can still be read: delete them."))


def _turn_off(session: Session, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
    changed = _change(session, source, ProtectionState.OFF)
    if _told_as_json(session, changed):
        return
    if changed:
        session.console.line(_("Your library is not protected any more. Your care notes still are."))
    else:
        session.console.line(_("Your library is not protected."))


def _change(session: Session, source: PassphraseSource, wanted: ProtectionState) -> bool:
    """Turn it on or off; return whether that changed anything."""
    care, protection = session.services.care, session.services.protection
    if not care.exists():
        raise VaultError(VaultTrouble.ABSENT)
    passphrase = source.read(_("Passphrase"))
    turn = protection.turn_on if wanted is ProtectionState.ON else protection.turn_off
    with ExitStack() as stack:
        stop = stack.enter_context(Stop())
        stack.enter_context(session.writing("vault protect"))
        stack.callback(care.lock)
        tell_notices(session, care.unlock(passphrase))
        before = protection.state()
        turn(passphrase, on_progress=_bar(session, stack), cancel=stop)
    return before is not wanted


def _bar(session: Session, stack: ExitStack) -> OnChange:
    bar = ProgressBar(session.console.progress_stream, session.services.clock)
    stack.callback(bar.clear)

    def show(progress: ChangeProgress) -> None:
        bar.show(SyncProgress(done=progress.done, total=progress.total, current="", new=0, failed=0))

    return show


def _tell_status(session: Session) -> None:
    state = session.services.protection.state()
    if session.console.as_json:
        session.console.document({"state": state.value})
        return
    words = {
        ProtectionState.OFF: _("Your library is not protected."),
        ProtectionState.ON: _("Your library is protected."),
        ProtectionState.CONVERTING: _("Protection of your library is being turned on or off."),
    }
    session.console.line(words[state])


def _told_as_json(session: Session, changed: bool) -> bool:
    if session.console.as_json:
        session.console.document({"state": session.services.protection.state().value, "changed": changed})
    return session.console.as_json
