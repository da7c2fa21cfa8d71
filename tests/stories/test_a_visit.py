"""A visit from questions to answers, lived through the keyboard in a real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from caregiver_app.bootstrap import Paths
from caregiver_app.bootstrap.care import Care
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.records.appointments import AppointmentState
from caregiver_app.vault.records.questions import QuestionState
from caregiver_app.vault.store import Vault
from tests.helpers.vaults import PASSPHRASE, new_care
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

T = TypeVar("T")

TITLE = "^Care notes, Caregiver$"
QUESTION, TITLE_OF_VISIT = "Could the tablet make her unsteady", "Memory clinic"


class Beside:
    """The notes as another process with the passphrase sees them."""

    def __init__(self, folder: Path) -> None:
        self._care = Care(Paths(data_dir=folder), SystemClock())
        self._care.unlock(PASSPHRASE)

    def ask(self, question: Callable[[Vault], T]) -> T:
        """Return what the notes say."""
        vault = self._care.open()
        try:
            return question(vault)
        finally:
            vault.close()

    def is_being_written(self, place: str, text: str) -> bool:
        """Return whether a draft holds these words."""
        drafts = self.ask(lambda vault: vault.drafts.list())
        return any(draft.place.startswith(place) and text in (draft.text, *draft.more.values()) for draft in drafts)

    def close(self) -> None:
        """Forget the key."""
        self._care.lock()


def with_somebody(folder: Path) -> None:
    """Make care notes about one person, locked."""
    care = new_care(folder)
    vault = care.open()
    vault.people.add("Mum", at=SystemClock().now())
    vault.close()
    care.lock()


def open_notes(window: RunningWindow) -> None:
    """Open and unlock the care notes; the keyboard is in the journal then."""
    window.focus()
    window.wait_for(lambda library: bool(library.topics.list()), "the starter content")
    window.press("ctrl+5")
    window.focus(TITLE)
    window.press("F6")
    window.type_text(PASSPHRASE)
    window.press("Return")
    window.wait_until((window.folder / "vault.db-wal").exists, "the notes to open")


def until(window: RunningWindow, act: Callable[[], None], holds: Callable[[], bool], what: str) -> None:
    """Do something, again where the window was not ready for it, until it has come about."""

    def tried() -> bool:
        act()
        return window.soon(holds)

    window.wait_until(tried, what)


def test_a_visit_from_questions_to_answers(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with_somebody(folder)
    with window_process(screen, folder) as window:
        open_notes(window)
        beside = Beside(folder)
        ask_a_question(window, beside)
        plan_a_visit(window, beside)
        write_it_up(window, beside)
        assert window.quit() == (0, "")
    question = beside.ask(lambda vault: vault.questions.list())[0]
    (answer,) = question.answers
    assert (question.state, answer.text, answer.by_whom) == (QuestionState.ANSWERED, "Take it at night", "Dr Osei")
    (visit,) = beside.ask(lambda vault: vault.appointments.list())
    assert (visit.state, question.appointment_id) == (AppointmentState.DONE, visit.id)
    beside.close()


def ask_a_question(window: RunningWindow, beside: Beside) -> None:
    """Go to the tab of the questions and write one."""

    def write() -> None:
        window.press("shift+F6", "Home", "Right", "Return", "ctrl+n", "ctrl+a")
        window.type_text(QUESTION)

    until(window, write, lambda: beside.is_being_written("question/new", QUESTION), "the question")
    window.press("ctrl+Return")
    window.wait_until(lambda: bool(beside.ask(lambda vault: vault.questions.list())), "the question to be kept")


def plan_a_visit(window: RunningWindow, beside: Beside) -> None:
    """Go on to the appointments and add one of today; the keyboard is at the row of tabs."""

    def write() -> None:
        window.press("Home", "Right", "Right", "Return", "ctrl+n", "ctrl+a")
        window.type_text(TITLE_OF_VISIT)
        window.press("Tab", "ctrl+a")
        window.type_text("today")
        window.press("Tab", "ctrl+a")
        window.type_text("00:05")

    until(window, write, lambda: beside.is_being_written("appointment/new", "00:05"), "the visit")
    window.press("ctrl+Return")
    window.wait_until(lambda: bool(beside.ask(lambda vault: vault.appointments.list())), "the visit to be kept")


def write_it_up(window: RunningWindow, beside: Beside) -> None:
    """Go into the tab, open the place after the visit, and write down the answer and who gave it."""

    def answer() -> None:
        window.press("ctrl+a")
        window.type_text("Take it at night")

    def say_who() -> None:
        window.press("ctrl+a")
        window.type_text("Dr Osei")

    window.press("F6", "Tab", "space")
    until(window, answer, lambda: beside.is_being_written("visit/", "Take it at night"), "the answer")
    window.press("Tab", "Tab")
    until(window, say_who, lambda: beside.is_being_written("visit/", "Dr Osei"), "who gave it")
    window.press("ctrl+Return")

    def done() -> bool:
        states = beside.ask(lambda vault: [visit.state for visit in vault.appointments.list()])
        return states == [AppointmentState.DONE]

    window.wait_until(done, "what came of the visit")
