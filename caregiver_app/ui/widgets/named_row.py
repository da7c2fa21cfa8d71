"""A thing with a name that can be changed or removed, as a row of buttons; the field takes the row's place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.name_edit import NameEdit
from caregiver_app.ui.widgets.plain import PlainLabel


class NamedRow(QWidget):
    """`renamed` carries the new name; `opened` and `removed` say what was pressed."""

    opened = Signal()
    renamed = Signal(str)
    removed = Signal()

    def __init__(self, theme: Theme, name: str, about: str, *, parent: QWidget | None = None) -> None:
        """`about` is a line below the name."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._edit: NameEdit | None = None
        self._column = Column(theme, gap=4, parent=self)
        self._shown = QWidget()
        shown = Column(theme, gap=2, parent=self._shown)
        shown.addWidget(PlainLabel(name, role=TypeRole.STRONG, wrap=True))
        shown.addWidget(PlainLabel(about, role=TypeRole.SMALL, ink="text-2", wrap=True))
        shown.addWidget(self._buttons())
        self._column.addWidget(self._shown)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = Flow(self._theme, gap=4, parent=holder)
        # Translators: spoken for a button of one row, e.g. "Rename Evenings and sleep"
        names = {word: f"{word} {self._name}" for word in (_("Show"), _("Rename"), _("Remove"))}
        show = Button(self._theme, _("Show"), kind=ButtonKind.QUIET, name=names[_("Show")])
        show.clicked.connect(self.opened)
        self.rename = Button(self._theme, _("Rename"), kind=ButtonKind.QUIET, name=names[_("Rename")])
        self.rename.clicked.connect(self._begin)
        remove = Button(self._theme, _("Remove"), kind=ButtonKind.QUIET, icon=Icon.TRASH, name=names[_("Remove")])
        remove.clicked.connect(self.removed)
        for button in (show, self.rename, remove):
            flow.addWidget(button)
        return holder

    def _begin(self) -> None:
        edit = NameEdit(self._theme, _("New name"), _("Save the name"), name=self._name)
        edit.named.connect(self.renamed)
        edit.left.connect(self._end)
        self._edit = edit
        self._column.addWidget(edit)
        self._shown.setVisible(False)
        edit.begin()

    def _end(self) -> None:
        if self._edit is not None:
            self._edit.setVisible(False)
            self._edit.deleteLater()
            self._edit = None
        self._shown.setVisible(True)
        self.rename.setFocus(Qt.FocusReason.OtherFocusReason)
