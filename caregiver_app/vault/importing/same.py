"""Whether what a calendar or a card speaks of is known already: by its words, where its uid is somebody else's.

What we wrote into a calendar has uids of its own each time, and perhaps a title that says nothing; read back, it must
not stand beside itself.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database
from caregiver_app.vault.formats.calendar_writing import neutral_title
from caregiver_app.vault.typed.wall_time import WallTime

_PHONE_END = 7
"""So many last digits tell a phone: what stands before them is written in many ways."""

Columns = Mapping[str, object]


class KnownByWords:
    """The appointments and contacts of the notes, by what they say; read once, when first asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._titles: dict[Millis, set[str]] | None = None
        self._phones: dict[str, list[frozenset[str]]] | None = None

    def has(self, table: str, columns: Columns) -> bool:
        """Return whether an appointment or contact of these words is there."""
        if table == "appointment":
            titles = self._appointments().get(_moment(columns), set())
            title = _folded(columns["title"])
            return title in titles or (bool(titles) and title == _folded(neutral_title()))
        phones = _ends(columns["phones"])
        known = self._contacts().get(_folded(columns["name"]), []) if table == "contact" else []
        return any(not phones or not theirs or phones & theirs for theirs in known)

    def add(self, table: str, columns: Columns) -> None:
        """Let what was just taken in be known too: it may stand in the file twice."""
        if table == "appointment":
            self._appointments()[_moment(columns)].add(_folded(columns["title"]))
        elif table == "contact":
            self._contacts()[_folded(columns["name"])].append(_ends(columns["phones"]))

    def _appointments(self) -> dict[Millis, set[str]]:
        if self._titles is None:
            self._titles = defaultdict(set)
            for row in self._database.rows("SELECT title, starts, zone FROM appointment WHERE deleted_at IS NULL"):
                self._titles[WallTime(local=row["starts"], zone=row["zone"]).instant()].add(_folded(row["title"]))
        return self._titles

    def _contacts(self) -> dict[str, list[frozenset[str]]]:
        if self._phones is None:
            self._phones = defaultdict(list)
            for row in self._database.rows("SELECT name, phones FROM contact WHERE deleted_at IS NULL"):
                self._phones[_folded(row["name"])].append(_ends(row["phones"]))
        return self._phones


def _moment(columns: Columns) -> Millis:
    return WallTime(local=str(columns["starts"]), zone=str(columns["zone"])).instant()


def _folded(text: object) -> str:
    return str(text).casefold()


def _ends(phones: object) -> frozenset[str]:
    digits = ("".join(sign for sign in phone["number"] if sign.isdigit()) for phone in json.loads(str(phones)))
    return frozenset(each[-_PHONE_END:] for each in digits if each)
