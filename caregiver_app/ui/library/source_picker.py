"""The panel that chooses what the list shows: everything, a topic, a source, a collection or a saved search."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.pick_options import pick_options
from caregiver_app.ui.library.questions import Standing
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.lead_field import LeadField
from caregiver_app.ui.widgets.option_list import OptionList
from caregiver_app.ui.widgets.overlay import SHRINKS
from caregiver_app.ui.widgets.plain import PlainLabel

WIDTH = 408
_TALLEST = 440


class SourcePicker(QWidget):
    """A popover's content. `picked` carries a `Pick`; the others lead on."""

    picked = Signal(object)
    add_pressed = Signal()
    manage_pressed = Signal()
    shelves_pressed = Signal()

    def __init__(self, desk: Desk, standing: Standing, current: Pick, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = self._theme = desk.theme
        self._standing = standing
        self.setAccessibleName(_("Choose what the list shows"))
        self.setProperty(SHRINKS, True)
        options = pick_options(standing)
        self.list = OptionList(
            theme, _("Topics, sources, collections"), options, current, ring=desk.ring, led=True, tall=_TALLEST
        )
        self.field = LeadField(theme, _("Type to find"), self.list)
        self._none = PlainLabel(_("Nothing is called like this."), ink="text-2", wrap=True)
        self._none.setVisible(False)
        self.list.chosen.connect(self.picked)
        self.field.textChanged.connect(self._typed)
        self.field.entered.connect(self.list.enter)
        column = Column(theme, margins=12, gap=8, parent=self)
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self._buttons())

    def _typed(self, words: str) -> None:
        options = pick_options(self._standing, words)
        self.list.show_options(options)
        self._none.setVisible(not options)
        count = sum(option.value is not None for option in options)
        announce(ngettext("{count} result", "{count} results", count).format(count=format_number(count)))

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = Flow(self._theme, gap=4, parent=holder)
        add = Button(self._theme, _("Add a source"), kind=ButtonKind.QUIET, icon=Icon.PLUS)
        add.clicked.connect(self.add_pressed)
        manage = Button(self._theme, _("Sources and topics"), kind=ButtonKind.QUIET, icon=Icon.SOURCES)
        manage.clicked.connect(self.manage_pressed)
        shelves = Button(self._theme, _("Collections and searches"), kind=ButtonKind.QUIET, icon=Icon.FOLDER)
        shelves.clicked.connect(self.shelves_pressed)
        for button in (add, manage, shelves):
            flow.addWidget(button)
        return holder
