"""All words that a window holds, seen or not: widgets, models, accessible tree, titles, clipboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QClipboard, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from tests.helpers.accessible import speak

_ICON = 128
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)


def everything_shown(window: QWidget) -> str:
    """Return every word of every widget of the application, hidden ones too, and of the clipboard."""
    said = [f"{one.name}\n{one.description}" for one in speak(window)]
    said += [action.text() for top in QApplication.topLevelWidgets() for action in top.findChildren(QAction)]
    for widget in QApplication.allWidgets():
        said += list(_words_of(widget))
    clipboard = QGuiApplication.clipboard()
    said += [clipboard.text(QClipboard.Mode.Clipboard), clipboard.text(QClipboard.Mode.Selection)]
    return "\n".join(said)


def pictures_held() -> list[str]:
    """Return which widgets of the application keep a picture larger than an icon, by their class."""
    held = [(type(widget).__name__, each) for widget in QApplication.allWidgets() for each in vars(widget).values()]
    return [name for name, each in held if isinstance(each, QImage | QPixmap) and each.width() > _ICON]


def _words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.accessibleName())
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QLineEdit | QPushButton):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QAbstractItemView):
        yield from _rows_of(widget)


def _rows_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is not None:
        for row in range(model.rowCount()):
            yield from (str(model.index(row, 0).data(role)) for role in _ROLES)
