"""Buttons that can be on or off, switched by a screen reader or by voice as by a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QButtonGroup

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class Switched(_Base):
    """Stands before the toolkit's class of a button: `clicked` is sent whoever switched it, but never by `setChecked`.

    The toolkit answers assistive technology by `toggle`, which changes the mark and sends no `clicked`: what a person
    asked for would look done and not be.
    """

    _by_us = False

    def hear_switching(self) -> None:
        """Begin to hear of changes; called once, when the button has been made."""
        self.toggled.connect(self._switched)

    def setChecked(self, on: bool) -> None:
        """Show it on or off, which nobody asked for."""
        self._by_us = True
        try:
            super().setChecked(on)
        finally:
            self._by_us = False

    def nextCheckState(self) -> None:
        """Change as a press does, which sends `clicked` by itself."""
        self._by_us = True
        try:
            super().nextCheckState()
        finally:
            self._by_us = False

    def _switched(self, on: bool) -> None:
        if not self._by_us and (on or not self._is_one_of_several()):
            was_blocked = self.blockSignals(True)
            self.setChecked(not on)
            self.blockSignals(was_blocked)
            self.click()

    def _is_one_of_several(self) -> bool:
        """Return whether it goes off when another goes on."""
        group: QButtonGroup | None = self.group()  # None where there is none, whatever the stubs say
        return self.autoExclusive() or (group is not None and group.exclusive())
