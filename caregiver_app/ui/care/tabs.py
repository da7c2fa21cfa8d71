"""Which tabs the care notes have, in order. Each is imported and made when it is first shown after an unlock."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.tab import CareTab, TabEntry
from caregiver_app.ui.theme import Icon

JOURNAL = "journal"
QUESTIONS = "questions"
APPOINTMENTS = "appointments"
MEDICINES = "medicines"
MEASUREMENTS = "measurements"
CONTACTS = "contacts"
EMERGENCY = "emergency"

_OF_DRAFTS = {
    "note": JOURNAL,
    "question": QUESTIONS,
    "answer": QUESTIONS,
    "received_request": QUESTIONS,
    "appointment": APPOINTMENTS,
    "visit": APPOINTMENTS,
    "chase": APPOINTMENTS,
    "medicine": MEDICINES,
    "measurement": MEASUREMENTS,
    "contact": CONTACTS,
    "fact": EMERGENCY,
}
"""In which tab one writes at a place, by how its name begins."""


def tab_of_draft(places: Iterable[str]) -> str:
    """Return the tab in which was written last, empty where nothing waits; `places` of drafts, newest first."""
    kinds = (place.partition("/")[0] for place in places)
    return next((_OF_DRAFTS[kind] for kind in kinds if kind in _OF_DRAFTS), "")


def sheet_of_tab(key: str) -> SheetKind:
    """Return the sheet that is printed of a tab."""
    return {
        JOURNAL: SheetKind.JOURNAL,
        QUESTIONS: SheetKind.QUESTIONS,
        APPOINTMENTS: SheetKind.VISIT,
        MEDICINES: SheetKind.MEDICINES,
        MEASUREMENTS: SheetKind.MEASUREMENTS,
    }.get(key, SheetKind.EMERGENCY)


def care_tabs() -> tuple[TabEntry, ...]:
    """Return the tabs."""
    return (
        TabEntry(key=JOURNAL, title=_("Journal"), icon=Icon.NOTES, make=_journal),
        TabEntry(key=QUESTIONS, title=_("Questions"), icon=Icon.QUESTION, make=_questions),
        TabEntry(key=APPOINTMENTS, title=_("Appointments"), icon=Icon.CALENDAR, make=_appointments),
        TabEntry(key=MEDICINES, title=_("Medicines"), icon=Icon.PILL, make=_medicines),
        TabEntry(key=MEASUREMENTS, title=_("Measurements"), icon=Icon.HISTORY, make=_measurements),
        TabEntry(key=CONTACTS, title=_("Contacts"), icon=Icon.PHONE, make=_contacts),
        TabEntry(key=EMERGENCY, title=_("Emergency sheet"), icon=Icon.EMERGENCY, make=_emergency),
    )


def _journal(desk: CareDesk, parent: QWidget) -> CareTab:
    from caregiver_app.ui.care.journal.tab import JournalTab

    return JournalTab(desk, parent=parent)


def _questions(desk: CareDesk, parent: QWidget) -> CareTab:
    from caregiver_app.ui.care.questions.tab import QuestionsTab

    return QuestionsTab(desk, parent=parent)


def _appointments(desk: CareDesk, parent: QWidget) -> CareTab:
    from caregiver_app.ui.care.appointments.tab import AppointmentsTab

    return AppointmentsTab(desk, parent=parent)


def _medicines(desk: CareDesk, parent: QWidget) -> CareTab:
    from caregiver_app.ui.care.medicines.tab import MedicinesTab

    return MedicinesTab(desk, parent=parent)


def _measurements(desk: CareDesk, parent: QWidget) -> CareTab:
    from caregiver_app.ui.care.measurements.tab import MeasurementsTab

    return MeasurementsTab(desk, parent=parent)


def _contacts(desk: CareDesk, parent: QWidget) -> CareTab:
    from caregiver_app.ui.care.contacts.tab import ContactsTab

    return ContactsTab(desk, parent=parent)


def _emergency(desk: CareDesk, parent: QWidget) -> CareTab:
    from caregiver_app.ui.care.emergency.tab import EmergencyTab

    return EmergencyTab(desk, parent=parent)
