"""One way to reach somebody: large, to be selected with mouse or keyboard, with a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.clipboard import marked
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import Figure, PlainLabel

_ISOLATE, _END = "\u2066", "\u2069"
"""Keep a number in its order where lines start at the right."""


class ReachLine(QWidget):
    """A phone number, or an address of e-mail."""

    def __init__(
        self,
        theme: Theme,
        what: str,
        *,
        label: str = "",
        whose: str,
        role: TypeRole = TypeRole.TITLE,
        parent: QWidget | None = None,
    ) -> None:
        """`label` says where this reaches them, `whose` is the name of the contact."""
        super().__init__(parent)
        self._what = what
        flow = Flow(theme, gap=10, parent=self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        shown = f"{_ISOLATE}{what}{_END}" if mirrored else what
        self.number = Figure(shown, role=role, selectable=True)
        # Translators: spoken for a phone number, e.g. "Dr Rowe, at work, 01632 960001"
        self.number.setAccessibleName(", ".join(part for part in (whose, label, what) if part))
        flow.addWidget(self.number)
        if label:
            flow.addWidget(PlainLabel(label, ink="text-2"))
        # Translators: spoken for a button, e.g. "Copy 01632 960001, Dr Rowe"
        name = _("Copy {what}, {whose}").format(what=what, whose=whose)
        self.copy = Button(theme, _("Copy"), kind=ButtonKind.QUIET, icon=Icon.COPY, name=name)
        self.copy.clicked.connect(self._copy)
        flow.addWidget(self.copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(marked(self._what))
        announce(_("Copied."))
