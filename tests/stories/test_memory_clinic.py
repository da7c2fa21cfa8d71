"""A visit to the memory clinic by keyboard alone: a question the evening before, the sheet, the answer afterwards."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from caregiver_app.model.time import Millis, from_datetime, to_datetime
from caregiver_app.vault.records.appointments import Appointment, AppointmentState
from caregiver_app.vault.records.questions import Question
from tests.helpers.by_keyboard import find_until, is_at, press_at, type_at
from tests.helpers.hartleys import MORNING, Beside, take_hartleys, unlock_at_home
from tests.helpers.printers import spooler_commands
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

ASKED = "Is there a group for carers near us?"
NIGHTS = "Is there anything for the nights that does not make her unsteady?"
ANSWER = "A lamp with a sensor first, no tablet."
PRINTER = """
case "$1" in
-e) echo Kitchen_Printer;;
-d) echo "system default destination: Kitchen_Printer";;
esac
"""


def of_monday(days: int, hours: float) -> Millis:
    """Return a time of the week."""
    return from_datetime(to_datetime(MORNING).replace(hour=0, minute=0) + timedelta(days=days, hours=hours))


def question(beside: Beside, text: str) -> Question | None:
    """Return the question that says this."""
    return next((one for one in beside.ask(lambda vault: vault.questions.list()) if one.text == text), None)


def visit(beside: Beside) -> Appointment:
    """Return the visit of the story, the last one at the clinic."""
    found = beside.ask(lambda vault: vault.appointments.list())
    return max((one for one in found if one.title == "Memory clinic"), key=lambda one: one.starts.instant())


def test_from_a_question_to_the_printed_sheet_to_the_answer(screen: Screen, hartleys: Path, tmp_path: Path) -> None:
    folder = take_hartleys(hartleys, tmp_path / "data")
    beside, printed = Beside(folder), tmp_path / "printed"
    with (
        spooler_commands(tmp_path, lp=f"cat > {printed}.part && mv {printed}.part {printed}", lpstat=PRINTER),
        window_process(screen, folder, before=("env", f"PATH={os.environ['PATH']}"), at=of_monday(1, 19.5)) as window,
    ):
        unlock_at_home(window)
        ask(window, beside)
        print_the_sheet(window)
        window.wait_until(printed.exists, "the sheet to reach the printer")
        assert window.quit() == (0, "")
    assert printed.read_bytes().startswith(b"%PDF")
    with window_process(screen, folder, at=of_monday(2, 12.5)) as window:
        unlock_at_home(window)
        write_it_up(window, beside)
        assert window.quit() == (0, "")
    answered = question(beside, NIGHTS)
    assert answered is not None
    assert [(answer.text, answer.by_whom) for answer in answered.answers] == [(ANSWER, "Dr Anna Rowe")]
    beside.close()


def ask(window: RunningWindow, beside: Beside) -> None:
    """Write down what comes to mind the evening before."""
    window.picture("visit-1-evening-before", shows="Memory clinic, tomorrow at 10:30")
    press_at(window, "Write a question", "ctrl+a")
    window.type_text(ASKED)
    window.press("Return")
    window.wait_until(lambda: question(beside, ASKED) is not None, "the question to be kept")
    window.picture("visit-2-question", shows="Questions for the doctor")


def print_the_sheet(window: RunningWindow) -> None:
    """Look at the sheet of the visit and print it on the only printer."""
    press_at(window, "Print the visit sheet")
    window.picture("visit-3-sheet", shows="Page 1 of 5")
    press_at(window, "Print: Visit sheet")
    press_at(window, "Printers", "Return")


def write_it_up(window: RunningWindow, beside: Beside) -> None:
    """Write down the answer of the doctor, and that the visit is over."""
    find_until(window, "appointments", lambda: "What came of it?" in window.words())
    press_at(window, "After the visit: Memory clinic")
    window.wait_until(
        lambda: is_at(window, "Answer to: Is there anything for the nights"), "the questions of the visit"
    )
    window.type_text(ANSWER)
    type_at(window, "Who answered", "Dr Anna Rowe")
    window.wait_until(lambda: beside.is_being_written("Dr Anna Rowe"), "what is written to be kept as it is typed")
    window.picture("visit-4-answers", shows="After the visit: Memory clinic")
    window.press("ctrl+Return")
    window.wait_until(lambda: visit(beside).state is AppointmentState.DONE, "what came of the visit")
