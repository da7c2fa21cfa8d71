"""What of checks is pictured: the drawer as it begins and with a No, what is due, and a page that was checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from caregiver_app.model.trust import Answer
from caregiver_app.ui.checking.check_drawer import CheckDrawer
from caregiver_app.ui.entries import LIBRARY
from tests.helpers.whole_window import Opened

_PAGE = "When evenings feel harder: calm routines for sundowning"
_OTHER = 1


def for_others(opened: Opened) -> None:
    """Open the settings of who checks pages for other people."""
    opened.whole.open_settings("checking")


def a_check_begins(opened: Opened) -> None:
    """The drawer before anything is answered."""
    _begin(opened)


def a_check_with_a_no(opened: Opened) -> None:
    """The drawer with answers, one of them No, at its points."""
    drawer = _begin(opened)
    for row, answer in zip(drawer.rows, (Answer.YES, Answer.YES, Answer.NO), strict=False):
        row.answers.chip(answer).click()
    drawer.rows[2].why.setText("It says “studies show” and names none.")
    drawer.rows[2].why.textEdited.emit("It says “studies show” and names none.")
    opened.quiet()
    _scroll(drawer, 0.32)


def a_check_ends(opened: Opened) -> None:
    """The lower end of the drawer: what comes of it, who checks, the next check."""
    drawer = _begin(opened)
    _answer(drawer)
    opened.quiet()
    _scroll(drawer, 1.0)


def a_checked_page(opened: Opened) -> None:
    """A page that was checked, with all that is said about it."""
    drawer = _begin(opened)
    _answer(drawer)
    drawer.save.click()
    opened.quiet()
    opened.whole.window.messages.drop("check")
    opened.whole.library.shelf.reader.open_about()


def what_is_due(opened: Opened) -> None:
    """The list of what waits to be looked at."""
    drawer = _begin(opened)
    _answer(drawer)
    drawer.next_check.chosen.emit(drawer.sheet.next_checks[-1].day)
    drawer.save.click()
    opened.quiet()
    other = _begin(opened, opened.rows[_OTHER].title)
    other.rows[0].answers.chip(Answer.YES).click()
    opened.whole.window.overlay.close_panel()
    opened.quiet()
    opened.clock.advance(40 * 24 * 3600)
    opened.whole.library.shelf.pane.filters.show_due()
    opened.quiet()
    opened.whole.window.messages.drop("check")


def _begin(opened: Opened, title: str = _PAGE) -> CheckDrawer:
    part = opened.whole.library.shelf.reader.toolbar.check
    if not part.isVisible():
        opened.whole.open_settings("checking")
        opened.whole.settings.part.for_others.click()  # type: ignore[union-attr]  # the page that was opened
        opened.whole.window.messages.drop("checking")
        opened.whole.window.open_screen(LIBRARY)
    row = next(row for row in opened.rows if row.title == title)
    opened.whole.library.shelf.enter(row)
    opened.quiet()
    opened.whole.checking.open_page(row)
    opened.quiet()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, CheckDrawer)
    return panel.content


def _answer(drawer: CheckDrawer) -> None:
    for row in drawer.rows:
        row.answers.chip(Answer.YES).click()
    drawer.rows[4].answers.chip(Answer.CANNOT_TELL).click()
    drawer.reviewer.role.setText("Family carer")


def _scroll(drawer: CheckDrawer, part: float) -> None:
    bar = drawer.page.verticalScrollBar()
    bar.setValue(round(bar.maximum() * part))


VIEWS: Sequence[Callable[[Opened], None]] = (
    for_others,
    a_check_begins,
    a_check_with_a_no,
    a_check_ends,
    a_checked_page,
    what_is_due,
)
"""Every one of them, for pictures at all sizes and in all colours."""
