"""What every sheet of care notes is made from: whom it is about, what is wished, which day it is here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.vault.forms.facts import Fact, FactState
from caregiver_app.vault.records.people import Person, PersonId, Situation
from caregiver_app.vault.sheets.choosing import chosen_person, records_of
from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Read once for a sheet. `zone` is the computer's; `people` are all whom the notes are about."""

    vault: Vault = field(repr=False)
    wish: PrivateWish
    person: Person = field(repr=False)
    people: tuple[Person, ...] = field(repr=False)
    facts: Mapping[str, Fact] = field(repr=False)
    now: Millis
    zone: ZoneInfo

    @property
    def shown(self) -> PersonId | None:
        """Whose records lists are asked for, None for all."""
        return records_of(self.people, self.person)

    @property
    def sets_apart(self) -> bool:
        """Whether what nobody said whom it is about stands apart: where there are several people."""
        return self.shown is not None

    @property
    def today(self) -> date:
        """The day it is where the computer is."""
        return to_datetime(self.now).astimezone(self.zone).date()

    @property
    def name(self) -> str:
        """Whose sheet it is, in full where that is known."""
        return self.said("full-name") or self.person.name

    @property
    def called(self) -> str:
        """What the person likes to be called, for sentences."""
        return self.said("known-as") or self.person.name

    @property
    def asks(self) -> bool:
        """Whether the sheet may ask for anything, e.g. with lines to fill in: not where caring has ended."""
        return not self.person.situation.is_over

    @property
    def is_keepsake(self) -> bool:
        """Whether the person has died, so that nobody needs to know what was never asked."""
        return self.person.situation is Situation.DIED

    def fact(self, name: str) -> Fact:
        """Return a field, not asked where nobody said anything."""
        return self.facts.get(name) or Fact(name=name, state=FactState.NOT_ASKED)

    def said(self, name: str) -> str:
        """Return what stands in a field, "" where nothing does."""
        return self.fact(name).value

    def day_of(self, at: Millis) -> date:
        """Return the day of a moment where the computer is."""
        return to_datetime(at).astimezone(self.zone).date()


def ground_of(vault: Vault, wish: PrivateWish, *, now: Millis, zone: str) -> Ground:
    """Return what a sheet is made from; `zone` is an IANA name.

    Raises:
        PrintError: there is nobody, or several people and nobody of them is chosen.
    """
    people = vault.people.list()
    person = chosen_person(people, wish.person_id)
    return Ground(
        vault=vault,
        wish=wish,
        person=person,
        people=people,
        facts=vault.facts.of(person.id),
        now=now,
        zone=ZoneInfo(zone),
    )


def written_day(day: str | None) -> date | None:
    """Return a day of the notes (YYYY-MM-DD) as a value, None where there is none."""
    return date.fromisoformat(day) if day else None
