"""Backups that hold care notes, as `caregiver backup` makes and checks them."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path

from caregiver_app.bootstrap.whole_backups import WholeFacts, create_whole_backup, verify_whole_backup
from caregiver_app.cli.backup_words import backup_bar, backup_shape
from caregiver_app.cli.console import Json
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.cli.vault.passphrases import PassphraseSource
from caregiver_app.model.errors import InstanceRunning, VaultError, VaultTrouble
from caregiver_app.model.time import to_datetime, to_iso
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words
from caregiver_app.vault.envelope import Envelope, unseal
from caregiver_app.vault.keys import DataKey


def create_whole(session: Session, target: Path, source: PassphraseSource) -> None:
    """Write library and notes into one file."""
    care = session.services.care
    unlocked = care.unlock(source.read(_("Passphrase")))
    try:
        with ExitStack() as stack:
            stop = stack.enter_context(Stop())
            with suppress(InstanceRunning):  # it only reads: it may run beside the window
                stack.enter_context(session.writing("backup"))
            library = stack.enter_context(session.library())
            facts = create_whole_backup(
                library,
                unlocked,
                session.services.paths,
                target,
                clock=session.services.clock,
                on_progress=backup_bar(session, stack, target.name),
                cancel=stop,
            )
    finally:
        care.lock()
    _show(session, target, facts, _("The backup is written."))


def verify_whole(session: Session, path: Path, source: PassphraseSource) -> None:
    """Read a backup with notes through; what is encrypted in it only where a passphrase is given."""

    def by_passphrase(envelope: Envelope) -> DataKey:
        return unseal(envelope, passphrase)

    try:
        passphrase = source.read(_("Passphrase of this backup"))
        opener = by_passphrase
    except VaultError as error:
        if error.kind is not VaultTrouble.LOCKED:
            raise
        opener = None
    with ExitStack() as stack:
        stop = stack.enter_context(Stop())
        bar = backup_bar(session, stack, path.name)
        facts = verify_whole_backup(path, session.services.paths, opener, on_progress=bar, cancel=stop)
    _show(session, path, facts, _("The backup is whole and sound."))
    if facts.library is None and not session.console.as_json:
        session.console.note(_("What is encrypted in it was not opened: that takes the passphrase of its day."))


def whole_shape(path: Path, facts: WholeFacts) -> dict[str, Json]:
    """Return what commands print of a backup with notes; of the library nothing where it was not opened."""
    shape: dict[str, Json] = {}
    if facts.library is not None:
        shape = backup_shape(str(path), facts.library)
    return {
        **shape,
        "file": str(path),
        "created_at": to_iso(facts.created_at),
        "program": facts.program,
        "size_bytes": facts.size_bytes,
        "care_notes": {"vault": facts.vault_number, "attachments": facts.attachments, "opened": bool(shape)},
    }


def _show(session: Session, path: Path, facts: WholeFacts, done: str) -> None:
    if session.console.as_json:
        session.console.document(whole_shape(path, facts))
        return
    session.console.line(done)
    day = to_datetime(facts.created_at).astimezone().isoformat(sep=" ", timespec="minutes")
    session.console.line(
        _("Care notes {number}, {attachments} attachments; {size}; made on {day}").format(
            number=facts.vault_number,
            attachments=format_number(facts.attachments),
            size=size_words(facts.size_bytes),
            day=day,
        )
    )
    if facts.library is not None:
        session.console.line(
            _("{sources} sources, {articles} articles, {starred} starred, {pictures} pictures").format(
                sources=format_number(facts.library.sources),
                articles=format_number(facts.library.articles),
                starred=format_number(facts.library.starred),
                pictures=format_number(facts.library.pictures),
            )
        )
