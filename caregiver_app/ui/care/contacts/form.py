"""The form of a contact."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import RecordRefused
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.contacts.phones_edit import PhonesEdit
from caregiver_app.ui.care.contacts.steps import add_contact, change_contact
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.form import choice_part
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.ui.care.parts.refusing import refuse_at_field
from caregiver_app.ui.care.parts.suggested_line import SuggestedLine
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.contacts import Contact, ContactText, kept_contact
from caregiver_app.vault.records.labels import contact_roles
from caregiver_app.vault.records.people import PersonId

START = "contact/"
NEW = f"{START}new"
_ALL = "all"


class ContactDrawer(FormDrawer):
    """For a new contact, or for one that is there."""

    def __init__(self, desk: CareDesk, contact: Contact | None = None, *, parent: QWidget | None = None) -> None:
        heading = _("Add a contact") if contact is None else contact.text.name
        super().__init__(desk, heading, NEW if contact is None else f"{START}{contact.id}", parent=parent)
        self.contact = contact
        self.add_line("name", _("Name"))
        role = SuggestedLine(desk.theme, _("Who they are"), contact_roles())
        self.body.addWidget(role)
        self.form.add(role.part("role"))
        self.phones = PhonesEdit(desk.theme)
        self.body.addWidget(self.phones)
        self.form.add(self.phones.part("phone"))
        self.add_line("hours", _("When they can be reached"))
        self.add_line("email", _("E-mail"))
        self.add_text("address", _("Address"), lines=2)
        self.add_text("note", _("What else to know"), lines=2)
        self.whom = self._whom()
        self.form.begin(self._values())

    @property
    def text(self) -> ContactText:
        """What stands in the form."""
        values = {name: value.strip() for name, value in self.form.values.items()}
        return ContactText(
            name=values["name"],
            role=values["role"],
            phones=self.phones.phones,
            email=values["email"],
            address=values["address"],
            hours=values["hours"],
            note=values["note"],
        )

    @property
    def person_id(self) -> PersonId | None:
        """For whom the contact is, None for all."""
        chosen = self.whom.current
        return None if chosen == _ALL else PersonId(int(chosen))

    def keep(self) -> None:
        """Keep the contact, or say at which field something needs mending."""
        text = self.text
        try:
            kept_contact(text)
        except RecordRefused as error:
            refuse_at_field(self.form, error, otherwise="name")
            return
        at = self.desk.clock.now()
        if self.contact is None:
            self.do(partial(add_contact, text=text, person_id=self.person_id, at=at), kind="contact")
            return
        step = partial(change_contact, contact_id=self.contact.id, text=text, person_id=self.person_id, at=at)
        self.do(step, kind="contact")

    def _whom(self) -> ChipGroup:
        """Ask for whom it is where there are several people; with one, it is for all."""
        theme, people = self.desk.theme, self.desk.whom.people
        choices = [ChipChoice(key=_ALL, text=_("Everybody"))]
        choices += [ChipChoice(key=str(person.id), text=person.name) for person in people]
        chips = ChipGroup(theme, _("For whom"), choices)
        part = QWidget()
        column = Column(theme, gap=6, parent=part)
        column.addWidget(PlainLabel(_("For whom"), role=TypeRole.STRONG))
        column.addWidget(chips)
        self.body.addWidget(part)
        part.setVisible(len(people) > 1)  # shown before it has a place, it would be a window for a moment
        self.form.add(choice_part("whom", chips))
        return chips

    def _values(self) -> dict[str, str]:
        contact = self.contact
        if contact is None:
            return {"whom": _whom_key(self.desk.whom.written_for)}
        text = contact.text
        return {
            "name": text.name,
            "role": text.role,
            "phone": "\n".join(f"{phone.number}\t{phone.label}" for phone in text.phones),
            "hours": text.hours,
            "email": text.email,
            "address": text.address,
            "note": text.note,
            "whom": _whom_key(contact.person_id),
        }


def _whom_key(person_id: PersonId | None) -> str:
    return _ALL if person_id is None else str(person_id)
