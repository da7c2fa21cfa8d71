"""What the tab asks the notes for, in their own thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.vault.forms.facts import FactState
from caregiver_app.vault.forms.fields import FieldKind, Form, fields_of
from caregiver_app.vault.forms.shown import FilledForm, filled_form
from caregiver_app.vault.records.contacts import Contact
from caregiver_app.vault.records.medicines import Medicine
from caregiver_app.vault.records.people import ABOUT_NOBODY, PersonId
from caregiver_app.vault.store import Vault

CALLED = 4
"""So many of those to call are shown here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadForm:
    """A form with what is known, and the records that go onto its sheet from their own tabs.

    `unsaid` are medicines of which nobody said who of several people takes them: they may be this one's.
    """

    person_id: PersonId
    form: FilledForm = field(repr=False)
    fields: int
    checked: Millis | None
    medicines: tuple[Medicine, ...] = field(repr=False)
    unsaid: tuple[Medicine, ...] = field(repr=False)
    contacts: tuple[Contact, ...] = field(repr=False)

    def has_records(self, name: str) -> bool:
        """Return whether something is written down of what a field leaves to a tab of its own."""
        return bool({"medicines": (*self.medicines, *self.unsaid), "contacts": self.contacts}[name])

    @property
    def not_asked(self) -> int:
        """How many fields nobody said anything of; a list with something on it was asked."""
        fields = (each for section in self.form.sections for each in section.fields)
        return sum(
            each.fact.state is FactState.NOT_ASKED
            and not (each.kind is FieldKind.RECORDS and self.has_records(each.name))
            for each in fields
        )


def read_form(vault: Vault, person_id: PersonId, form: Form, *, shown: PersonId | None, today: str) -> ReadForm:
    """Return a form of somebody; `shown` is whose medicines and contacts are listed in their tabs."""
    found = filled_form(form, vault.facts.of(person_id))
    medicines = vault.medicines.active(shown, today=today)
    names = fields_of(form)
    return ReadForm(
        person_id=person_id,
        form=found,
        fields=len(names),
        checked=vault.facts.last_checked(person_id, names),
        medicines=medicines,
        unsaid=() if shown is None else vault.medicines.active(ABOUT_NOBODY, today=today),
        contacts=(vault.contacts.to_call(shown) or vault.contacts.list(shown))[:CALLED],
    )
