"""`caregiver backup`: one file with all of the library; made, looked at, put back."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.backup_words import backup_bar, backup_shape, print_asked, restored_shape
from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options, recovery_option
from caregiver_app.model.errors import InstanceRunning
from caregiver_app.model.time import to_datetime
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence
from caregiver_app.support.sizes import size_words

if TYPE_CHECKING:
    from caregiver_app.bootstrap.backups import BackupFacts


def backup_group() -> click.Group:
    """Return the commands about backups."""
    file = click.Argument(["file"], metavar="FILE")
    return click.Group(
        "backup",
        commands=(
            click.Command(
                "create",
                callback=click.pass_obj(_create),
                params=[
                    file,
                    click.Option(["--replace"], is_flag=True, help=_("Replace a file that is there already.")),
                    click.Option(
                        ["--library-only"],
                        is_flag=True,
                        help=_("Leave the care notes out; needs no passphrase. Not of a protected library."),
                    ),
                    *passphrase_options(),
                    json_option(),
                ],
                help=_(
                    "Write library and care notes into one file. It holds your sources, "
                    "articles, stars, collections and choices, not the list of what left this computer. With care "
                    "notes it is encrypted: your passphrase or recovery sheet opens it. Without, who has the file can "
                    "read it."
                ),
            ),
            click.Command(
                "verify",
                callback=click.pass_obj(_verify),
                params=[file, *passphrase_options(), recovery_option(), json_option()],
                help=_(
                    "Look whether a backup is whole and sound. With the passphrase of its day, what is encrypted in it "
                    "is looked at too."
                ),
            ),
            click.Command(
                "restore",
                callback=click.pass_obj(_restore),
                params=[file, *passphrase_options(), recovery_option(), json_option()],
                help=_(
                    "Put a backup in the place of what is here. Care notes too, where it holds some. What is "
                    "there now stays: the library in a copy (caregiver doctor --restore-snapshot brings it back), the "
                    "notes in a folder that is named. Care notes take the passphrase of the backup's day, or the "
                    "recovery sheet."
                ),
            ),
        ),
        help=_("Make, check and restore backups."),
    )


def _create(  # noqa: PLR0917  the options of the command
    session: Session,
    file: str,
    replace: bool,
    library_only: bool,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
) -> None:
    path = Path(file)
    if path.exists() and not replace:
        raise CommandFailed(
            "file",
            Sentence(
                happened=_("There is a file {name} already.").format(name=file),
                to_do=_("Name another one, or add --replace."),
            ),
        )
    if session.services.care.exists() and not library_only:
        from caregiver_app.cli.vault.whole_backup import create_whole

        source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
        create_whole(session, path, source)
        return
    with ExitStack() as stack:
        stop = stack.enter_context(Stop())
        with suppress(InstanceRunning):  # making a backup only reads: it may run beside the window
            stack.enter_context(session.writing("backup"))
        facts = session.services.create_backup(path, on_progress=backup_bar(session, stack, file), cancel=stop)
    _show(session, file, facts, _("The backup is written."))
    if facts.missing and not session.console.as_json:
        session.console.note(_("{count} pictures were missing and are left out.").format(count=facts.missing))


def _verify(
    session: Session, file: str, passphrase_file: Path | None, passphrase_fd: int | None, recovery_file: Path | None
) -> None:
    from caregiver_app.bootstrap.whole_backups import is_whole

    if is_whole(Path(file)):
        from caregiver_app.cli.vault.whole_backup import verify_whole

        source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
        verify_whole(session, Path(file), source, recovery_file)
        return
    with ExitStack() as stack:
        stop = stack.enter_context(Stop())
        facts = session.services.verify_backup(Path(file), on_progress=backup_bar(session, stack, file), cancel=stop)
    _show(session, file, facts, _("The backup is whole and sound."))


def _restore(
    session: Session, file: str, passphrase_file: Path | None, passphrase_fd: int | None, recovery_file: Path | None
) -> None:
    from caregiver_app.bootstrap.whole_backups import is_whole

    if is_whole(Path(file)):
        from caregiver_app.cli.vault.whole_restore import restore_whole

        source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
        restore_whole(session, Path(file), source, recovery_file)
        return
    with ExitStack() as stack:
        stop = stack.enter_context(Stop())
        stack.enter_context(session.writing("restore"))
        restored = session.services.restore_backup(
            Path(file), on_progress=backup_bar(session, stack, file), cancel=stop
        )
    if session.console.as_json:
        session.console.document({**backup_shape(file, restored.facts), **restored_shape(restored)})
        return
    _show(session, file, restored.facts, _("The backup is now your library."))
    print_asked(session, restored)


def _show(session: Session, file: str, facts: BackupFacts, done: str) -> None:
    if session.console.as_json:
        session.console.document(backup_shape(file, facts))
        return
    session.console.line(done)
    session.console.line(
        _(
            "{sources} sources, {articles} articles, {starred} starred, {pictures} pictures; {size}; made on {day}"
        ).format(
            sources=format_number(facts.sources),
            articles=format_number(facts.articles),
            starred=format_number(facts.starred),
            pictures=format_number(facts.pictures),
            size=size_words(facts.size_bytes),
            day=to_datetime(facts.created_at).astimezone().isoformat(sep=" ", timespec="minutes"),
        )
    )
