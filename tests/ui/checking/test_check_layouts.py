"""Checks in the smallest window with the largest text: named, reachable, large enough, and nothing cut."""

from __future__ import annotations

from caregiver_app.model.trust import Answer
from caregiver_app.ui.checking.check_drawer import CheckDrawer
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.qt_app import settle, show
from tests.helpers.whole_window import Opened


def test_checks_fit_the_smallest_window_with_the_largest_text(checker: Opened, theme: Theme) -> None:
    window, row = checker.whole.window, checker.rows[0]
    theme.set_percent(200)
    show(window, *SMALLEST)
    checker.whole.library.shelf.enter(row)
    checker.quiet()
    checker.whole.checking.open_page(row)
    checker.quiet()
    panel = window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, CheckDrawer)
    panel.content.rows[0].answers.chip(Answer.NO).click()
    settle()
    assert window.rect().contains(panel.geometry())
    assert_fits_smallest(window)
    assert_targets(panel, theme)
    assert_accessible(panel)
    window.overlay.close_panel()
    checker.quiet()
    checker.whole.checking.open_due()
    checker.quiet()
    assert checker.whole.library.shelf.pane.due.part.list.isVisible()
    assert_fits_smallest(window)
    assert_targets(window, theme)
    assert_accessible(window)
