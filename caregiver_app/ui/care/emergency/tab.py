"""The tab "Emergency sheet": the form of what others must know, and behind "More forms" the other forms."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.emergency.head import FormHead
from caregiver_app.ui.care.emergency.reading import ReadForm, read_form
from caregiver_app.ui.care.emergency.records_card import RecordsCard, contact_lines, medicine_lines, unsaid_lines
from caregiver_app.ui.care.emergency.saving import FactSaving
from caregiver_app.ui.care.emergency.sections import FormSections
from caregiver_app.ui.care.medicines.words import rule_words
from caregiver_app.ui.care.menu import Action, open_menu
from caregiver_app.ui.care.parts.columns import TwoColumns
from caregiver_app.ui.care.parts.kept import KeptCallout, is_kept
from caregiver_app.ui.care.parts.life_days import today_of
from caregiver_app.ui.care.parts.whose_card import WhoseCard
from caregiver_app.ui.care.tab import CareTab
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.tab_order import put_in_order
from caregiver_app.vault.forms.fields import Form, fields_of
from caregiver_app.vault.forms.shown import form_labels
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault


class EmergencyTab(CareTab):
    """It never asks to save: `FactSaving` does that."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Emergency sheet"), parent=parent)
        theme = desk.theme
        self.form = Form.EMERGENCY
        self.read: ReadForm | None = None
        self.sections: FormSections | None = None
        self.saving: FactSaving | None = None
        self._shown: tuple[object, ...] = ()
        self._begins = False
        self.kept = KeptCallout(desk)
        self.whose = WhoseCard(desk, _("Each person has a sheet of their own."))
        self.head = FormHead(desk)
        self.contacts = RecordsCard(theme, _("Whom to call"), _("Go to contacts"))
        self.medicines = RecordsCard(theme, _("Medicines"), _("Go to medicines"), foot=rule_words())
        self.columns = TwoColumns(theme)
        self._front = (self.head, self.columns)
        self._lay_out()
        self._connect()

    def opened(self) -> None:
        """Ask for the form of the person looked at."""
        whom = self.desk.whom
        person_id = whom.written_for
        self.kept.setVisible(is_kept(self.desk))
        self.whose.setVisible(person_id is None)
        for part in self._front:
            part.setVisible(person_id is not None)
        if person_id is None:
            self._throw_away()
            self.whose.show_people()
            return
        if self._shown and self._shown[0] != person_id:
            self._begins = self._throw_away() or self._begins  # what is typed before the answer is about nobody
        form, shown, today = self.form, whom.shown, today_of(self.desk.clock.now())
        count = 0 if self.saving is None else self.saving.count

        def work(vault: Vault) -> ReadForm:
            return read_form(vault, person_id, form, shown=shown, today=today)

        self.desk.ask(self, work, partial(self._show, count=count), key="emergency")

    def new(self) -> bool:
        """Put the keyboard into the first field that was not asked yet."""
        if not self.whose.isHidden():
            self.whose.begin()
        elif self.sections is not None:
            self.sections.begin()
        return True

    def set_narrow(self, narrow: bool) -> None:
        """Use the room there is."""
        super().set_narrow(narrow)
        self.columns.set_narrow(narrow)

    def go_back(self) -> bool:
        """Go back from another form to the emergency sheet."""
        was_other = self.form is not Form.EMERGENCY
        if was_other:
            self.show_form(Form.EMERGENCY)
        return was_other

    def show_form(self, form: Form) -> None:
        """Show another form."""
        self.form = form
        self.verticalScrollBar().setValue(0)
        announce(form_labels()[form])
        self.opened()

    def _lay_out(self) -> None:
        for widget in (self.kept, self.whose, *self._front):
            self.body.addWidget(widget)
            widget.setVisible(False)
        for card in (self.contacts, self.medicines):
            self.columns.side.addWidget(card)

    def _connect(self) -> None:
        self.whose.picked.connect(self._picked)
        self.contacts.wanted.connect(lambda: self.desk.open("contacts"))
        self.medicines.wanted.connect(lambda: self.desk.open("medicines"))
        self.head.still_right.connect(self._still_right)
        self.head.change.connect(self._change)
        self.head.more.connect(self._open_more)
        self.head.back.connect(self.go_back)

    def _show(self, read: ReadForm, *, count: int) -> None:
        self.read = read
        person = self.desk.whom.person
        fixed = is_kept(self.desk)
        self.head.show_form(read, "" if person is None else person.name, fixed=fixed)
        self._show_records(read)
        wanted = (read.person_id, read.form.form, fixed)
        if wanted == self._shown and self.sections is not None:
            self._refresh(self.sections, read, count)
        else:
            self._make_sections(read, wanted, fixed)

    def _show_records(self, read: ReadForm) -> None:
        nobody = _("Nobody yet. Write down whom one would call.")
        self.contacts.show_lines(contact_lines(read.contacts), nobody)
        medicines = (*medicine_lines(read.medicines), *unsaid_lines(read.unsaid))
        self.medicines.show_lines(medicines, _("None are written down."))

    def _make_sections(self, read: ReadForm, wanted: tuple[object, ...], fixed: bool) -> None:
        """Make the fields of another form or person."""
        had_keyboard = self._throw_away()
        self._shown = wanted
        self.sections = FormSections(self.desk, read, fixed=fixed)
        self.columns.main.addWidget(self.sections)
        put_in_order(self)
        if fixed:
            return
        self.saving = FactSaving(self.desk, read.person_id, self)
        back = self.saving.watch(self.sections.fields)
        if back is not None:
            back.begin()
            self.saving.save_now()
        elif had_keyboard or self._begins:
            self.sections.begin()
        self._begins = False

    def _throw_away(self) -> bool:
        """Take the fields away, what is typed kept first; return whether the keyboard was in them."""
        saving, self.saving = self.saving, None
        sections, self.sections = self.sections, None
        self._shown = ()
        if saving is not None:
            saving.finish()
            saving.deleteLater()
        if sections is None:
            return False
        had_keyboard = sections.has_keyboard
        sections.hide()
        sections.deleteLater()
        return had_keyboard

    def _refresh(self, sections: FormSections, read: ReadForm, count: int) -> None:
        """Show what the notes say where nothing newer is typed."""
        facts = {each.name: each.fact for section in read.form.sections for each in section.fields}
        for field in sections.fields:
            if self.saving is not None and self.saving.is_newer(field.name, count):
                continue
            field.show_fact(facts[field.name])
            if self.saving is not None:
                self.saving.took(field.name)
        sections.show_records(read)

    def _still_right(self) -> None:
        read = self.read
        if read is None:
            return
        self.desk.do(
            partial(_say_right, person_id=read.person_id, form=read.form.form, at=self.desk.clock.now()), kind="fact"
        )
        self.head.more_forms.setFocus()

    def _picked(self) -> None:
        """Have the keyboard in the form of who was just chosen."""
        self._begins = True

    def _change(self) -> None:
        if self.sections is not None:
            self.sections.begin(first=True)

    def _open_more(self) -> None:
        options: list[Option[Action]] = [
            Option(value=partial(self.show_form, form), text=label, icon=Icon.NOTES)
            for form, label in form_labels().items()
        ]
        current = next(option.value for option, form in zip(options, form_labels(), strict=True) if form is self.form)
        open_menu(self.desk, self.head.more_forms, _("Forms"), options, current)


def _say_right(vault: Vault, *, person_id: PersonId, form: Form, at: Millis) -> CareDone | None:
    undo = vault.facts.still_right(person_id, fields_of(form), at=at)
    return CareDone(text=_("Written down: it is still right."), undo=undo) if undo else None
