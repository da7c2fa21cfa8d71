"""Which file belongs to which record: once each, gone with its record, never told of before its bytes are there."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import RecordRefused, StorageError, StorageTrouble, UnknownRecord
from caregiver_app.vault.records.attachments import Attachment, AttachmentId, NewAttachment
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import CareNotes, Family, later
from tests.helpers.clock import MONDAY

FILE, OTHER = "ab" * 32, "cd" * 32


def add(vault: Vault, kind: str, item_id: int, *, file: str = FILE, name: str = "Letter.pdf") -> AttachmentId:
    new = NewAttachment(kind=kind, item_id=item_id, name=name, media_type="application/pdf", size_bytes=7)
    return vault.attachments.add(new, lambda: file, at=MONDAY)


def test_files_of_a_record_are_listed_in_their_order(vault: Vault, family: Family) -> None:
    note = family.notes[0]
    first, second = add(vault, "note", note), add(vault, "note", note, file=OTHER, name="Scan\u202e.png\n")
    add(vault, "note", family.notes[1])
    add(vault, "person", family.mum)
    found = vault.attachments.of("note", note)
    assert [each.id for each in found] == [first, second]
    assert found[0] == Attachment(
        id=first,
        uid=found[0].uid,
        kind="note",
        item_id=note,
        name="Letter.pdf",
        media_type="application/pdf",
        size_bytes=7,
        file_name=FILE,
        added_at=MONDAY,
    )
    assert "\n" not in found[1].name
    assert vault.attachments.file_names() == {FILE, OTHER}
    assert "Letter" not in repr(found)


def test_the_same_bytes_belong_to_a_record_once(vault: Vault, family: Family) -> None:
    first = add(vault, "note", family.notes[0])
    assert add(vault, "note", family.notes[0], name="Again.pdf") == first
    assert len(vault.attachments.all()) == 1


def test_deleted_files_come_back_and_keep_their_bytes_as_long(vault: Vault, family: Family) -> None:
    number = add(vault, "note", family.notes[0])
    undo = vault.attachments.delete(number, at=later())
    assert vault.attachments.of("note", family.notes[0]) == ()
    assert vault.attachments.file_names() == {FILE}
    assert [(one.kind, one.title) for one in vault.deleted.list()] == [("attachment", "Letter.pdf")]
    vault.put_back(undo, at=later())
    assert [one.id for one in vault.attachments.of("note", family.notes[0])] == [number]
    vault.attachments.delete(number, at=later())
    vault.attachments.restore(number, at=later())
    assert vault.attachments.get(number).deleted_at is None


def test_with_its_record_a_file_goes_for_good(vault: Vault, family: Family) -> None:
    add(vault, "note", family.notes[0])
    add(vault, "question", family.questions[2], file=OTHER)
    assert vault.erasing.delete_for_good("note", family.notes[0]).file_names == (FILE,)
    assert vault.attachments.file_names() == {OTHER}


def test_nothing_is_told_of_a_file_that_could_not_be_written(care_notes: CareNotes, family: Family) -> None:
    before = care_notes.everything()

    def full() -> str:
        raise StorageError(StorageTrouble.FULL, "attachments")

    new = NewAttachment(kind="note", item_id=family.notes[0], name="x", media_type="text/plain", size_bytes=1)
    with pytest.raises(StorageError):
        care_notes.vault.attachments.add(new, full, at=MONDAY)
    assert care_notes.everything() == before


@pytest.mark.parametrize("kind", ["measurement", "attachment", "disclosure", "setting; DROP TABLE note"])
def test_files_belong_to_few_kinds_of_records(vault: Vault, family: Family, kind: str) -> None:
    del family
    with pytest.raises(UnknownRecord):
        add(vault, kind, 1)


def test_nothing_is_added_to_what_is_not_there_or_is_for_reading(vault: Vault, family: Family) -> None:
    with pytest.raises(UnknownRecord):
        add(vault, "note", 999)
    vault.people.set_situation(family.mum, Situation.DIED, on=None, at=MONDAY)
    for kind, number in (("note", family.notes[0]), ("person", family.mum)):
        with pytest.raises(RecordRefused):
            add(vault, kind, number)
    with pytest.raises(RecordRefused):
        add(vault, "note", family.notes[0], name=" \n")


def test_whom_a_file_is_about_is_known(vault: Vault, family: Family) -> None:
    assert vault.attachments.person_of("note", family.notes[0]) == family.mum
    assert vault.attachments.person_of("person", family.dad) == family.dad
    assert vault.attachments.person_of("contact", family.contacts[1]) is None
