"""Two people compare a root by signs or by words; a slip is told from another root where that can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.channel import Fingerprint
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.packs.channels.fingerprints import (
    GROUPS,
    TYPED_GROUPS,
    ask_for,
    compare_groups,
    compare_whole,
    groups_of,
    read_whole,
    words_of,
)

FINGERPRINTS = st.binary(min_size=32, max_size=32).map(lambda data: Fingerprint(data.hex()))
KNOWN = Fingerprint("00112233445566778899aabbccddeeff0123456789abcdef0f1e2d3c4b5a6978")


def trouble_of(fingerprint: Fingerprint, typed: str | dict[int, str]) -> ChannelError:
    try:
        if isinstance(typed, str):
            compare_whole(fingerprint, typed)
        else:
            compare_groups(fingerprint, typed)
    except ChannelError as error:
        return error
    raise AssertionError("it was taken")


@given(FINGERPRINTS, st.sampled_from([" ", "-", "\n", ": ", " – "]), st.booleans())
def test_it_is_recognised_in_every_way_to_write_it(fingerprint: Fingerprint, between: str, loud: bool) -> None:
    for groups in (groups_of(fingerprint), words_of(fingerprint)):
        typed = between.join(group.upper() if loud else group for group in groups)
        compare_whole(fingerprint, typed)
        compare_groups(fingerprint, dict(enumerate(groups, start=1)))
        assert read_whole(typed) == fingerprint


@given(FINGERPRINTS, FINGERPRINTS)
def test_another_one_never_passes(fingerprint: Fingerprint, other: Fingerprint) -> None:
    if fingerprint != other:
        assert trouble_of(fingerprint, " ".join(words_of(other))).kind is ChannelTrouble.WRONG_FINGERPRINT
        assert trouble_of(fingerprint, other).kind is ChannelTrouble.WRONG_FINGERPRINT


def test_a_known_one_has_its_known_groups_for_ever() -> None:
    assert groups_of(KNOWN)[:2] == ("0011 2233", "4455 6677")
    assert words_of(KNOWN)[:3] == ("abbey mirror muffin", "enable pulp pebble", "mineral soldier raccoon")
    assert len(words_of(KNOWN)) == len(groups_of(KNOWN)) == GROUPS


def test_a_slip_names_its_group() -> None:
    words = list(words_of(KNOWN))
    words[4] = words[4].replace(words[4].split()[0], "notaword")
    assert trouble_of(KNOWN, " ".join(words)).detail == "5"
    assert trouble_of(KNOWN, {2: groups_of(KNOWN)[1], 7: "12345"}).detail == "7"
    assert trouble_of(KNOWN, "1234").kind is ChannelTrouble.MISTYPED_FINGERPRINT


def test_two_groups_are_asked_for_and_nobody_knows_which() -> None:
    asked = {ask_for() for _ in range(200)}
    assert all(len(set(each)) == TYPED_GROUPS and set(each) <= set(range(1, GROUPS + 1)) for each in asked)
    assert len(asked) > 10
    with pytest.raises(RuntimeError):
        compare_groups(KNOWN, {1: groups_of(KNOWN)[0]})
