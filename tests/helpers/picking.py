"""What a person does with files beside a window: picks one in a dialog, lets one fall, presses a button by its name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget

from tests.helpers.whole_window import Opened


def dialog_of(opened: Opened) -> QFileDialog:
    """Return the dialog that was opened last."""
    return opened.whole.window.findChildren(QFileDialog)[-1]


def pick(opened: Opened, *paths: Path) -> None:
    """Choose files, or a place, in the dialog that is open, and come back to the window."""
    dialog = dialog_of(opened)
    dialog.fileSelected.emit(str(paths[0]))
    dialog.filesSelected.emit([str(path) for path in paths])
    dialog.close()
    opened.whole.window.activateWindow()
    opened.quiet()


def press(part: QWidget, name: str) -> None:
    """Press the button that is called so."""
    next(each for each in part.findChildren(QAbstractButton) if each.accessibleName() == name).click()


def drop(part: QWidget, *paths: Path) -> None:
    """Let files fall onto a part, as the desktop does.

    Raises:
        AssertionError: it takes none.
    """
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    act, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), act, data, button, keys)
    QApplication.sendEvent(part, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(part, QDropEvent(QPointF(5, 5), act, data, button, keys))


def words_in(part: QWidget) -> list[str]:
    """Return the words that are seen in a part."""
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text()]
