"""The handover: how things are and what comes, medicines as written with a box for each day, whom to call."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import BlankLines, Known, Notice, Rows, Table
from caregiver_app.model.sheets.kinds import Audience, SheetKind
from caregiver_app.model.sheets.sheet import RECORD
from caregiver_app.model.time import Millis
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote, NoteKind
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.sheets.remembering import remember, remembered
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import DAY, Family, later
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import HOME, entries_of, printed, rows_of
from tests.helpers.wished_sheets import blocks_of, has_part, lines_to_write_on, part_of, texts_of, wished, words_of

HANDOVER = SheetKind.HANDOVER


def tables(vault: Vault, family: Family, hours: int = 24) -> tuple[Table, ...]:
    return blocks_of(part_of(wished(vault, HANDOVER, family.mum, hours=hours), "medicines"), Table)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (12, "For 12 hours, until 23 November, 20:05"),
        (24, "For 24 hours, until 24 November, 08:05"),
        (48, "For 2 days, until 25 November, 08:05"),
        (168, "For 7 days, until 30 November, 08:05"),
    ],
)
def test_it_says_until_when_it_reaches(vault: Vault, family: Family, hours: int, words: str) -> None:
    assert wished(vault, HANDOVER, family.mum, hours=hours).below_title == (words,)


def test_it_reaches_from_half_a_day_to_a_week(vault: Vault, family: Family) -> None:
    for hours in (0, 11, 169):
        with pytest.raises(PrintError) as told:
            wished(vault, HANDOVER, family.mum, hours=hours)
        assert told.value.kind is PrintTrouble.HOURS


def test_it_goes_from_how_things_are_to_where_things_are(vault: Vault, family: Family) -> None:
    values = {
        "situation": "Weak after a cold",
        "last-24-hours": "Hardly ate",
        "next-24-hours": "Day centre at ten",
        "last-given": "Amlodipine at eight",
        "calms": "Old songs",
        "warning-signs": "Coughing at meals",
        "carer-reach": "Anna on the mobile",
        "where-things": "Pads in the hall",
    }
    vault.facts.fill_many(family.mum, values, at=MONDAY)
    sheet = wished(vault, HANDOVER, family.mum)
    said = printed(sheet)
    order = (
        "Weak after a cold",
        "Hardly ate",
        "Amlodipine at eight",
        "Day centre",
        "Memory clinic",
        "Penicillin: rash",
        "Amlodipine 5 mg",
        "Old songs",
        "Coughing at meals",
        "Anna on",
        "Dr Rowe",
        "Pads in the hall",
        "What happened while",
    )
    assert sorted(map(said.index, order)) == [said.index(each) for each in order]
    assert blocks_of(part_of(sheet, "help"), Notice)[0].text == "Coughing at meals"
    assert entries_of(sheet, "Warning signs, and whom to call")[0].big == "01632 960001"
    assert rows_of(sheet)["Sleeping"].known is Known.NOT_ASKED
    log = part_of(sheet, "blank-log")
    assert (log.own_page, blocks_of(log, Table)[0].blank_rows) == (True, 10)


def test_what_speaks_of_now_says_when_it_was_written(vault: Vault, family: Family) -> None:
    said = {"last-given": "Iron", "warning-signs": "Fever", "carer-reach": "Hotel", "situation": "Weak"}
    vault.facts.fill_many(family.mum, said, at=Millis(MONDAY - DAY))
    sheet = wished(vault, HANDOVER, family.mum)
    assert words_of(sheet, "help") == "Written on 22 November 2026"
    rows = rows_of(sheet)
    assert rows["Medicines last given, and when"].value == "Iron\nWritten on 22 November 2026"
    reach = rows["Where the carer can be reached"]
    assert (reach.value, reach.strong) == ("Hotel\nWritten on 22 November 2026", True)
    vault.facts.fill(family.mum, "carer-reach", "At home", at=MONDAY)
    vault.facts.none_known(family.mum, "last-given", at=Millis(MONDAY - DAY))
    rows = rows_of(wished(vault, HANDOVER, family.mum))
    assert rows["Where the carer can be reached"].value == "At home"
    assert rows["Medicines last given, and when"].value == "", "none known says it by itself"


def test_whom_to_call_begins_with_the_emergency_number_where_the_country_is_known(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "warning-signs", "Slurred words: call the emergency number", at=MONDAY)
    for country, number in (("GB", "999"), ("us", "911"), ("ES", "112")):
        words = words_of(wished(vault, HANDOVER, family.mum, country=country), "help")
        assert words.splitlines()[0] == f"In danger call {number}.", country
    for unknown in ("", "ZZ"):
        assert "In danger" not in printed(wished(vault, HANDOVER, family.mum, country=unknown))


def test_hours_of_long_ago_do_not_pass_for_the_last_ones(vault: Vault, family: Family) -> None:
    said = {"last-24-hours": "Slept well, no pain", "last-given": "All morning tablets", "next-24-hours": "Clinic at 9"}
    vault.facts.fill_many(family.mum, said, at=Millis(MONDAY - 40 * DAY))
    sheet = wished(vault, HANDOVER, family.mum)
    for words in said.values():
        assert words not in printed(sheet)
        assert words in printed(sheet, {"written-earlier": True})
    assert words_of(sheet, "last") == "Not filled in since 14 October 2026."
    assert [block.count for block in blocks_of(part_of(sheet, "last"), BlankLines)] == [2]
    given = next(row for row in blocks_of(part_of(sheet, "last"), Rows)[-1].rows)
    assert (given.label, given.value, given.blank_lines) == (
        "Medicines last given, and when",
        "Not filled in since 14 October 2026.",
        2,
    )
    (old,) = blocks_of(part_of(sheet, "written-earlier"), Rows)
    assert old.rows[0].value == "Slept well, no pain\nWritten on 14 October 2026"
    vault.facts.still_right(family.mum, tuple(said), at=MONDAY)
    again = wished(vault, HANDOVER, family.mum)
    assert "All morning tablets" in printed(again)
    assert not has_part(again, "written-earlier")


def test_notes_since_yesterday_may_each_be_left_out_and_that_is_not_remembered(vault: Vault, family: Family) -> None:
    for hours, text, about_me in ((33, "Too old", False), (30, "Fell", False), (20, "I am tired", True)):
        at = Millis(MONDAY - hours * DAY // 24)
        note = NewNote(text=text, person_id=family.mum, author="Anna", about_me=about_me, at=at)
        vault.notes.add(note, at=MONDAY)
    log = NewNote(text="", kind=NoteKind.DAILY_LOG, answers={"mood": "Calm"}, person_id=family.mum)
    vault.notes.add(log, at=Millis(MONDAY - DAY // 2))
    sheet = wished(vault, HANDOVER, family.mum)
    rows = [row for block in blocks_of(part_of(sheet, "last"), Rows) for row in block.rows if row.tick]
    assert [(row.label, row.value) for row in rows] == [
        ("22 November, 02:05", "Fell.\nBy Anna"),
        ("22 November, 20:05", "Mood: Calm."),
        ("23 November, 08:05", "Slept badly, café in the night."),
    ]
    left = {rows[0].tick: False, "medicines": False}
    assert rows[0].tick.startswith(RECORD)
    assert "Fell" not in printed(sheet, left)
    remember(vault.settings, HANDOVER, family.mum, Audience.RELIEF_CARER, left, first={})
    assert remembered(vault.settings, HANDOVER, family.mum, Audience.RELIEF_CARER) == {"medicines": False}


def test_what_a_note_says_after_a_long_link_or_space_is_told_and_what_is_left_out_is_said(
    vault: Vault, family: Family
) -> None:
    link = f"[the leaflet](https://a.example/{'y' * 2_100})\n\nNO PENICILLIN"
    told = "Today she had no pain and slept until seven. " * 13
    for number, text in enumerate(
        (link, f"Quiet.{' ' * 9_000}\n\nNO STAIRS", f"{told} Tablets only if the clinic agrees")
    ):
        vault.notes.add(NewNote(text=text, person_id=family.mum), at=Millis(MONDAY - 1_000 + number))
    rows = [
        row.value
        for block in blocks_of(part_of(wished(vault, HANDOVER, family.mum), "last"), Rows)
        for row in block.rows
    ]
    assert rows[:3] == ["the leaflet. NO PENICILLIN.", "Quiet. NO STAIRS.", f"{told}More in the journal."]


def test_very_many_notes_are_cut_and_it_says_so(vault: Vault, family: Family) -> None:
    for number in range(24):
        note = NewNote(text=f"Note {number}", person_id=family.mum, at=Millis(MONDAY - number * 60_000 - 60_000))
        vault.notes.add(note, at=MONDAY)
    sheet = wished(vault, HANDOVER, family.mum)
    assert "5 older notes are not shown here." in words_of(sheet, "last")


def test_only_visits_within_the_time_are_told(vault: Vault, family: Family) -> None:
    for title, starts in (("Dentist", "2026-11-24T08:00"), ("Feet", "2026-11-26T10:00"), ("Over", "2026-11-22T10:00")):
        new = NewAppointment(title=title, starts=starts, zone=HOME, person_id=family.mum)
        vault.appointments.add(new, at=MONDAY)
    vault.people.set_situation(family.mum, Situation.IN_HOSPITAL, on=None, at=MONDAY)
    assert texts_of(wished(vault, HANDOVER, family.mum), "next") == ("Memory clinic", "Dentist")
    assert texts_of(wished(vault, HANDOVER, family.mum, hours=96), "next") == ("Memory clinic", "Dentist", "Feet")


def test_each_day_has_a_box_and_what_is_taken_when_needed_has_room(vault: Vault, family: Family) -> None:
    daily, needed = tables(vault, family)
    assert [column.heading for column in daily.columns] == ["Medicine", "Dose and when, as written", "Mon 23", "Tue 24"]
    assert daily.rows == (("Amlodipine 5 mg", "one", "", ""),)
    assert needed.rows == (("Paracetamol", "Only when needed", ""),)
    assert [(table.tall, table.row_mm) for table in (daily, needed)] == [(True, 15)] * 2, "for several ticks a day"
    *weeks, _needed = tables(vault, family, hours=168)
    days = [[column.heading for column in table.columns[2:]] for table in weeks]
    assert days == [["Mon 23", "Tue 24", "Wed 25", "Thu 26"], ["Fri 27", "Sat 28", "Sun 29", "Mon 30"]]


def test_a_day_without_the_medicine_has_no_box_and_high_risk_comes_first(vault: Vault, family: Family) -> None:
    texts = (
        MedicineText(name="Antibiotic", started="2026-11-24", stopped="2026-11-26"),
        MedicineText(name="Later", started="2026-11-27"),
        MedicineText(name="Stopped", stopped="2026-11-23"),
        MedicineText(name="Warfarin", high_risk=True, dose="as in the book", times="18:00"),
    )
    for text in texts:
        vault.medicines.add(text, person_id=family.mum, at=MONDAY)
    rows = {row[0]: row[1:] for row in tables(vault, family, hours=72)[0].rows}
    assert list(rows) == ["Warfarin\nHigh risk", "Amlodipine 5 mg", "Antibiotic"]
    assert rows["Antibiotic"][1:] == ("–", "", "", "–")
    assert rows["Warfarin\nHigh risk"] == ("as in the book, 18:00", "", "", "", "")
    later_days = [row[0] for row in tables(vault, family, hours=168)[1].rows]
    assert later_days == ["Warfarin\nHigh risk", "Amlodipine 5 mg", "Later"]


def test_a_rule_for_when_it_is_needed_makes_no_daily_box(vault: Vault, family: Family) -> None:
    text = MedicineText(name="Lorazepam", dose="1 mg", as_needed_rule="only if agitated")
    vault.medicines.add(text, person_id=family.mum, at=MONDAY)
    daily, needed = tables(vault, family)
    assert [row[0] for row in daily.rows] == ["Amlodipine 5 mg"]
    assert [row[0] for row in needed.rows] == ["Paracetamol", "Lorazepam"]


def test_what_begins_later_is_not_due_and_neither_unknown_nor_none(vault: Vault, family: Family) -> None:
    vault.medicines.add(MedicineText(name="Later", started="2026-12-24"), person_id=family.dad, at=MONDAY)
    vault.facts.none_known(family.dad, "medicines", at=MONDAY)
    sheet = wished(vault, HANDOVER, family.dad)
    assert words_of(sheet, "medicines") == "Nothing is due in this time."
    assert "Medicines" not in rows_of(sheet)


def test_it_says_which_label_to_follow_and_how_old_the_list_is_but_not_what_was_looked_at(
    vault: Vault, family: Family
) -> None:
    sheet = wished(vault, HANDOVER, family.mum)
    assert "follow the label and ask the pharmacist" in printed(sheet)
    assert "Not all of these medicines were checked yet." in words_of(sheet, "medicines")
    for medicine in family.medicines:
        vault.medicines.checked(medicine, against="Letter from the hospital", on="2026-11-16", at=MONDAY)
    said = words_of(wished(vault, HANDOVER, family.mum), "medicines")
    assert "Medicines last checked on 16 November 2026" in said
    assert "against" not in said


def test_no_medicines_are_told_apart_from_not_asked(vault: Vault, family: Family) -> None:
    assert rows_of(wished(vault, HANDOVER, family.dad))["Medicines"].known is Known.NOT_ASKED
    vault.facts.none_known(family.dad, "medicines", at=later())
    assert rows_of(wished(vault, HANDOVER, family.dad))["Medicines"].known is Known.NONE_KNOWN


def test_a_keepsake_asks_for_nothing(vault: Vault, family: Family) -> None:
    vault.people.set_situation(family.mum, Situation.DIED, on=None, at=later())
    sheet = wished(vault, HANDOVER, family.mum)
    assert not has_part(sheet, "blank-log")
    assert sheet.below_title == ()
    assert lines_to_write_on(sheet) == 0
    assert [len(table.columns) for table in blocks_of(part_of(sheet, "medicines"), Table)] == [2, 2]
