"""What was being written returns with its cursor; what is cited stays when the library forgets it."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import RecordRefused, UnknownRecord
from caregiver_app.vault.records.citations import CitationId
from caregiver_app.vault.records.drafts import place_of
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from caregiver_app.vault.typed.text import LONGEST_TEXT
from tests.helpers.care_notes import Family, later


def test_a_draft_returns_with_its_cursor_and_what_stood_beside_it(vault: Vault) -> None:
    place = place_of("note", None, "for-1")
    vault.drafts.keep(place, "She sle", cursor=7, more={"tags": "sleep"}, at=later())
    vault.drafts.keep(place, "She slept", cursor=3, more={"tags": "night"}, at=later(61))
    draft = vault.drafts.get(place)
    assert draft is not None
    assert (draft.place, draft.text, draft.cursor, dict(draft.more)) == (
        "note/new/for-1",
        "She slept",
        3,
        {"tags": "night"},
    )
    assert draft.saved_at == later(61)
    assert "slept" not in repr(draft)
    vault.drafts.drop(place)
    assert vault.drafts.get(place) is None
    vault.drafts.drop(place)


def test_drafts_are_told_newest_first(vault: Vault) -> None:
    vault.drafts.keep(place_of("note", 1), "a", at=later(1))
    vault.drafts.keep(place_of("question", None), "b", at=later(2))
    assert [draft.place for draft in vault.drafts.list()] == ["question/new", "note/1"]


@pytest.mark.parametrize(("cursor", "kept"), [(-5, 0), (0, 0), (3, 3), (4, 3), (10**12, 3)])
def test_a_cursor_stands_within_its_text(vault: Vault, cursor: int, kept: int) -> None:
    vault.drafts.keep("note/1", "abc", cursor=cursor, at=later())
    draft = vault.drafts.get("note/1")
    assert draft is not None
    assert draft.cursor == kept


def test_a_draft_that_is_too_long_leaves_the_one_before(vault: Vault) -> None:
    vault.drafts.keep("note/1", "abc", at=later())
    with pytest.raises(RecordRefused):
        vault.drafts.keep("note/1", "x" * (LONGEST_TEXT + 1), at=later())
    draft = vault.drafts.get("note/1")
    assert draft is not None
    assert draft.text == "abc"


def test_a_record_cites_an_item_once_by_uid_and_title(vault: Vault, family: Family) -> None:
    note = family.notes[0]
    undo = vault.citations.add(
        "note", note, library_uid="starter/feet", title="Swollen\nfeet", address="https://a.example/feet", at=later()
    )
    assert not vault.citations.add("note", note, library_uid="starter/feet", title="Other", at=later(61))
    (citation,) = vault.citations.of("note", note)
    assert (citation.title, citation.address) == ("Swollen feet", "https://a.example/feet")
    assert ("note", note) in [(hit.kind, hit.id) for hit in vault.searchable.find("feet")]
    vault.put_back(undo, at=later(62))
    assert vault.citations.of("note", note) == ()


def test_a_citation_is_taken_away_and_comes_back(vault: Vault, family: Family) -> None:
    vault.citations.add("question", family.questions[0], library_uid="u", title="Harbour", at=later())
    (citation,) = vault.citations.of("question", family.questions[0])
    undo = vault.citations.remove(citation.id, at=later(61))
    assert vault.searchable.find("harbour") == ()
    vault.put_back(undo, at=later(62))
    assert vault.citations.of("question", family.questions[0]) == (citation,)
    assert len(vault.searchable.find("harbour")) == 1


def test_a_question_about_a_note_cites_what_the_note_cites(vault: Vault, family: Family) -> None:
    note = family.notes[0]
    for uid, title in (("starter/feet", "Swollen feet"), ("starter/salt", "Salt")):
        vault.citations.add("note", note, library_uid=uid, title=title, address=f"https://a.example/{uid}", at=later())
    question = vault.questions.add(NewQuestion(text="Why?", person_id=family.mum, note_id=note), at=later(61))
    assert [
        (each.library_uid, each.title, each.address, each.added_at) for each in vault.citations.of("question", question)
    ] == [
        ("starter/feet", "Swollen feet", "https://a.example/starter/feet", later(61)),
        ("starter/salt", "Salt", "https://a.example/starter/salt", later(61)),
    ]
    assert ("question", question) in [(hit.kind, hit.id) for hit in vault.searchable.find("feet")]
    (first, _second) = vault.citations.of("question", question)
    vault.citations.remove(first.id, at=later(62))
    assert len(vault.citations.of("note", note)) == 2
    other = vault.questions.add(NewQuestion(text="When?", person_id=family.mum), at=later(63))
    assert vault.citations.of("question", other) == ()


def test_what_is_not_there_can_neither_cite_nor_be_taken_away(vault: Vault, family: Family) -> None:
    for kind, number in (("note", 99), ("contact", family.contacts[0]), ("x; DROP TABLE note", 1)):
        with pytest.raises(UnknownRecord):
            vault.citations.add(kind, number, library_uid="u", title="t", at=later())
    with pytest.raises(UnknownRecord):
        vault.citations.remove(CitationId(99), at=later())
