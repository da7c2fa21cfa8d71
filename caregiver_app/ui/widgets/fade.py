"""The one movement of the window: a short fade of toasts, popovers and drawers. Nothing slides, bounces or blinks."""

from __future__ import annotations

from PySide6.QtCore import QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from caregiver_app.ui.theme import Theme

_FADE_MS = 120


def fade_in(theme: Theme, widget: QWidget) -> None:
    """Let `widget` appear over a moment, or at once where nothing shall move."""
    duration = theme.motion(_FADE_MS)
    if not duration:
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0.0)
    widget.setGraphicsEffect(effect)
    fade = QPropertyAnimation(effect, b"opacity", effect)
    fade.setDuration(duration)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.finished.connect(effect.deleteLater)
    fade.start()
