"""What somebody hears in a part of the window, as lines of text that are kept and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QWidget

from caregiver_app import __version__
from caregiver_app.ui.announce import voice
from caregiver_app.ui.widgets.focus import tab_stops
from caregiver_app.ui.widgets.overlay import Panel
from tests.helpers.accessible import states_of
from tests.helpers.all_screens import Place, There, go
from tests.helpers.whole_window import Opened

KEPT = Path(__file__).resolve().parents[1] / "data" / "accessible"
"""Where outlines are kept, a file for each place."""

IN_PANEL = "in "
"""Begins the second line of the outline of a panel."""

REMAKE = "heard is another thing; read the difference, then: python -m tests.pictures.make_outlines"

_Role = QAccessible.Role
_STOP = "-"
_PASSED_OVER = "·"
_WORDS = (_Role.StaticText, _Role.Heading)
_HOLDS_WORDS = (_Role.EditableText, _Role.WebDocument, _Role.Document)
_OF_THE_TOOLKIT = (_Role.ScrollBar, _Role.Separator)
_HOLDERS = (_Role.Client, _Role.Border, _Role.LayeredPane, _Role.Grouping)
_PASSING = (
    (r"\b\d+([.,]\d+)? [kM]B\b", "SIZE"),
    (r"Group 1: [a-z ]+ Group 2: [a-z ]+ Group 3: [a-z ]+", "WORDS OF A KEY"),
    (r"Group 1: [\d ]+ Group 2: [\d ]+ Group 3: [\d ]+", "NUMBERS OF A KEY"),
    (rf"\b{re.escape(__version__)}\b", "VERSION"),
    (r"\b\w+ \S+ \(\w+\)\n(.*\n)  \d+\.\d+\.\d+, \d+\.\d+\.\d+\b", r"COMPUTER\n\1  PYTHON AND QT"),
)
"""What is another at each run, or with each release."""

_ROWS = 3
_LONGEST = 160


def come_and_hear(opened: Opened, place: Place) -> tuple[There, str]:
    """Come to a place; return it, and its outline with what is announced on the way.

    Raises:
        AssertionError: something on the way is not there.
    """
    announced: list[str] = []

    def hear(text: str, _urgent: bool) -> None:
        announced.append(text)

    voice().spoken.connect(hear)
    try:
        there = go(opened, place)
    finally:
        voice().spoken.disconnect(hear)
    return there, outline(there.part, place.name, announced, str(opened.services.paths.data_dir))


def outline(part: QWidget, name: str, announced: list[str], folder: str) -> str:
    """Return a line for each thing that is heard, in the order of the tree: `-` where Tab stops, `·` where it does not.

    Before them the name of the place, the class of what stands in a panel, and what is announced; of lists the first
    rows; after them the order of Tab where it is another one. What is another at each run is left out.
    """
    stops = tab_stops(part)
    things = list(_things(QAccessible.queryAccessibleInterface(part), stops))
    heard = [stop for stop, _lines in things if stop is not None]
    lines = [
        name,
        *_panel_line(part),
        *(f"announced: {_short(text)}" for text in announced),
        *(line for _stop, lines in things for line in lines),
        *(() if heard == stops else _order_of(stops)),
    ]
    said = "\n".join([*lines, ""]).replace(folder, "FOLDER")
    return reduce(lambda text, passing: re.sub(passing[0], passing[1], text), _PASSING, said)


def _panel_line(part: QWidget) -> Iterator[str]:
    if isinstance(part, Panel):
        content = type(part.content)
        yield f"{IN_PANEL}{content.__module__}.{content.__qualname__}"


def _things(
    interface: QAccessibleInterface | None, stops: list[QWidget], above: str = ""
) -> Iterator[tuple[QWidget | None, list[str]]]:
    """Yield what Tab stops at or None, and its lines, in the order of the tree; `above` is what holds it called."""
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    thing, role, name = interface.object(), interface.role(), interface.text(_NAME)
    stop = next((one for one in stops if one is thing), None)
    if role in _OF_THE_TOOLKIT or (role == _Role.StaticText and name == above):
        return
    if role in _WORDS and stop is None:
        yield None, [f"{'#' if role == _Role.Heading else ' '} {_short(name)}"] if name.strip() else []
        return
    if (name and not (role in _HOLDERS and name == above)) or stop is not None:
        yield stop, _lines_of(interface, stop)
    if isinstance(thing, QAbstractItemView):
        yield None, list(_rows_of(thing))
    elif role not in _HOLDS_WORDS:
        for number in range(interface.childCount()):
            yield from _things(interface.child(number), stops, name or above)


def _lines_of(interface: QAccessibleInterface, stop: QWidget | None) -> list[str]:
    states = ", ".join(states_of(interface))
    mark = _PASSED_OVER if stop is None else _STOP
    said = f"{mark} {interface.role().name} {_short(interface.text(_NAME))!r}{f' ({states})' if states else ''}"
    description = interface.text(QAccessible.Text.Description)
    return [said, f"    described: {_short(description)}"] if description else [said]


def _rows_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    count = model.rowCount()
    for row in range(min(count, _ROWS)):
        yield f"    row: {_short(str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)))}"
    if count > _ROWS:
        yield "    and more rows"


def _order_of(stops: list[QWidget]) -> Iterator[str]:
    yield "Tab goes to:"
    for stop in stops:
        yield f"    {_short(stop.accessibleName())}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


_NAME = QAccessible.Text.Name
