"""The tour in docs/tours/paper.sh is what happens when somebody types it."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.print_commands import words_of
from tests.helpers.tours import toured


def test_the_tour_of_paper_runs_as_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "tour"
    ran = toured("paper.sh", folder)
    assert ran.stdout.count("Refused, as it must be.") == 2
    made = {path.name: path.read_bytes() for path in folder.glob("*.pdf")}
    assert sorted(made) == ["fridge-door.pdf", "hospital-bag.pdf", "locked.pdf", "pages.pdf", "wallet.pdf"]
    for name in ("hospital-bag.pdf", "fridge-door.pdf"):
        assert "Penicillin:arash" in words_of(made[name]), name
    for name in ("pages.pdf", "wallet.pdf"):
        assert "Ashworth" not in words_of(made[name]), name
    assert ran.stderr.count("This file will not be locked.") == 2
