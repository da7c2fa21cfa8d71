"""A shared text on the clipboard: left out of histories and clouds where those heed the marks, and never cleared by us.

People paste it where they like, also hours later.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from caregiver_app.ui.care.clipboard import OPT_OUTS


def copy_shared(text: str) -> None:
    """Put a text on the clipboard, plain."""
    data = QMimeData()
    data.setText(text)
    for name, value in OPT_OUTS.items():
        data.setData(name, value)
    QGuiApplication.clipboard().setMimeData(data)
