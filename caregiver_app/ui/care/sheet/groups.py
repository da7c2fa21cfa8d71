"""The groups of a recovery sheet, large, to be copied by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import Figure, PlainLabel

_ACROSS = 2


class GroupsShown(QWidget):
    """Each group with its number. They can be selected by nobody: what is copied by hand stays off the clipboard."""

    def __init__(self, theme: Theme, sheet: RecoverySheet, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("The groups of your recovery sheet"))
        column = Column(theme, gap=8, parent=self)
        number = _("Number of these notes: {number}").format(number=sheet.number)
        column.addWidget(PlainLabel(number, role=TypeRole.STRONG, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        for place, group in enumerate(sheet.groups):
            grid.addWidget(_group(theme, place + 1, group), place // _ACROSS, place % _ACROSS)
        column.addLayout(grid)


def _group(theme: Theme, place: int, group: str) -> QWidget:
    holder = QWidget()
    # Translators: spoken for one group of the recovery sheet, sign by sign
    holder.setAccessibleName(_("Group {number}: {signs}").format(number=place, signs=" ".join(group)))
    row = Row(theme, gap=8, parent=holder)
    row.addWidget(PlainLabel(str(place), ink="text-2"))
    row.addWidget(Figure(group, role=TypeRole.TITLE), 1)
    return holder
