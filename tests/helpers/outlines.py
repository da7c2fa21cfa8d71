"""What somebody hears who goes through a part of the window with Tab, as lines of text that are kept and compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QWidget

from caregiver_app.ui.widgets.focus import tab_stops
from caregiver_app.ui.widgets.overlay import Panel
from tests.helpers.accessible import states_of

KEPT = Path(__file__).resolve().parents[1] / "data" / "accessible"
"""Where outlines are kept, a file for each place."""

IN_PANEL = "in "
"""Begins the second line of the outline of a panel."""

REMAKE = "heard is another thing; read the difference, then: python -m tests.pictures.make_outlines"

_ROWS = 3
_LONGEST = 160


def outline(part: QWidget, name: str) -> str:
    """Return a line for each stop of Tab, in its order: role, name, states, description; of lists the first rows.

    Before them the name of the place, and the class of what stands in a panel.
    """
    lines = [name, *_panel_line(part), *(line for stop in tab_stops(part) for line in _lines_of(stop))]
    return "\n".join([*lines, ""])


def _panel_line(part: QWidget) -> Iterator[str]:
    if isinstance(part, Panel):
        content = type(part.content)
        yield f"{IN_PANEL}{content.__module__}.{content.__qualname__}"


def _lines_of(stop: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(stop)
    assert interface is not None
    states = ", ".join(states_of(interface))
    role = interface.role().name
    yield f"- {role} {_short(interface.text(QAccessible.Text.Name))!r}{f' ({states})' if states else ''}"
    description = interface.text(QAccessible.Text.Description)
    if description:
        yield f"    described: {_short(description)}"
    if isinstance(stop, QAbstractItemView):
        yield from _rows_of(stop)


def _rows_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    count = model.rowCount()
    for row in range(min(count, _ROWS)):
        yield f"    row: {_short(str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)))}"
    if count > _ROWS:
        yield "    and more rows"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
