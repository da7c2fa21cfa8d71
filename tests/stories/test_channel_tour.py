"""The tour in docs/tours/channel.sh is what happens when somebody types it."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.tours import toured


def test_the_tour_of_a_channel_runs_as_it_stands(tmp_path: Path) -> None:
    ran = toured("channel.sh", tmp_path / "tour")
    assert ran.stdout.count("Refused, as it must be.") == 3
    for said in ("older than what you have", "changed after it was signed", "not signed"):
        assert said in ran.stderr, said
