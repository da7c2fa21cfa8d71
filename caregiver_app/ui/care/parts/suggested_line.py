"""A line with words to choose from below it: a press writes them into the line, and anything else may be typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.form import FormPart, line_part
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.chips import CHIP_RADIUS
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.roving import Roving


class SuggestedLine(QWidget):
    """The words to choose from are one Tab stop with arrow keys inside."""

    def __init__(
        self, theme: Theme, label: str, words: Sequence[str], *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = PrivateLine()
        self.field = Field(theme, label, self.line, hint=hint)
        column = Column(theme, gap=6, parent=self)
        column.addWidget(self.field)
        holder = QWidget()
        # Translators: spoken for a group of words to choose from, e.g. "Words for Form"
        holder.setAccessibleName(_("Words for {field}").format(field=label))
        flow = Flow(theme, gap=6, parent=holder)
        roving = Roving(self)
        self.chips = [self._chip(theme, word, label) for word in words]
        for chip in self.chips:
            roving.add(chip)
            flow.addWidget(chip)
        column.addWidget(holder)

    def part(self, name: str) -> FormPart:
        """Return the line as a part of a form."""
        return line_part(name, self.line, self.field)

    def _chip(self, theme: Theme, word: str, label: str) -> Button:
        # Translators: spoken for a word that fills a field when it is pressed, e.g. "Tablet, write it into Form"
        name = _("{word}, write it into {field}").format(word=word, field=label)
        chip = Button(theme, word, kind=ButtonKind.CHIP, name=name)
        chip.setProperty("ringRadius", CHIP_RADIUS)
        chip.clicked.connect(lambda: self._write(word))
        return chip

    def _write(self, word: str) -> None:
        self.line.setText(word)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
