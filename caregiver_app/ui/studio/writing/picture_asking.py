"""Asks which picture of the pack goes into a text, and what it shows: those who cannot see it are told that."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.writing import marks
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel

_TALL = 220
_LONGEST = 300


class PictureAsking(QWidget):
    """A popover's content. `asked` carries the picture as it is written in a text, `add_asked` wants another one."""

    asked = Signal(str)
    add_asked = Signal()

    def __init__(
        self, theme: Theme, files: Sequence[str], ring: Callable[[], bool], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        heading = _("Put a picture into the text")
        self.setAccessibleName(heading)
        column = Column(theme, margins=20, gap=12, parent=self)
        column.addWidget(PlainLabel(heading, role=TypeRole.HEADING, wrap=True))
        self.add = Button(theme, _("Add a picture to the pack"), icon=Icon.PLUS)
        self.add.clicked.connect(self.add_asked)
        if not files:
            column.addWidget(PlainLabel(_("This pack has no pictures yet."), wrap=True))
            column.addWidget(self.add)
            return
        options = [Option(value=file, text=file.partition("/")[2]) for file in files]
        self.list = OptionList(theme, _("Pictures of this pack"), options, files[0], ring=ring, tall=_TALL)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.field = Field(
            theme, _("What it shows"), self.line, hint=_("Read out to people who cannot see the picture.")
        )
        self.take = Button(theme, _("Put it in"), kind=ButtonKind.MAIN)
        self.take.clicked.connect(self._take)
        for part in (self.list, self.field, self.take, self.add):
            column.addWidget(part)
        self.setFocusProxy(self.line)

    def _take(self) -> None:
        option = self.list.current_option
        description = self.line.text().strip()
        if not description:
            self.field.show_error(_("Say in a few words what it shows."))
        elif option is not None:
            self.asked.emit(marks.as_picture(description, str(option.value)))
