"""What palette and navigation offer of the records in the care notes: tabs to open, once the notes are unlocked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.tabs import APPOINTMENTS, CONTACTS, EMERGENCY, MEASUREMENTS, MEDICINES, QUESTIONS
from caregiver_app.ui.commands import Command, CommandGroup
from caregiver_app.ui.theme import Icon

OpenThen = Callable[[Callable[[], object], str], None]
"""Shows the care notes and does something there once they are unlocked; the words say why that is asked for."""


def record_commands(desk: CareDesk, open_then: OpenThen, add_person: Callable[[], object]) -> tuple[Command, ...]:
    """Return the commands."""
    person = Command(
        key="care.person",
        name=_("Add a person to your care notes"),
        keywords=_("somebody whom mum dad partner name"),
        action=partial(open_then, add_person, _("Unlock to add a person.")),
        icon=Icon.PERSON,
        possible=partial(_is_there, desk),
    )
    emergency = Command(
        key="care.emergency",
        name=_("Emergency sheet"),
        keywords=_("form urgent hospital allergies"),
        action=partial(open_emergency, desk, open_then),
        group=CommandGroup.OPEN,
        icon=Icon.EMERGENCY,
        possible=partial(_is_there, desk),
    )
    return (emergency, person, *(_opening(desk, open_then, *words) for words in _tabs()))


def open_emergency(desk: CareDesk, open_then: OpenThen) -> None:
    """Open the emergency sheet, once the notes are unlocked."""
    open_then(partial(desk.open, EMERGENCY), _("Unlock to see the emergency sheet."))


def _opening(desk: CareDesk, open_then: OpenThen, *words: str) -> Command:
    tab, name, keywords, line = words
    icons = {
        QUESTIONS: Icon.QUESTION,
        APPOINTMENTS: Icon.CALENDAR,
        MEDICINES: Icon.PILL,
        MEASUREMENTS: Icon.HISTORY,
        CONTACTS: Icon.PHONE,
    }
    return Command(
        key=f"care.{tab}",
        name=name,
        keywords=keywords,
        action=partial(open_then, partial(desk.open, tab), line),
        group=CommandGroup.OPEN,
        icon=icons[tab],
        possible=partial(_is_there, desk),
    )


def _tabs() -> tuple[tuple[str, str, str, str], ...]:
    """Return tabs with their name, words by which they are found, and what is said where the notes are locked."""
    return (
        (QUESTIONS, _("Questions"), _("ask doctor visit answer"), _("Unlock to see the questions.")),
        (
            APPOINTMENTS,
            _("Appointments"),
            _("visit clinic date chase promise"),
            _("Unlock to see the appointments."),
        ),
        (
            MEDICINES,
            _("Medicines"),
            _("tablets pills dose pharmacy list"),
            _("Unlock to see the medicines."),
        ),
        (
            MEASUREMENTS,
            _("Measurements"),
            _("weight temperature blood pressure sugar chart"),
            _("Unlock to write down a measurement."),
        ),
        (CONTACTS, _("Contacts"), _("phone number call doctor family"), _("Unlock to see the contacts.")),
    )


def _is_there(desk: CareDesk) -> bool:
    return desk.access.state is not LockState.ABSENT
