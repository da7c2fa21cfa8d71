"""Which tabs the care notes have, in order. Each is imported and made when it is first shown after an unlock."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.tab import CareTab, TabEntry
from caregiver_app.ui.theme import Icon

JOURNAL = "journal"
QUESTIONS = "questions"
APPOINTMENTS = "appointments"


def care_tabs() -> tuple[TabEntry, ...]:
    """Return the tabs."""
    return (
        TabEntry(key=JOURNAL, title=_("Journal"), icon=Icon.NOTES, make=_journal),
        TabEntry(key=QUESTIONS, title=_("Questions"), icon=Icon.QUESTION, make=_questions),
        TabEntry(key=APPOINTMENTS, title=_("Appointments"), icon=Icon.CALENDAR, make=_appointments),
    )


def _journal(desk: CareDesk) -> CareTab:
    from caregiver_app.ui.care.journal.tab import JournalTab

    return JournalTab(desk)


def _questions(desk: CareDesk) -> CareTab:
    from caregiver_app.ui.care.questions.tab import QuestionsTab

    return QuestionsTab(desk)


def _appointments(desk: CareDesk) -> CareTab:
    from caregiver_app.ui.care.appointments.tab import AppointmentsTab

    return AppointmentsTab(desk)
