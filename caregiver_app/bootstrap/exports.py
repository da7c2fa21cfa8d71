"""Care notes leave as files that other programs read, and come back. Each time they leave is written down.

What is written is whole or not there at all; a folder or file that is there already is never written over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.care_files import OpenCare, refuse_own_folder
from caregiver_app.model.errors import CareFileError, CareFileTrouble
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.vault.carrying.choice import ExportChoice
    from caregiver_app.vault.carrying.document import Gathered
    from caregiver_app.vault.carrying.writing import Part
    from caregiver_app.vault.importing.incoming import Incoming, Merged
    from caregiver_app.vault.records.appointments import AppointmentId
    from caregiver_app.vault.records.contacts import ContactId
    from caregiver_app.vault.records.people import PersonId


OnPart = Callable[[int, int], object]
_PARTS_WITHOUT_FILES = 11
"""The document, the text for people, and nine tables (docs/formats/export.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Where an export goes, and what the record of it says."""

    target: Path
    to_whom: str = field(default="", repr=False)
    why: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What left: how many records of each kind, and attached files that were gone or damaged and so are missing."""

    counts: dict[str, int]
    missing: int = 0


def export_notes(
    care: OpenCare,
    choice: ExportChoice,
    leaving: Leaving,
    *,
    passphrase: str | None = None,
    at: Millis,
    on_part: OnPart | None = None,
    cancel: Cancel | None = None,
) -> Exported:
    """Write notes as Markdown, JSON and tables into a new folder, or, with a passphrase, into one locked file.

    `on_part` is told how many parts are written, and of how many; there may be fewer in the end.

    Raises:
        UnknownRecord: there is nobody of this number.
        VaultError: the passphrase is easy to guess.
        CareFileError: there is nothing of it, something is at the place already, or it is too much for one file.
        StorageError: no room or no right.
        Cancelled: `cancel` was set. In each case nothing is left behind.
    """
    from caregiver_app.vault.carrying.document import gather
    from caregiver_app.vault.carrying.writing import write_folder, write_locked
    from caregiver_app.vault.folder.rewrapping import family_names
    from caregiver_app.vault.keys.passphrases import refuse_weak

    refuse_own_folder(care.paths, leaving.target)
    if passphrase is not None:
        refuse_weak(passphrase, family_names(care.vault))
    gathered = gather(care.vault, choice, at=at)
    if not gathered.counts():
        raise CareFileError(CareFileTrouble.NOTHING)
    files = _Files(care, gathered, on_part or _tell_nobody)
    record = _recorder(care, gathered.counts(), leaving, choice.person_id, at)
    if passphrase is None:
        write_folder(files.parts(), leaving.target, before=record, cancel=cancel)
    else:
        write_locked(files.parts(), leaving.target, passphrase, before=record, cancel=cancel)
    return Exported(counts=gathered.counts(), missing=files.missing)


def export_calendar(
    care: OpenCare, ids: Sequence[AppointmentId], leaving: Leaving, *, neutral: bool, at: Millis
) -> Exported:
    """Write chosen appointments as a calendar; with `neutral` it tells when, and nothing else. As `export_notes`."""
    from caregiver_app.vault.formats.calendar_writing import write_calendar

    chosen = [care.vault.appointments.get(each) for each in dict.fromkeys(ids)]
    data = write_calendar(chosen, neutral=neutral, at=at)
    whose = _one_of(one.person_id for one in chosen)
    return _write_one(care, data, {"appointment": len(chosen)}, leaving, whose=whose, at=at)


def export_contacts(care: OpenCare, ids: Sequence[ContactId], leaving: Leaving, *, notes: bool, at: Millis) -> Exported:
    """Write chosen contacts as cards, with `notes` also what was noted about them. As `export_notes`."""
    from caregiver_app.vault.formats.card_writing import write_cards

    chosen = [care.vault.contacts.get(each) for each in dict.fromkeys(ids)]
    data = write_cards(chosen, notes=notes)
    whose = _one_of(one.person_id for one in chosen)
    return _write_one(care, data, {"contact": len(chosen)}, leaving, whose=whose, at=at)


def look_at_import(care: OpenCare, incoming: Incoming, *, person_id: PersonId | None = None, at: Millis) -> Merged:
    """Return what taking a file in would do; nothing is changed. See `vault.importing.taking_in.Importing.look`."""
    from caregiver_app.vault.attached.files import AttachmentFiles

    files = AttachmentFiles(care.paths.attachments, care.unlocked.data_key)
    return care.vault.importing.look(incoming, files.name_of, person_id=person_id, at=at)


def take_in(care: OpenCare, incoming: Incoming, *, person_id: PersonId | None = None, at: Millis) -> Merged:
    """Take a file into the notes, all of it or nothing. See `vault.importing.taking_in.Importing.take_in`."""
    from caregiver_app.vault.attached.files import AttachmentFiles

    files = AttachmentFiles(care.paths.attachments, care.unlocked.data_key)
    return care.vault.importing.take_in(incoming, files.keep, person_id=person_id, at=at)


class _Files:
    """The parts of an export, each made when it is its turn."""

    def __init__(self, care: OpenCare, gathered: Gathered, on_part: OnPart) -> None:
        from caregiver_app.vault.attached.files import AttachmentFiles

        self._files = AttachmentFiles(care.paths.attachments, care.unlocked.data_key)
        self._gathered = gathered
        self._on_part = on_part
        self.missing = 0

    def parts(self) -> Iterator[Part]:
        """Yield names and what gives their bytes, and tell how far it is."""
        total = len(self._gathered.files) + _PARTS_WITHOUT_FILES
        for number, part in enumerate(self._parts()):
            self._on_part(number, total)
            yield part

    def _parts(self) -> Iterator[Part]:
        """Yield attached files first, because the document says which are missing."""
        from caregiver_app.vault.carrying.choice import DOCUMENT, READABLE
        from caregiver_app.vault.carrying.document import document_bytes
        from caregiver_app.vault.carrying.readable import readable_text
        from caregiver_app.vault.carrying.tables import tables_of

        for kept, name in self._gathered.files.items():
            data = self._read(kept, name)
            if data is not None:
                yield name, partial(bytes, data)
        document = self._gathered.document
        yield DOCUMENT, lambda: document_bytes(document)
        yield READABLE, lambda: readable_text(document).encode("utf-8", "replace")
        for name, table in tables_of(document).items():
            yield name, partial(bytes, table)

    def _read(self, kept: str, name: str) -> bytes | None:
        try:
            return self._files.read(kept)
        except CareFileError:
            self._gathered.say_missing(name)
            self.missing += 1
            return None


def _tell_nobody(_done: int, _total: int) -> None:
    return None


def _write_one(
    care: OpenCare, data: bytes, counts: dict[str, int], leaving: Leaving, *, whose: PersonId | None, at: Millis
) -> Exported:
    from caregiver_app.vault.carrying.writing import write_one

    refuse_own_folder(care.paths, leaving.target)
    if not any(counts.values()):
        raise CareFileError(CareFileTrouble.NOTHING)
    write_one(data, leaving.target, before=_recorder(care, counts, leaving, whose, at))
    return Exported(counts=counts)


def _recorder(
    care: OpenCare, counts: dict[str, int], leaving: Leaving, whose: PersonId | None, at: Millis
) -> Callable[[], None]:
    """Return what writes down that something leaves, right before it does."""
    from caregiver_app.vault.exchange.disclosures import Channel, Disclosed

    left = Disclosed(channel=Channel.EXPORT, what=counts, person_id=whose, to_whom=leaving.to_whom, why=leaving.why)
    return lambda: care.vault.disclosures.record(left, at=at)


def _one_of(people: Iterator[PersonId | None]) -> PersonId | None:
    """Return whom all of it is about, None where it is about several or nobody."""
    found = set(people)
    return found.pop() if len(found) == 1 else None
