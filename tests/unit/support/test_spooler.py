"""A sheet reaches the spooler by a pipe, under a name that tells nothing; what goes wrong there is one kind error."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.printing import PrinterFacts
from caregiver_app.support.spooler import JOB, Spooler, is_virtual
from tests.helpers.printers import PretendSheet, spooler_commands

LPSTAT = """
case "$1" in
-e) echo Kitchen; echo Office_Laser; echo Print_to_PDF;;
-d) echo "system default destination: Office_Laser";;
esac
"""


def test_printers_are_listed_the_usual_one_first(tmp_path: Path) -> None:
    """The system's default comes first, and what only makes files is known as such."""
    with spooler_commands(tmp_path, lp="exit 0", lpstat=LPSTAT):
        assert Spooler().known() == (
            PrinterFacts(name="Office_Laser", is_default=True),
            PrinterFacts(name="Kitchen"),
            PrinterFacts(name="Print_to_PDF", virtual=True),
        )


def test_the_sheet_goes_by_a_pipe_under_a_neutral_name(tmp_path: Path) -> None:
    """The printer gets the PDF on standard input; neither its name nor a file tells what it is."""
    got = tmp_path / "got"
    with spooler_commands(tmp_path, lp=f'echo "$@" > {got}.args; cat > {got}', lpstat=LPSTAT):
        Spooler().send(PretendSheet(), "Kitchen")
    assert got.read_bytes() == PretendSheet().pdf()
    assert Path(f"{got}.args").read_text().split() == ["-d", "Kitchen", "-t", JOB, "-"]


def test_a_printer_that_refuses_is_told(tmp_path: Path) -> None:
    """A failing spooler is an error with a kind, not a traceback."""
    with spooler_commands(tmp_path, lp="exit 1", lpstat=LPSTAT), pytest.raises(PrintError) as told:
        Spooler().send(PretendSheet(), "Kitchen")
    assert told.value.kind is PrintTrouble.NOT_TAKEN


def test_a_spooler_that_does_not_answer_has_no_printers(tmp_path: Path) -> None:
    """Without an answer there is nothing to choose from."""
    with spooler_commands(tmp_path, lp="exit 0", lpstat="exit 1"):
        assert Spooler().known() == ()


def test_only_whole_words_tell_that_nothing_comes_out() -> None:
    """A printer is none that writes files because its name has a word in it by chance."""
    virtual = (
        "Print_to_PDF",
        "CutePDF Writer",
        "Microsoft XPS Document Writer",
        "HP-Fax",
        "PrintToFile",
        "Cloud Print",
    )
    real = ("Brother_profile", "Office_Laser", "Telefaxless", "Cloudberry-2", "Epson_ET2850", "Files' own")
    assert [name for name in virtual if not is_virtual(name)] == []
    assert [name for name in real if is_virtual(name)] == []
