"""The pinned PySide6 does not lose references to None and True, as 6.12.0 did on Python 3.11."""

from __future__ import annotations

import sys

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 20_000
SLACK = 50


def test_calls_that_return_nothing_leave_the_count_of_none_unchanged(qapp: QApplication) -> None:
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.parent()
    assert abs(sys.getrefcount(None) - before) <= SLACK


def test_empty_data_leaves_the_count_of_none_unchanged(qapp: QApplication) -> None:
    index = QModelIndex()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        index.data()
    assert abs(sys.getrefcount(None) - before) <= SLACK


def test_signals_leave_the_count_of_true_unchanged(qapp: QApplication) -> None:
    emitter = QObject()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        emitter.objectNameChanged.emit("name")
        emitter.setProperty("on", True)
    assert abs(sys.getrefcount(True) - before) <= SLACK
