"""The zone of this computer is told by the name that calendars use, whichever library of zones is installed."""

from __future__ import annotations

from datetime import UTC
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from caregiver_app.support.zones import name_of, own_zone


def test_the_zone_of_the_tests_is_that_of_london() -> None:
    assert own_zone() == "Europe/London"


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        (ZoneInfo("Asia/Tokyo"), "Asia/Tokyo"),
        (SimpleNamespace(zone="Asia/Tokyo"), "Asia/Tokyo"),  # as older libraries of zones have it
        (SimpleNamespace(zone="local"), "UTC"),
        (SimpleNamespace(key=None), "UTC"),
        (UTC, "UTC"),
    ],
    ids=["key", "zone", "no-such", "unnamed", "utc"],
)
def test_a_zone_without_a_name_that_others_know_counts_as_utc(zone: object, name: str) -> None:
    assert name_of(zone) == name
