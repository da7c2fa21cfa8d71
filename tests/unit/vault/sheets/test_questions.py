"""The list of questions: whom to ask, a box each, lines for the answer; afterwards a record of what was answered."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Items, Mark
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.records.questions import NewQuestion, QuestionState
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, later
from tests.helpers.made_sheets import printed
from tests.helpers.wished_sheets import blocks_of, items_of, lines_to_write_on, wished


def test_open_questions_stand_by_whom_they_are_for(vault: Vault, family: Family) -> None:
    for text, whom in (("Interactions?", "The pharmacist"), ("Shots?", "Dr Rowe"), ("Foil?", "the pharmacist")):
        vault.questions.add(NewQuestion(text=text, for_whom=whom, person_id=family.mum), at=later())
    vault.questions.set_state(family.questions[0], QuestionState.ASKED, at=later())
    sheet = wished(vault, SheetKind.QUESTIONS, family.mum)
    found = {part.heading: [item.text for item in items_of(sheet, part.code)] for part in sheet.parts}
    assert found == {
        "For whoever can answer": ["Why the swollen feet?", "Is she safe alone?"],
        "For The pharmacist": ["Interactions?", "Foil?"],
        "For Dr Rowe": ["Shots?"],
    }
    first, second = items_of(sheet, "for-anybody")
    assert first.lines == ("Asked before, not answered yet",)
    assert second.lines == ("Memory clinic, 23 November",)
    assert (first.blank_lines, second.blank_lines) == (2, 2)
    codes = [part.code for part in sheet.parts]
    assert codes == [part.code for part in wished(vault, SheetKind.QUESTIONS, family.mum).parts]
    assert "pharmacist" not in "".join(codes)
    assert "Interactions?" not in printed(sheet, {codes[1]: False})


def test_those_of_one_visit_can_be_wished_for(vault: Vault, family: Family) -> None:
    sheet = wished(vault, SheetKind.QUESTIONS, family.mum, appointment_id=family.visit)
    assert sheet.below_title == ("Memory clinic, Monday 23 November 2026",)
    assert "safe alone" in printed(sheet)
    assert "swollen" not in printed(sheet)
    with pytest.raises(PrintError) as told:
        wished(vault, SheetKind.QUESTIONS, family.dad, appointment_id=family.visit)
    assert told.value.kind is PrintTrouble.NO_VISIT


def test_without_questions_there_is_room_to_write_some_down(vault: Vault, family: Family) -> None:
    vault.questions.delete(family.questions[2], at=later())
    sheet = wished(vault, SheetKind.QUESTIONS, family.dad)
    assert [item.blank_lines for item in items_of(sheet, "")] == [2, 2, 2]


def test_a_keepsake_has_the_answers_and_no_boxes(vault: Vault, family: Family) -> None:
    vault.questions.answer(family.questions[0], "The heart", by_whom="Dr Rowe", at=later())
    assert "swollen" not in printed(wished(vault, SheetKind.QUESTIONS, family.mum))
    vault.people.set_situation(family.mum, Situation.DIED, on=None, at=later())
    sheet = wished(vault, SheetKind.QUESTIONS, family.mum)
    assert items_of(sheet, "")[0].lines == ("The heart (Dr Rowe, 23 November 2026)",)
    assert [block.mark for block in blocks_of(sheet.parts[0], Items)] == [Mark.DOT]
    assert lines_to_write_on(sheet) == 0
