"""Asks inside a drawer before something there goes for good; the safe answer has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.erasing.words import record_question
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout


class EraseAsk(Callout):
    """Hidden until something is asked about."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        question = record_question()
        super().__init__(desk.theme, Tone.WARN, Icon.TRASH, question.title, question.text, parent=parent)
        self._said = question.text
        self._act: Callable[[], object] = lambda: None
        self._kept: Callable[[], object] = lambda: None
        self.keep = Button(desk.theme, question.keep)
        self.erase = Button(desk.theme, question.do)
        self.add_button(self.keep)
        self.add_button(self.erase)
        self.keep.clicked.connect(lambda: self._settle(self._kept))
        self.erase.clicked.connect(lambda: self._settle(self._act))
        self.setVisible(False)

    def ask(self, title: str, act: Callable[[], object], kept: Callable[[], object]) -> None:
        """Ask about what is called `title`."""
        self._act, self._kept = act, kept
        self.set_message(title, self._said)
        self.setVisible(True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(f"{title} {self._said}", urgent=True)

    def _settle(self, then: Callable[[], object]) -> None:
        self.setVisible(False)
        then()
