"""What is known of somebody for the forms: each field is filled, none known, or not asked.

Which fields there are is said by `forms`; what stands in them is the person's business alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.changing import Changes, changing
from caregiver_app.vault.changes.kept_notes import check_open
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo, joined
from caregiver_app.vault.changes.version_rows import takes_much_away
from caregiver_app.vault.forms.fields import FIELDS, FieldKind
from caregiver_app.vault.records.people import KIND as PERSON
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.typed.text import kept_day, kept_field, kept_line


class FactState(StrEnum):
    """What is known of a field. "None known" is an answer; "not asked" is not."""

    FILLED = "filled"
    NONE_KNOWN = "none-known"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One field of one person. `checked_at`: when somebody last said that it is still right."""

    name: str
    state: FactState
    value: str = field(default="", repr=False)
    changed_at: Millis | None = None
    checked_at: Millis | None = None

    @property
    def items(self) -> tuple[str, ...]:
        """The value as a list, one item a line."""
        return tuple(line for line in self.value.splitlines() if line.strip())


class Facts:
    """The fields of everybody."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._people = Records(database, PERSON)

    def of(self, person_id: PersonId) -> Mapping[str, Fact]:
        """Return all fields of somebody that were asked, by name."""
        rows = self._database.rows("SELECT * FROM fact WHERE person_id = :person ORDER BY field", {"person": person_id})
        return {row["field"]: _fact(row) for row in rows}

    def get(self, person_id: PersonId, name: str) -> Fact:
        """Return one field, not asked where nobody said anything."""
        row = self._row(person_id, name)
        return Fact(name=name, state=FactState.NOT_ASKED) if row is None else _fact(row)

    def fill(self, person_id: PersonId, name: str, value: str, *, at: Millis) -> Undo:
        """Fill a field; an empty value makes it not asked.

        Raises:
            UnknownRecord: there is nobody with this number.
            RecordRefused: no form has such a field, or the value does not fit into it.
        """
        kept = kept_value(name, value)
        if not kept:
            return self.forget(person_id, name, at=at)
        return self._set(person_id, name, {"state": FactState.FILLED.value, "value": kept}, at)

    def none_known(self, person_id: PersonId, name: str, *, at: Millis) -> Undo:
        """Say that there is none, e.g. no allergy that anybody knows of.

        Raises:
            UnknownRecord: there is nobody with this number.
            RecordRefused: no form has such a field.
        """
        _known(name)
        return self._set(person_id, name, {"state": FactState.NONE_KNOWN.value, "value": ""}, at)

    def forget(self, person_id: PersonId, name: str, *, at: Millis) -> Undo:
        """Make a field not asked again.

        Raises:
            UnknownRecord: there is nobody with this number.
            RecordRefused: no form has such a field.
        """
        _known(name)
        return self._set(person_id, name, None, at)

    def still_right(self, person_id: PersonId, names: tuple[str, ...], *, at: Millis) -> Undo:
        """Say of fields that somebody looked at them and they are right; those that were not asked stay so.

        Raises:
            UnknownRecord: there is nobody with this number.
        """
        self._people.row(person_id)
        with changing(self._database, "vault.fact.still-right", at=at) as changes:
            for name in names:
                row = self._row(person_id, name)
                if row is not None:
                    self._replace(changes, person_id, name, {**_values(row), "checked_at": at})
        return changes.undo()

    def last_checked(self, person_id: PersonId, names: tuple[str, ...]) -> Millis | None:
        """Return when the field that was looked at longest ago was: so old is a sheet of them. None: nothing asked."""
        facts = self.of(person_id)
        times = [fact.checked_at or fact.changed_at for name in names if (fact := facts.get(name)) is not None]
        known = [time for time in times if time is not None]
        return min(known) if known else None

    def fill_many(self, person_id: PersonId, values: Mapping[str, str], *, at: Millis) -> Undo:
        """Fill several fields, all of them or none.

        Raises:
            UnknownRecord: there is nobody with this number.
            RecordRefused: one of them does not fit.
        """
        with self._database.write("vault.fact.fill-many"):
            return joined([self.fill(person_id, name, value, at=at) for name, value in values.items()])

    def _set(self, person_id: PersonId, name: str, values: Mapping[str, object] | None, at: Millis) -> Undo:
        check_open(self._database, person_id)
        with changing(self._database, "vault.fact.set", at=at) as changes:
            row = self._row(person_id, name)
            before = None if row is None else {"state": row["state"], "value": row["value"]}
            if before != values:
                much = takes_much_away(before and before["value"], values["value"] if values else "")
                changes.keep_version(PERSON, person_id, always=much)
                changes.mark(PERSON, person_id, {"changed_at": at})
                whole = None if values is None else {**values, "changed_at": at, "checked_at": at}
                self._replace(changes, person_id, name, whole)
        return changes.undo()

    def _replace(self, changes: Changes, person_id: PersonId, name: str, values: Mapping[str, object] | None) -> None:
        key: dict[str, object] = {"person_id": person_id, "field": name}
        changes.rows_of("fact", key, () if values is None else ({**key, **values},))
        changes.touch(PERSON, person_id)

    def _row(self, person_id: PersonId, name: str) -> Row | None:
        query = "SELECT * FROM fact WHERE person_id = :person AND field = :field"
        return self._database.one(query, {"person": person_id, "field": name})


def kept_value(name: str, value: str) -> str:
    """Return a value as its field keeps it: dates YYYY-MM-DD, yes and no in these words, lists one item a line.

    Raises:
        RecordRefused: no form has such a field, or the value does not fit into it.
    """
    match _known(name):
        case FieldKind.LINE:
            return kept_line(value, name)
        case FieldKind.DATE:
            return kept_day(value.strip(), name) or ""
        case FieldKind.YES_NO:
            word = value.strip().casefold()
            if word not in ("", "yes", "no"):
                raise RecordRefused(RecordTrouble.YES_NO, name)
            return word
        case FieldKind.LIST:
            lines = (kept_line(line, name) for line in kept_field(value, name).splitlines())
            return "\n".join(line for line in lines if line)
        case FieldKind.TEXT:
            return kept_field(value, name)
        case FieldKind.RECORDS:
            if value.strip():
                raise RecordRefused(RecordTrouble.OWN_LIST, name)
            return ""


def _known(name: str) -> FieldKind:
    if name not in FIELDS:
        raise RecordRefused(RecordTrouble.FIELD, "field")
    return FIELDS[name]


def _values(row: Row) -> dict[str, object]:
    return {name: row[name] for name in ("state", "value", "changed_at", "checked_at")}


def _fact(row: Row) -> Fact:
    return Fact(
        name=row["field"],
        state=FactState(row["state"]),
        value=row["value"],
        changed_at=Millis(row["changed_at"]),
        checked_at=row["checked_at"],
    )
