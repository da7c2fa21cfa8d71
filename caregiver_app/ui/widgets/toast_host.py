"""The strip at the bottom of the window for messages, shown one after the other.

It makes room below the screen while one is shown: so none ever covers a text or what has the focus.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.draw import draw_shadow
from caregiver_app.ui.widgets.fade import fade_in
from caregiver_app.ui.widgets.focus import keep_in_sight
from caregiver_app.ui.widgets.layouts import Row
from caregiver_app.ui.widgets.toast import TOAST_RADIUS, Message, Toast

SHOWN_MS = 20_000
LINGER_MS = 5_000  # after the pointer or the focus has left
_TIMES_WITH_SCREEN_READER = 3
_WIDEST = 560
_AROUND = (24, 16, 24, 28)
_AROUND_COMPACT = (12, 8, 12, 12)


class ToastHost(QWidget):
    """The strip for messages. Shows them one after the other and announces each."""

    shown = Signal(object)
    gone = Signal(object)

    def __init__(
        self, theme: Theme, *, shown_ms: int = SHOWN_MS, linger_ms: int = LINGER_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown_ms = shown_ms
        self._linger_ms = linger_ms
        self._waiting: deque[Message] = deque()
        self._message: Message | None = None
        self._toast: Toast | None = None
        self._keep = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        self._row = Row(theme, margins=_AROUND, parent=self)
        self.setVisible(False)
        theme.changed.connect(self._rebuild)

    @property
    def message(self) -> Message | None:
        """What is shown now."""
        return self._message

    @property
    def waiting(self) -> tuple[Message, ...]:
        """What will be shown afterwards."""
        return tuple(self._waiting)

    def set_keep(self, keep: bool) -> None:
        """Keep messages until the person closes them (a setting)."""
        if keep != self._keep:
            self._keep = keep
            self._rebuild()

    def set_compact(self, compact: bool) -> None:
        """Use less room around the message."""
        self._row.set_margins(_AROUND_COMPACT if compact else _AROUND)

    def show_message(self, message: Message) -> None:
        """Show `message`: now, in place of one of its kind, or after those before it.

        What can be undone or acted on has little time, so what only tells gives way to it and comes back afterwards.
        """
        current = self._message
        if current is None:
            self._begin(message)
        elif message.kind and message.kind == current.kind:
            self._end()
            self._begin(message)
        elif message.at_once:
            self._go_before(current, message)
        else:
            self._drop_waiting(lambda one: bool(message.kind) and one.kind == message.kind)
            if message.action and _only_tells(current):
                self._go_before(current, message)
            else:
                self._wait(message)

    def take_away(self, wanted: Callable[[Message], bool]) -> None:
        """Take away what is shown or waiting and `wanted` holds for, e.g. because it can no longer be undone."""
        self._drop_waiting(wanted)
        if self._message is not None and wanted(self._message):
            self._next()

    def clear(self) -> None:
        """Take everything away."""
        self.take_away(lambda _message: True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start the time anew when the pointer leaves the message."""
        if event.type() == QEvent.Type.Leave and watched is self._toast and self._timer.isActive():
            self._timer.start(max(self._timer.remainingTime(), self._linger_ms))
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the message within the width there is."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shadow of the message."""
        if self._toast is not None:
            painter, radius = QPainter(self), self._theme.px(TOAST_RADIUS)
            draw_shadow(painter, self._theme, self._toast.geometry(), radius, dirty=event.region())
            painter.end()

    def _go_before(self, current: Message, message: Message) -> None:
        self._unbuild()
        self._waiting.appendleft(current)
        self._begin(message)

    def _wait(self, message: Message) -> None:
        place = len(self._waiting)
        if message.action:
            place = next((n for n, one in enumerate(self._waiting) if _only_tells(one)), place)
        self._waiting.insert(place, message)

    def _begin(self, message: Message) -> None:
        self._message = message
        self._build(message)
        if not self._keep:
            self._start_time()
        announce(message.text, urgent=message.urgent)
        self.shown.emit(message)

    def _build(self, message: Message) -> None:
        toast = Toast(self._theme, message, closable=self._keep, parent=self)
        toast.pressed.connect(self._act)
        toast.dismissed.connect(self._next)
        toast.installEventFilter(self)
        self._row.addStretch(1)
        self._row.addWidget(toast)
        self._row.addStretch(1)
        self._toast = toast
        self._fit()
        toast.setVisible(True)
        self.setVisible(True)
        fade_in(self._theme, toast)
        QTimer.singleShot(0, self, self._keep_focus_in_sight)

    def _fit(self) -> None:
        if self._toast is not None:
            margins = self._row.contentsMargins()
            room = max(1, self.width() - margins.left() - margins.right())
            self._toast.setFixedWidth(min(self._toast.natural_width(), self._theme.px(_WIDEST), room))

    def _unbuild(self) -> None:
        while self._row.count():
            self._row.takeAt(0)
        if self._toast is not None:
            self._toast.setVisible(False)
            self._toast.deleteLater()
            self._toast = None

    def _drop_waiting(self, wanted: Callable[[Message], bool]) -> None:
        """Take away what waits; who offered it learns that it is gone, as of what was shown."""
        dropped = [message for message in self._waiting if wanted(message)]
        self._waiting = deque(message for message in self._waiting if not wanted(message))
        for message in dropped:
            self.gone.emit(message)

    def _end(self) -> None:
        message, self._message = self._message, None
        self._timer.stop()
        self._unbuild()
        if message is not None:
            self.gone.emit(message)

    def _next(self) -> None:
        self._end()
        if self._message is not None:
            return
        if self._waiting:
            self._begin(self._waiting.popleft())
        else:
            self.setVisible(False)

    def _rebuild(self) -> None:
        if self._message is not None:
            self._unbuild()
            self._build(self._message)
            if self._keep:
                self._timer.stop()
            elif not self._timer.isActive():
                self._start_time()

    def _start_time(self) -> None:
        self._timer.start(self._shown_ms * (_TIMES_WITH_SCREEN_READER if QAccessible.isActive() else 1))

    def _act(self) -> None:
        message = self._message
        self._next()
        if message is not None and message.on_action is not None:
            message.on_action()

    def _time_is_up(self) -> None:
        if self._toast is not None and self._toast.attended:
            self._timer.start(self._linger_ms)
        else:
            self._next()

    def _keep_focus_in_sight(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and focused.window() is self.window():
            keep_in_sight(focused, self._theme.px(8))


def _only_tells(message: Message) -> bool:
    return not message.action and not message.urgent
