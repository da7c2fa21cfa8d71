"""Every way in which a pack is not taken has plain words: what happened, that nothing changed, what to do."""

from __future__ import annotations

from caregiver_app.cli.failures import exit_code_of
from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.support.sentences import kind_of, sentence_for
from caregiver_app.support.sentences.pack_problems import problem_words

REFUSED = {PackTrouble.UNSAFE, PackTrouble.FIELD, PackTrouble.NOT_READY}


def test_every_trouble_has_its_sentence_word_and_exit_code() -> None:
    for kind in PackTrouble:
        error = PackError(kind, "guides/a.md", "3" if kind is PackTrouble.NOT_READY else "")
        sentence = sentence_for(error)
        assert sentence.happened, kind
        assert sentence.means or sentence.to_do, kind
        assert "!" not in sentence.text
        assert kind_of(error) == f"pack-{kind.value}"
        assert exit_code_of(error) == (4 if kind in REFUSED else 1)


def test_a_field_that_is_wrong_is_told_in_the_words_of_its_maker() -> None:
    sentence = sentence_for(PackError(PackTrouble.FIELD, "links[nhs].address", "address-insecure"))
    assert "https" in sentence.happened
    assert sentence.detail == "links[nhs].address"


def test_a_day_stands_as_people_say_it() -> None:
    for fault in (PackFault.CHECK_DUE, PackFault.CHECK_TOO_LONG, PackFault.REVIEW_DUE):
        words = problem_words(PackProblem(where="review_by", fault=fault, detail="2028-11-27"))
        assert "27 November 2028" in words, fault
