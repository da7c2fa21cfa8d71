"""What open care notes say of today and of what comes, as plain values: for Home, which knows nothing of the notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis
from caregiver_app.model.today import ComingUp, OpenQuestion, PrivateToday, ToChase

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.vault.records.appointments import Appointment
    from caregiver_app.vault.records.people import PersonId
    from caregiver_app.vault.store import Vault

HIDDEN = "home-hidden"
"""The setting, kept in the notes, by which a person wants none of them on Home."""

NOTES_BACKED_UP_AT = "notes_backed_up_at"
"""The choice in the library that remembers when a backup with care notes was made last."""

SHOWN_APPOINTMENTS, SHOWN_QUESTIONS, SHOWN_CHASES = 4, 5, 4


def notes_backed_up_at(library: Library) -> Millis | None:
    """Return when a backup with care notes was made last, None for never as far as this library knows."""
    at = library.choices.get(NOTES_BACKED_UP_AT, 0)
    return Millis(at) if at else None


class TodayOfNotes:
    """Reads one `Vault`, in its thread (`model.today.TodayPrivate`).

    People for whom reminders have ended bring nothing here.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def read(self, *, now: Millis) -> PrivateToday:
        """Return what there is. Raises as `TodayPrivate.read` does."""
        vault = self._vault
        hidden = vault.settings.get(HIDDEN, False) is True
        since = vault.beginnings.first_kept_at()
        if hidden:
            return PrivateToday(hidden=True, kept_since=since)
        people = vault.people.list()
        names = {person.id: person.name for person in people} if len(people) > 1 else {}
        questions = vault.questions.to_ask()
        ready = Counter(question.appointment_id for question in questions)
        coming = vault.appointments.upcoming(now=now)
        chases = vault.chases.to_do()
        return PrivateToday(
            hidden=False,
            kept_since=since,
            coming=tuple(_coming(one, names, ready) for one in coming[:SHOWN_APPOINTMENTS]),
            questions=tuple(
                OpenQuestion(id=one.id, text=one.text, for_whom=one.for_whom, person=_name(names, one.person_id))
                for one in questions[:SHOWN_QUESTIONS]
            ),
            question_count=len(questions),
            chases=tuple(
                ToChase(id=one.id, what=one.what, who=one.who, person=_name(names, one.person_id), by_date=one.by_date)
                for one in chases[:SHOWN_CHASES]
            ),
            chase_count=len(chases),
        )


def _coming(appointment: Appointment, names: Mapping[PersonId, str], ready: Counter[int | None]) -> ComingUp:
    return ComingUp(
        id=appointment.id,
        at=appointment.starts.instant(),
        zone=appointment.starts.zone,
        title=appointment.title,
        with_whom=appointment.with_whom,
        place=appointment.place,
        person=_name(names, appointment.person_id),
        questions=ready[appointment.id],
    )


def _name(names: Mapping[PersonId, str], person_id: PersonId | None) -> str:
    return names.get(person_id, "") if person_id is not None else ""
