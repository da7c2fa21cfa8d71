"""What is put on the clipboard: a plain text with marks for histories and clouds, held by the toolkit alone.

A clipboard may live longer than Python does, inside this very process where the desktop has none. What Python made of
`QMimeData` is then let go when there is no Python any more, which ends the process by a fault. So the toolkit makes it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QStringListModel


def toolkit_data(text: str, marks: Mapping[str, bytes]) -> QMimeData:
    """Return a text with marks, each a format and its bytes, in an object that nothing of Python's belongs to."""
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    data.setText(text)
    for name, value in marks.items():
        data.setData(name, value)
    return data
