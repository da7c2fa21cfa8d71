"""What is told of a note on a sheet: whole sentences and whole answers, so that no half of one says the opposite."""

from __future__ import annotations

import pytest

from caregiver_app.vault.records.notes import NewNote, NoteKind
from caregiver_app.vault.sheets.note_words import LONGEST_SENTENCE, gist
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY

MORE_WORDS = "More in the journal."


def told(vault: Vault, text: str, limit: int, **answers: str) -> str:
    kind = NoteKind.DAILY_LOG if answers else NoteKind.NOTE
    number = vault.notes.add(NewNote(text=text, kind=kind, answers=answers), at=MONDAY)
    return gist(vault.notes.get(number), limit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Short.", "Short."),
        ("The box came. Take it only if the clinic says so.", "The box came. " + MORE_WORDS),
        (
            "Take it only if Dr. Rowe says so. Not before Friday.",
            "Take it only if Dr. Rowe says so. Not before Friday.",
        ),
        (
            "No more than 1 tabl. a day, never at 8 a.m. Then rest.",
            "No more than 1 tabl. a day, never at 8 a.m. Then rest.",
        ),
        (
            "Give none of these:\n\n- warfarin\n- aspirin\n- ibuprofen",
            "Give none of these: • warfarin • aspirin • ibuprofen.",
        ),
        ("Slept well\n\nAte little, and drank no more than a cup", "Slept well. " + MORE_WORDS),
        ("Did she sleep? no, and she ate nothing at all today", "Did she sleep? no, and she ate nothing at all today."),
        ("¿Durmió? ¡No! No comió nada en todo el día de hoy", "¿Durmió? ¡No! " + MORE_WORDS),
        ("眠れなかった。食べなかった。" * 3, "眠れなかった。食べなかった。眠れなかった。 " + MORE_WORDS),
    ],
    ids=range(9),
)
def test_a_note_ends_where_a_sentence_does(vault: Vault, text: str, expected: str) -> None:
    assert told(vault, text, 40 if "眠" not in text else 24) == expected


def test_an_answer_is_told_whole_or_left_out(vault: Vault) -> None:
    answers = {"mood": "Calm", "worry": "Coughs. Only when drinking, and not when eating"}
    assert told(vault, "Well.", 40, **answers) == "Well. Mood: Calm. " + MORE_WORDS
    assert told(vault, "", 20, worry=answers["worry"]) == f"What worried us: {answers['worry']}."


def test_a_sentence_that_is_longer_than_the_room_is_whole_and_one_without_end_says_that_it_goes_on(
    vault: Vault,
) -> None:
    long = "Mum may have the tablet " + "very " * 100 + "rarely, and never at night"
    assert told(vault, f"{long}. Then tea.", 200) == f"{long}. {MORE_WORDS}"
    much = "One thing and another happened to her today. " * 400
    assert told(vault, much, 100) == f"{much[:89]} {MORE_WORDS}", "of much only the beginning is read"
    endless = told(vault, "never " * 900, 200)
    assert endless.endswith("… This sentence goes on in the journal.")
    assert LONGEST_SENTENCE - 20 < len(endless) < LONGEST_SENTENCE + 60
