"""What families will see of a text, below a line that says how hard it is to read and above what is wrong in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.support.sentences.reading import ease_words
from caregiver_app.ui.library.reader.link_popover import WIDTH, LinkPopover
from caregiver_app.ui.library.reader.page_view import PageView
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.studio.writing.filled_page import filled_page
from caregiver_app.ui.studio.writing.seeing import Seen
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

_MOST_SHOWN = 3
_LEAST_HEIGHT = 240


class SeenPart(QWidget):
    """`line_asked` carries the number of a line of the words that something is wrong with."""

    line_asked = Signal(int)

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = tools.desk
        theme = tools.desk.theme
        self.setAccessibleName(_("What families will see"))
        self.ease = PlainLabel(ink="text-2", wrap=True)
        self.view = PageView(theme, compact=True)
        self.view.setAccessibleName(_("The text as families will see it"))
        self.view.link_asked.connect(self._say_where)
        self.problems = QWidget()
        self._listed = Column(theme, gap=4, parent=self.problems)
        self._buttons: list[Button] = []
        self.heading = PlainLabel(_("What families will see"), role=TypeRole.HEADING, wrap=True)
        page, column = filled_page(theme, _("What families will see"))
        Column(theme, parent=self).addWidget(page)
        theme.changed.connect(self._resize)
        self._resize()
        column.addWidget(self.heading)
        column.addWidget(self.ease)
        column.addWidget(self.view, 1)
        column.addWidget(self.problems)
        self.problems.setVisible(False)

    def show_seen(self, seen: Seen, language: str) -> None:
        """Show a text where it was read before: the place stays."""
        place = self.view.verticalScrollBar().value()
        if seen.html is not None:
            self.view.show_html(seen.html, seen.pictures)
            self.view.document().pageCount()  # lays out the whole text, so that the scroll bar knows how long it is
            self.view.verticalScrollBar().setValue(place)
        self.ease.setText(grade_words(seen.grade, language))
        self._show_problems(seen.problems)

    def clear(self) -> None:
        """Show nothing."""
        self.view.show_html("")
        self.ease.setText("")
        self._show_problems(())

    def _resize(self) -> None:
        self.view.setMinimumHeight(self._desk.theme.px(_LEAST_HEIGHT))

    def _show_problems(self, problems: tuple[PackProblem, ...]) -> None:
        for button in self._buttons:
            self._listed.removeWidget(button)
            button.setVisible(False)
            button.deleteLater()
        self._buttons = [self._button(problem) for problem in problems[:_MOST_SHOWN]]
        self.problems.setVisible(bool(problems))

    def _button(self, problem: PackProblem) -> Button:
        line = problem.where.rpartition(":")[2]
        words = problem_words(problem)
        if line.isdigit():
            # Translators: what is wrong in a line of a text
            words = _("Line {number}: {problem}").format(number=format_number(int(line)), problem=words)
        button = Button(self._desk.theme, words, kind=ButtonKind.QUIET, icon=Icon.ALERT)
        button.clicked.connect(lambda: self.line_asked.emit(int(line) if line.isdigit() else 1))
        self._listed.addWidget(button)
        return button

    def _say_where(self, address: str) -> None:
        overlay = self._desk.overlay
        overlay.open_popover(LinkPopover(self._desk, address, overlay.close_panel), width=WIDTH)


def grade_words(grade: float | None, language: str) -> str:
    """Return how hard a text is to read, with its school grade."""
    if grade is None:
        return _("Too short to say how easy it is to read.")
    # Translators: a school grade and how hard a text is, e.g. "Grade 6.2, easy to read"
    return _("Grade {grade}, {ease}").format(grade=format_number(grade), ease=ease_words(grade, language))
