"""Groups of signs or words, large and numbered, to be copied onto paper by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import Figure, PlainLabel


class GroupsView(QWidget):
    """Each group with its number. Nobody can select them: what is copied by hand stays off the clipboard."""

    def __init__(
        self, theme: Theme, name: str, groups: Sequence[tuple[str, str]], *, parent: QWidget | None = None
    ) -> None:
        """`groups` are what is shown large, and what beneath it ("" for nothing)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        column = Column(theme, gap=10, parent=self)
        for number, (large, beneath) in enumerate(groups, start=1):
            column.addWidget(_group(theme, number, large, beneath))


def _group(theme: Theme, number: int, large: str, beneath: str) -> QWidget:
    holder = QWidget()
    # Translators: spoken for one group of signs or words that are copied onto paper
    spoken = _("Group {number}: {signs}").format(number=number, signs=", ".join(filter(None, (large, beneath))))
    holder.setAccessibleName(spoken)
    row = Row(theme, gap=12, parent=holder)
    place = PlainLabel(str(number), ink="text-2")
    row.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
    column = Column(theme, gap=2)
    shown = Figure(large, role=TypeRole.TITLE, wrap=True)
    column.addWidget(shown)
    if beneath:
        column.addWidget(PlainLabel(beneath, wrap=True))
    row.addLayout(column, 1)
    return holder
