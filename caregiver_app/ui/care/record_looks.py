"""How each kind of record is called and drawn in lists, and in which tab it is at home."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLook:
    """`tab` is the key of the tab that shows such records, empty where none does."""

    word: str
    icon: Icon
    tab: str = ""


def look_of(kind: str) -> RecordLook:
    """Return the look of a kind, by the name of its table."""
    looks = {
        "note": RecordLook(word=_("Note"), icon=Icon.NOTES, tab="journal"),
        "question": RecordLook(word=_("Question"), icon=Icon.QUESTION, tab="questions"),
        "appointment": RecordLook(word=_("Appointment"), icon=Icon.CALENDAR, tab="appointments"),
        "chase": RecordLook(word=_("To chase"), icon=Icon.CLOCK, tab="appointments"),
        "medicine": RecordLook(word=_("Medicine"), icon=Icon.PILL, tab="medicines"),
        "contact": RecordLook(word=_("Contact"), icon=Icon.PHONE, tab="contacts"),
        "measurement": RecordLook(word=_("Measurement"), icon=Icon.HISTORY, tab="measurements"),
        "person": RecordLook(word=_("Person"), icon=Icon.PERSON),
        "attachment": RecordLook(word=_("Attached file"), icon=Icon.FLYER),
    }
    return looks.get(kind, RecordLook(word=_("Note"), icon=Icon.NOTES))
