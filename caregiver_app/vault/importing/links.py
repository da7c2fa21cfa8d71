"""Takes in what hangs on a record: tags, answers, fields of the forms, what is cited, attached files.

Nothing that is there goes but where the file is newer, and then only tags: what else the notes have beside it stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.storage.engine import Database
from caregiver_app.support.plain_text import one_line, shorten
from caregiver_app.vault.attached.cipher import LARGEST_BYTES
from caregiver_app.vault.attached.media_types import media_type_of
from caregiver_app.vault.changes.changing import Changes
from caregiver_app.vault.forms.facts import FactState, kept_value
from caregiver_app.vault.importing.values import (
    Values,
    answer_columns,
    list_in,
    mapping_of,
    moment_in,
    text_in,
    uid_in,
)
from caregiver_app.vault.records.attachments import BEARING_KINDS
from caregiver_app.vault.records.citations import CITING_KINDS
from caregiver_app.vault.typed.text import LONGEST_LINE, kept_name, kept_tags

_LONGEST_ADDRESS = 4_000
_MOST = 1_000
"""Answers, facts or citations of one record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _KeptFile:
    """A file of the export, as it is kept in the folder of the notes."""

    name: str
    media_type: str
    size_bytes: int


class LinkedRows:
    """Puts rows beside records. `left_out` counts what cannot be kept as it is written."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        read_file: Callable[[str], bytes | None],
        keep_file: Callable[[bytes], str],
    ) -> None:
        self.left_out = Counter[str]()
        self._versions_kept: set[int] = set()
        self._files: dict[str, _KeptFile | None] = {}
        self._database = database
        self._changes = changes
        self._read_file = read_file
        self._keep_file = keep_file

    def put(self, table: str, number: int, values: Values, *, replace: bool = True) -> bool:
        """Put all that hangs on a record beside it; return whether anything changed."""
        changed = False
        if table == "note" and replace and "tags" in values:
            changed |= self._tags(number, values)
        if table == "question":
            changed |= self._each("answer", list_of(values, "answers"), lambda one: self._answer(number, one))
        if table == "person":
            changed |= self._each("fact", list_of(values, "facts"), lambda one: self._fact(number, one))
        if table in CITING_KINDS:
            changed |= self._each("citation", list_of(values, "cites"), lambda one: self._citation(table, number, one))
        return changed

    def put_file(self, kind: str, number: int, values: Values) -> bool:
        """Let a file of the export belong to a record; return whether it did not already.

        Raises:
            RecordRefused: it is not in the export, or too large.
        """
        file = self._kept(text_in(values, "file")) if kind in BEARING_KINDS else None
        if file is None:
            raise RecordRefused(RecordTrouble.FIELD, "file")
        there = self._database.value(
            "SELECT 1 FROM attachment WHERE kind = :kind AND item_id = :item AND file_name = :file",
            {"kind": kind, "item": number, "file": file.name},
        )
        if there is not None:
            return False
        row = {
            "uid": uid_in(values),
            "kind": kind,
            "item_id": number,
            "name": kept_name(text_in(values, "name")),
            "media_type": file.media_type,
            "size_bytes": file.size_bytes,
            "file_name": file.name,
            "added_at": min(moment_in(values, "added_at") or self._changes.at, self._changes.at),
            "deleted_at": None,
        }
        self._changes.add_row("attachment", row)
        return True

    def _kept(self, named: str) -> _KeptFile | None:
        """Return a file of the export once it is kept: read and encrypted once, however many records name it."""
        if named not in self._files:
            data = self._read_file(named)
            fits = data is not None and len(data) <= LARGEST_BYTES
            self._files[named] = _keep(data or b"", self._keep_file) if fits else None
        return self._files[named]

    def _tags(self, number: int, values: Values) -> bool:
        try:
            tags = kept_tags(text_in({"tag": tag}, "tag") for tag in list_in(values, "tags"))
        except RecordRefused:
            self.left_out["tag"] += 1
            return False
        return self._changes.rows_of("note_tag", {"note_id": number}, [{"note_id": number, "tag": tag} for tag in tags])

    def _answer(self, number: int, values: Values) -> bool:
        uid = uid_in(values)
        row = self._database.one("SELECT * FROM answer WHERE uid = :uid", {"uid": uid})
        if row is not None:
            return False
        said = {"uid": uid, "question_id": number, **answer_columns(values), "request_id": None}
        self._changes.add_row("answer", {**said, "changed_at": self._changes.at})
        return True

    def _fact(self, number: int, values: Values) -> bool:
        """Fill a field where the file knows something newer of it."""
        name, state = text_in(values, "field"), text_in(values, "state")
        if state not in (FactState.FILLED, FactState.NONE_KNOWN):
            raise RecordRefused(RecordTrouble.FIELD, "state")
        value = kept_value(name, text_in(values, "value") if state == FactState.FILLED else "")
        if not value and state == FactState.FILLED:
            raise RecordRefused(RecordTrouble.EMPTY, name)
        key: dict[str, Any] = {"person_id": number, "field": name}
        row = self._database.one("SELECT * FROM fact WHERE person_id = :person_id AND field = :field", key)
        at = min(moment_in(values, "changed_at") or 0, self._changes.at)
        if row is not None and (row["changed_at"] >= at or (row["state"], row["value"]) == (state, value)):
            return False
        if row is not None and number not in self._versions_kept:
            self._versions_kept.add(number)
            self._changes.keep_version("person", number, always=True)
        checked = moment_in(values, "checked_at")
        filled = {**key, "state": state, "value": value, "changed_at": at, "checked_at": checked}
        return self._changes.rows_of("fact", key, (filled,))

    def _citation(self, kind: str, number: int, values: Values) -> bool:
        library_uid = one_line(text_in(values, "item"))[:LONGEST_LINE]
        key = {"kind": kind, "item_id": number, "library_uid": library_uid}
        query = "SELECT 1 FROM citation WHERE kind = :kind AND item_id = :item_id AND library_uid = :library_uid"
        if not library_uid or self._database.value(query, key) is not None:
            return False
        row = {
            **key,
            "title": shorten(one_line(text_in(values, "title")), LONGEST_LINE),
            "address": one_line(text_in(values, "address"))[:_LONGEST_ADDRESS],
            "added_at": self._changes.at,
        }
        self._changes.add_row("citation", row)
        return True

    def _each(self, kind: str, ones: list[Any], put: Callable[[Values], bool]) -> bool:
        changed = False
        for number, one in enumerate(ones):
            try:
                if number < _MOST:
                    changed |= put(mapping_of(one))
                    continue
            except RecordRefused:
                pass
            self.left_out[kind] += 1
        return changed


def _keep(data: bytes, keep_file: Callable[[bytes], str]) -> _KeptFile:
    return _KeptFile(name=keep_file(data), media_type=media_type_of(data), size_bytes=len(data))


def list_of(values: Values, name: str) -> list[Any]:
    """Return a list of what hangs on a record; an empty one where there is none, or something else."""
    found = values.get(name)
    return found if isinstance(found, list) else []
