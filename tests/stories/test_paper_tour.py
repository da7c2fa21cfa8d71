"""The tour in docs/tours/paper.sh is what happens when somebody types it."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.print_commands import words_of
from tests.helpers.shared_files import read_pdf
from tests.helpers.tours import toured


def test_the_tour_of_paper_runs_as_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "tour"
    ran = toured("paper.sh", folder)
    assert ran.stdout.count("Refused, as it must be.") == 1
    made = {path.name: path.read_bytes() for path in folder.glob("*.pdf")}
    assert sorted(made) == ["fridge-door.pdf", "hospital-bag.pdf", "wallet.pdf"]
    assert "Amlodipine" in words_of(made["hospital-bag.pdf"])
    assert read_pdf(made["fridge-door.pdf"]).is_encrypted
    assert "999" in words_of(made["wallet.pdf"])
    assert ran.stderr.count("This file will not be locked.") == 1
