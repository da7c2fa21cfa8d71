"""A short message at the bottom of the window, mostly with "Undo". `toast_host` shows them one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.draw import IconLook, draw_box, draw_icon
from caregiver_app.ui.widgets.focus import is_escape
from caregiver_app.ui.widgets.layouts import Row
from caregiver_app.ui.widgets.plain import PlainLabel

TOAST_RADIUS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a toast says. A newer message of the same `kind` takes the place of an older one; others wait.

    `at_once` is for the answer to a key just pressed: it does not wait, and what was shown comes back afterwards.
    `private` says that it may carry a word of the care notes, and goes when they are locked.
    """

    text: str
    icon: Icon = Icon.CHECK
    action: str = ""
    on_action: Callable[[], None] | None = None
    kind: str = ""
    at_once: bool = False
    urgent: bool = False
    private: bool = False


class Toast(QFrame):
    """One message. `pressed` is its button, `dismissed` asks to take it away."""

    pressed = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, message: Message, *, closable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = message.text
        self.setAccessibleName(message.text)
        row = Row(theme, margins=(16, 6, 10, 6), gap=12, parent=self)
        self._beside: list[QWidget] = [_ToastIcon(theme, message.icon)]
        row.addWidget(self._beside[0])
        row.addWidget(PlainLabel(message.text, ink="on-toast", wrap=True), 1)
        if message.action:
            action = Button(theme, message.action, kind=ButtonKind.TOAST, name=f"{message.action}: {message.text}")
            action.clicked.connect(self.pressed)
            row.addWidget(action)
            self._beside.append(action)
        if closable:
            close = Button(theme, _("Close"), kind=ButtonKind.TOAST, name=_("Close this message"))
            close.clicked.connect(self.dismissed)
            row.addWidget(close)
            self._beside.append(close)
        self.setMinimumHeight(theme.px(56))

    def event(self, event: QEvent) -> bool:
        """Keep Esc for oneself, where the window would else go back."""
        if is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, with an edge in high contrast."""
        tokens = self._theme.tokens
        edge = tokens.on_toast if tokens.high_contrast else ""
        painter = QPainter(self)
        draw_box(
            painter,
            self.rect(),
            radius=self._theme.px(TOAST_RADIUS),
            fill=tokens.toast,
            edge=edge,
            width=self._theme.edge,
        )
        painter.end()

    def natural_width(self) -> int:
        """Return the width at which the text stands on one line."""
        layout = self.layout()
        assert layout is not None
        widths = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in self._beside)
        words = QFontMetrics(self._theme.font(TypeRole.BODY)).horizontalAdvance(self._text) + self._theme.px(4)
        margins = layout.contentsMargins()
        return words + widths + layout.spacing() * len(self._beside) + margins.left() + margins.right()

    @property
    def attended(self) -> bool:
        """Whether the pointer or the focus is here now."""
        focused = QApplication.focusWidget()
        return self.underMouse() or (focused is not None and self.isAncestorOf(focused))


class _ToastIcon(QWidget):
    def __init__(self, theme: Theme, icon: Icon) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.setFixedSize(theme.px(22), theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = IconLook(icon=self._icon, colour=self._theme.tokens.on_toast, size=22)
        draw_icon(painter, self._theme, self.rect(), look, self.layoutDirection())
        painter.end()
