"""What is deleted can come back for thirty days; what is deleted for good leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.vault.changes.version_rows import KEPT_MS
from caregiver_app.vault.finding.record_words import FOUND_KINDS
from caregiver_app.vault.records.drafts import place_of
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import KEY, CareNotes, Family, fill_family, later
from tests.helpers.cipher_pages import plain_pages
from tests.helpers.clock import MONDAY

MARKER = "kestrelmark"


def held(care_notes: CareNotes) -> str:
    """Return all that any table says, the index of words included."""
    blocks = b"".join(bytes(row[0]) for row in care_notes.database.rows("SELECT block FROM searchable_words_data"))
    return repr(care_notes.everything()) + repr(blocks)


def test_deleted_records_are_told_newest_first_with_when_they_go(vault: Vault, family: Family) -> None:
    vault.notes.delete(family.notes[0], at=later(60))
    vault.medicines.delete(family.medicines[0], at=later(61))
    vault.measures.delete(family.measurements[0], at=later(62))
    deleted = vault.deleted.list()
    assert [(one.kind, one.id) for one in deleted] == [
        ("measurement", family.measurements[0]),
        ("medicine", family.medicines[0]),
        ("note", family.notes[0]),
    ]
    assert deleted[2].title == "Slept badly, café in the night"
    assert deleted[2].gone_at == later(60) + KEPT_MS
    assert deleted[2].person_id == family.mum


@pytest.mark.parametrize("kind", FOUND_KINDS)
def test_any_deleted_record_comes_back(care_notes: CareNotes, family: Family, kind: str) -> None:
    """Restoring leaves everything as if nothing had been deleted."""
    vault, before = care_notes.vault, care_notes.everything()
    at = later()
    deletes: dict[str, tuple[int, Callable[[], object]]] = {
        "person": (family.mum, lambda: vault.people.delete(family.mum, at=at)),
        "note": (family.notes[0], lambda: vault.notes.delete(family.notes[0], at=at)),
        "question": (family.questions[0], lambda: vault.questions.delete(family.questions[0], at=at)),
        "appointment": (family.visit, lambda: vault.appointments.delete(family.visit, at=at)),
        "chase": (family.chase, lambda: vault.chases.delete(family.chase, at=at)),
        "medicine": (family.medicines[0], lambda: vault.medicines.delete(family.medicines[0], at=at)),
        "contact": (family.contacts[0], lambda: vault.contacts.delete(family.contacts[0], at=at)),
        "measurement": (family.measurements[0], lambda: vault.measures.delete(family.measurements[0], at=at)),
    }
    number, delete = deletes[kind]
    delete()
    assert (kind, number) in [(one.kind, one.id) for one in vault.deleted.list()]
    vault.deleted.restore(kind, number, at=later(61))
    assert care_notes.everything() == before


def test_a_note_deleted_for_good_leaves_no_word(care_notes: CareNotes, family: Family) -> None:
    """Its text, versions, drafts, tags, citations and search words are gone from every table."""
    vault = care_notes.vault
    note = vault.notes.add(NewNote(text=MARKER, person_id=family.mum, tags=(MARKER,), author=MARKER), at=MONDAY)
    vault.notes.change(note, text=f"{MARKER} again", at=later(60))
    vault.citations.add("note", note, library_uid=MARKER, title=MARKER, at=later(60))
    vault.drafts.keep(place_of("note", note), MARKER, at=later(60))
    vault.drafts.keep(place_of("note", note, "tags"), MARKER, at=later(60))
    erased = vault.erasing.delete_for_good("note", note)
    assert (erased.records, erased.versions) == (1, 1)
    assert MARKER not in held(care_notes)


def test_erasing_a_person_takes_all_that_is_theirs_and_nothing_else(care_notes: CareNotes) -> None:
    """Afterwards everything is as if they had never been written of; what is for all, and of others, stays."""
    vault = care_notes.vault
    family = fill_family(vault)
    before = care_notes.everything()
    other = vault.people.add("Aunt", at=later())
    vault.facts.fill(other, "likes", MARKER, at=later())
    vault.facts.fill(other, "likes", f"{MARKER} and the harbour, with all its boats and its lamps", at=later(90))
    note = vault.notes.add(NewNote(text=MARKER, person_id=other), at=later())
    vault.notes.change(note, text=f"{MARKER} more", at=later(120))
    vault.drafts.keep(place_of("note", note), MARKER, at=later())
    vault.drafts.keep(place_of("note", None, f"for-{other}"), MARKER, at=later())
    vault.settings.set(f"person/{other}/sheet", MARKER)
    vault.erasing.erase_person(other)
    assert care_notes.everything() == before
    assert MARKER not in held(care_notes)
    assert vault.people.get(family.mum).name == "Mum"


def test_who_has_the_key_reads_nothing_of_it_in_the_file(care_notes: CareNotes, family: Family, tmp_path: Path) -> None:
    """Not in free pages, not in the index of words, not in what lies beside the file."""
    vault, letters = care_notes.vault, "kestrel landed on the wall "
    note = vault.notes.add(NewNote(text=letters * 8_000, person_id=family.mum), at=MONDAY)
    vault.notes.change(note, text=letters * 6_000, at=later())
    care_notes.database.settle()
    assert b"kestrel" in plain_pages(tmp_path / "vault.db", KEY)
    vault.erasing.delete_for_good("note", note)
    left = plain_pages(tmp_path / "vault.db", KEY)
    assert b"Slept badly" in left
    assert b"kestrel" not in left
    assert (tmp_path / "vault.db-wal").stat().st_size == 0


def test_erasing_names_files_that_nothing_speaks_of_any_more(care_notes: CareNotes, family: Family) -> None:
    """A file that another record shares stays."""
    vault = care_notes.vault
    with vault.write("test.attach") as writer:
        first, second = family.notes
        for uid, note, name in (("a", first, "one"), ("b", first, "two"), ("c", second, "two")):
            writer.execute(
                "INSERT INTO attachment (uid, kind, item_id, name, media_type, size_bytes, file_name, added_at) "
                "VALUES (:uid, 'note', :note, 'scan.pdf', 'application/pdf', 1, :name, 0)",
                {"uid": uid, "note": note, "name": name},
            )
    assert vault.erasing.delete_for_good("note", family.notes[0]).file_names == ("one",)
    assert vault.erasing.erase_person(family.mum).file_names == ("two",)


def test_after_thirty_days_what_was_deleted_goes_for_good(vault: Vault, family: Family) -> None:
    vault.notes.delete(family.notes[0], at=later(60))
    vault.people.delete(family.dad, at=later(61))
    vault.erasing.purge(at=Millis(later(60) + KEPT_MS))
    assert len(vault.deleted.list()) == 2
    erased = vault.erasing.purge(at=Millis(later(62) + KEPT_MS))
    assert erased.records == 3
    assert vault.deleted.list() == ()
    with pytest.raises(UnknownRecord):
        vault.notes.restore(family.notes[0], at=later(90))
    assert [person.id for person in vault.people.list()] == [family.mum]


def test_versions_go_after_thirty_days(vault: Vault, family: Family) -> None:
    vault.notes.change(family.notes[0], text="Second", at=later(60))
    vault.notes.change(family.notes[0], text="Third", at=later(120))
    vault.erasing.purge(at=Millis(later(90) + KEPT_MS))
    assert [version.values["text"] for version in vault.versions.of("note", family.notes[0])] == ["Second"]


def test_a_clock_set_back_deletes_nothing(care_notes: CareNotes, family: Family) -> None:
    care_notes.vault.notes.delete(family.notes[0], at=later())
    before = care_notes.everything()
    care_notes.vault.erasing.purge(at=Millis(0))
    assert care_notes.everything() == before


@pytest.mark.parametrize("kind", ["note", "person", "sqlite_schema", "note; DROP TABLE note"])
def test_what_is_not_there_is_told(vault: Vault, kind: str) -> None:
    """A kind is one of ours or none: it never becomes part of a query."""
    with pytest.raises(UnknownRecord):
        vault.erasing.delete_for_good(kind, 4711)
    with pytest.raises(UnknownRecord):
        vault.deleted.restore(kind, 4711, at=later())
    with pytest.raises(UnknownRecord):
        vault.erasing.erase_person(PersonId(4711))
