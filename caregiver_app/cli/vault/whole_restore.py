"""`caregiver backup restore` of a backup that holds care notes."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from caregiver_app.cli.backup_words import backup_bar, print_asked, restored_shape
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.cli.vault.passphrases import PassphraseSource
from caregiver_app.cli.vault.ways import way_in
from caregiver_app.cli.vault.whole_backup import show_whole, whole_shape
from caregiver_app.support.i18n import gettext as _


def restore_whole(session: Session, path: Path, source: PassphraseSource, recovery_file: Path | None) -> None:
    """Put library and notes of a backup in the place of what is here."""
    way = way_in(source, recovery_file, _("Passphrase of this backup"))
    with ExitStack() as stack:
        stop = stack.enter_context(Stop())
        stack.enter_context(session.writing("restore"))
        bar = backup_bar(session, stack, path.name)
        restored = session.services.restore_whole_backup(path, way, on_progress=bar, cancel=stop)
    aside = None if restored.aside is None else restored.aside.name
    if session.console.as_json:
        notes = {"notes_aside": aside, "passphrase_needed": not restored.has_envelope}
        session.console.document({**whole_shape(path, restored.facts), **restored_shape(restored.library), **notes})
        return
    show_whole(session, path, restored.facts, _("The backup is now your library and your care notes."))
    print_asked(session, restored.library)
    if aside is not None:
        session.console.line(
            _("The care notes before it are in the folder {name}, with what opens them.").format(name=aside)
        )
    if restored.has_envelope:
        session.console.note(_("The passphrase of that day opens your care notes from now on."))
    else:
        session.console.note(_("Give your care notes a new passphrase now: caregiver vault recover"))
