"""Chips: small buttons that narrow what a list shows. They never lead to another screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.roving import Roving

CHIP_RADIUS = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipChoice:
    """One of several: `key` for the program, `text` for people, `name` where more is to be spoken than shown."""

    key: str
    text: str
    name: str = ""
    icon: Icon | None = None


class ChipGroup(QWidget):
    """Chips of which exactly one is on. One Tab stop; arrow keys move and choose, as in any group of one choice.

    `chosen` carries another key than before: to press the chip that is on chooses nothing.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[ChipChoice], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._chips: dict[str, Button] = {}
        self._current = ""
        self._roving = Roving(self)
        flow = Flow(theme, gap=6, parent=self)
        for choice in choices:
            chip = self._make(theme, choice)
            flow.addWidget(chip)
        if choices:
            self.set_current(choices[0].key)

    @property
    def current(self) -> str:
        """The key of the chip that is on."""
        return self._current

    def set_current(self, key: str) -> None:
        """Switch the chip `key` on, without telling anybody.

        Raises:
            KeyError: there is no such chip.
        """
        chip = self._chips[key]
        self._current = key
        chip.setChecked(True)
        self._roving.set_stop(chip)

    def set_text(self, key: str, text: str, *, name: str = "") -> None:
        """Change the words of a chip, e.g. the count in them.

        Raises:
            KeyError: there is no such chip.
        """
        self._chips[key].set_words(text, name=name)

    def chip(self, key: str) -> Button:
        """Return the chip `key`, to hide it or to put the focus there.

        Raises:
            KeyError: there is no such chip.
        """
        return self._chips[key]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the chip that the keyboard reaches."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Button) and not watched.isChecked():
            watched.click()
        return False

    def _choose(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self.chosen.emit(key)

    def _make(self, theme: Theme, choice: ChipChoice) -> Button:
        chip = Button(theme, choice.text, kind=ButtonKind.CHIP, icon=choice.icon, name=choice.name, checkable=True)
        chip.setAutoExclusive(True)
        chip.setProperty("ringRadius", CHIP_RADIUS)
        chip.clicked.connect(lambda: self._choose(choice.key))
        chip.installEventFilter(self)
        self._roving.add(chip)
        self._chips[choice.key] = chip
        return chip
