"""What is taken into care notes may have been made by anybody: it is bounded, never believed, and told kindly."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_app.model.errors import CareFileError, CareFileTrouble, StorageError
from caregiver_app.vault.carrying import incoming_files
from caregiver_app.vault.carrying.choice import DOCUMENT, FORMAT, VERSION
from caregiver_app.vault.carrying.incoming_files import MOST_BRACKETS, MOST_WORK, needs_passphrase, read_incoming
from caregiver_app.vault.importing.incoming import Incoming, Merged
from caregiver_app.vault.importing.taking_in import PARTS
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import CareNotes, Family, later
from tests.helpers.clock import MONDAY

LOCK = "five plain words for export"
UID, OTHER = "c0ffee00-0000-4000-8000-000000000001", "c0ffee00-0000-4000-8000-000000000002"
AT = "2026-11-23T08:05:00.000+00:00"


def document(**parts: object) -> bytes:
    return json.dumps({"format": FORMAT, "version": VERSION, **parts}).encode()


def packed(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return made.getvalue()


def read(path: Path, passphrase: str | None = LOCK) -> Incoming:
    return read_incoming(path, passphrase=passphrase, zone="Europe/London")


def trouble(path: Path, passphrase: str | None = LOCK) -> CareFileTrouble:
    with pytest.raises(CareFileError) as refused:
        read(path, passphrase)
    return refused.value.kind


def take(vault: Vault, *, keep: Callable[[bytes], str] = lambda _data: "ab" * 32, **parts: object) -> Merged:
    return vault.importing.take_in(Incoming(records=parts), keep, at=later())


WRONG = {
    "nothing": (b"", CareFileTrouble.NOT_OURS),
    "words": (b"Dear diary", CareFileTrouble.NOT_OURS),
    "bytes": (bytes(range(256)), CareFileTrouble.NOT_OURS),
    "other-json": (b'{"a": 1}', CareFileTrouble.NOT_OURS),
    "half-json": (b'{"format": "caregiver', CareFileTrouble.DAMAGED),
    "deep-json": (b'{"a":' * 100_000, CareFileTrouble.DAMAGED),
    "not-utf-8": (b'{"format": "\xff\xfe"}', CareFileTrouble.DAMAGED),
    "newer": (document().replace(b'"version": 1', b'"version": 2'), CareFileTrouble.NEWER),
    "no-version": (document().replace(b'"version": 1', b'"version": true'), CareFileTrouble.DAMAGED),
    "huge-number": (document().replace(b'"version": 1', b'"version": ' + b"9" * 5_000), CareFileTrouble.DAMAGED),
    "brackets": (document(people=[]).replace(b"[]", b"[" + b"[]," * MOST_BRACKETS + b"0]"), CareFileTrouble.TOO_MUCH),
    "age-for-a-key": (
        pyrage.encrypt(b"x", [pyrage.x25519.Identity.generate().to_public()]),
        CareFileTrouble.NOT_OURS,
    ),
    "half-age": (b"age-encryption.org/v1\n-> scrypt abc", CareFileTrouble.DAMAGED),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_what_is_none_of_ours_is_refused_by_its_kind(tmp_path: Path, name: str) -> None:
    data, kind = WRONG[name]
    path = tmp_path / "given"
    path.write_bytes(data)
    assert trouble(path) is kind


@pytest.mark.parametrize("name", ["LARGEST_TEXT", "LARGEST_DOCUMENT", "LARGEST_LOCKED"])
def test_files_beyond_the_bound_are_refused_before_they_are_read_whole(tmp_path: Path, name: str) -> None:
    begins = {"LARGEST_TEXT": b"BEGIN:VCARD", "LARGEST_DOCUMENT": b"{", "LARGEST_LOCKED": b"age-encryption.org/v1\n"}
    path = tmp_path / "given"
    with path.open("wb") as file:
        file.write(begins[name])
        file.truncate(getattr(incoming_files, name) + 1)
    assert trouble(path) is CareFileTrouble.TOO_MUCH


def test_pipes_links_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert trouble(tmp_path / "pipe") is CareFileTrouble.NOT_OURS
    assert trouble(Path("/dev/zero")) is CareFileTrouble.NOT_OURS
    with pytest.raises(StorageError):
        read(tmp_path / "gone")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageError):
        read(tmp_path / "folder")


@pytest.fixture(scope="module")
def locked() -> bytes:
    return bytes(pyrage.passphrase.encrypt(packed(care__notes_json=b""), LOCK))


def test_a_locked_file_asks_for_its_passphrase_and_tells_a_wrong_one_from_damage(tmp_path: Path, locked: bytes) -> None:
    path = tmp_path / "given"
    path.write_bytes(locked)
    assert needs_passphrase(path)
    assert not needs_passphrase(tmp_path)
    assert trouble(path, None) is CareFileTrouble.LOCKED
    assert trouble(path, "another") is CareFileTrouble.WRONG_PASSPHRASE
    path.write_bytes(locked[:-1] + bytes([locked[-1] ^ 1]))
    assert trouble(path) is CareFileTrouble.DAMAGED
    path.write_bytes(locked[:-20])
    assert trouble(path) is CareFileTrouble.DAMAGED
    path.write_bytes(document())
    assert not needs_passphrase(path)


def test_a_locked_file_that_asks_for_gigabytes_is_refused_before_it_is_tried(tmp_path: Path, locked: bytes) -> None:
    path = tmp_path / "given"
    header, _, rest = locked.partition(b"\n-> scrypt ")
    salt = rest[:22]
    after = rest.partition(b"\n")[2]
    for work in (MOST_WORK + 1, 30, 99):
        path.write_bytes(b"%s\n-> scrypt %s %d\n%s" % (header, salt, work, after))
        assert trouble(path) is CareFileTrouble.TOO_MUCH


def test_the_zip_in_a_locked_file_is_bounded_and_its_names_are_no_paths(tmp_path: Path) -> None:
    bomb = packed(**{"care-notes_json": document(), "attachments__1_png": bytes(20_000_001)})
    incoming = incoming_files._of_zip(bomb)  # noqa: SLF001  the same without a second of scrypt for each case
    assert incoming.read_file("attachments/1.png") is None
    for name in ("/etc/passwd", "../care-notes.json", "attachments/../care-notes.json", "", "attachments/1.png\0"):
        assert incoming.read_file(name) is None
    for data, kind in (
        (packed(other_json=document()), CareFileTrouble.NOT_OURS),
        (b"no zip", CareFileTrouble.NOT_OURS),
        (packed(**{"care-notes_json": bytes(201_000_000)}), CareFileTrouble.TOO_MUCH),
        (packed(**{"care-notes_json": document(), **{f"f{n}": b"" for n in range(20_001)}}), CareFileTrouble.TOO_MUCH),
    ):
        with pytest.raises(CareFileError) as refused:
            incoming_files._of_zip(data)  # noqa: SLF001
        assert refused.value.kind is kind
    assert not list(tmp_path.iterdir())


def test_files_of_a_folder_are_read_inside_it_only(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (folder / "attachments").mkdir(parents=True)
    (folder / DOCUMENT).write_bytes(document())
    (tmp_path / "private").write_text("not yours")
    (folder / "attachments" / "1.txt").symlink_to(tmp_path / "private")
    (folder / "attachments" / "2.txt").write_text("mine")
    os.mkfifo(folder / "attachments" / "3.txt")
    incoming = read(folder)
    assert incoming.read_file("attachments/2.txt") == b"mine"
    for name in (
        "attachments/1.txt",
        "attachments/3.txt",
        "../private",
        "attachments/../../private",
        "care-notes.json",
    ):
        assert incoming.read_file(name) is None
    (folder / "attachments").rename(tmp_path / "elsewhere")
    (folder / "attachments").symlink_to(tmp_path / "elsewhere")
    assert incoming.read_file("attachments/2.txt") is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from([UID, OTHER, AT]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = sorted(
    "uid person kind at text answers tags author about_me cites title starts ends zone state name phones value "
    "second_value unit facts field what by_date done_at started stopped as_needed call_order situation consent "
    "appointment note created_at changed_at of record file".split()
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    part=st.sampled_from([*PARTS, "attachments", "else"]),
    record=st.dictionaries(st.sampled_from(NAMES), JSON, max_size=8),
)
def test_any_record_at_all_is_taken_or_left_out(vault: Vault, part: str, record: dict[str, Any]) -> None:
    parts: dict[str, Any] = {part: [{"uid": UID, **record}, record, 7, None]}
    merged = take(vault, **parts)
    counted = (merged.new, merged.changed, merged.same, merged.deleted_here, merged.left_out)
    own = {*PARTS.values(), "attachment"}
    assert sum(count for found in counted for kind, count in found.items() if kind in own) == (
        4 if part != "else" else 0
    )


def test_lists_that_are_none_bring_nothing(vault: Vault) -> None:
    assert not take(vault, people={"a": 1}, notes="x", attachments=None).brings_something


NOTE: dict[str, Any] = {"uid": UID, "person": None, "kind": "note", "at": AT, "text": "Slept", "about_me": False}
REFUSED: dict[str, dict[str, Any]] = {
    "uid": {"uid": "../../etc"},
    "uid-upper": {"uid": UID.upper()},
    "kind": {"kind": "diary"},
    "text": {"text": 7},
    "too-long": {"text": "x" * 500_001},
    "at": {"at": None},
    "no-zone": {"at": "2026-11-23T08:05:00"},
    "year-one": {"at": "0001-01-01T00:00:00+00:00"},
    "year-9999": {"at": "9999-12-31T23:59:59-12:00"},
    "yes": {"about_me": "yes"},
    "answers": {"answers": {"password": "x"}},
    "answer": {"answers": {"mood": 1}},
    "person": {"person": OTHER},
    "no-text": {"person": "\ud800"},
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_cannot_be_kept_as_it_is_written_is_left_out(vault: Vault, name: str) -> None:
    merged = take(vault, notes=[{**NOTE, **REFUSED[name]}])
    assert (dict(merged.new), dict(merged.left_out)) == ({}, {"note": 1})
    assert vault.notes.list() == ()


def test_what_names_no_record_is_no_link(vault: Vault) -> None:
    """Half a pair is no text that a database takes."""
    merged = take(vault, questions=[{"uid": UID, "text": "Why?", "note": "\ud800", "appointment": "x" * 9}])
    assert dict(merged.new) == {"question": 1}


def test_a_file_is_read_once_however_many_records_name_it(vault: Vault) -> None:
    """A small file that named twenty megabytes for each of its records would be at work for hours."""
    uids = [f"c0ffee00-0000-4000-8000-{number:012}" for number in range(90)]
    asked: list[str] = []

    def read_file(name: str) -> bytes:
        asked.append(name)
        return b"picture"

    files = [{"uid": uid, "of": "note", "record": UID, "name": "x", "file": "attachments/1.png"} for uid in uids]
    files += [{**files[0], "uid": f"{uids[0][:-1]}f", "file": "attachments/2.png"}]
    incoming = Incoming(records={"notes": [NOTE], "attachments": files}, read_file=read_file)
    merged = vault.importing.take_in(incoming, lambda _data: "ab" * 32, at=later())
    assert (asked, merged.new["attachment"]) == (["attachments/1.png", "attachments/2.png"], 1)


def test_one_uid_stands_once_also_in_one_file(vault: Vault) -> None:
    merged = take(vault, notes=[NOTE, {**NOTE, "text": "Again"}])
    assert (dict(merged.new), dict(merged.left_out)) == ({"note": 1}, {"note": 1})
    assert [note.text for note in vault.notes.list()] == ["Slept"]


def test_times_that_are_still_to_come_are_no_changes_of_the_future(vault: Vault) -> None:
    """A file that says it was changed in 2150 would else win against every change that a person makes."""
    take(vault, notes=[{**NOTE, "changed_at": "2150-01-01T00:00:00+00:00"}])
    (note,) = vault.notes.list()
    assert note.changed_at == later()


def test_what_was_changed_at_the_same_moment_stays_as_it_is_here(vault: Vault) -> None:
    take(vault, notes=[{**NOTE, "changed_at": AT}])
    assert not take(vault, notes=[{**NOTE, "changed_at": AT, "text": "Awake"}]).brings_something
    assert [note.text for note in vault.notes.list()] == ["Slept"]


def test_what_hangs_on_a_record_is_taken_or_left_out_one_by_one(vault: Vault) -> None:
    facts = [
        {"field": "allergies", "state": "filled", "value": "Penicillin", "changed_at": AT},
        {"field": "devices", "state": "none-known", "changed_at": AT},
        {"field": "no-such-field", "state": "filled", "value": "x"},
        {"field": "birth-date", "state": "filled", "value": "yesterday"},
        {"field": "likes", "state": "perhaps"},
    ]
    answers = [{"uid": OTHER, "text": "Salt", "by_whom": "Anna", "at": AT}, {"uid": UID, "text": "", "at": AT}]
    question = {"uid": UID, "person": OTHER, "text": "Why?", "answers": answers, "cites": [{"title": "x"}]}
    merged = take(vault, people=[{"uid": OTHER, "name": "Mum", "facts": facts}], questions=[question])
    assert dict(merged.new) == {"person": 1, "question": 1}
    assert dict(merged.left_out) == {"answer": 1, "fact": 3}
    (mum,) = vault.people.list()
    assert sorted(vault.facts.of(mum.id)) == ["allergies", "devices"]
    (asked,) = vault.questions.list()
    assert [answer.text for answer in asked.answers] == ["Salt"]
    assert not take(
        vault, people=[{"uid": OTHER, "name": "Mum", "facts": facts}], questions=[question]
    ).brings_something


def test_what_was_known_of_somebody_is_kept_once_however_many_fields_are_newer(vault: Vault) -> None:
    def person(value: str, at: str) -> dict[str, Any]:
        fields = ("allergies", "likes", "devices")
        facts = [{"field": name, "state": "filled", "value": value, "changed_at": at} for name in fields]
        return {"uid": UID, "name": "Mum", "facts": facts}

    take(vault, people=[person("before", "2026-11-20T08:00:00+00:00")])
    (mum,) = vault.people.list()
    earlier = len(vault.versions.of("person", mum.id))
    merged = take(vault, people=[person("after", "2026-11-21T08:00:00+00:00")])
    assert dict(merged.changed) == {"person": 1}
    kept, *others = vault.versions.of("person", mum.id)
    assert len(others) == earlier
    assert str(kept.values["facts"]).count("before") == 3


def test_what_a_calendar_and_cards_say_again_in_the_same_words_is_the_same(vault: Vault) -> None:
    """Their uids are other ones each time. A title that says nothing is the same as any at that moment."""

    def visit(last: int, title: str, starts: str = "2026-12-01T10:00") -> dict[str, Any]:
        return {
            "uid": f"{UID[:-2]}{last}",
            "title": title,
            "starts": starts,
            "zone": "Europe/London",
            "state": "planned",
        }

    def card(last: int, name: str, *numbers: str) -> dict[str, Any]:
        phones = [{"number": number, "label": ""} for number in numbers]
        return {"uid": f"{UID[:-2]}{last}", "name": name, "phones": phones}

    def taken(**parts: object) -> tuple[dict[str, int], dict[str, int]]:
        merged = vault.importing.take_in(Incoming(records=parts, loose=True), lambda _data: "", at=later())
        assert not merged.left_out
        return dict(merged.new), dict(merged.same)

    assert taken(appointments=[visit(10, "Memory clinic")]) == ({"appointment": 1}, {})
    again = [visit(11, "MEMORY CLINIC"), visit(12, "Appointment"), visit(13, "Dentist"), visit(14, "Dentist")]
    assert taken(appointments=again) == ({"appointment": 1}, {"appointment": 3})
    assert taken(appointments=[visit(15, "Appointment", "2026-12-01T10:30")]) == ({"appointment": 1}, {})
    assert taken(contacts=[card(20, "Anna Rowe", "01632 960001")]) == ({"contact": 1}, {})
    again = [card(21, "anna rowe", "+44 1632 960001"), card(22, "Anna Rowe"), card(23, "Anna Rowe", "01632 960009")]
    assert taken(contacts=again) == ({"contact": 1}, {"contact": 2})


def test_a_look_changes_nothing(care_notes: CareNotes, family: Family) -> None:
    before = care_notes.everything()
    incoming = Incoming(records={"notes": [{**NOTE, "person": care_notes.vault.people.get(family.mum).uid}]})
    looked = care_notes.vault.importing.look(incoming, lambda _data: "ab" * 32, at=later())
    assert dict(looked.new) == {"note": 1}
    assert care_notes.everything() == before
    assert care_notes.vault.importing.take_in(incoming, lambda _data: "ab" * 32, at=later()) == looked


def test_a_calendar_is_not_taken_into_notes_that_are_for_reading(vault: Vault, family: Family) -> None:
    from caregiver_app.model.errors import RecordRefused

    vault.people.set_situation(family.mum, Situation.DIED, on=None, at=MONDAY)
    incoming = Incoming(records={"appointments": []}, loose=True)
    with pytest.raises(RecordRefused):
        vault.importing.take_in(incoming, lambda _data: "", person_id=family.mum, at=later())
