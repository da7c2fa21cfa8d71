"""Care notes leave whole or not at all, with nothing that was not chosen, written down; and come back each once."""

from __future__ import annotations

import csv
import io
import json
import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyrage
import pytest

from caregiver_app.bootstrap.care_files import OpenCare, attach_file
from caregiver_app.bootstrap.exports import (
    Leaving,
    export_calendar,
    export_contacts,
    export_notes,
    look_at_import,
    take_in,
)
from caregiver_app.model.errors import (
    Cancelled,
    CareFileError,
    CareFileTrouble,
    UnknownRecord,
    VaultError,
    VaultTrouble,
)
from caregiver_app.vault.attached.files import names_in
from caregiver_app.vault.carrying.choice import DOCUMENT, READABLE, ExportChoice
from caregiver_app.vault.carrying.incoming_files import read_incoming
from caregiver_app.vault.exchange.disclosures import Channel
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import NewQuestion
from tests.helpers.care_notes import Family, later
from tests.helpers.clock import MONDAY
from tests.helpers.derivations import full_cost
from tests.helpers.open_care import family_care, open_care
from tests.helpers.silent_cancel import CancelAfter

MARKER, SECRET = "kestrelmark", "heronmark"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"scan" * 20
LOCK = "five plain words for export"
EVERYTHING = ExportChoice()


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[tuple[OpenCare, Family]]:
    with family_care(tmp_path / "data") as (care, family):
        (tmp_path / "scan.png").write_bytes(PICTURE)
        attach_file(care, "note", family.notes[0], tmp_path / "scan.png", at=MONDAY)
        care.vault.notes.add(NewNote(text=f"{SECRET}: I am so tired", about_me=True, person_id=family.mum), at=MONDAY)
        care.vault.notes.change(family.notes[0], text=f"Slept well {MARKER}", at=later(120))
        care.vault.citations.add(
            "note", family.notes[0], library_uid="u1", title="Sleep", address="https://a.org", at=MONDAY
        )
        care.vault.questions.answer(family.questions[0], "Salt, perhaps", by_whom="Dr Rowe", at=MONDAY)
        yield care, family


def everything(care: OpenCare) -> Mapping[str, Any]:
    from caregiver_app.vault.carrying.document import gather

    document = dict(gather(care.vault, ExportChoice(all_about_me=True), at=MONDAY).document)
    return {name: value for name, value in document.items() if name not in ("versions", "disclosures")}


@contextmanager
def refusing(kind: CareFileTrouble) -> Iterator[None]:
    with pytest.raises(CareFileError) as refused:
        yield
    assert refused.value.kind is kind


def secret_file(folder: Path) -> Path:
    path = folder / f"{SECRET}.txt"
    path.write_text(SECRET)
    return path


def leave(folder: Path, name: str = "out") -> Leaving:
    return Leaving(target=folder / name, to_whom="Anna", why="Second opinion")


def bring(care: OpenCare, path: Path, **more: Any) -> Any:
    return take_in(
        care, read_incoming(path, passphrase=more.pop("passphrase", None), zone="Europe/London"), at=later(), **more
    )


def test_a_folder_has_all_that_was_chosen_and_is_private(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, _family = filled
    exported = export_notes(care, EVERYTHING, leave(tmp_path), at=MONDAY)
    out = tmp_path / "out"
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert {DOCUMENT, READABLE, "attachments/1.png", "notes.csv", "forms.csv", "to-chase.csv"} <= names
    assert not any("mum" in name.casefold() or "2026" in name for name in names)
    assert (out / "attachments" / "1.png").read_bytes() == PICTURE
    assert all(stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600) for path in out.rglob("*"))
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    assert exported.counts["note"] == 2
    for path in out.rglob("*"):
        assert path.is_dir() or SECRET.encode() not in path.read_bytes()
    assert MARKER in (out / READABLE).read_text()


def test_notes_about_oneself_go_only_when_picked(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    (about_me,) = (note.id for note in care.vault.notes.list() if note.about_me)
    attach_file(care, "note", about_me, secret_file(tmp_path), at=MONDAY)
    care.vault.questions.add(NewQuestion(text="And who helps me?", note_id=about_me), at=MONDAY)
    care.vault.facts.fill(family.mum, "carer-conditions", f"{SECRET} heart", at=MONDAY)
    care.vault.people.rename(family.mum, "Mother", at=later(300))
    was_mine = care.vault.notes.add(NewNote(text=f"{SECRET} cried", about_me=True), at=MONDAY)
    care.vault.notes.change(was_mine, text="All is well", about_me=False, at=later(300))
    care.vault.notes.change(about_me, text=f"{SECRET} twice", at=later(200))
    for number, choice in enumerate((ExportChoice(about_me=frozenset({about_me})), ExportChoice(all_about_me=True))):
        export_notes(care, choice, leave(tmp_path, str(number)), at=MONDAY)
        assert SECRET in (tmp_path / str(number) / DOCUMENT).read_text()
    export_notes(care, EVERYTHING, leave(tmp_path, "without"), at=MONDAY)
    without = [path for path in (tmp_path / "without").rglob("*") if path.is_file()]
    assert all(SECRET.encode() not in path.read_bytes() for path in without)
    document = json.loads((tmp_path / "without" / DOCUMENT).read_text())
    assert [one["name"] for one in document["attachments"]] == ["scan.png"]
    assert [one["note"] for one in document["questions"] if one["text"] == "And who helps me?"] == [None]


def test_each_export_is_written_down(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    export_notes(care, ExportChoice(person_id=family.mum), leave(tmp_path), at=MONDAY)
    export_contacts(care, family.contacts, leave(tmp_path, "c.vcf"), notes=False, at=MONDAY)
    export_calendar(care, [family.visit], leave(tmp_path, "a.ics"), neutral=True, at=MONDAY)
    calendar, contacts, notes = care.vault.disclosures.list()
    assert {each.disclosed.channel for each in (calendar, contacts, notes)} == {Channel.EXPORT}
    assert (notes.disclosed.person_id, notes.disclosed.to_whom, notes.disclosed.why) == (
        family.mum,
        "Anna",
        "Second opinion",
    )
    assert (contacts.disclosed.what, contacts.disclosed.person_id) == ({"contact": 2}, None)
    assert (calendar.disclosed.what, calendar.disclosed.person_id) == ({"appointment": 1}, family.mum)


def test_one_persons_export_has_nothing_of_others(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    export_notes(care, ExportChoice(person_id=family.dad), leave(tmp_path), at=MONDAY)
    text = (tmp_path / "out" / DOCUMENT).read_text()
    document = json.loads(text)
    assert [person["name"] for person in document["people"]] == ["Dad"]
    assert [question["text"] for question in document["questions"]] == ["What about the stairs?"]
    assert not document["notes"]
    assert not document["contacts"]
    assert "Neighbour" not in text
    assert MARKER not in text


def test_a_locked_file_is_read_by_any_age_program_and_holds_no_word_in_plain(
    tmp_path: Path, filled: tuple[OpenCare, Family]
) -> None:
    care, _family = filled
    with full_cost():
        export_notes(care, EVERYTHING, leave(tmp_path, "out.age"), passphrase=LOCK, at=MONDAY)
    locked = (tmp_path / "out.age").read_bytes()
    assert stat.S_IMODE((tmp_path / "out.age").stat().st_mode) == 0o600
    assert MARKER.encode() not in locked
    assert DOCUMENT.encode() not in locked
    with zipfile.ZipFile(io.BytesIO(pyrage.passphrase.decrypt(locked, LOCK))) as archive:
        assert MARKER in archive.read(DOCUMENT).decode()
        assert archive.read("attachments/1.png") == PICTURE
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_is_not_locked_with_what_is_quickly_guessed(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, _family = filled
    for weak in ("", "mum1950", "password123"):
        with pytest.raises(VaultError) as refused:
            export_notes(care, EVERYTHING, leave(tmp_path), passphrase=weak, at=MONDAY)
        assert refused.value.kind is VaultTrouble.WEAK_PASSPHRASE
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("passphrase", [None, LOCK], ids=["folder", "locked"])
def test_a_stopped_export_leaves_nothing(
    tmp_path: Path, filled: tuple[OpenCare, Family], passphrase: str | None
) -> None:
    care, _family = filled
    before = sorted(tmp_path.iterdir())
    for looks in range(6):
        with pytest.raises(Cancelled):
            export_notes(care, EVERYTHING, leave(tmp_path), passphrase=passphrase, at=MONDAY, cancel=CancelAfter(looks))
        assert sorted(tmp_path.iterdir()) == before
    assert care.vault.disclosures.list() == ()


def test_nothing_is_written_over(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    (tmp_path / "empty").mkdir()
    export_notes(care, EVERYTHING, leave(tmp_path, "empty"), at=MONDAY)
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("empty", "scan.png", "link"):
        leaving = leave(tmp_path, name)
        with refusing(CareFileTrouble.IN_THE_WAY):
            export_notes(care, EVERYTHING, leaving, at=MONDAY)
        with refusing(CareFileTrouble.IN_THE_WAY):
            export_notes(care, EVERYTHING, leaving, passphrase=LOCK, at=MONDAY)
        with refusing(CareFileTrouble.IN_THE_WAY):
            export_contacts(care, family.contacts, leaving, notes=True, at=MONDAY)
    with refusing(CareFileTrouble.OWN_FOLDER):
        export_notes(care, EVERYTHING, leave(tmp_path / "data"), at=MONDAY)


def test_what_an_ended_export_left_goes_and_nothing_of_others(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, _family = filled
    mine, other = tmp_path / ".[o]*.0a1b2c3d.part", tmp_path / ".other.0a1b2c3d.part"
    for folder in (mine, other):
        folder.mkdir()
        (folder / DOCUMENT).touch()
    export_notes(care, EVERYTHING, leave(tmp_path, "[o]*"), at=MONDAY)
    assert not mine.exists()
    assert (other / DOCUMENT).exists()


def test_there_must_be_something_to_export(tmp_path: Path) -> None:
    with open_care(tmp_path / "data") as care:
        with refusing(CareFileTrouble.NOTHING):
            export_notes(care, EVERYTHING, leave(tmp_path), at=MONDAY)
        with refusing(CareFileTrouble.NOTHING):
            export_calendar(care, [], leave(tmp_path), neutral=False, at=MONDAY)
        with refusing(CareFileTrouble.NOTHING):
            export_contacts(care, [], leave(tmp_path), notes=False, at=MONDAY)
        with pytest.raises(UnknownRecord):
            export_notes(care, ExportChoice(person_id=PersonId(9)), leave(tmp_path), at=MONDAY)


def test_tables_run_nothing(tmp_path: Path) -> None:
    with open_care(tmp_path / "data") as care:
        for text in ("=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", 'plain, "quoted"\nlines'):
            care.vault.notes.add(NewNote(text=text), at=MONDAY)
        export_notes(care, EVERYTHING, leave(tmp_path), at=MONDAY)
    with (tmp_path / "out" / "notes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == ["'=1+1", "'+cmd", "'-2", "'@SUM(A1)", "'\t=1", 'plain, "quoted"\nlines']


def test_tables_run_nothing_where_a_semicolon_or_a_line_begins_a_cell(tmp_path: Path) -> None:
    """Spreadsheets of half of Europe part cells at semicolons, and know no quotation marks within such a cell."""
    hostile = "Visit;=HYPERLINK(A1)\n=1+1\r\n  @SUM(A1); -2;\uff1d3"
    with open_care(tmp_path / "data") as care:
        care.vault.notes.add(NewNote(text=hostile), at=MONDAY)
        export_notes(care, EVERYTHING, leave(tmp_path), at=MONDAY)
    table = (tmp_path / "out" / "notes.csv").read_text(encoding="utf-8-sig")
    cells = [cell.lstrip() for cell in re.split(r"[;\r\n]", table)]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\uff1d"))] == []
    assert [row["text"] for row in csv.DictReader(io.StringIO(table))] == [
        "Visit;'=HYPERLINK(A1)\n'=1+1\n  '@SUM(A1); '-2;'\uff1d3"
    ]
    assert '"Visit;' in table  # others part cells at every sign that may, but within quotation marks


def test_readable_text_loads_and_runs_nothing(tmp_path: Path) -> None:
    with open_care(tmp_path / "data") as care:
        text = (
            "![x](https://tracker.example/p.png) \\![y](https://tracker.example/q) ![z][1] "
            "<img src=https://tracker.example> **bold**\n\n[1]: https://tracker.example/r"
        )
        care.vault.notes.add(NewNote(text=text, author="*An](http://x)a"), at=MONDAY)
        export_notes(care, EVERYTHING, leave(tmp_path), at=MONDAY)
    from markdown import markdown

    shown = markdown((tmp_path / "out" / READABLE).read_text())
    assert "<img" not in shown
    assert "<strong>bold</strong>" in shown


def test_an_export_comes_back_as_it_was(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, _family = filled
    export_notes(care, ExportChoice(all_about_me=True), leave(tmp_path), at=MONDAY)
    export_notes(care, ExportChoice(all_about_me=True), leave(tmp_path, "out.age"), passphrase=LOCK, at=MONDAY)
    for number, source in enumerate((tmp_path / "out", tmp_path / "out.age")):
        with open_care(tmp_path / f"other-{number}") as other:
            incoming = read_incoming(source, passphrase=LOCK, zone="Europe/London")
            looked = look_at_import(other, incoming, at=later(300))
            assert other.vault.people.list() == ()
            assert not other.paths.attachments.exists()
            merged = take_in(other, incoming, at=later(300))
            assert merged == looked
            assert merged.people == ("Mum", "Dad")
            assert not merged.left_out
            assert everything(other) == everything(care)
            assert len(names_in(other.paths.attachments)) == 1
            again = take_in(other, incoming, at=later(400))
            assert not again.brings_something
            assert everything(other) == everything(care)
            assert [hit.kind for hit in other.vault.searchable.find(MARKER)] == ["note"]


def test_what_is_newer_in_a_file_wins_and_what_was_said_stays_as_a_version(
    tmp_path: Path, filled: tuple[OpenCare, Family]
) -> None:
    care, family = filled
    export_notes(care, EVERYTHING, leave(tmp_path), at=MONDAY)
    with open_care(tmp_path / "other") as other:
        bring(other, tmp_path / "out")
        care.vault.notes.change(family.notes[1], answers={"mood": "Worried"}, tags=("new",), at=later(500))
        care.vault.facts.fill(family.mum, "allergies", "None after all", at=later(500))
        export_notes(care, EVERYTHING, leave(tmp_path, "newer"), at=later(500))
        mine = other.vault.notes.list(limit=9)[-1]
        other.vault.notes.change(mine.id, text="Mine is newer", at=later(900))
        merged = take_in(other, read_incoming(tmp_path / "newer", passphrase=None, zone="UTC"), at=later(1_000))
        assert dict(merged.changed) == {"note": 1, "person": 1}
        texts = {note.uid: (note.text, dict(note.answers), note.tags) for note in other.vault.notes.list()}
        theirs = care.vault.notes.get(family.notes[1])
        assert texts[theirs.uid] == ("", {"mood": "Worried"}, ("new",))
        assert texts[mine.uid][0] == "Mine is newer"
        (changed,) = (note for note in other.vault.notes.list() if note.uid == theirs.uid)
        assert other.vault.versions.of("note", changed.id)[0].values["tags"] == []
        mum = other.vault.people.named("Mum")
        assert other.vault.facts.get(mum.id, "allergies").value == "None after all"


def test_what_was_deleted_here_stays_so(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    export_notes(care, EVERYTHING, leave(tmp_path), at=MONDAY)
    care.vault.notes.delete(family.notes[0], at=later())
    care.vault.people.delete(family.dad, at=later())
    merged = bring(care, tmp_path / "out")
    assert dict(merged.deleted_here) == {"note": 1, "person": 1}
    assert not merged.brings_something
    assert [note.id for note in care.vault.notes.list()] == [
        note.id for note in care.vault.notes.list() if note.id != family.notes[0]
    ]


def test_our_own_calendar_and_cards_are_not_doubled(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    for neutral in (False, True):
        export_calendar(care, [family.visit], leave(tmp_path, f"{neutral}.ics"), neutral=neutral, at=MONDAY)
        assert dict(bring(care, tmp_path / f"{neutral}.ics").same) == {"appointment": 1}
    export_contacts(care, family.contacts, leave(tmp_path, "c.vcf"), notes=False, at=MONDAY)
    assert dict(bring(care, tmp_path / "c.vcf").same) == {"contact": 2}
    with open_care(tmp_path / "other") as other:
        mum = other.vault.people.add("Mum", at=MONDAY)
        assert dict(bring(other, tmp_path / "False.ics", person_id=mum).new) == {"appointment": 1}
        assert dict(bring(other, tmp_path / "False.ics", person_id=mum).same) == {"appointment": 1}
        assert dict(bring(other, tmp_path / "c.vcf").new) == {"contact": 2}
        (visit,) = other.vault.appointments.list()
        assert (visit.title, visit.person_id, visit.starts.zone) == ("Memory clinic", mum, "Europe/London")
        with pytest.raises(UnknownRecord):
            bring(other, tmp_path / "c.vcf", person_id=PersonId(99))


def test_a_lost_file_is_left_out_and_told(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, _family = filled
    for path in names_in(care.paths.attachments):
        path.unlink()
    assert export_notes(care, EVERYTHING, leave(tmp_path), at=MONDAY).missing == 1
    document = json.loads((tmp_path / "out" / DOCUMENT).read_text())
    assert [one["file"] for one in document["attachments"]] == [None]
    with open_care(tmp_path / "other") as other:
        assert dict(bring(other, tmp_path / "out").left_out) == {"attachment": 1}


def test_what_was_brought_in_goes_and_comes_again(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    """Undo after an import leaves what was there before; doing it again brings all of it, once."""
    care, _family = filled
    export_notes(care, ExportChoice(all_about_me=True), Leaving(target=tmp_path / "out"), at=MONDAY)
    incoming = read_incoming(tmp_path / "out", passphrase=None, zone="Europe/London")
    with open_care(tmp_path / "other") as other:
        assert not look_at_import(other, incoming, at=MONDAY).undo
        before = everything(other)
        merged = take_in(other, incoming, at=MONDAY)
        after = everything(other)
        assert after != before
        again = other.vault.put_back(merged.undo, at=MONDAY)
        assert everything(other) == before
        other.vault.put_back(again, at=MONDAY)
        assert everything(other) == after
        assert not take_in(other, incoming, at=MONDAY).brings_something


@pytest.mark.parametrize("locked", [None, LOCK], ids=["folder", "locked"])
def test_an_export_tells_how_far_it_is(tmp_path: Path, filled: tuple[OpenCare, Family], locked: str | None) -> None:
    care, _family = filled
    told: list[tuple[int, int]] = []
    leaving = Leaving(target=tmp_path / "out")
    export_notes(care, EVERYTHING, leaving, passphrase=locked, at=MONDAY, on_part=lambda *part: told.append(part))
    assert [done for done, _total in told] == list(range(len(told)))
    assert len({total for _done, total in told}) == 1
    assert told[-1][0] < told[-1][1]
