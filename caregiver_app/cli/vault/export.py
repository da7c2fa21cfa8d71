"""`caregiver export`: care notes as files that other programs read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Unpack

import click

from caregiver_app.bootstrap.care_files import OpenCare
from caregiver_app.bootstrap.exports import Exported, Leaving, export_calendar, export_contacts, export_notes
from caregiver_app.cli.options import IdType, ids_argument
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.cli.vault.ask_typed import read_labelled
from caregiver_app.cli.vault.care_files import care_opened, consider_place, synced_option, target_option
from caregiver_app.cli.vault.care_options import Secret, care_command, person_for, person_options
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.carrying.choice import ExportChoice
from caregiver_app.vault.records.appointments import AppointmentId
from caregiver_app.vault.records.contacts import ContactId


def export_group() -> click.Group:
    """Return the commands that let notes out."""
    return click.Group("export", (_notes(), _appointments(), _contacts()))


def _notes() -> click.Command:
    return care_command(
        "notes",
        _export_notes,
        [
            target_option("FOLDER", _("Write into this folder, which must not be there yet; locked: into this file.")),
            *person_options(),
            click.Option(
                ["--note", "picked"],
                type=IdType("note"),
                multiple=True,
                metavar="ID",
                help=_("Take this note about yourself too: those go only when they are picked."),
            ),
            click.Option(["--about-me", "all_about_me"], is_flag=True, help=_("Take all notes about yourself too.")),
            click.Option(["--no-files"], is_flag=True, help=_("Leave out the files that were added to notes.")),
            click.Option(["--lock"], is_flag=True, help=_("Write one file that takes a passphrase, asked for now.")),
            *passphrase_options("lock"),
            *_leaving_options(),
        ],
        _(
            "Write notes as text, tables and JSON. Everything, or what is about one person, into a folder. It is not "
            "encrypted unless it is locked with a passphrase of its own."
        ),
    )


def _appointments() -> click.Command:
    return care_command(
        "appointments",
        _export_appointments,
        [
            ids_argument("appointment"),
            target_option("FILE", _("Write this calendar (.ics); it must not be there yet.")),
            click.Option(["--neutral"], is_flag=True, help=_("Tell only when: no title, place or reason.")),
            *_leaving_options(),
        ],
        _("Write chosen appointments as a calendar. It is not encrypted."),
    )


def _contacts() -> click.Command:
    return care_command(
        "contacts",
        _export_contacts,
        [
            ids_argument("contact", required=False),
            target_option("FILE", _("Write these cards (.vcf); they must not be there yet.")),
            *person_options(),
            click.Option(["--with-notes"], is_flag=True, help=_("Also what was noted about each contact.")),
            *_leaving_options(),
        ],
        _("Write contacts as cards for an address book. All of them, or those you choose. They are not encrypted."),
    )


def _leaving_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--why"],
            type=click.Choice(["-"]),
            help=_("Read to whom it goes and why from standard input, in lines that begin with to: and why:."),
        ),
        synced_option(),
    ]


class Going(Secret):
    """Where an export goes, as click hands it to a command, and where the passphrase is."""

    target: Path
    why: str | None
    allow_synced: bool


@contextmanager
def _leaving(session: Session, going: Going) -> Iterator[tuple[OpenCare, Leaving]]:
    """Look at the place, open the notes, and say what the record of it will say."""
    target = going["target"]
    consider_place(session, target, allowed=going["allow_synced"])
    said = {"to": "", "why": ""}
    if going["why"] is not None:
        said = read_labelled({"to": _ask_whom, "why": _ask_why})
    secret = Secret(passphrase_file=going["passphrase_file"], passphrase_fd=going["passphrase_fd"])
    with care_opened(session, secret) as care:
        yield care, Leaving(target=target, to_whom=said["to"], why=said["why"])


def _export_notes(
    session: Session,
    *,
    person: str | None,
    person_id: int | None,
    picked: tuple[int, ...],
    all_about_me: bool,
    no_files: bool,
    lock: bool,
    lock_file: Path | None,
    lock_fd: int | None,
    **going: Unpack[Going],
) -> None:
    source = PassphraseSource(file=lock_file, descriptor=lock_fd)
    is_locked = lock or lock_file is not None or lock_fd is not None
    passphrase = source.read(_("Passphrase for this file"), confirm=True) if is_locked else None
    with _leaving(session, going) as (care, leaving), Stop() as stop:
        choice = ExportChoice(
            person_id=person_for(care.vault, person, person_id),
            about_me=frozenset(picked),
            all_about_me=all_about_me,
            files=not no_files,
        )
        at = session.services.clock.now()
        exported = export_notes(care, choice, leaving, passphrase=passphrase, at=at, cancel=stop)
    _tell(session, going["target"], exported, locked=is_locked)


def _export_appointments(session: Session, *, ids: tuple[int, ...], neutral: bool, **going: Unpack[Going]) -> None:
    with _leaving(session, going) as (care, leaving):
        chosen = [AppointmentId(each) for each in ids]
        exported = export_calendar(care, chosen, leaving, neutral=neutral, at=session.services.clock.now())
    _tell(session, going["target"], exported)


def _export_contacts(
    session: Session,
    *,
    ids: tuple[int, ...],
    person: str | None,
    person_id: int | None,
    with_notes: bool,
    **going: Unpack[Going],
) -> None:
    with _leaving(session, going) as (care, leaving):
        whose = person_for(care.vault, person, person_id)
        chosen = [ContactId(each) for each in ids] or [each.id for each in care.vault.contacts.list(whose)]
        exported = export_contacts(care, chosen, leaving, notes=with_notes, at=session.services.clock.now())
    _tell(session, going["target"], exported)


def _tell(session: Session, target: Path, exported: Exported, *, locked: bool = False) -> None:
    if session.console.as_json:
        session.console.document(
            {
                "target": str(target),
                "locked": locked,
                "records": {**exported.counts},
                "missing_files": exported.missing,
            }
        )
        return
    if locked:
        session.console.line(_("Saved. Only the passphrase that was chosen opens this file: keep it."))
    else:
        session.console.line(_("Saved. It is not encrypted: whoever has it can read it."))
    if exported.missing:
        session.console.note(_("{count} files were gone or damaged and are left out.").format(count=exported.missing))


def _ask_whom() -> str:
    return _("To whom does it go? This stays in your notes")


def _ask_why() -> str:
    return _("Why does it go out? This stays in your notes")
