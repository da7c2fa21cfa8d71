"""Tab goes as the layouts stand, and looking for that order leaves nothing behind that others could be taken for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSpacerItem, QVBoxLayout, QWidget, QWidgetItem

from caregiver_app.ui.widgets.tab_order import put_in_order
from tests.helpers.held import all_objects

MANY = 20


def reached(first: QWidget) -> list[QWidget]:
    """Return the fields that Tab reaches, from one of them on."""
    found: list[QWidget] = [first]
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        found += [widget] if isinstance(widget, QLineEdit) else []
        widget = widget.nextInFocusChain()
    return found


def looked_at() -> int:
    """Return how many things of layouts Python still has in hand that are neither widgets nor layouts."""
    return sum(isinstance(each, QWidgetItem | QSpacerItem) for each in all_objects())


def test_tab_goes_as_the_layouts_stand_within_layouts_too(qapp: QApplication) -> None:
    del qapp
    page = QWidget()
    last, third, second, first = (QLineEdit(page) for _ in range(4))
    column, row = QVBoxLayout(page), QHBoxLayout()
    column.addWidget(first)
    column.addLayout(row)
    row.addWidget(second)
    row.addWidget(third)
    column.addStretch()
    column.addWidget(last)
    put_in_order(page)
    assert reached(first) == [first, second, third, last]


def test_what_is_made_later_is_never_taken_for_what_was_looked_at(qapp: QApplication) -> None:
    """The toolkit knows its things by where they lie in memory, and later ones lie where earlier ones lay."""
    del qapp
    page = QWidget()
    column = QVBoxLayout(page)
    for _ in range(MANY):
        column.addWidget(QLineEdit())
    column.addStretch()
    before = looked_at()
    put_in_order(page)
    assert looked_at() == before
