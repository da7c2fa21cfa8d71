"""The head of a form: what it is, how far it is, whether it still holds, and the way to the other forms."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.emergency.reading import ReadForm
from caregiver_app.ui.care.emergency.words import checked_words, progress_words, was_checked_today
from caregiver_app.ui.care.parts.headed_card import HeadedCard
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.forms.fields import Form


class FormHead(HeadedCard):
    """`still_right`, `change` and `more` say what was pressed, `back` that the emergency sheet is wanted again."""

    still_right = Signal()
    change = Signal()
    more = Signal()
    back = Signal()

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        theme = desk.theme
        self.more_forms = Button(theme, _("More forms"), kind=ButtonKind.QUIET, icon=Icon.NOTES)
        super().__init__(theme, _("Emergency sheet"), button=self.more_forms, role=TypeRole.TITLE, parent=parent)
        self._desk = desk
        self.back_button = Button(theme, _("Back to the emergency sheet"), kind=ButtonKind.QUIET, icon=Icon.BACK)
        self.said = PlainLabel(wrap=True)
        self.progress = PlainLabel(role=TypeRole.STRONG, wrap=True)
        self.checked = PlainLabel(wrap=True)
        self._kind = SheetKind.EMERGENCY
        self.print = Button(theme, _("Print"), kind=ButtonKind.MAIN, icon=Icon.PRINT)
        self.print.clicked.connect(lambda: desk.print_sheet(self._kind))
        self.yes = Button(theme, _("Yes"), icon=Icon.CHECK, name=_("Yes, this is still right"))
        self.no = Button(theme, _("Change"), name=_("Change what is not right"))
        self._asked = QWidget()
        self._lay_out()
        for button, signal in (
            (self.more_forms, self.more),
            (self.back_button, self.back),
            (self.yes, self.still_right),
            (self.no, self.change),
        ):
            button.clicked.connect(signal)

    def show_form(self, read: ReadForm, name: str, *, fixed: bool) -> None:
        """Say how it stands with a form about `name`."""
        form = read.form.form
        self._kind = SheetKind(form)
        self.print.set_words(_("Print"), name=_("Print: {form}").format(form=read.form.label))
        # Translators: a form and whom it is about, e.g. "Emergency sheet: Mum"
        self.set_heading(_("{form}: {name}").format(form=read.form.label, name=name))
        self.back_button.setVisible(form is not Form.EMERGENCY)
        self.said.setText(_said(form))
        self.progress.setText(progress_words(read.not_asked, read.fields))
        now = self._desk.clock.now()
        checked = read.checked
        self._asked.setVisible(checked is not None)
        self.checked.setText("" if checked is None else checked_words(checked, now))
        asks = not fixed and not was_checked_today(checked, now)
        self.yes.setVisible(asks)
        self.no.setVisible(asks)

    def _lay_out(self) -> None:
        self.body.insertWidget(0, self.back_button)
        flow = Flow(self._desk.theme, gap=12, parent=self._asked)
        for widget in (self.checked, self.yes, self.no):
            flow.addWidget(widget)
        for part in (self.said, self.progress, self._asked):
            self.body.addWidget(part)
        self.body.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeading)


def _said(form: Form) -> str:
    if form is Form.EMERGENCY:
        return _("What somebody must know who comes in a hurry. It saves itself. You can leave and come back.")
    return _("It saves itself. What you filled in elsewhere stands here already.")
