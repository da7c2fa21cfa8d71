"""Asks inside a drawer before something there goes for good; the safe answer has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.erasing.words import record_question
from caregiver_app.ui.care.parts.asking_callout import AskingCallout
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button


class EraseAsk(AskingCallout):
    """Hidden until something is asked about."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        question = record_question()
        keep = Button(desk.theme, question.keep)
        erase = Button(desk.theme, question.do)
        super().__init__(desk.theme, Tone.WARN, Icon.TRASH, keep, erase, parent=parent)
        self.keep, self.erase = keep, erase
        self._said = question.text
        self._act: Callable[[], object] = lambda: None
        self._kept: Callable[[], object] = lambda: None
        self.keep.clicked.connect(lambda: self._settle(self._kept))
        self.erase.clicked.connect(lambda: self._settle(self._act))

    def ask(self, title: str, act: Callable[[], object], kept: Callable[[], object]) -> None:
        """Ask about what is called `title`."""
        self._act, self._kept = act, kept
        self.put(title, self._said)

    def _settle(self, then: Callable[[], object]) -> None:
        self.setVisible(False)
        then()
