"""What can be done about a person, as steps of the notes' own thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.changes.undoing import Undo, joined
from caregiver_app.vault.records.people import Consent, PersonId, Situation
from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPerson:
    """What the drawer about a person says."""

    name: str = field(repr=False)
    situation: Situation
    consent: Consent
    consent_note: str = field(repr=False)
    matters: str = field(repr=False)


def add_person(vault: Vault, name: str, *, at: Millis) -> tuple[PersonId, CareDone]:
    """Add somebody."""
    person_id = vault.people.add(name, at=at)
    # Translators: {name} is what a person is called
    text = _("{name} is added.").format(name=name)
    return person_id, CareDone(
        text=text, undo=lambda notes, then: notes.people.delete(person_id, at=then), icon=Icon.PERSON
    )


def change_person(vault: Vault, person_id: PersonId, about: AboutPerson, *, on: str, at: Millis) -> CareDone | None:
    """Say other things about somebody; `on` is today, YYYY-MM-DD. None when nothing was changed."""
    before = vault.people.get(person_id)
    steps = [
        vault.people.rename(person_id, about.name, at=at),
        vault.people.set_consent(person_id, about.consent, note=about.consent_note, at=at),
        vault.people.set_matters(person_id, about.matters, at=at),
    ]
    if about.situation is not before.situation:
        since = None if about.situation is Situation.AS_USUAL else on
        steps.append(vault.people.set_situation(person_id, about.situation, on=since, at=at))
    undo: Undo = joined(steps)
    return CareDone(text=_("Saved what you changed."), undo=undo, icon=Icon.PERSON) if undo else None


def take_off(vault: Vault, person_id: PersonId, *, at: Millis) -> CareDone:
    """Put somebody and all about them among the recently deleted."""
    name = vault.people.get(person_id).name
    undo = vault.people.delete(person_id, at=at)
    return CareDone(text=_("Deleted {name} and all notes about them.").format(name=name), undo=undo, icon=Icon.TRASH)
