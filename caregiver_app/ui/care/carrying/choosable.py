"""What may leave as a calendar or as cards, as it is offered to choose from."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.appointments.visit_looks import spoken_moment
from caregiver_app.ui.care.carrying.choose_drawer import Choosable, ChooseWords
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

_MOST_PAST = 50


def calendar_words() -> ChooseWords:
    """Return what is said where appointments are chosen."""
    return ChooseWords(
        heading=_("Appointments for a calendar"),
        means=_("A file that calendars open (.ics)."),
        option=_("Only when: “Appointment”, without title, place or reason"),
        on=True,
        all_on=False,
        nothing=_("There are no appointments here."),
        name="appointments.ics",
    )


def cards_words() -> ChooseWords:
    """Return what is said where contacts are chosen."""
    return ChooseWords(
        heading=_("Contacts for an address book"),
        means=_("A file that address books and phones open (.vcf)."),
        option=_("What I noted about each of them, too"),
        on=False,
        all_on=True,
        nothing=_("There are no contacts here."),
        name="contacts.vcf",
    )


def read_appointments(vault: Vault, person_id: PersonId | None, *, now: Millis) -> Choosable:
    """Return what comes, soonest first, then what is past."""
    coming = vault.appointments.upcoming(person_id, now=now, limit=1_000)
    past = vault.appointments.past(person_id, now=now, limit=_MOST_PAST)
    return [(int(one.id), f"{spoken_moment(one.starts, now)}: {one.title}") for one in (*coming, *past)]


def read_contacts(vault: Vault, person_id: PersonId | None) -> Choosable:
    """Return everybody, in their order."""
    found = vault.contacts.list(person_id)
    return [(int(one.id), ", ".join(filter(None, (one.text.name, one.text.role)))) for one in found]
