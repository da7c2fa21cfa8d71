"""How a measured value is said: "71.5 kg", "120/80 mmHg", "11 st 4 lb", "4 of 10"."""

from __future__ import annotations

from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.measuring.kinds import KINDS, OWN, kind_name, unit_name
from caregiver_app.vault.measuring.units import Reading


def reading_words(reading: Reading) -> str:
    """Return a reading as people say it, in the language in force."""
    value = format_number(reading.value)
    if reading.unit == "st":
        return _("{stones} st {pounds} lb").format(stones=value, pounds=format_number(reading.second or 0))
    if reading.second is not None:
        value = f"{value}/{format_number(reading.second)}"
    unit = unit_name(reading.unit)
    return f"{value} {unit}" if unit and unit != "%" else f"{value}{unit}"


def measurement_words(database: Database, row: Row) -> str:
    """Return by which words a row of `measurement` is found: what was measured, and what was read."""
    kind = str(row["kind"])
    reading = Reading(kind=kind, value=row["value"], second=row["second_value"], unit=row["unit"])
    return f"{_name(database, kind)} {reading_words(reading)}"


def _name(database: Database, kind: str) -> str:
    if kind in KINDS:
        return kind_name(kind)
    query = "SELECT name FROM measure_kind WHERE uid = :uid"
    return str(database.value(query, {"uid": kind.removeprefix(OWN)}) or "")
