"""The medicines list: everything as it was written, nothing counted, nothing left out in silence."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Known, Notice
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import entries_of, made, printed, rows_of

NOW, NEEDED, RISKY, STOPPED = "Medicines now", "Only when needed", "High-risk medicines", "Stopped, and why"


def with_medicines(vault: Vault, *texts: MedicineText) -> PersonId:
    """Add the only person, with these medicines."""
    person = vault.people.add("Mum", at=MONDAY)
    with vault.write("vault.medicine.add"):
        for text in texts:
            vault.medicines.add(text, person_id=person, at=MONDAY)
    return person


def medicines(vault: Vault) -> Sheet:
    return made(vault, SheetKind.MEDICINES)


def test_a_medicine_is_told_as_written(vault: Vault) -> None:
    text = MedicineText(
        name="Senna",
        strength="7.5 mg",
        form="tablets",
        dose="1 or 2",
        how="by mouth,\nwith water",
        times="at bedtime",
        as_needed=True,
        as_needed_rule="when needed",
        maximum="2 a day",
        over_the_counter=True,
        why="bowels",
        by_whom="Dr Rowe",
        started="2020-05-03",
        copied_from="Label on the box",
        copied_on="2026-11-13",
    )
    with_medicines(vault, text)
    (entry,) = entries_of(medicines(vault), NEEDED)
    assert entry.title == "Senna 7.5 mg, tablets"
    assert entry.lead.splitlines() == [
        "1 or 2",
        "by mouth,",
        "with water",
        "at bedtime",
        "When needed: when needed",
        "At most: 2 a day",
    ]
    assert entry.lines == (
        "Bought without a prescription, or herbal",
        "For: bowels · Prescribed or advised by: Dr Rowe · Since 3 May 2020",
        "Copied from: Label on the box, 13 November 2026",
    )


def test_it_says_first_that_it_is_a_record_and_what_to_follow(vault: Vault) -> None:
    person = with_medicines(vault)
    vault.facts.fill(person, "allergies", "Nuts", at=MONDAY)
    sheet = medicines(vault)
    notice = sheet.parts[0].blocks[0]
    assert notice == Notice(
        title="This is a record, not a prescription.",
        text="If this differs from the label on the box, follow the label and ask the pharmacist.",
    )
    said = printed(sheet)
    assert said.index(notice.title) < said.index("Nuts") < said.index(NOW)


def test_high_risk_regular_and_when_needed_stand_apart_in_the_order_of_the_family(vault: Vault) -> None:
    with_medicines(
        vault,
        MedicineText(name="B", dose="1"),
        MedicineText(name="Morphine", dose="1", as_needed=True, high_risk=True),
        MedicineText(name="A", dose="1"),
        MedicineText(name="C", dose="1", as_needed=True),
    )
    sheet = medicines(vault)
    titles = {heading: [entry.title for entry in entries_of(sheet, heading)] for heading in (RISKY, NOW, NEEDED)}
    assert titles == {RISKY: ["Morphine"], NOW: ["B", "A"], NEEDED: ["C"]}
    assert entries_of(sheet, NEEDED)[0].lead == "1\nOnly when needed"


def test_what_is_not_known_is_said(vault: Vault) -> None:
    with_medicines(vault, MedicineText(name="Amlodipine", times="at night"))
    (entry,) = entries_of(medicines(vault), NOW)
    assert entry.lead == "No dose is written down here.\nat night"
    assert entry.lines == ("Not checked against the label yet.",)
    assert medicines(vault).foot == ()
    (medicine,) = vault.medicines.list()
    copied = (("List", None, "Copied from: List"), ("", "2026-11-02", "Checked 2 November 2026"))
    for source, day, words in copied:
        rule = MedicineText(name="Amlodipine", as_needed_rule="for pain", copied_from=source, copied_on=day)
        vault.medicines.change(medicine.id, rule, at=MONDAY)
        (entry,) = entries_of(medicines(vault), NEEDED)
        assert (entry.lead, entry.lines) == ("When needed: for pain", (words,))


def test_days_to_come_are_told_and_stopped_ones_stand_apart(vault: Vault) -> None:
    with_medicines(
        vault,
        MedicineText(name="Starts", dose="1", started="2026-11-30", copied_on="2026-11-01"),
        MedicineText(name="Ends", dose="1", stopped="2026-11-24", copied_on="2026-11-13"),
        MedicineText(name="Old", stopped="2026-11-23", stop_reason="Swollen\nfeet"),
        MedicineText(name="Older", stopped="2025-01-02"),
    )
    sheet = medicines(vault)
    starts, ends = entries_of(sheet, NOW)
    assert (starts.lead, ends.lead) == ("1\nNot before 30 November 2026", "1\nTo be stopped on 24 November 2026")
    assert [(entry.title, entry.lines) for entry in entries_of(sheet, STOPPED)] == [
        ("Old", ("Stopped 23 November 2026: Swollen feet",)),
        ("Older", ("Stopped 2 January 2025",)),
    ]
    assert sheet.foot == ("Last checked on 1 November 2026",)
    assert "Older" not in printed(sheet, {"stopped": False})


def test_two_doses_are_two_lines_wherever_they_are_printed(vault: Vault) -> None:
    dose = "1 tablet\n\n1/2  tablet at night"
    text = MedicineText(name="Levodopa", dose=dose, times="08:00\n20:00", as_needed_rule="stiff\n4 hours between")
    with_medicines(vault, text)
    (entry,) = entries_of(medicines(vault), NEEDED)
    lines = "1 tablet\n1/2 tablet at night\n08:00\n20:00\nWhen needed: stiff\n4 hours between"
    assert entry.lead == lines
    on_one_line = "1 tablet / 1/2 tablet at night / 08:00 / 20:00 · When needed: stiff / 4 hours between"
    assert on_one_line in printed(made(vault, SheetKind.EMERGENCY))
    assert lines in printed(made(vault, SheetKind.HANDOVER))


def test_no_medicine_is_none_known_or_not_asked(vault: Vault) -> None:
    person = with_medicines(vault, MedicineText(name="Old", stopped="2026-01-01"))
    assert rows_of(medicines(vault))["Medicines"].known is Known.NOT_ASKED
    vault.facts.none_known(person, "medicines", at=MONDAY)
    assert rows_of(medicines(vault))["Medicines"].known is Known.NONE_KNOWN


def test_a_keepsake_prompts_nobody(vault: Vault) -> None:
    person = with_medicines(vault, MedicineText(name="Amlodipine"))
    vault.people.set_situation(person, Situation.DIED, on=None, at=MONDAY)
    said = printed(medicines(vault))
    assert "This is a record, not a prescription." in said
    for prompt in ("pharmacist", "Medicines now", "No dose", "Not checked", "Not asked"):
        assert prompt not in said


def test_five_hundred_medicines_all_stand_on_it(vault: Vault) -> None:
    name = "Ω" * 300
    with_medicines(vault, *(MedicineText(name=f"{place} {name}", dose="one") for place in range(500)))
    found = entries_of(medicines(vault), NOW)
    assert [entry.title for entry in found] == [f"{place} {name}" for place in range(500)]
