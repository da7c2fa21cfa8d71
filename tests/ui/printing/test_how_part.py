"""How something is printed: what was typed is understood or refused; the spooler is told what was asked for alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.model.errors import Cancelled
from caregiver_app.model.printing import AS_USUAL, MOST_COPIES, PrintHow, Sides
from caregiver_app.support.spooler import JOB, Spooler
from caregiver_app.ui.printing.how_part import HowPart, read_copies, read_pages
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.printers import PretendSheet, spooler_commands
from tests.helpers.qt_app import Stage


def test_pages_and_copies_are_read_as_people_write_them() -> None:
    """A page, a range with any dash, nothing for all; turned round is the same; what is beyond the sheet is refused."""
    pages = {
        "": (),
        " ": (),
        "2": (2, 2),
        "2-4": (2, 4),
        " 1 \u2013 5 ": (1, 5),
        "4-2": (2, 4),
        "0": None,
        "6": None,
        "2-6": None,
        "2,4": None,
        "two": None,
        "-1": None,
    }
    assert {typed: read_pages(typed, 5) for typed in pages} == pages
    copies = {"1": 1, " 12 ": 12, "99": 99, "0": None, "100": None, "": None, "-2": None, "1.5": None, "\u00b2": None}
    assert {typed: read_copies(typed) for typed in copies} == copies


def test_no_printer_is_ever_asked_for_what_nobody_wants() -> None:
    """Whoever asks it: copies have a bound, and pages an order."""
    for wrong in ({"copies": 0}, {"copies": MOST_COPIES + 1}, {"pages": (5, 2)}, {"pages": (0, 1)}):
        with pytest.raises(ValueError, match=str(next(iter(wrong.values()))).replace("(", r"\(").replace(")", r"\)")):
            PrintHow(**wrong)


def test_what_cannot_be_read_is_said_at_its_field(theme: Theme, stage: Stage) -> None:
    """Nothing is printed by half; the keyboard is where it is to be mended, and every part has a name."""
    part = HowPart(theme, count=3)
    stage.hold(part)
    assert part.take() == AS_USUAL
    part.fold.click()
    assert_accessible(part)
    part.pages.setText("2-9")
    assert part.take() is None
    assert part.pages.hasFocus()
    part.pages.setText("2-3")
    part.copies.setText("2")
    part.sides.chip(Sides.BOTH).click()
    assert part.take() == PrintHow(copies=2, sides=Sides.BOTH, pages=(2, 3))


def test_the_spooler_is_told_and_can_be_stopped(tmp_path: Path) -> None:
    """Copies, pages and sides are options of the command; a printer that does not answer can be left."""
    got = tmp_path / "got"
    how = PrintHow(copies=2, sides=Sides.BOTH, pages=(2, 3))
    with spooler_commands(tmp_path, lp=f'echo "$@" > {got}; cat > /dev/null', lpstat="exit 1"):
        Spooler().send(PretendSheet(), "Kitchen", how)
    options = "-n 2 -o collate=true -P 2-3 -o sides=two-sided-long-edge"
    assert got.read_text().strip() == f"-d Kitchen -t {JOB} {options} -"
    never = "exec tail -f /dev/null"
    with spooler_commands(tmp_path, lp=never, lpstat="exit 1"), pytest.raises(Cancelled):
        Spooler().send(PretendSheet(), "Kitchen", stop=StopsLater())


class StopsLater:
    """Somebody presses Stop once the printer has been waited for a little."""

    def __init__(self) -> None:
        self._looks = 0

    def is_set(self) -> bool:
        """Return whether it was looked before."""
        self._looks += 1
        return self._looks > 1
