"""What the tab asks the notes for, in their own thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.ui.care.measurements.kinds import KindLook, all_kinds, first_unit
from caregiver_app.ui.care.measurements.periods import Period
from caregiver_app.vault.records.measures import Measurement, MeasurementId, OwnKind
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

MOST = 5_000
FIRST_KIND = "weight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked at: an empty `code` is the kind measured last. `record` is one value to go to."""

    person_id: PersonId | None
    code: str
    period: Period
    now: Millis
    record: MeasurementId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeasures:
    """What the notes say: all kinds, the one shown, its last value, and its values of the period, newest first."""

    kinds: tuple[KindLook, ...] = field(repr=False)
    kind: KindLook = field(repr=False)
    period: Period
    last: Measurement | None = field(repr=False)
    unit: str
    measured: tuple[Measurement, ...] = field(repr=False)


def read_measures(vault: Vault, wanted: Wanted) -> ReadMeasures:
    """Return what is shown of a person's measurements."""
    latest = vault.measures.latest(wanted.person_id)
    kinds = all_kinds(_own_kinds(vault, latest))
    code, period = wanted.code, wanted.period
    if wanted.record is not None:
        found = _found(vault, wanted.record)
        if found is not None:
            code = found.reading.kind
            period = _reaching(period, found.at, wanted.now)
    known = {kind.code: kind for kind in kinds}
    if code not in known:
        code = latest[0].reading.kind if latest else FIRST_KIND
    last = next((one for one in latest if one.reading.kind == code), None)
    since = period.since(wanted.now)
    measured = vault.measures.list(wanted.person_id, kind=code, since=since, limit=MOST)
    unit = first_unit(known[code], None if last is None else last.reading)
    return ReadMeasures(kinds=kinds, kind=known[code], period=period, last=last, unit=unit, measured=measured)


def _own_kinds(vault: Vault, latest: tuple[Measurement, ...]) -> tuple[OwnKind, ...]:
    """Return the person's own kinds, those offered no more included where something was measured."""
    offered = vault.measures.own_kinds()
    codes = {one.code for one in offered}
    gone = [one.reading.kind for one in latest if one.reading.kind.startswith("own:")]
    return (*offered, *(vault.measures.own_kind(code) for code in gone if code not in codes))


def _found(vault: Vault, number: MeasurementId) -> Measurement | None:
    try:
        return vault.measures.get(number)
    except UnknownRecord:
        return None


def _reaching(period: Period, at: Millis, now: Millis) -> Period:
    """Return a period that goes back to a moment: the one that is shown, where it does."""
    since = period.since(now)
    return period if since is None or at >= since else Period.ALL
