"""A question before something that cannot be undone: the title asks, the buttons are verbs, the safe one has the focus.

For very few things; everything else is done at once and can be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDTH = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: `title` the question, `text` what it means, `do` and `keep` the two buttons."""

    title: str
    text: str
    do: str
    keep: str


class Confirm(QWidget):
    """Shows a question. `done` comes when the button that acts was pressed, `kept` for the safe one."""

    done = Signal()
    kept = Signal()

    def __init__(self, theme: Theme, question: Question, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(question.text)
        self.safe = Button(theme, question.keep)
        self.act = Button(theme, question.do)
        self.safe.clicked.connect(self.kept)
        self.act.clicked.connect(self.done)
        outer = Row(theme, margins=24, gap=14, parent=self)
        outer.addWidget(IconLabel(theme, Icon.QUESTION, size=28, tone=Tone.WARN), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(theme, gap=10)
        column.addWidget(PlainLabel(question.title, role=TypeRole.TITLE, wrap=True))
        column.addWidget(PlainLabel(question.text, wrap=True))
        buttons = QWidget()
        flow = Flow(theme, gap=12, parent=buttons)
        flow.addWidget(self.safe)
        flow.addWidget(self.act)
        column.addWidget(buttons)
        outer.addLayout(column, 1)


def ask_first(overlay: OverlayHost, theme: Theme, question: Question, act: Callable[[], object]) -> Confirm:
    """Ask, and `act` only when the button that says so was pressed; Esc and a press elsewhere keep all as it is."""
    confirm = Confirm(theme, question)
    confirm.kept.connect(overlay.close_panel)

    def go_on() -> None:
        overlay.close_panel()
        act()

    confirm.done.connect(go_on)
    overlay.open_popover(confirm, width=_WIDTH)
    confirm.safe.setFocus(Qt.FocusReason.OtherFocusReason)
    announce(f"{question.title} {question.text}")
    return confirm
