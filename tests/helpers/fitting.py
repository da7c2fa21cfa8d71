"""Whether what is shown fits where it is shown, and can be hit (UX.md section 15, T4 and T5)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QScrollArea, QWidget

from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.pill import Pill
from tests.helpers.qt_app import assert_dressed

_CHIP, _CHECK, _TARGET = 38, 36, 44


def assert_targets(part: QWidget, theme: Theme) -> None:
    """Check that everything that can be pressed or filled in is large enough.

    Raises:
        AssertionError: with all that is too small.
    """
    assert_dressed()
    small = []
    for button in part.findChildren(QAbstractButton):
        if button.isVisible():
            least = _CHIP if button.property("kind") == "chip" else _CHECK if isinstance(button, QCheckBox) else _TARGET
            if button.height() < theme.px(least) or button.width() < theme.px(_CHECK):
                small.append(f"{button.accessibleName()!r}: {button.width()} x {button.height()}")
    small += [
        f"{field.accessibleName()!r}: {field.height()} high"
        for field in part.findChildren(QLineEdit)
        if field.isVisible() and field.height() < theme.px(_TARGET)
    ]
    assert small == []


def assert_fits_smallest(window: QWidget) -> None:
    """Check that a window shown at its smallest size fits there, as `assert_fits` does."""
    assert_fits(window, *SMALLEST)


def assert_fits(window: QWidget, width: int, height: int) -> None:
    """Check that a window of that size asks for no more, cuts no words and scrolls down only.

    Raises:
        AssertionError: with what does not fit.
    """
    assert_dressed()
    least = window.minimumSizeHint()
    assert least.width() <= width, f"asks for {least.width()}"
    assert least.height() <= height, f"asks for {least.height()}"
    assert (window.width(), window.height()) == (width, height)
    assert cut_labels(window) == []
    for area in window.findChildren(QScrollArea):
        inner = area.widget()
        assert not area.horizontalScrollBar().isVisible()
        assert inner is None or not inner.isVisible() or inner.width() <= area.viewport().width(), area.accessibleName()
    outside = [
        button.accessibleName()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and not _is_inside(button, window)
    ]
    assert outside == []


def cut_labels(window: QWidget) -> list[str]:
    """Return the texts of labels that are wider or higher than their boxes, and of pills whose words end in dots."""
    assert_dressed()
    cut: list[str] = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        metrics = QFontMetrics(label.font())
        if isinstance(label, Pill):
            if label.width() < label.sizeHint().width():
                cut.append(label.text())
        elif label.wordWrap():
            room = QRect(0, 0, label.width(), 1 << 16)
            if metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, label.text()).height() > label.height() + 1:
                cut.append(label.text())
        elif metrics.horizontalAdvance(label.text()) > label.width():
            cut.append(label.text())
    return cut


def _is_inside(widget: QWidget, window: QWidget) -> bool:
    """Return whether a widget lies within the width of the window; what scrolls may lie below it."""
    left = widget.mapTo(window, widget.rect().topLeft()).x()
    return left >= 0 and left + widget.width() <= window.width()
