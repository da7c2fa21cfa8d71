"""A card with words of the care notes: it carries the violet pill, and a quiet way to where the rest is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow, Row
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel


class PrivateCard(Card):
    """A card with the words "Private" beside its heading; `all` is the quiet button at its end."""

    def __init__(
        self, theme: Theme, heading: str, button: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(heading)
        self.heading = PlainLabel(heading, role=TypeRole.HEADING)
        self.all = Button(theme, button, kind=ButtonKind.QUIET, name=name)
        titled = QWidget()
        flow = Flow(theme, gap=10, parent=titled)
        flow.addWidget(self.heading)
        flow.addWidget(Pill(theme, _("Private"), tone=Tone.PRIVATE, icon=Icon.UNLOCK))
        row = Row(theme, gap=12)
        row.addWidget(titled, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.all, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
