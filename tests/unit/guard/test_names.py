"""Names beside titles, family words, greetings and signatures; words with a capital that are no names."""

from __future__ import annotations

import pytest

from caregiver_app.model.guard import FindingKind, Level
from tests.helpers.guarding import findings, only


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I saw Mrs Whitcombe today", "Mrs Whitcombe"),
        ("Dr. Alan Whitfield wrote", "Dr. Alan Whitfield"),
        ("Dear Mr and Mrs Lowe,", "Mr and Mrs Lowe"),
        ("ask for Sister Bernadette", "Sister Bernadette"),
        ("Mrs O'Neill came", "Mrs O'Neill"),
        ("Mr. J. Smith came", "Mr. J. Smith"),
        ("Dr. med. Anna Schulz schrieb", "Dr. med. Anna Schulz"),
        ("Frau Anneliese von der Heide kam", "Frau Anneliese von der Heide"),
        ("My husband Tom likes it", "Tom"),
        ("our neighbour, Ming-Zhu, fell", "Ming-Zhu"),
        ("my mum's friend Maureen", "Maureen"),
        ("my daughter (Emma) helps", "Emma"),
        ("Mi hermano Jose\u0301 duerme", "Jose\u0301"),
        ("Aunt Sheila swears by it", "Aunt Sheila"),
        ("Uncle Bob's tablets", "Uncle Bob"),
        ("mi madre Dolores duerme", "Dolores"),
        ("meine Mutter Hedwig schläft", "Hedwig"),
        ("My name is Olivia Grant and", "Olivia Grant"),
        ("The carer who comes on Fridays is called Blessing", "Blessing"),
        ("Hi Priya, here it is", "Priya"),
        ("See below.\nKind regards,\nHelen Marsh", "Helen Marsh"),
        ("Thanks, Janet", "Janet"),
        ("the night nurse Gloria came", "Gloria"),
        ("my 6 year old grandson Leo", "Leo"),
        ("My mother's name is Agnes", "Agnes"),
        ("Dad (Frank) is fine", "Frank"),
        ("Dad, Frank Miller, is fine", "Frank Miller"),
        ("Dad John Miller was in hospital", "John Miller"),
        ("Today Mum Ann O'Neill fell", "Ann O'Neill"),
        ("he saw my cousin and dad Frank Miller's car", "Frank Miller"),
        ("Dad (John Miller, at home) is fine", "John Miller"),
        ("Mum (Rosa Diaz; our rock) is fine", "Rosa Diaz"),
        ("Tom, my husband, reads it", "Tom"),
    ],
)
def test_a_name_is_found_to_the_letter_and_is_looked_at_only(text: str, name: str) -> None:
    (finding,) = [each for each in findings(text) if each.kind is FindingKind.NAME]
    assert (finding.text, finding.level) == (name, Level.LOOK)


@pytest.mark.parametrize(
    "text",
    [
        "Dr Google is no doctor.", "Nurse Practitioner hours", "Call Nurse Line today.", "Sister Act was on.",
        "My mother. She said so.", "my dad, I think", "Hi everyone, thank you", "Dear All,", "Best wishes to everyone",
        "my husband Monday and me Tuesday", "St Mary's Hospital", "Dr Barnardo's Home", "Father Christmas",
        "Her condition is called Dysphagia.", "It is called Lewy body dementia.", "a page named Carers First",
        "Marie Curie nurses come at night.", "My mother Cancer Support",
        "The Royal College of Nursing", "Alzheimer's Society and Age UK", "my mum NHS letter",
        "the carer Allowance form", "Doctor Patient Forum", "Dear Editor,", "Dad, Read this", "mum (NHS)",
        "When Mom Gets Sick, what to do", "How Dad Beat Cancer", "Mum Loves Christmas so much", "Dad Joke of the day",
        "la gran Ciudad Lineal es grande",
        "Mum (Leeds, 1942)", "Dad (London, again) called", "Mum Day Care is open",
        "Caring for Mom After Stroke is hard",
    ],
)  # fmt: skip
def test_what_is_no_name_is_left_alone(text: str) -> None:
    assert only(FindingKind.NAME, text) == []
