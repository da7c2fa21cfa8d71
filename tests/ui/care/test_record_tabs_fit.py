"""Journal, questions and appointments fit the smallest window at every text size, and all in them can be hit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_app.ui.care.appointments.tab import AppointmentsTab
from caregiver_app.ui.care.journal.tab import JournalTab
from caregiver_app.ui.care.questions.tab import QuestionsTab
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.theme import Theme
from caregiver_app.vault.records.appointments import AppointmentId
from caregiver_app.vault.records.notes import NoteId
from tests.helpers.care_visits import filled, tab_of
from tests.helpers.care_window import care_of, care_window, unlock
from tests.helpers.fitting import assert_targets, cut_labels
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened


def _look_at_journal(opened: Opened) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    quick = tab.write.writer.answers.quick()
    assert quick is not None
    quick.ask("medicines")
    tab.write.writer.more.click()


def _look_at_note(opened: Opened) -> None:
    tab_of(opened, "journal", JournalTab).open_note(NoteId(1))


def _look_at_questions(opened: Opened) -> None:
    tab_of(opened, "questions", QuestionsTab)


def _look_at_ready_questions(opened: Opened) -> None:
    tab_of(opened, "questions", QuestionsTab).pick.click()


def _look_at_appointments(opened: Opened) -> None:
    tab_of(opened, "appointments", AppointmentsTab)


def _look_at_after_the_visit(opened: Opened) -> None:
    tab_of(opened, "appointments", AppointmentsTab).open_after(AppointmentId(1))


LOOKS = (
    _look_at_journal,
    _look_at_note,
    _look_at_questions,
    _look_at_ready_questions,
    _look_at_appointments,
    _look_at_after_the_visit,
)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_everything_fits_and_can_be_hit(theme: Theme, tmp_path: Path, starter_folder: Path, percent: int) -> None:
    theme.set_percent(percent)
    with care_window(theme, tmp_path / "data", starter_folder, size=SMALLEST) as opened:
        unlock(opened)
        filled(opened)
        for look in LOOKS:
            _check(opened, theme, look)
    theme.set_percent(100)


def _check(opened: Opened, theme: Theme, look: Callable[[Opened], None]) -> None:
    look(opened)
    opened.quiet()
    settle()
    body = care_of(opened).screen.body
    assert body is not None
    tab = body.tab
    assert tab is not None
    inner = tab.widget()
    assert inner is not None
    assert inner.width() <= tab.viewport().width()
    assert not tab.horizontalScrollBar().isVisible()
    assert cut_labels(tab) == []
    assert_targets(tab, theme)
