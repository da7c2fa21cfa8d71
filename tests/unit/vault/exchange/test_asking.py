"""What is shown is what goes: chosen texts and names, for a key that was compared, written down before it goes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import AskError, AskTrouble, UnknownRecord
from caregiver_app.vault.exchange.composing import AskId, Chosen, Wishes, compose
from caregiver_app.vault.exchange.correspondents import CorrespondentId
from caregiver_app.vault.exchange.shown import shown_request
from caregiver_app.vault.letters.file import open_file
from caregiver_app.vault.letters.request import (
    QUESTION_CHARS,
    AskRequest,
    ItemKind,
    body_document,
    read_request,
    write_request,
)
from caregiver_app.vault.letters.sealing import new_key_pair, open_sealed
from caregiver_app.vault.records.note_templates import NoteKind
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import NewQuestion
from tests.helpers.clock import MONDAY
from tests.helpers.exchanging import ASKED, BY, WHY, Pair, add_note, open_pair

KEY = new_key_pair().recipient
TEXTS = st.text(max_size=60)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with open_pair(tmp_path) as both:
        yield both


def request_in(pair: Pair, data: bytes) -> AskRequest:
    """Return what the nurse finds in a file."""
    found = open_file(data, pair.nurse.exchange.identities.opening())
    assert isinstance(found, AskRequest)
    return found


def test_what_is_shown_is_what_goes(pair: Pair) -> None:
    note = add_note(pair.family, "She stumbled at the *stairs*.", pair.mum)
    asking = pair.family.exchange.asking
    draft = asking.compose(pair.wishes(), questions=[pair.question], notes=[note], at=MONDAY)
    went = request_in(pair, asking.send(draft, at=MONDAY).data)
    assert went == draft.request
    shown = shown_request(draft.body)
    for words in (
        ASKED,
        "She stumbled at the *stairs*.",
        "Ruth",
        "Mum",
        "111",
        "by 1 December 2026.",
        "Not for urgent",
    ):
        assert words in shown
    assert shown_request(asking.list()[0].body) == shown


def test_only_what_was_chosen_goes(pair: Pair) -> None:
    """Not the name in the notes, a tag, an author, another question, why it goes, or for whom a question is."""
    family = pair.family
    note = family.notes.add(
        NewNote(text="A note.", person_id=pair.mum, tags=("tag-kestrel",), author="author-kestrel"), at=MONDAY
    )
    family.questions.add(NewQuestion(text="other-kestrel", person_id=pair.mum, for_whom="for-kestrel"), at=MONDAY)
    wishes = replace(pair.wishes(why="why-kestrel"), sender="", about="")
    draft = family.exchange.asking.compose(wishes, questions=[pair.question], notes=[note], at=MONDAY)
    data = family.exchange.asking.send(draft, at=MONDAY).data
    document = open_sealed(data, pair.nurse.exchange.identities.opening())
    assert b"kestrel" not in document
    assert set(json.loads(document)) == {*body_document(draft.body), "reply_secret"}
    assert draft.body.sender == draft.body.about == ""


def test_the_answers_of_a_template_go_with_a_note(pair: Pair) -> None:
    note = NewNote(text="", person_id=pair.mum, answers={"sleep": "Awake at three"})
    note_id = pair.family.notes.add(replace(note, kind=NoteKind.DAILY_LOG), at=MONDAY)
    draft = pair.family.exchange.asking.compose(pair.wishes(), notes=[note_id], at=MONDAY)
    assert draft.body.items[0].text.endswith(": Awake at three")
    assert not draft.body.items[0].text.startswith("sleep:")


def test_it_opens_for_the_nurse_and_for_ourselves_only(pair: Pair) -> None:
    data = pair.ask().data
    assert ASKED.encode() not in data
    for keys in (pair.nurse.exchange.identities.opening(), pair.family.exchange.identities.opening()):
        assert isinstance(open_file(data, keys), AskRequest)
    with pytest.raises(AskError) as told:
        open_file(data, [new_key_pair()])
    assert told.value.kind is AskTrouble.NOT_FOR_US


def test_looking_at_it_leaves_no_trace(pair: Pair) -> None:
    pair.family.exchange.asking.compose(pair.wishes(), questions=[pair.question], at=MONDAY)
    assert pair.family.exchange.asking.list() == ()
    assert pair.family.disclosures.list() == ()


def test_each_time_that_it_leaves_is_written_down(pair: Pair) -> None:
    file = pair.ask()
    again = pair.family.exchange.asking.again(file.id, "The stick was lost", at=MONDAY)
    assert request_in(pair, again.data) == request_in(pair, file.data)
    key = pair.family.exchange.correspondents.get(pair.anna).recipient
    left = [each.disclosed for each in pair.family.disclosures.list(pair.mum)]
    assert [each.why for each in left] == ["The stick was lost", WHY]
    assert {(each.to_whom, each.to_key, each.request_id, each.channel.value) for each in left} == {
        ("Anna", key, file.id, "ask")
    }
    assert left[0].what == {"question": 1}


def test_nothing_goes_again_to_a_key_that_does_not_count_any_more(pair: Pair) -> None:
    file = pair.ask()
    draft = pair.family.exchange.asking.compose(pair.wishes(), questions=[pair.question], at=MONDAY)
    pair.family.exchange.correspondents.remove(pair.anna, at=MONDAY)
    with pytest.raises(AskError) as told:
        pair.family.exchange.asking.again(file.id, WHY, at=MONDAY)
    assert told.value.kind is AskTrouble.NOT_COMPARED
    with pytest.raises(UnknownRecord):
        pair.family.exchange.asking.send(draft, at=MONDAY)
    assert len(pair.family.disclosures.list()) == 1


def test_what_was_deleted_since_it_was_shown_does_not_go(pair: Pair) -> None:
    asking = pair.family.exchange.asking
    draft = asking.compose(pair.wishes(), questions=[pair.question], at=MONDAY)
    pair.family.erasing.delete_for_good("question", pair.question)
    with pytest.raises(UnknownRecord):
        asking.send(draft, at=MONDAY)
    assert asking.list() == ()
    assert pair.family.disclosures.list() == ()


def test_what_is_deleted_for_good_is_in_no_request_any_more(pair: Pair) -> None:
    note = add_note(pair.family, "gone-kestrel", pair.mum)
    file = pair.ask(pair.question, notes=(note,))
    pair.family.erasing.delete_for_good("note", note)
    asked = pair.family.exchange.asking.get(file.id)
    assert [item.text for item in asked.body.items] == [ASKED]
    pair.family.erasing.delete_for_good("question", pair.question)
    with pytest.raises(AskError) as told:
        pair.family.exchange.asking.again(file.id, WHY, at=MONDAY)
    assert told.value.kind is AskTrouble.NOTHING_CHOSEN


def test_requests_about_somebody_go_with_them(pair: Pair) -> None:
    pair.ask()
    pair.family.erasing.erase_person(pair.mum)
    assert pair.family.exchange.asking.list() == ()
    assert pair.family.disclosures.list() == ()


def test_nothing_is_asked_about_several_people_at_once(pair: Pair) -> None:
    dad = pair.family.people.add("Dad", at=MONDAY)
    for_all = add_note(pair.family, "The stairs are steep.")
    of_dad = add_note(pair.family, "He is tired.", dad)
    asking = pair.family.exchange.asking
    draft = asking.compose(pair.wishes(), questions=[pair.question], notes=[for_all], at=MONDAY)
    assert draft.person_id == pair.mum
    with pytest.raises(AskError) as told:
        asking.compose(pair.wishes(), questions=[pair.question], notes=[of_dad], at=MONDAY)
    assert told.value.kind is AskTrouble.MIXED_PEOPLE


def chosen(text: str = "What now?", *, kind: ItemKind = ItemKind.QUESTION, person: int = 1) -> Chosen:
    return Chosen(
        kind=kind, id=1, text=text, person_id=PersonId(person), at=None if kind is ItemKind.QUESTION else MONDAY
    )


@pytest.mark.parametrize(
    ("wished", "what", "kind"),
    [
        pytest.param({}, [], AskTrouble.NOTHING_CHOSEN, id="nothing"),
        pytest.param({}, [chosen(" \u2066 ")], AskTrouble.NOTHING_CHOSEN, id="a text of nothing"),
        pytest.param({"why": "\u202e"}, [chosen()], AskTrouble.NO_REASON, id="no reason"),
        pytest.param({"why": "x" * 501}, [chosen()], AskTrouble.TOO_MUCH, id="a long reason"),
        pytest.param(
            {"answer_by": date(2026, 11, 21)}, [chosen()], AskTrouble.DAY_PASSED, id="the day before yesterday"
        ),
        pytest.param({"sender": "x" * 101}, [chosen()], AskTrouble.TOO_MUCH, id="a long name"),
        pytest.param({"call": "x" * 600}, [chosen()], AskTrouble.TOO_MUCH, id="a long number"),
        pytest.param({}, [chosen("x" * (QUESTION_CHARS + 1))], AskTrouble.TOO_MUCH, id="a long question"),
        pytest.param({}, [chosen()] * 51, AskTrouble.TOO_MUCH, id="many questions"),
        pytest.param({}, [chosen("x" * 50_000, kind=ItemKind.NOTE)] * 21, AskTrouble.TOO_MUCH, id="long notes"),
    ],
)
def test_what_cannot_go_is_told_before(wished: dict[str, object], what: list[Chosen], kind: AskTrouble) -> None:
    wishes = Wishes(to=CorrespondentId(1), answer_by=BY, why=WHY)
    with pytest.raises(AskError) as told:
        compose(replace(wishes, **wished), what, reply_to=KEY, at=MONDAY)  # type: ignore[arg-type]  # one field of it
    assert told.value.kind is kind


@given(TEXTS, TEXTS, TEXTS, st.lists(st.tuples(st.sampled_from(ItemKind), TEXTS), min_size=1, max_size=5))
def test_whatever_can_go_is_read_as_it_was_and_shown_in_full(
    sender: str, about: str, call: str, items: list[tuple[ItemKind, str]]
) -> None:
    wishes = Wishes(to=CorrespondentId(1), answer_by=BY, why=WHY, sender=sender, about=about, call=call)
    draft = compose(wishes, [chosen(f"?{text}", kind=kind) for kind, text in items], reply_to=KEY, at=MONDAY)
    document = json.loads(write_request(draft.request))
    assert read_request(document) == draft.request
    shown = shown_request(draft.body)
    texts = [*(each["text"] for each in (*document["questions"], *document["notes"]))]
    assert all(text in shown for text in (*texts, document["from"], document["about"], document["notice"]))


def test_no_text_or_secret_is_in_a_repr(pair: Pair) -> None:
    asking = pair.family.exchange.asking
    draft = asking.compose(pair.wishes(), questions=[pair.question], at=MONDAY)
    file = asking.send(draft, at=MONDAY)
    said = repr((draft, file, asking.list(), pair.family.disclosures.list(), asking.get(AskId(file.id))))
    assert not [each for each in (ASKED, WHY, "Ruth", "Anna", "111.", draft.request.secret.hex()) if each in said]
