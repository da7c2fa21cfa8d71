"""Who chooses another language at the first step stays there: the window that speaks it stands where they were."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.assembly import WholeWindow
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.first_run.frame import FirstRunScreen
from caregiver_app.ui.first_run.welcome_step import WelcomeStep
from caregiver_app.ui.theme import Theme
from tests.helpers.whole_application import another_has_come, run_application

pytestmark = [
    pytest.mark.usefixtures("undressed"),
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
]


def welcome(whole: WholeWindow) -> WelcomeStep | None:
    """Return the first step, None unless it is what is shown and ready."""
    shown = whole.library.behind
    is_there = isinstance(shown, FirstRunScreen) and shown.isVisible() and whole.window.nav.current == LIBRARY
    step = shown.step if is_there and isinstance(shown, FirstRunScreen) else None
    return step if isinstance(step, WelcomeStep) else None


def choosing_spanish(app: QApplication, seen: list[WholeWindow]) -> Iterator[Callable[[], object]]:
    """Choose it, and take it back."""
    yield partial(another_has_come, app, seen)
    seen[0].window.open_screen(LIBRARY)
    yield lambda: welcome(seen[0])
    step = welcome(seen[0])
    assert step is not None
    step.languages.chip("es-ES").click()
    step.change.click()
    yield partial(another_has_come, app, seen)
    yield lambda: seen[1].window.toasts.message
    assert seen[1].window.nav.current == LIBRARY
    yield lambda: welcome(seen[1])
    step = welcome(seen[1])
    assert step is not None
    assert step.heading == "Le damos la bienvenida a Caregiver"
    seen[1].window.messages.undo()
    yield partial(another_has_come, app, seen)
    yield lambda: welcome(seen[2])
    step = welcome(seen[2])
    assert step is not None
    assert step.heading == "Welcome to Caregiver"


def test_the_first_steps_go_on_in_the_language_that_was_chosen(
    qapp: QApplication, theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    shutil.copytree(starter_folder, tmp_path / "data")
    seen: list[WholeWindow] = []
    run_application(qapp, choosing_spanish(qapp, seen), tmp_path / "data")
    assert len(seen) == 3
