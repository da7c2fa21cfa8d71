"""Yes, No and Not sure for one point, none of them chosen until somebody answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.trust import Answer
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.chips import CHIP_RADIUS
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.roving import Roving


class AnswerChoice(QWidget):
    """One Tab stop. Arrow keys move without answering: passing over a point must not judge it. `chosen` is the answer.

    Pressing the answer that is chosen takes it away again (`chosen` carries None).
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, about: str, *, parent: QWidget | None = None) -> None:
        """`about` is the point, and is spoken with each answer."""
        super().__init__(parent)
        self.setAccessibleName(about)
        self._chips: dict[Answer, Button] = {}
        self._roving = Roving(self)
        flow = Flow(theme, gap=6, parent=self)
        for answer, words in answer_words().items():
            chip = self._made(theme, answer, words, about)
            flow.addWidget(chip)

    @property
    def answer(self) -> Answer | None:
        """The answer that is chosen, None while there is none."""
        return next((answer for answer, chip in self._chips.items() if chip.isChecked()), None)

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer, without telling anybody."""
        for one, chip in self._chips.items():
            chip.setChecked(one is answer)
        if answer is not None:
            self._roving.set_stop(self._chips[answer])

    def chip(self, answer: Answer) -> Button:
        """Return the chip of an answer."""
        return self._chips[answer]

    @property
    def stop(self) -> QWidget:
        """The chip that Tab reaches."""
        return self._roving.stop or self

    def _made(self, theme: Theme, answer: Answer, words: str, about: str) -> Button:
        # Translators: spoken for an answer to a point of a check, e.g. "Yes: It says who wrote it"
        name = _("{answer}: {point}").format(answer=words, point=about)
        chip = Button(theme, words, kind=ButtonKind.CHIP, name=name, checkable=True)
        chip.setProperty("ringRadius", CHIP_RADIUS)
        chip.clicked.connect(lambda on: self._press(answer, on=on))
        self._roving.add(chip)
        self._chips[answer] = chip
        return chip

    def _press(self, answer: Answer, *, on: bool) -> None:
        for one, chip in self._chips.items():
            chip.setChecked(on and one is answer)
        self.chosen.emit(answer if on else None)


def answer_words() -> dict[Answer, str]:
    """Return the answers in the order in which they stand, with their words."""
    return {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.CANNOT_TELL: _("Not sure")}
