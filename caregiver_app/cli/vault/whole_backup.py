"""Backups that hold care notes, as `caregiver backup` makes and checks them."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path

from caregiver_app.bootstrap.whole_backups import Opener, WholeFacts, create_whole_backup, verify_whole_backup
from caregiver_app.cli.backup_words import backup_bar, backup_shape
from caregiver_app.cli.console import Json
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.cli.vault.passphrases import PassphraseSource
from caregiver_app.cli.vault.ways import way_in
from caregiver_app.model.errors import InstanceRunning, VaultError, VaultTrouble
from caregiver_app.model.time import to_datetime, to_iso
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words


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
                keys=session.services.protection.keys(),
                cancel=stop,
            )
    finally:
        care.lock()
    show_whole(session, target, facts, _("The backup is written."))


def verify_whole(session: Session, path: Path, source: PassphraseSource, recovery_file: Path | None) -> None:
    """Read a backup with notes through; what is encrypted in it only where a passphrase or a sheet is given."""
    opener: Opener | None = None
    try:
        opener = way_in(source, recovery_file, _("Passphrase of this backup")).key_for
    except VaultError as error:
        if error.kind is not VaultTrouble.LOCKED:
            raise
    with ExitStack() as stack:
        stop = stack.enter_context(Stop())
        bar = backup_bar(session, stack, path.name)
        facts = verify_whole_backup(path, session.services.paths, opener, on_progress=bar, cancel=stop)
    show_whole(session, path, facts, _("The backup is whole and sound."))
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


def show_whole(session: Session, path: Path, facts: WholeFacts, done: str) -> None:
    """Print what a backup holds, after what was done with it."""
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
