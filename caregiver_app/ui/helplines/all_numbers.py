"""The emergency numbers of all countries by name, for where nobody said which one they are in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.helplines import Helpline, emergency_numbers
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import state_words
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import Figure, PlainLabel


class AllNumbers(QWidget):
    """The same on every screen. They come with the application alone; no pack can change one."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        numbers = QWidget()
        flow = Flow(theme, gap=20, parent=numbers)
        for line in sorted(emergency_numbers(), key=state_words):
            flow.addWidget(self._number(line))
        column = Column(theme, gap=12, parent=self)
        column.addWidget(numbers)
        column.addWidget(PlainLabel(_("Anywhere else, the emergency number of that country."), ink="text-2", wrap=True))

    def _number(self, line: Helpline) -> QWidget:
        holder = QWidget()
        country = state_words(line)
        holder.setAccessibleName(f"{country}, {line.phone}")
        column = Column(self._theme, parent=holder)
        column.addWidget(PlainLabel(country, role=TypeRole.SMALL, ink="text-2"))
        column.addWidget(Figure(line.phone, role=TypeRole.TITLE))
        return holder
