"""Speaks to people who use a screen reader. The one place that posts announcements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

_NAME = "caregiver-voice"


class Voice(QObject):
    """Tells who listens inside the application what was announced, and whether it was urgent."""

    spoken = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.silenced = 0


def voice() -> Voice:
    """Return the application's voice.

    Raises:
        RuntimeError: there is no application yet.
    """
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("no application")
    found = app.findChild(Voice, _NAME)
    if found is None:
        found = Voice(app)
        found.setObjectName(_NAME)
    return found


def announce(text: str, urgent: bool = False) -> None:
    """Have `text` spoken: politely, after what is being said, or at once when `urgent`."""
    text = text.strip()
    if not text or voice().silenced:
        return
    target = _speaker()
    if target is not None:
        event = QAccessibleAnnouncementEvent(target, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
    voice().spoken.emit(text, urgent)


@contextmanager
def silence() -> Iterator[None]:
    """Run a block in which nothing is spoken: whoever stands near must not hear of it."""
    quiet = voice()
    quiet.silenced += 1
    try:
        yield
    finally:
        quiet.silenced -= 1


def _speaker() -> QWidget | None:
    active = QApplication.activeWindow()
    if active is not None:
        return active
    return next((window for window in QApplication.topLevelWidgets() if window.isVisible()), None)
