"""Whatever cannot be kept in care notes is told in a sentence of its own, without a word of what was typed."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.support.sentences import kind_of, sentence_for


@pytest.mark.parametrize("trouble", list(RecordTrouble))
def test_each_trouble_has_a_sentence_and_says_what_to_do(trouble: RecordTrouble) -> None:
    error = RecordRefused(trouble, "what-was-it")
    sentence = sentence_for(error)
    assert sentence.happened
    assert sentence.to_do
    assert sentence.means == "Nothing was changed."
    assert "what-was-it" not in repr(sentence)
    assert kind_of(error) == f"not-kept-{trouble}"


def test_no_two_troubles_sound_alike() -> None:
    said = [sentence_for(RecordRefused(trouble)).happened for trouble in RecordTrouble]
    assert len(set(said)) == len(said)
