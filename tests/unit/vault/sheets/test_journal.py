"""The journal of a period: every note in full, oldest first; what is about the carer only where it is picked."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Rows, Words
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.model.sheets.wishes import FROM_THE_BEGINNING
from caregiver_app.model.time import Millis
from caregiver_app.vault.records.attachments import NewAttachment
from caregiver_app.vault.records.notes import NewNote, NoteKind
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.sheets.journal import MOST_CHARS
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import DAY, MINUTE, Family
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import printed
from tests.helpers.wished_sheets import part_of, wished

JOURNAL = SheetKind.JOURNAL


def write(vault: Vault, family: Family, text: str, days: float = 0, *, about_me: bool = False) -> None:
    note = NewNote(text=text, person_id=family.mum, about_me=about_me, at=Millis(MONDAY - round(days * DAY)))
    vault.notes.add(note, at=MONDAY)


def days_of(sheet: Sheet) -> list[str]:
    return [part.heading for part in sheet.parts]


def test_a_note_is_printed_in_full_with_its_answers_in_words(vault: Vault, family: Family) -> None:
    note = NewNote(
        text="# Morning\n\nFell, **not hurt**.\nGot up alone.\n\n- tea\n- toast",
        kind=NoteKind.DAILY_LOG,
        answers={"sleep": "Woke up often", "mood": "Sad"},
        tags=("Falls", "Sleep"),
        author="Anna",
        person_id=family.mum,
        at=Millis(MONDAY - DAY),
    )
    number = vault.notes.add(note, at=MONDAY)
    file = NewAttachment(kind="note", item_id=number, name="knee.jpg", media_type="image/jpeg", size_bytes=9)
    vault.attachments.add(file, lambda: "0" * 64, at=MONDAY)
    part = wished(vault, JOURNAL, family.mum).parts[0]
    assert part.heading == "Sunday 22 November 2026"
    when, answers, text, about = part.blocks
    assert isinstance(answers, Rows)
    assert [(row.label, row.value) for row in answers.rows] == [("Sleep", "Woke up often"), ("Mood", "Sad")]
    assert [_lines(block) for block in (when, text, about)] == [
        ["08:05: Daily log"],
        ["Morning", "Fell, not hurt.\nGot up alone.", "• tea\n• toast"],
        ["By Anna\nTags: Falls, Sleep\n1 file is kept with this note."],
    ]


def test_two_weeks_are_printed_unless_other_days_are_wished_for(vault: Vault, family: Family) -> None:
    for days in (13, 14, 300):
        write(vault, family, f"Note of {days}", days)
    usual = wished(vault, JOURNAL, family.mum)
    assert usual.below_title == ("From 10 November 2026 to 23 November 2026",)
    assert days_of(usual) == ["Tuesday 10 November 2026", "Monday 23 November 2026"]
    one = wished(vault, JOURNAL, family.mum, since="2026-11-09", until="2026-11-09")
    assert (one.below_title, days_of(one)) == (("9 November 2026",), ["Monday 9 November 2026"])
    long = wished(vault, JOURNAL, family.mum, since="2026-01-01")
    assert len(days_of(long)) == 4
    with pytest.raises(PrintError) as told:
        wished(vault, JOURNAL, family.mum, since="2026-11-10", until="2026-11-09")
    assert told.value.kind is PrintTrouble.PERIOD


def test_days_begin_where_the_computer_is(vault: Vault, family: Family) -> None:
    write(vault, family, "Late", 0.35)  # 22 November, 23:41 in London
    away = wished(vault, JOURNAL, family.mum, since="2026-11-22", until="2026-11-22", zone="Asia/Tokyo")
    home = wished(vault, JOURNAL, family.mum, since="2026-11-22", until="2026-11-22")
    assert "Late" not in printed(away)
    assert "23:41\nLate" in printed(home).replace("\n\n", "\n")


def test_notes_about_the_carer_go_along_only_where_they_are_picked(vault: Vault, family: Family) -> None:
    write(vault, family, "I cannot go on", 1, about_me=True)
    sheet = wished(vault, JOURNAL, family.mum)
    assert not part_of(sheet, "about-carer").on
    assert "I cannot go on" not in printed(sheet)
    assert "Sunday 22 November 2026\n\n" in printed(sheet, {"about-carer": True}).partition("I cannot go on")[0]
    vault.people.set_situation(family.mum, Situation.DIED, on=None, at=MONDAY)
    assert "I cannot go on" not in printed(wished(vault, JOURNAL, family.mum))


def test_a_keepsake_is_the_whole_journal(vault: Vault, family: Family) -> None:
    write(vault, family, "The first summer", 1_000)
    vault.people.set_situation(family.mum, Situation.DIED, on=None, at=MONDAY)
    sheet = wished(vault, JOURNAL, family.mum)
    assert sheet.below_title == ("Until 23 November 2026",)
    assert "The first summer" in printed(sheet)


def test_all_days_can_be_wished_for(vault: Vault, family: Family) -> None:
    write(vault, family, "The first summer", 1_000)
    sheet = wished(vault, JOURNAL, family.mum, since=FROM_THE_BEGINNING)
    assert sheet.below_title == ("Until 23 November 2026",)
    assert "The first summer" in printed(sheet)


def test_an_empty_time_says_that_there_is_nothing(vault: Vault, family: Family) -> None:
    assert "There are no notes from this time." in printed(wished(vault, JOURNAL, family.dad))


def test_of_more_than_anybody_reads_the_newest_are_printed_and_it_says_so(vault: Vault, family: Family) -> None:
    quarter = MOST_CHARS // 4 - 100
    for number in range(5):
        write(vault, family, f"Note {number} " + "a" * quarter, number * MINUTE / DAY)
    sheet = wished(vault, JOURNAL, family.mum)
    assert "Only the newest 6 notes are here." in sheet.below_title
    said = printed(sheet)
    assert "Note 0" in said
    assert "Note 4" not in said


def _lines(block: object) -> list[str]:
    assert isinstance(block, Words)
    return ["".join(run.text for run in paragraph.runs) for paragraph in block.paragraphs]
