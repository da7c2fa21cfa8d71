"""Passphrases are judged for who knows the family; what is easy to guess is refused; suggestions are strong."""

from __future__ import annotations

import runpy
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zxcvbn import matching

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.passphrase import Strength, StrengthTip
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.i18n import speaking
from caregiver_app.support.sentences import Audience, sentence_for, strength_word, tip_sentence
from caregiver_app.vault.keys.passphrases import MOST_JUDGED, judge, plain_words, refuse_weak, suggest
from tests.helpers.vaults import CHEAPEST, PASSPHRASE

PROJECT = Path(__file__).resolve().parents[4]


@pytest.mark.parametrize(
    ("typed", "tip"),
    [
        ("", StrengthTip.EMPTY),
        ("   ", StrengthTip.EMPTY),
        ("password1", StrengthTip.COMMON),
        ("12.05.1948", StrengthTip.DATE),
        ("qwertyuiop", StrengthTip.COMMON),
        ("aaaaaaaaaaaaaaaa", StrengthTip.REPEATED),
        ("zxdrtgbhu", StrengthTip.KEYS),
        ("23456789", StrengthTip.SERIES),
        ("kettle", StrengthTip.LONGER),
        ("Margarethe", StrengthTip.NAME),
    ],
)
def test_what_is_tried_first_is_easy_to_guess_and_told_why(typed: str, tip: StrengthTip) -> None:
    judged = judge(typed)
    assert (judged.strength, judged.accepted) == (Strength.EASY, False)
    assert judged.tip in (tip, StrengthTip.LONGER)
    assert tip_sentence(judged.tip)


def test_names_of_the_family_count_for_nothing() -> None:
    typed = "Ottilie Brandstetter Wolfsbach"
    assert judge(typed).accepted
    known = judge(typed, ("Ottilie Brandstetter", "Wolfsbach"))
    assert (known.accepted, known.tip) == (False, StrengthTip.FAMILY)
    assert not judge("OTTILIE brandstetter 1948", ("Ottilie Brandstetter",)).accepted
    assert not judge("OttilieBrandstetter", ("ottilie brandstetter",)).accepted


def test_names_of_the_family_are_kept_nowhere() -> None:
    judge("some words or other", ("Ottilie Brandstetter",))
    assert matching.RANKED_DICTIONARIES["user_inputs"] == {}


def test_long_ones_are_judged_by_beginning_and_end_in_bounded_time() -> None:
    assert judge("a" * 2_000).strength is Strength.EASY
    assert judge("a" * 2_000 + " slate otter window candle river").strength is Strength.STRONG
    assert judge("slate otter window candle river" + " " * MOST_JUDGED).strength is Strength.STRONG


def test_five_plain_words_are_strong_each_time() -> None:
    made = {suggest() for _ in range(20)}
    assert len(made) == 20
    assert all(judge(each).strength is Strength.STRONG and len(each.split()) == 5 for each in made)


def test_in_a_spanish_window_the_words_are_spanish_and_as_hard_to_guess() -> None:
    with speaking("es-US"):
        made = [suggest().split() for _ in range(20)]
    known = set(plain_words("es"))
    assert all(len(words) == 5 and known.issuperset(words) for words in made)
    assert all(judge(" ".join(words)).strength is Strength.STRONG for words in made)
    assert len(known) == len(plain_words("en")) == 8_192
    assert {"abuelo", "zapato"} <= known
    assert plain_words("de") == plain_words("en"), "no list of its own"


def test_the_lists_of_words_keep_their_rules(capsys: pytest.CaptureFixture[str]) -> None:
    script = runpy.run_path(str(PROJECT / "packaging" / "make_words.py"))
    assert script["main"](["--check"]) == 0, capsys.readouterr().out


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=30), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_is_judged_alike_however_it_was_typed(typed: str, family: list[str]) -> None:
    assert judge(typed, family) == judge(unicodedata.normalize("NFD", typed), family)


def test_a_weak_one_makes_no_care_notes(tmp_path: Path) -> None:
    care = Care(Paths(data_dir=tmp_path), SystemClock())
    with pytest.raises(VaultError) as told:
        care.create("summer2024", cost=CHEAPEST)
    assert told.value.kind is VaultTrouble.WEAK_PASSPHRASE
    assert not list(tmp_path.iterdir())
    words = sentence_for(told.value, Audience.WINDOW)
    assert "easy to guess" in words.happened
    assert "summer" not in words.text
    with pytest.raises(VaultError):
        care.create("Ottilie Brandstetter Wolfsbach", family=("Ottilie Brandstetter Wolfsbach",), cost=CHEAPEST)


def test_a_strong_one_passes() -> None:
    refuse_weak(PASSPHRASE)


@pytest.mark.parametrize("strength", list(Strength))
def test_each_strength_has_its_word(strength: Strength) -> None:
    assert strength_word(strength)
