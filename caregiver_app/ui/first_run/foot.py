"""The buttons below a step: back, pass over, go on. They stay in sight, however far the step is scrolled."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Flow, Row

WIDEST = 820
_MARGINS, _MARGINS_NARROW, _MARGINS_LOW = (32, 12, 32, 12), (20, 12, 20, 12), (20, 6, 20, 6)


class RunFoot(QWidget):
    """Back stands where lines begin, the others where they end; where there is little room, all wrap like words."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._even = False
        self._stacked = False
        self.back = Button(theme, _("Back"))
        self.skip = Button(theme, "")
        self.main = Button(theme, "", kind=ButtonKind.MAIN)
        self._lay_out()
        theme.changed.connect(self._resize)
        self._resize()

    def show_step(self, step: RunStep, *, is_first: bool) -> None:
        """Say what the buttons do now."""
        self.back.setVisible(not is_first)
        self.skip.set_words(step.skip_words())
        self.skip.setVisible(bool(step.skip_words()))
        self.main.set_words(step.go_on_words())
        self.main.set_icon(step.go_on_icon())
        self._even = step.even_answers
        self._resize()

    def set_narrow(self, narrow: bool, *, low: bool) -> None:
        """Use the room there is; where it is `low`, all stand in as few lines as they need."""
        self._outer.set_margins(_MARGINS_LOW if low else _MARGINS_NARROW if narrow else _MARGINS)
        if low != self._stacked:
            self._stacked = low
            self._arrange()

    def _arrange(self) -> None:
        for layout in (self._row, self._flow):
            layout.removeWidget(self.back)
        for button in (self.skip, self.main):
            self._flow.removeWidget(button)
        if not self._stacked:
            self._row.insertWidget(0, self.back)
        for button in (*([self.back] if self._stacked else []), self.skip, self.main):
            self._flow.addWidget(button)
        last = self._row.count() - 1
        self._row.setStretch(last, int(self._stacked))
        self._row.setStretch(last - 1, int(not self._stacked))
        for before, after in pairwise((self.back, self.skip, self.main)):
            QWidget.setTabOrder(before, after)

    def _resize(self) -> None:
        self._inside.setMaximumWidth(self._theme.px(WIDEST))
        widest = max(self.skip.sizeHint().width(), self.main.sizeHint().width()) if self._even else 0
        for button in (self.skip, self.main):
            button.setMinimumWidth(widest)

    def _lay_out(self) -> None:
        theme = self._theme
        self._inside = QWidget()
        self._row = Row(theme, gap=12, parent=self._inside)
        self._row.addStretch(1)
        ahead = QWidget()
        self._flow = Flow(theme, gap=12, parent=ahead)
        self._row.addWidget(ahead)
        self._outer = Row(theme, margins=_MARGINS, parent=self)
        self._outer.addStretch(1)
        self._outer.addWidget(self._inside, 1000)
        self._outer.addStretch(1)
        self._arrange()
