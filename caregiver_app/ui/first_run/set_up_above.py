"""The place above the Library of what is done by a set-up file, once the first steps are over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.first_run.set_up_part import SetUpPart
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Column

_TELLING = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.ParentChange)


class SetUpAbove(QWidget):
    """Out of sight while there is nothing to say, and while a step has the part."""

    def __init__(self, theme: Theme, part: SetUpPart, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self._column = Column(theme, margins=(20, 12, 20, 12), parent=self)
        self.setVisible(False)
        for each in (part, part.work, part.outcome):
            each.installEventFilter(self)

    def take(self) -> None:
        """Have the part here."""
        self._column.addWidget(self.part)
        self.part.setVisible(True)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow what comes and goes in the part."""
        if event.type() in _TELLING:
            says = not (self.part.work.isHidden() and self.part.outcome.isHidden())
            self.setVisible(says and self.part.parentWidget() is self)
        return False
