"""A pack's channel is the one that was chosen for it, else the only one there is; what is remembered has a bound."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from caregiver_app.bootstrap.channel_of_pack import channel_of, choose_channel, known_channels
from caregiver_app.library.store import Library, open_library
from tests.helpers.clock import StillClock

EVENINGS, MORNINGS, NORTH, SOUTH = Path("/evenings"), Path("/mornings"), Path("/north"), Path("/south")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(open_library(tmp_path / "library.db", StillClock())) as library:
        yield library


def test_the_only_channel_is_taken_until_another_one_is_chosen(library: Library) -> None:
    assert channel_of(library, EVENINGS) is None
    choose_channel(library, EVENINGS, NORTH)
    assert channel_of(library, MORNINGS) == NORTH
    choose_channel(library, MORNINGS, SOUTH)
    assert [channel_of(library, each) for each in (EVENINGS, MORNINGS, Path("/other"))] == [NORTH, SOUTH, None]
    assert known_channels(library) == (SOUTH, NORTH)


def test_what_is_remembered_is_bounded_and_nonsense_counts_as_nothing(library: Library) -> None:
    for number in range(50):
        choose_channel(library, Path(f"/pack{number}"), Path(f"/channel{number}"))
    assert len(known_channels(library)) == 40
    assert channel_of(library, Path("/pack0")) is None
    for said in ("", "[1]", '{"/evenings": 3}', "{", "[" * 3_000):
        library.choices.put("studio_channels", said)
        assert known_channels(library) == (), said
