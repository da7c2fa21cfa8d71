"""The words of a key are the same for ever and everywhere, and two groups of them tell it from another one."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.support.resources import resource
from caregiver_app.vault.letters.sealing import Recipient, new_key_pair
from caregiver_app.vault.letters.words import GROUPS, TYPED_GROUPS, WORDS, ask_for, compare_words, numbers_of, words_of

KEY = Recipient("age1702mqc20kwav6ev0fk65knzy39wwcujy32pd5kxjtza5de89nsnqq4ehxg")
LIST = resource("resources", "words", "key-words.txt")
KEYS = st.text("023456789acdefghjklmnpqrstuvwxyz", min_size=58, max_size=58).map(lambda end: Recipient(f"age1{end}"))


def trouble_of(key: Recipient, typed: dict[int, str]) -> AskError:
    with pytest.raises(AskError) as told:
        compare_words(key, typed)
    return told.value


def test_the_list_never_changes() -> None:
    """Another list would give every key other words, and two versions of the application would disagree."""
    words = LIST.read_text(encoding="ascii").split()
    assert hashlib.sha256(LIST.read_bytes()).hexdigest() == (
        "25f3f22f295510e99ba3cd820ae3b3107e4edcfca75c0bdd0d5c559fd1b23512"
    )
    assert words == sorted(set(words))
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 7 for word in words)


def test_a_known_key_has_its_known_words() -> None:
    assert [" ".join(group) for group in words_of(KEY)] == [
        "token glow ski vocal",
        "govern fresh gain gull",
        "camp clarity grass beaver",
    ]


def test_a_known_key_has_its_known_numbers() -> None:
    """The places of its words in the list: whoever reads no English reads these out in their own language."""
    assert numbers_of(KEY) == ("1831 0731 1612 1960", "0741 0676 0692 0774", "0252 0325 0751 0139")
    compare_words(KEY, {1: "1831 0731 1612 1960", 2: " 0741-0676-0692-0774 "})
    compare_words(KEY, {2: "0741067606920774", 3: "camp clarity grass beaver"})


@given(KEYS)
def test_any_two_groups_in_numbers_are_the_key_s_own_and_no_other_s(key: Recipient) -> None:
    numbers = numbers_of(key)
    compare_words(key, {1: numbers[0], 3: numbers[2]})
    other = new_key_pair().recipient
    assert trouble_of(other, {1: numbers[0], 3: numbers[2]}).kind is AskTrouble.WRONG_WORDS


@given(KEYS)
def test_any_two_groups_of_a_key_are_its_own(key: Recipient) -> None:
    groups = words_of(key)
    assert [len(group) for group in groups] == [WORDS] * GROUPS
    for numbers in itertools.combinations(range(1, GROUPS + 1), TYPED_GROUPS):
        compare_words(key, {number: f"  {'  '.join(groups[number - 1]).upper()} " for number in numbers})


@given(KEYS, KEYS)
def test_groups_of_another_key_are_told(one: Recipient, other: Recipient) -> None:
    if one == other:
        return
    groups = words_of(other)
    assert trouble_of(one, {1: " ".join(groups[0]), 2: " ".join(groups[1])}).kind is AskTrouble.WRONG_WORDS


def test_one_right_group_is_not_enough() -> None:
    own, other = words_of(KEY), words_of(new_key_pair().recipient)
    assert trouble_of(KEY, {1: " ".join(own[0]), 3: " ".join(other[2])}).kind is AskTrouble.WRONG_WORDS
    with pytest.raises(RuntimeError):
        compare_words(KEY, {1: " ".join(own[0])})
    with pytest.raises(RuntimeError):
        compare_words(KEY, {1: " ".join(own[0]), 4: " ".join(own[0])})


def test_groups_in_each_others_places_are_told() -> None:
    own = words_of(KEY)
    assert trouble_of(KEY, {1: " ".join(own[1]), 2: " ".join(own[0])}).kind is AskTrouble.WRONG_WORDS


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "one",
        "zzzzz zzzzz zzzzz zzzzz",
        "able able able able able",
        "1831 0731 1612 1961",
        "2048 0731 1612 1960",
        "183107311612",
    ],
)
def test_a_slip_is_told_from_another_key(typed: str) -> None:
    told = trouble_of(KEY, {1: " ".join(words_of(KEY)[0]), 2: typed})
    assert (told.kind, told.detail) == (AskTrouble.MISTYPED_WORDS, "2")


def test_most_swapped_words_are_told_as_slips() -> None:
    """Two bits of each group are a check: of words exchanged for another one of the list, three in four fail it."""
    first, *rest = words_of(KEY)[0]
    words = LIST.read_text(encoding="ascii").split()
    second = " ".join(words_of(KEY)[1])
    kinds = [trouble_of(KEY, {1: " ".join((word, *rest)), 2: second}).kind for word in words if word != first]
    assert set(kinds) == {AskTrouble.MISTYPED_WORDS, AskTrouble.WRONG_WORDS}
    assert 0.7 < kinds.count(AskTrouble.MISTYPED_WORDS) / len(kinds) < 0.8


def test_two_different_groups_are_asked_for() -> None:
    asked = {ask_for() for _ in range(200)}
    assert asked == set(itertools.combinations(range(1, GROUPS + 1), TYPED_GROUPS))
