"""The visit sheet: concerns first, what changed since the last such visit, questions, decisions, who does what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import BlankLines, Items, Known, Mark, Table
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.model.time import Millis
from caregiver_app.vault.records.appointments import AppointmentId, AppointmentState, NewAppointment
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote, NoteKind
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.records.visits import AfterVisit
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import DAY, Family, later
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import printed, rows_of
from tests.helpers.wished_sheets import (
    blocks_of,
    has_part,
    items_of,
    lines_to_write_on,
    part_of,
    texts_of,
    wished,
    words_of,
)


def visit_sheet(vault: Vault, person_id: PersonId | None, **wishes: Any) -> Sheet:
    return wished(vault, SheetKind.VISIT, person_id, **wishes)


def days_ago(days: float) -> Millis:
    return Millis(MONDAY - round(days * DAY))


def past_visit(vault: Vault, person: PersonId, days: int, *, title: str = "Review", who: str = "") -> AppointmentId:
    day = datetime(2026, 11, 23, 9, tzinfo=UTC) - timedelta(days=days)
    new = NewAppointment(title=title, starts=f"{day:%Y-%m-%dT%H:%M}", zone="UTC", person_id=person, with_whom=who)
    return vault.appointments.add(new, at=days_ago(days))


def test_the_next_visit_is_told_with_its_place_and_the_clock_there(vault: Vault, family: Family) -> None:
    vault.appointments.change(family.visit, with_whom="Dr Osei", place="Second floor", reason="Yearly", at=later())
    vault.people.set_situation(family.mum, Situation.IN_HOSPITAL, on=None, at=later())
    rows = rows_of(visit_sheet(vault, family.mum))
    assert rows["What"].value == "Memory clinic"
    assert rows["When"].value == "Monday 23 November 2026\n14:30"
    assert (rows["Where"].value, rows["With whom"].value) == ("Second floor", "Dr Osei")
    assert rows["Reason for the visit"].value == "Yearly"
    abroad = rows_of(visit_sheet(vault, family.mum, zone="Europe/Madrid"))
    assert abroad["When"].value == "Monday 23 November 2026\n14:30 in London (15:30 here)"


def test_another_visit_can_be_wished_for_but_not_somebody_elses(vault: Vault, family: Family) -> None:
    other = past_visit(vault, family.mum, 3, title="Eye test")
    assert rows_of(visit_sheet(vault, family.mum, appointment_id=other))["What"].value == "Eye test"
    for person, wish in ((family.dad, family.visit), (family.mum, 999)):
        with pytest.raises(PrintError) as told:
            visit_sheet(vault, person, appointment_id=wish)
        assert told.value.kind is PrintTrouble.NO_VISIT


def test_without_a_visit_there_are_lines_to_write_on(vault: Vault, family: Family) -> None:
    vault.appointments.set_state(family.visit, AppointmentState.CANCELLED, at=later())
    rows = rows_of(visit_sheet(vault, family.mum))
    assert [rows[name].blank_lines for name in ("What", "When", "Where", "With whom")] == [1, 1, 1, 1]


def test_three_concerns_come_first_and_there_is_room_for_those_that_are_missing(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "concerns", "Falls\nAppetite\nSwollen feet\nSleep\nStairs", at=MONDAY)
    sheet = visit_sheet(vault, family.mum)
    assert texts_of(sheet, "concerns") == ("Falls", "Appetite", "Swollen feet")
    assert texts_of(sheet, "other-concerns") == ("Sleep", "Stairs")
    said = printed(sheet)
    assert said.index("Falls") < said.index("Sleep") < said.index("Is she safe alone?")
    vault.facts.fill(family.mum, "concerns", "Falls", at=MONDAY)
    sheet = visit_sheet(vault, family.mum)
    assert [(item.text, item.blank_lines) for item in items_of(sheet, "concerns")] == [("Falls", 0), ("", 1), ("", 1)]
    assert not has_part(sheet, "other-concerns")
    for name in ("concerns", "person-says"):
        vault.facts.none_known(family.mum, name, at=MONDAY)
    nothing = visit_sheet(vault, family.mum)
    assert rows_of(nothing)["Concerns, most important first"].known is Known.NONE_KNOWN
    assert words_of(nothing, "person-says") == "None known"


def test_what_was_written_on_another_day_says_on_which(vault: Vault, family: Family) -> None:
    values = {"concerns": "Falls", "person-says": "No hospital", "changes-since": "Unsteady"}
    vault.facts.fill_many(family.mum, values, at=days_ago(9))
    sheet = visit_sheet(vault, family.mum)
    for code in ("concerns", "person-says", "changes"):
        assert "Written on 14 November 2026" in words_of(sheet, code), code
    vault.facts.still_right(family.mum, tuple(values), at=MONDAY)
    assert "Written on" not in printed(visit_sheet(vault, family.mum))


def test_changes_from_before_the_last_visit_are_not_told_as_those_since_then(vault: Vault, family: Family) -> None:
    vault.appointments.change(family.visit, with_whom="Dr Osei", at=later())
    past_visit(vault, family.mum, 5, who="Dr Osei")
    vault.facts.fill(family.mum, "changes-since", "Unsteady", at=days_ago(6))
    sheet = visit_sheet(vault, family.mum)
    assert words_of(sheet, "changes") == "Not filled in since 17 November 2026."
    assert "Unsteady" not in printed(sheet)
    assert "Unsteady" in printed(sheet, {"written-earlier": True})
    vault.facts.fill(family.mum, "changes-since", "Steadier", at=days_ago(4))
    assert "Steadier" in printed(visit_sheet(vault, family.mum))


def test_a_heading_names_the_person_unless_the_name_is_left_out(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "known-as", "Peggy", at=MONDAY)
    sheet = visit_sheet(vault, family.mum)
    assert "What Peggy wants to say" in printed(sheet)
    without = printed(sheet, {"name": False})
    assert "Peggy" not in without
    assert "What they want to say themselves" in without


def test_the_journal_since_the_last_such_visit_is_told_in_short_lines(vault: Vault, family: Family) -> None:
    vault.appointments.change(family.visit, with_whom="Dr Osei", at=later())
    past_visit(vault, family.mum, 40, who="dr osei")
    past_visit(vault, family.mum, 2, title="Eye test", who="Mr Bell")
    for days, text in ((41, "Before the visit"), (39, "Slept **badly**"), (1, "Fell in the hall")):
        vault.notes.add(NewNote(text=text, person_id=family.mum, at=days_ago(days)), at=MONDAY)
    log = {"mood": "Calm", "worry": "Coughs when drinking"}
    for days, answers in ((5, {"mood": "Calm"}), (4, log)):
        note = NewNote(text="", kind=NoteKind.DAILY_LOG, answers=answers, person_id=family.mum, at=days_ago(days))
        vault.notes.add(note, at=MONDAY)
    sheet = visit_sheet(vault, family.mum)
    assert part_of(sheet, "noted-since").heading == "Noted since 14 October 2026"
    assert texts_of(sheet, "noted-since") == (
        "22 November: Fell in the hall.",
        "19 November: What worried us: Coughs when drinking.",
        "15 October: Slept badly.",
    )
    assert "Fell" not in printed(sheet, {"noted-since": False})


@pytest.mark.parametrize(
    ("days", "since"), [(3, "24 October 2026"), (60, "24 September 2026"), (None, "24 October 2026")]
)
def test_without_such_a_visit_it_goes_back_a_month_or_to_the_last_of_any(
    vault: Vault, family: Family, days: int | None, since: str
) -> None:
    if days is not None:
        past_visit(vault, family.mum, days, title="Eye test")
    vault.notes.add(NewNote(text="Fell", person_id=family.mum, at=days_ago(1)), at=MONDAY)
    assert part_of(visit_sheet(vault, family.mum), "noted-since").heading == f"Noted since {since}"


def test_a_visit_that_has_begun_is_not_the_last_one_before_itself(vault: Vault, family: Family) -> None:
    past_visit(vault, family.mum, 30, title="Memory clinic")
    vault.notes.add(NewNote(text="Fell", person_id=family.mum, at=days_ago(1)), at=MONDAY)
    sheet = visit_sheet(vault, family.mum, appointment_id=family.visit, now=later(600))
    assert part_of(sheet, "noted-since").heading == "Noted since 24 October 2026"


def test_since_when_can_be_wished_for(vault: Vault, family: Family) -> None:
    vault.notes.add(NewNote(text="Fell", person_id=family.mum, at=days_ago(100)), at=MONDAY)
    sheet = visit_sheet(vault, family.mum, since="2026-08-01")
    assert texts_of(sheet, "noted-since") == ("15 August: Fell.",)
    for wrong in ("2026-02-30", "yesterday", "0001-01-01"):
        with pytest.raises(PrintError) as told:
            visit_sheet(vault, family.mum, since=wrong)
        assert told.value.kind is PrintTrouble.NO_DAY


def test_very_many_notes_are_cut_and_it_says_so(vault: Vault, family: Family) -> None:
    for number in range(25):
        vault.notes.add(NewNote(text=f"Note {number}", person_id=family.mum, at=days_ago(number + 1)), at=MONDAY)
    sheet = visit_sheet(vault, family.mum)
    assert len(texts_of(sheet, "noted-since")) == 20
    assert words_of(sheet, "noted-since") == "5 older notes are not shown here."
    long = "The clinic said that she takes it only if they ring, and not before Friday. "
    for number in range(8):
        note = NewNote(text=f"{long * 7}End {number}.", person_id=family.mum, at=days_ago((number + 1) / 24))
        vault.notes.add(note, at=MONDAY)
    sheet = visit_sheet(vault, family.mum)
    told = texts_of(sheet, "noted-since")
    assert [line.endswith(f"Friday. End {number}.") for number, line in enumerate(told)] == [True] * 3
    assert words_of(sheet, "noted-since") == "30 older notes are not shown here."


def test_medicines_that_came_changed_or_ended_are_told_as_written(vault: Vault, family: Family) -> None:
    amlodipine, paracetamol = family.medicines
    assert not has_part(visit_sheet(vault, family.mum, since="2026-11-01"), "medicine-changes"), (
        "a first list is no news"
    )
    changed_at = later(60 * 24 * 10)
    vault.medicines.change(amlodipine, MedicineText(name="Amlodipine", strength="10 mg", dose="one"), at=changed_at)
    vault.medicines.change(paracetamol, MedicineText(name="Paracetamol"), at=changed_at)
    texts = (
        MedicineText(name="Iron", dose="one", times="noon", started="2026-11-25"),
        MedicineText(name="Patch", started="2026-12-20"),
        MedicineText(name="Oil", started="2020-01-01", stopped="2026-11-26", stop_reason="rash"),
        MedicineText(name="Antibiotic", started="2020-01-01", stopped="2026-12-09"),
        MedicineText(name="Gone", started="2020-01-01", stopped="2021-01-01"),
        MedicineText(name="Drops", dose="two"),
        MedicineText(name="Old", started="2020-01-01"),
    )
    for text in texts:
        vault.medicines.add(text, person_id=family.mum, at=changed_at)
    sheet = visit_sheet(vault, family.mum, since="2026-11-24", now=later(60 * 24 * 11))
    found = {item.text: item.lines for item in items_of(sheet, "medicine-changes")}
    assert found == {
        "Amlodipine 10 mg": ("Before: 5 mg, one", "Now: 10 mg, one"),
        "Paracetamol": ("Before: only when needed", "Now: –"),
        "Iron": ("Since 25 November 2026", "one, noon"),
        "Patch": ("Not before 20 December 2026",),
        "Oil": ("Stopped 26 November 2026: rash",),
        "Antibiotic": ("To be stopped on 9 December 2026",),
        "Drops": ("Added to the list on 3 December 2026", "two"),
    }


def test_another_name_a_risk_and_a_pause_are_changes_too(vault: Vault, family: Family) -> None:
    amlodipine, paracetamol = family.medicines
    since = "2026-11-24"

    def changes() -> dict[str, tuple[str, ...]]:
        sheet = visit_sheet(vault, family.mum, since=since, now=later(60 * 24 * 4))
        return {item.text: item.lines for item in items_of(sheet, "medicine-changes")}

    other = MedicineText(name="Amiodarone", strength="5 mg", dose="one\ntwo at night")
    vault.medicines.change(amlodipine, other, at=later(60 * 24 * 2))
    vault.medicines.change(paracetamol, MedicineText(name="Paracetamol", high_risk=True), at=later(60 * 24 * 2))
    assert changes() == {
        "Amiodarone 5 mg": ("Before: Amlodipine, 5 mg, one", "Now: Amiodarone, 5 mg, one / two at night"),
        "Paracetamol": ("Before: only when needed", "Now: High risk"),
    }
    vault.medicines.stop(paracetamol, on="2026-11-25", at=later(60 * 24 * 2))
    vault.medicines.start_again(paracetamol, at=later(60 * 24 * 3))
    assert changes()["Paracetamol"][0] == "Stopped on 25 November 2026, taken again since 26 November 2026"
    vault.medicines.stop(paracetamol, on="2026-12-25", at=later(60 * 24 * 3 + 120))
    vault.medicines.start_again(paracetamol, at=later(60 * 24 * 3 + 240))
    assert changes()["Paracetamol"][0] == "No longer to be stopped on 25 December 2026"


def test_questions_of_the_visit_have_boxes_and_lines_and_the_others_wait(vault: Vault, family: Family) -> None:
    vault.questions.change(family.questions[1], for_whom="Dr Osei", at=later())
    sheet = visit_sheet(vault, family.mum)
    first, more = items_of(sheet, "questions")
    assert (first.text, first.lines, first.blank_lines) == ("Is she safe alone?", ("For Dr Osei",), 2)
    assert (more.text, more.blank_lines) == ("", 2)
    assert [block.mark for block in blocks_of(part_of(sheet, "questions"), Items)] == [Mark.BOX]
    assert "swollen feet" not in printed(sheet)
    assert "Why the swollen feet?" in printed(sheet, {"other-questions": True})
    vault.questions.assign(family.questions[1], None, at=later())
    loose = visit_sheet(vault, family.mum)
    assert [item.text for item in items_of(loose, "questions")] == [""]
    assert "Why the swollen feet?" in printed(loose)


def test_what_an_earlier_visit_left_open_waits_for_the_next_one(vault: Vault, family: Family) -> None:
    earlier = past_visit(vault, family.mum, 5, title="Eye test")
    coming = NewAppointment(title="Dentist", starts="2026-12-01T10:00", zone="UTC", person_id=family.mum)
    dentist = vault.appointments.add(coming, at=MONDAY)
    vault.questions.assign(family.questions[0], earlier, at=later())
    vault.questions.assign(family.questions[1], dentist, at=later())
    assert texts_of(visit_sheet(vault, family.mum), "other-questions") == ("Why the swollen feet?",)
    over = visit_sheet(vault, family.mum, appointment_id=earlier)
    assert texts_of(over, "questions") == ("Why the swollen feet?",)
    assert not has_part(over, "other-questions")


def test_a_visit_that_is_over_is_printed_with_what_came_of_it(vault: Vault, family: Family) -> None:
    after = AfterVisit(
        outcome="No change",
        decisions="Scan in May",
        answers={family.questions[1]: "Yes, for an hour"},
        answered_by="Dr O",
    )
    vault.visits.write_up(family.visit, after, at=later(600))
    sheet = visit_sheet(vault, family.mum, appointment_id=family.visit, now=later(600))
    (question,) = items_of(sheet, "questions")
    assert question.lines == ("Yes, for an hour (Dr O, 23 November 2026)",)
    assert question.blank_lines == 0
    rows = rows_of(sheet)
    assert (rows["What came of it"].value, rows["What was decided"].value) == ("No change", "Scan in May")
    assert not blocks_of(part_of(sheet, "decisions"), BlankLines)


def test_who_does_what_holds_what_is_promised_already_and_room_for_more(vault: Vault, family: Family) -> None:
    (table,) = blocks_of(part_of(visit_sheet(vault, family.mum), "tasks"), Table)
    assert table.rows == (("Letter", "Clinic", "1 December 2026"),)
    assert table.blank_rows == 3
    vault.chases.set_done(family.chase, True, at=later())
    (table,) = blocks_of(part_of(visit_sheet(vault, family.mum), "tasks"), Table)
    assert table.rows == ()


def test_the_page_for_the_doctor_is_its_own_and_goes_along_only_where_it_says_something(
    vault: Vault, family: Family
) -> None:
    part = part_of(visit_sheet(vault, family.mum), "doctor-only")
    assert (part.own_page, part.on) == (True, False)
    vault.facts.fill(family.mum, "doctor-only", "He hides his pills", at=MONDAY)
    sheet = visit_sheet(vault, family.mum)
    assert sheet.parts[-1].code == "doctor-only"
    assert part_of(sheet, "doctor-only").on
    assert "He hides his pills" in words_of(sheet, "doctor-only")


def test_where_caring_has_ended_nothing_asks_to_be_filled_in(vault: Vault, family: Family) -> None:
    assert lines_to_write_on(visit_sheet(vault, family.mum)) > 10
    for situation in (Situation.NO_LONGER_CARING, Situation.DIED):
        vault.people.set_situation(family.mum, situation, on=None, at=later())
        sheet = visit_sheet(vault, family.mum)
        assert lines_to_write_on(sheet) == 0
        assert "Is she safe alone?" in printed(sheet)
