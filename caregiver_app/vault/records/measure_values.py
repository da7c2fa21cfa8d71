"""What stands in a measurement, in a kind that a person made, and in a point of a chart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.time import Millis
from caregiver_app.vault.measuring.kinds import OWN
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.people import PersonId

MeasurementId = NewType("MeasurementId", int)
OwnKindId = NewType("OwnKindId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A measurement as it is kept; `at` is when it was taken."""

    id: MeasurementId
    uid: str
    person_id: PersonId | None
    reading: Reading = field(repr=False)
    note: str = field(repr=False)
    at: Millis
    created_at: Millis
    changed_at: Millis
    deleted_at: Millis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKind:
    """A kind that the person made. `code` is its word in measurements."""

    id: OwnKindId
    uid: str
    name: str = field(repr=False)
    unit: str = field(repr=False)

    @property
    def code(self) -> str:
        """The word by which measurements name it."""
        return f"{OWN}{self.uid}"
