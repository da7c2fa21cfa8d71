"""All fields of one form, in cards by section."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.emergency.fact_field import FactField
from caregiver_app.ui.care.emergency.reading import ReadForm
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.vault.forms.fields import FieldKind
from caregiver_app.vault.forms.shown import FormField


class FormSections(QWidget):
    """`fields` are in their order; those whose records stand in another tab are among them, for "none known"."""

    def __init__(self, desk: CareDesk, read: ReadForm, *, fixed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fixed = fixed
        self.fields: list[FactField] = []
        self._records: list[FactField] = []
        column = Column(desk.theme, gap=16, parent=self)
        for section in read.form.sections:
            card = Card(desk.theme, section.label)
            for each in section.fields:
                card.body.addWidget(self._field(each))
            column.addWidget(card)
        self.show_records(read)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in one of the fields."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def begin(self, *, first: bool = False) -> None:
        """Put the keyboard into the first field that was not asked yet, or into the very first."""
        typing = [field for field in self.fields if field not in self._records]
        open_fields = [field for field in typing if field.is_open]
        found = next(iter(typing if first or not open_fields else open_fields), None)
        if found is not None:
            found.begin()

    def show_records(self, read: ReadForm) -> None:
        """Offer "none known" for what has a tab of its own only where nothing is written down there."""
        for field in self._records:
            field.set_offered(not read.has_records(field.name))

    def _field(self, each: FormField) -> FactField:
        field = FactField(self._desk, each, fixed=self._fixed)
        self.fields.append(field)
        if each.kind is FieldKind.RECORDS:
            self._records.append(field)
        return field
