"""The family's notes as an export has them (docs/formats/export.md), for a day: what is written in packaging/demo.

There days count from that one, and times are those of the clock in the family's zone: "-3 19:30" is half past seven in
the evening three days before. Records are named by words of their own, of which the uids are made.
"""

from __future__ import annotations

import json
import re
import shutil
import uuid
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

DATA = Path(__file__).resolve().parents[1] / "demo"
HOME_ZONE = "Europe/London"

_RELATIVE = re.compile(r"([+-]\d+)(?: (\d\d:\d\d))?")
_WALL_CLOCK = frozenset({"starts", "ends"})
_NAMES = frozenset({"uid", "person", "appointment", "record"})
_SPACE = uuid.UUID("6d1c3c0e-5b61-4d0b-9f2b-0b6e8a5d9a10")


def family_document(day: date, zone: str = HOME_ZONE) -> dict[str, Any]:
    """Return the notes as they are on the morning of `day`; the same for the same day."""
    visits, measured = _read("visits"), _read("measurements")
    people = [_person(person) for person in _read("people")]
    parts = {
        "people": people,
        "measure_kinds": measured["kinds"],
        "notes": _read("notes"),
        **visits,
        "medicines": _read("medicines"),
        "contacts": _read("contacts"),
        "measurements": _measurements(measured["series"]),
        "attachments": _read("attachments"),
    }
    told = {name: [_told(record, day, ZoneInfo(zone)) for record in records] for name, records in parts.items()}
    for visit in told["appointments"]:
        visit["zone"] = zone
    return {"format": "caregiver-care-notes", "version": 1, **told}


def write_export(folder: Path, day: date, zone: str = HOME_ZONE) -> None:
    """Write the notes and their files into a new folder, as `caregiver import` takes them."""
    folder.mkdir(mode=0o700)
    document = json.dumps(family_document(day, zone), ensure_ascii=False, indent=1)
    (folder / "care-notes.json").write_text(document, encoding="utf-8")
    shutil.copytree(DATA / "attachments", folder / "attachments")


def _read(name: str) -> Any:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def _person(person: Mapping[str, Any]) -> dict[str, Any]:
    """Return somebody with the fields of the forms: null stands for "none known", and what is left out was not asked.

    What is true for a day was looked at later than the rest.
    """
    later = person.get("looked_at_since", {})
    facts = [
        {
            "field": name,
            "state": "none-known" if value is None else "filled",
            "value": value or "",
            "changed_at": later.get(name, person["created_at"]),
            "checked_at": later.get(name, person["checked_at"]),
        }
        for name, value in person["facts"].items()
    ]
    told = {name: value for name, value in person.items() if name != "looked_at_since"}
    return {**told, "facts": facts}


def _measurements(series: list[Any]) -> list[dict[str, Any]]:
    found = []
    for one in series:
        for at, value, *more in one["readings"]:
            second, note = [*more, None, None][:2]
            named = f"{one['person']} {one['kind']} {at}"
            reading = {"value": value, "second_value": second, "note": note or "", "at": at}
            kind = one["kind"]
            own = f"own:{_uid(kind.removeprefix('own:'))}" if kind.startswith("own:") else kind
            found.append({"uid": named, "person": one["person"], "kind": own, "unit": one["unit"], **reading})
    return found


def _told(value: Any, day: date, zone: ZoneInfo, name: str = "") -> Any:
    """Return a record with its names as uids and its days as dates; texts stay as they are."""
    match value:
        case dict():
            return {key: _told(each, day, zone, key) for key, each in value.items()}
        case list():
            return [_told(each, day, zone, name) for each in value]
        case str() if name in _NAMES:
            return _uid(value)
        case str() if _RELATIVE.fullmatch(value):
            return _moment(value, day, zone, name)
    return value


def _moment(written: str, day: date, zone: ZoneInfo, name: str) -> str:
    found = _RELATIVE.fullmatch(written)
    assert found is not None
    that_day = day + timedelta(days=int(found[1]))
    if found[2] is None:
        return that_day.isoformat()
    at = datetime.fromisoformat(f"{that_day} {found[2]}")
    return at.isoformat(timespec="minutes") if name in _WALL_CLOCK else at.replace(tzinfo=zone).isoformat()


def _uid(name: str) -> str:
    return str(uuid.uuid5(_SPACE, name))
