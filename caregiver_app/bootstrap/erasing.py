"""Deletes for good, in every place of the data folder: the notes, their copies, the files that belong to them.

What lies elsewhere (backups, exports, printed sheets, what was sent) cannot be reached from here; it is counted, so
that the person can be told. Nothing is promised about what a disk keeps of deleted files: see docs/threat-model.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.care_files import OpenCare, sweep_attachments
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.vault.across.uid_lookup import Named
    from caregiver_app.vault.folder.erasing_copies import CopiesErased
    from caregiver_app.vault.records.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfReach:
    """What left the notes before and is not erased by this: how often it was sent, printed, exported or copied."""

    sent: int = 0
    printed: int = 0
    exported: int = 0
    copied: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedForGood:
    """What went: records, versions and files; what became of the copies; and what cannot be reached."""

    records: int
    versions: int
    files: int
    copies: CopiesErased
    out_of_reach: OutOfReach


OnCopy = Callable[[int, int], object]
"""Is told how many copies are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Going:
    """What goes, by what names it everywhere and by its number here; and what left before."""

    named: tuple[Named, ...]
    kind: str
    record_id: int
    left: OutOfReach


def delete_for_good(
    care: OpenCare,
    kind: str,
    record_id: int,
    *,
    clock: Clock,
    on_copy: OnCopy | None = None,
    cancel: Cancel | None = None,
) -> ErasedForGood:
    """Delete one record with its versions, drafts and files, in the notes and in every copy in the folder.

    The copies come first: a kill in the midst leaves the record in the notes, where it is seen and deleted again.

    Raises:
        UnknownRecord: there is no such record.
        StorageError: the disk is in the way; it may be done again.
        Cancelled: `cancel` was set; it is still in the notes, but some copies may have lost it.
    """
    from caregiver_app.model.errors import UnknownRecord

    named = care.vault.uids.of(kind, record_id)
    if named is None:
        raise UnknownRecord(kind)
    going = _Going(named=(named,), kind=named.kind, record_id=record_id, left=OutOfReach())
    return _erase(care, going, clock, on_copy or _tell_nobody, cancel)


def erase_person(
    care: OpenCare,
    person_id: PersonId,
    *,
    clock: Clock,
    on_copy: OnCopy | None = None,
    cancel: Cancel | None = None,
) -> ErasedForGood:
    """Delete somebody and everything about them: records, versions, contacts, disclosures, files, and in every copy.

    Raises:
        UnknownRecord: there is nobody with this number.
        StorageError: the disk is in the way; it may be done again.
        Cancelled: `cancel` was set; as `delete_for_good`.
    """
    care.vault.people.get(person_id, deleted=True)
    named = care.vault.uids.about(person_id)
    going = _Going(named=named, kind="person", record_id=person_id, left=_left_before(care, person_id))
    return _erase(care, going, clock, on_copy or _tell_nobody, cancel)


def _erase(care: OpenCare, going: _Going, clock: Clock, on_copy: OnCopy, cancel: Cancel | None) -> ErasedForGood:
    from caregiver_app.vault.folder.erasing_copies import erase_in_copies

    copies = erase_in_copies(
        care.paths.vault, care.unlocked.data_key, going.named, clock, on_copy=on_copy, cancel=cancel
    )
    erased = care.vault.erasing.delete_for_good(going.kind, going.record_id)
    return ErasedForGood(
        records=erased.records,
        versions=erased.versions,
        files=sweep_attachments(care.vault, care.paths),
        copies=copies,
        out_of_reach=going.left,
    )


def _tell_nobody(_done: int, _total: int) -> None:
    return None


def _left_before(care: OpenCare, person_id: PersonId) -> OutOfReach:
    from caregiver_app.vault.exchange.disclosures import Channel

    channels = [each.disclosed.channel for each in care.vault.disclosures.list(person_id, limit=1_000_000)]
    return OutOfReach(
        sent=channels.count(Channel.ASK),
        printed=channels.count(Channel.PRINT),
        exported=channels.count(Channel.EXPORT),
        copied=channels.count(Channel.COPY),
    )
