"""Tells what became of something that was deleted for good: what went, and what may still hold it elsewhere."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Json
from caregiver_app.cli.session import Session
from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.time import Millis, day_of, to_iso
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.bootstrap.erasing import ErasedForGood


def last_backup(session: Session) -> Millis | None:
    """Return when a backup with care notes was made last, None where that is not known; open notes unlock a library.

    Asked before something goes: whoever reads it never fails over it.
    """
    from caregiver_app.bootstrap.today import notes_backed_up_at
    from caregiver_app.library.store import open_library

    services = session.services
    if not services.paths.library.exists():
        return None
    with suppress(CaregiverError):
        library = open_library(services.paths.library, services.clock, services.protection.keys())
        try:
            return notes_backed_up_at(library)
        finally:
            library.close()
    return None


def tell_erased_person(session: Session, person_id: int, erased: ErasedForGood, backup: Millis | None) -> None:
    """Tell that somebody is gone with all that is about them, and how often something about them left before."""
    left = erased.out_of_reach
    counts: dict[str, Json] = {
        "sent": left.sent,
        "printed": left.printed,
        "exported": left.exported,
        "copied": left.copied,
    }
    lines = [
        words.format(count=count)
        for count, words in (
            (left.sent, _("Sent to others before: {count} times.")),
            (left.printed, _("Printed before: {count} times.")),
            (left.exported, _("Exported before: {count} times.")),
            (left.copied, _("Files saved as copies before: {count} times.")),
        )
        if count
    ]
    _tell(session, {"person_id": person_id}, erased, backup=backup, counts=counts, left=lines)


def tell_erased_record(session: Session, ids: dict[str, Json], erased: ErasedForGood, backup: Millis | None) -> None:
    """Tell that one record is gone; `ids` is how JSON names it. What left is counted by person, never by record."""
    left = _("What was printed, sent or saved as a file before may still hold it.")
    _tell(session, ids, erased, backup=backup, counts={}, left=[left])


def _tell(
    session: Session,
    ids: dict[str, Json],
    erased: ErasedForGood,
    *,
    backup: Millis | None,
    counts: dict[str, Json],
    left: list[str],
) -> None:
    copies = erased.copies
    if session.console.as_json:
        elsewhere: dict[str, Json] = {
            "copies": [*copies.out_of_reach],
            "backed_up_at": None if backup is None else to_iso(backup),
            **counts,
        }
        session.console.document(
            {
                **ids,
                "records": erased.records,
                "versions": erased.versions,
                "files": erased.files,
                "copies_remade": copies.remade,
                "copies_removed": copies.removed,
                "out_of_reach": elsewhere,
            }
        )
        return
    if copies.out_of_reach:
        session.console.line(_("It is gone from the notes, and from the copies of them that open with their key."))
        words = _("These copies open with another key and were not looked into: {names}")
        session.console.line(words.format(names=", ".join(copies.out_of_reach)))
    else:
        session.console.line(_("It is gone from the notes and from the copies of them in Caregiver's folder."))
    session.console.line(_backups(backup))
    for line in left:
        session.console.line(line)


def _backups(backup: Millis | None) -> str:
    if backup is None:
        return _("Backup files that you made before still hold it: delete them, or make new ones in their place.")
    words = _(
        "Backup files that you made before, the last on {day}, still hold it: delete them, or make new ones in their "
        "place."
    )
    return words.format(day=day_of(backup).isoformat())
