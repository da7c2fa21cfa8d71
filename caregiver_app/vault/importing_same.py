"""Whether what a calendar or a card speaks of is known already: by its words, where its uid is somebody else's.

What we wrote into a calendar has uids of its own each time, and perhaps a title that says nothing; read back, it must
not stand beside itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from caregiver_app.storage.engine import Database
from caregiver_app.vault.calendar_writing import neutral_title
from caregiver_app.vault.wall_time import WallTime

_PHONE_END = 7
"""So many last digits tell a phone: what stands before them is written in many ways."""


def same_as(database: Database, table: str, columns: Mapping[str, object]) -> bool:
    """Return whether an appointment or contact of these words is there."""
    if table == "appointment":
        return _is_known_appointment(database, columns)
    return table == "contact" and _is_known_contact(database, columns)


def _is_known_appointment(database: Database, columns: Mapping[str, object]) -> bool:
    title, starts, zone = (str(columns[name]) for name in ("title", "starts", "zone"))
    moment = WallTime(local=starts, zone=zone).instant()
    rows = database.rows(
        "SELECT title, starts, zone FROM appointment WHERE deleted_at IS NULL AND substr(starts, 1, 7) >= :from "
        "AND substr(starts, 1, 7) <= :to",
        {"from": _month(starts, -1), "to": _month(starts, 1)},
    )
    neutral = neutral_title().casefold()
    return any(
        WallTime(local=row["starts"], zone=row["zone"]).instant() == moment
        and title.casefold() in (row["title"].casefold(), neutral)
        for row in rows
    )


def _is_known_contact(database: Database, columns: Mapping[str, object]) -> bool:
    name, phones = str(columns["name"]).casefold(), _ends(str(columns["phones"]))
    rows = database.rows("SELECT name, phones FROM contact WHERE deleted_at IS NULL")
    return any(row["name"].casefold() == name and _meet(phones, _ends(row["phones"])) for row in rows)


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    return not some or not others or bool(some & others)


def _ends(phones: str) -> frozenset[str]:
    digits = ("".join(sign for sign in phone["number"] if sign.isdigit()) for phone in json.loads(phones))
    return frozenset(each[-_PHONE_END:] for each in digits if each)


def _month(day: str, by: int) -> str:
    """Return the month before or after, YYYY-MM: zones are never so far from each other."""
    months = int(day[:4]) * 12 + int(day[5:7]) - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"
