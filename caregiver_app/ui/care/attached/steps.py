"""What can be done with the files of a record, as steps of the notes' own thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.care_files import OpenCare, attach_file
from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.changes.undoing import Undo, joined

if TYPE_CHECKING:
    from caregiver_app.vault.records.attachments import Attachment, AttachmentId
    from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record to which files belong."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What became of the files that were chosen: what was added, and the first thing that went wrong."""

    done: CareDone | None
    trouble: CaregiverError | None = field(default=None, repr=False)


def add_files(care: OpenCare, record: Record, paths: Sequence[Path], *, at: Millis) -> Attached:
    """Add files to a record. What cannot be added does not keep the others out; all that were may be taken away."""
    before = {one.id for one in care.vault.attachments.of(record.kind, record.id)}
    added: list[AttachmentId] = []
    again = 0
    trouble: CaregiverError | None = None
    for path in paths:
        try:
            number = attach_file(care, record.kind, record.id, path, at=at)
        except CaregiverError as error:
            trouble = trouble or error
            continue
        if number in before:
            again += 1
        else:
            before.add(number)
            added.append(number)
    return Attached(done=_done(tuple(added), again), trouble=trouble)


def remove_file(vault: Vault, one: Attachment, *, at: Millis) -> CareDone:
    """Put a file among the recently deleted."""
    undo = vault.attachments.delete(one.id, at=at)
    return CareDone(text=_("Took “{name}” away.").format(name=one.name), undo=undo, icon=Icon.TRASH)


def _done(added: tuple[AttachmentId, ...], again: int) -> CareDone | None:
    if not added:
        return CareDone(text=_("This file is here already."), icon=Icon.FLYER) if again else None

    def take_away(vault: Vault, at: Millis) -> Undo:
        return joined(vault.attachments.delete(number, at=at) for number in added)

    words = ngettext("Added {count} file.", "Added {count} files.", len(added))
    return CareDone(text=words.format(count=format_number(len(added))), undo=take_away, icon=Icon.FLYER)
