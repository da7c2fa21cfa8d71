"""`caregiver doctor`: looks whether all is well with what lies on disk, and mends what can be mended."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.failures import DONE, FAILED
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import check_shape
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.model.errors import InstanceRunning, StorageError, StorageTrouble, VaultError, VaultTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience, Sentence, sentence_for
from caregiver_app.support.sentences.upkeep import check_words, sentence_for_check

if TYPE_CHECKING:
    from caregiver_app.bootstrap.ways_in import ByPassphrase
    from caregiver_app.library.health import Check


def doctor_command() -> click.Command:
    """Return the command that examines the data folder."""
    return click.Command(
        "doctor",
        callback=click.pass_obj(_doctor),
        params=[
            click.Option(
                ["--rebuild-search"],
                is_flag=True,
                help=_("Make the search index anew; that of the care notes too, with the passphrase."),
            ),
            click.Option(
                ["--restore-snapshot"],
                is_flag=True,
                help=_("Put the last good copy in the place of the library; the file there now is kept beside it."),
            ),
            click.Option(
                ["--rescue"],
                is_flag=True,
                help=_("Make a damaged library anew from all it holds, where all of that can still be read."),
            ),
            *passphrase_options(),
            json_option(),
        ],
        help=_(
            "Look whether the library is sound, and mend what can be mended. With the passphrase the care notes are "
            "read through too, and a library that is protected."
        ),
    )


def _doctor(  # noqa: PLR0917  the options of the command
    session: Session,
    rebuild_search: bool,
    restore_snapshot: bool,
    rescue: bool,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
) -> int:
    if rescue and restore_snapshot:
        raise click.UsageError(_("Take one of --rescue and --restore-snapshot."))
    given = passphrase_file is not None or passphrase_fd is not None
    way = _way_in(PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) if given else None
    if rescue or restore_snapshot:
        session.passphrase_file, session.passphrase_fd = passphrase_file, passphrase_fd
        session.unlock_library()
        with session.writing("doctor"):
            aside = session.services.rescue_library() if rescue else session.services.restore_snapshot()
            checks = _look(session, way, rebuild_search=rebuild_search, alone=True)
        if rescue:
            done = _("All that the library held is in a new file. The damaged one is now {name}.")
        elif aside.exists():
            done = _("The last good copy is back. The file before it is now {name}.")
        else:
            done = _("The last good copy is back.")
        session.console.note(done.format(name=aside.name))
    else:
        checks = _examine(session, way, rebuild_search=rebuild_search)
    _show(session, checks)
    return DONE if all(check.ok for check in checks) else FAILED


def _way_in(source: PassphraseSource) -> ByPassphrase:
    from caregiver_app.bootstrap.ways_in import ByPassphrase

    return ByPassphrase(passphrase=source.read(""))


def _examine(session: Session, way: ByPassphrase | None, *, rebuild_search: bool) -> tuple[Check, ...]:
    """Examine alone, where nobody else is at work; beside a window only what disturbs nobody is mended."""
    with ExitStack() as stack:
        try:
            stack.enter_context(session.writing("doctor"))
            alone = True
        except InstanceRunning:
            if rebuild_search:
                raise
            alone = False
        except StorageError:
            alone = False  # where nothing can be written there is an answer all the same
        return _look(session, way, rebuild_search=rebuild_search, alone=alone)


def _look(session: Session, way: ByPassphrase | None, *, rebuild_search: bool, alone: bool) -> tuple[Check, ...]:
    if rebuild_search and alone and way is not None and session.services.care.exists():
        _make_words_of_notes_anew(session, way.passphrase)
    return session.services.doctor(rebuild_search=rebuild_search, alone=alone, way=way)


def _make_words_of_notes_anew(session: Session, passphrase: str) -> None:
    """Let notes be found by all that they hold; why they cannot be opened is told with all else that is not well."""
    from caregiver_app.cli.vault.opened import opened_with

    try:
        with opened_with(session, passphrase) as vault:
            vault.indexing.make_anew()
    except VaultError as error:
        if error.kind is VaultTrouble.WRONG_PASSPHRASE:
            raise


def _show(session: Session, checks: Sequence[Check]) -> None:
    sound = all(check.ok for check in checks)
    if session.console.as_json:
        session.console.document({"ok": sound, "checks": [check_shape(check) for check in checks]})
    else:
        for check in checks:
            _print_check(session, check)
    for sentence in _advice(checks):
        session.console.note(sentence.text)


def _print_check(session: Session, check: Check) -> None:
    if check.repaired:
        verdict = _("mended") if check.ok else _("not mended")
    else:
        verdict = _("well") if check.ok else _("NOT WELL")
    detail = f" ({check.detail})" if check.detail else ""
    session.console.line(f"{check_words(check.name)}: {verdict}{detail}")


def _advice(checks: Sequence[Check]) -> Sequence[Sentence]:
    """Return what to do about what is not well: once for the library, and for each thing beside it."""
    bad = [check for check in checks if not check.ok]
    beside = [sentence_for_check(check.name, check.detail, Audience.COMMAND) for check in bad]
    advice = [sentence for sentence in beside if sentence is not None]
    inside = [check.detail for check, sentence in zip(bad, beside, strict=True) if sentence is None]
    if inside:
        named = next((trouble for trouble in StorageTrouble if trouble.value in inside), StorageTrouble.CORRUPT)
        advice.insert(0, sentence_for(StorageError(named), Audience.COMMAND))
        if named is StorageTrouble.CORRUPT:
            advice.insert(1, Sentence(happened=_("To try first, nothing is lost by it: caregiver doctor --rescue")))
    return advice
