"""Makes several buttons one Tab stop with arrow keys inside: sidebar, chips that are one choice, button rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class Roving(QObject):
    """Keeps exactly one of `members` in the Tab order: the one focused last, or the one set by `set_stop`."""

    def __init__(self, parent: QWidget, members: Sequence[QWidget] = ()) -> None:
        super().__init__(parent)
        self._members: list[QWidget] = []
        self._stop: QWidget | None = None
        for member in members:
            self.add(member)

    def add(self, member: QWidget) -> None:
        """Take in a further member, after the others."""
        self._members.append(member)
        member.installEventFilter(self)
        member.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if self._stop is None:
            self.set_stop(member)

    def set_stop(self, member: QWidget) -> None:
        """Make `member` the one that Tab reaches."""
        if self._stop is not None:
            self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop = member
        member.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def stop(self) -> QWidget | None:
        """The member that Tab reaches."""
        return self._stop

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrow keys, Home and End; remember where the focus was last."""
        if not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self.set_stop(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._move(watched, event)
        return False

    def _move(self, member: QWidget, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        usable = [one for one in self._members if one.isEnabled() and one.isVisible()]
        target = _target(usable, member, Qt.Key(event.key()))
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _target(usable: list[QWidget], member: QWidget, key: Qt.Key) -> QWidget | None:
    if key == Qt.Key.Key_Home:
        return usable[0] if usable else None
    if key == Qt.Key.Key_End:
        return usable[-1] if usable else None
    if key not in _STEPS or member not in usable:
        return None
    backwards = key in _SIDEWAYS and member.layoutDirection() == Qt.LayoutDirection.RightToLeft
    step = -_STEPS[key] if backwards else _STEPS[key]
    return usable[(usable.index(member) + step) % len(usable)]
