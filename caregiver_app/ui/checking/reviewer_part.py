"""Who checks: a role, the group one belongs to, and a name only if somebody wants to give one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.model.trust import Reviewer
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column

_LONGEST = 120


class ReviewerPart(QWidget):
    """`changed` comes with each letter."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role, self.organisation, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        fields = (
            (self.role, _("Your role"), _("For example family carer, nurse or pharmacist.")),
            (self.organisation, _("Your organisation"), _("May stay empty.")),
            (self.name, _("Your name"), _("Only if you want to give it. May stay empty.")),
        )
        column = Column(theme, gap=12, parent=self)
        for line, label, hint in fields:
            line.setMaxLength(_LONGEST)
            line.textEdited.connect(lambda _text: self.changed.emit())
            column.addWidget(Field(theme, label, line, hint=hint))

    @property
    def reviewer(self) -> Reviewer:
        """Who checks, as typed."""
        role, organisation, name = (" ".join(line.text().split()) for line in (self.role, self.organisation, self.name))
        return Reviewer(role=role, name=name, organisation=organisation)

    def show_reviewer(self, reviewer: Reviewer) -> None:
        """Show who checked last, or in the check that was begun."""
        self.role.setText(reviewer.role)
        self.organisation.setText(reviewer.organisation)
        self.name.setText(reviewer.name)
