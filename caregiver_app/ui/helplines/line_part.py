"""A phone line that ships, in few words: whose it is, its number, when it answers, how far it can be relied on."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from caregiver_app.support.helplines import Helpline
from caregiver_app.support.sentences.helplines import about_words, checked_words, number_words
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import Figure, PlainLabel


class LinePart(QWidget):
    """`name` is what the line is called here: its organisation, or its country."""

    def __init__(self, theme: Theme, line: Helpline, name: str, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        number, about = number_words(line), about_words(line)
        self.setAccessibleName(f"{name}, {number}")
        column = Column(theme, gap=2, parent=self)
        column.addWidget(PlainLabel(name, role=TypeRole.STRONG, wrap=True))
        column.addWidget(Figure(number, role=TypeRole.TITLE, wrap=True))
        if about:
            column.addWidget(PlainLabel(about, wrap=True))
        column.addWidget(PlainLabel(checked_words(line, today), role=TypeRole.SMALL, ink="text-2", wrap=True))
