"""Makes what an export says of a record fit to be kept, by column: types, words, dates and lengths are checked.

Pure, and believes nothing. What cannot be kept so is refused; nothing is cut off or guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.vault.measuring.kinds import OWN
from caregiver_app.vault.measuring.reading import checked
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import AppointmentState, kept_times
from caregiver_app.vault.records.contacts import ContactText, Phone, kept_contact
from caregiver_app.vault.records.medicines import MedicineText, kept_medicine
from caregiver_app.vault.records.note_templates import TEMPLATES, NoteKind
from caregiver_app.vault.records.notes import kept_answers
from caregiver_app.vault.records.people import Consent, Situation
from caregiver_app.vault.records.questions import QuestionState, kept_question
from caregiver_app.vault.typed.text import kept_day, kept_field, kept_line, kept_name, kept_text

Values = Mapping[str, Any]
Columns = dict[str, object]
W = TypeVar("W", bound=StrEnum)

_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_LATEST = Millis(7_258_118_400_000)  # the year 2200
_EVERY_ANSWER = dict.fromkeys((name for names in TEMPLATES.values() for name in names), "")
_MOST_ORDER = 10_000


def uid_in(values: Values, name: str = "uid") -> str:
    """Return a uid; raises `RecordRefused` as all of these do."""
    uid = text_in(values, name)
    if not _UID.fullmatch(uid):
        raise RecordRefused(RecordTrouble.FIELD, name)
    return uid


def text_in(values: Values, name: str) -> str:
    """Return a text, "" where nothing is said."""
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RecordRefused(RecordTrouble.FIELD, name)
    return value


def list_in(values: Values, name: str) -> list[Any]:
    """Return a list, an empty one where nothing is said."""
    value = values.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise RecordRefused(RecordTrouble.FIELD, name)
    return value


def moment_in(values: Values, name: str) -> Millis | None:
    """Return a moment, written with its offset; None where nothing is said."""
    written = text_in(values, name)
    if not written:
        return None
    try:
        at = from_datetime(datetime.fromisoformat(written))
    except (ValueError, OverflowError, OSError):
        raise RecordRefused(RecordTrouble.TIME, name) from None
    if not 0 <= at <= _LATEST:
        raise RecordRefused(RecordTrouble.TIME, name)
    return at


def mapping_of(value: object) -> Values:
    """Return a JSON object as one."""
    if not isinstance(value, dict):
        raise RecordRefused(RecordTrouble.FIELD)
    return value


def _person(values: Values) -> Columns:
    return {
        "name": kept_name(text_in(values, "name")),
        "situation": _word(values, "situation", Situation),
        "situation_on": kept_day(text_in(values, "situation_on")),
        "consent": _word(values, "consent", Consent),
        "consent_note": kept_field(text_in(values, "consent_note"), "consent"),
        "matters": kept_field(text_in(values, "matters"), "matters"),
    }


def _kind(values: Values) -> Columns:
    return {"name": kept_name(text_in(values, "name")), "unit": kept_line(text_in(values, "unit"), "unit")}


def _note(values: Values) -> Columns:
    kind = NoteKind(_word(values, "kind", NoteKind))
    answers = {str(name): _a_text(answer) for name, answer in mapping_of(values.get("answers") or {}).items()}
    return {
        "kind": kind.value,
        "text": kept_text(text_in(values, "text")),
        "answers": json.dumps(kept_answers(kind, answers, known=_EVERY_ANSWER)),
        "author": kept_line(text_in(values, "author"), "author"),
        "about_me": _yes(values, "about_me"),
        "at": _required(values, "at"),
    }


def _appointment(values: Values) -> Columns:
    return {
        "title": kept_name(text_in(values, "title"), "title"),
        "with_whom": kept_line(text_in(values, "with_whom"), "with-whom"),
        **{name: kept_field(text_in(values, name), name) for name in ("place", "reason", "outcome", "decisions")},
        **kept_times(text_in(values, "starts"), text_in(values, "ends") or None, text_in(values, "zone")),
        "state": _word(values, "state", AppointmentState),
    }


def _question(values: Values) -> Columns:
    return {
        "text": kept_question(text_in(values, "text")),
        "for_whom": kept_line(text_in(values, "for_whom"), "for-whom"),
        "state": _word(values, "state", QuestionState),
    }


def answer_columns(values: Values) -> Columns:
    """Return what was answered, by column."""
    return {
        "text": kept_question(text_in(values, "text")),
        "by_whom": kept_line(text_in(values, "by_whom"), "by-whom"),
        "at": _required(values, "at"),
    }


def _chase(values: Values) -> Columns:
    return {
        "what": kept_name(text_in(values, "what"), "what"),
        "who": kept_line(text_in(values, "who"), "who"),
        "by_date": kept_day(text_in(values, "by_date")),
        "done_at": moment_in(values, "done_at"),
    }


def _medicine(values: Values) -> Columns:
    written: dict[str, Any] = {}
    for each in fields(MedicineText):
        is_yes_or_no = each.default is False
        written[each.name] = bool(_yes(values, each.name)) if is_yes_or_no else text_in(values, each.name)
    return kept_medicine(MedicineText(**written))


def _contact(values: Values) -> Columns:
    phones = tuple(
        Phone(number=text_in(phone, "number"), label=text_in(phone, "label"))
        for phone in map(mapping_of, list_in(values, "phones"))
    )
    said = {name: text_in(values, name) for name in ("name", "role", "email", "address", "hours", "note")}
    return kept_contact(ContactText(phones=phones, **said))


def _measurement(values: Values) -> Columns:
    second = values.get("second_value")
    reading = checked(
        Reading(
            kind=text_in(values, "kind"),
            value=_number(values.get("value")),
            second=None if second is None else _number(second),
            unit=text_in(values, "unit"),
        )
    )
    if reading.kind.startswith(OWN):
        uid_in({"uid": reading.kind.removeprefix(OWN)})
    return {
        "kind": reading.kind,
        "value": float(reading.value),
        "second_value": None if reading.second is None else float(reading.second),
        "unit": kept_line(reading.unit, "unit"),
        "note": kept_line(text_in(values, "note"), "note"),
        "at": _required(values, "at"),
    }


COLUMNS: Mapping[str, Callable[[Values], Columns]] = {
    "person": _person,
    "measure_kind": _kind,
    "note": _note,
    "appointment": _appointment,
    "question": _question,
    "chase": _chase,
    "medicine": _medicine,
    "contact": _contact,
    "measurement": _measurement,
}
"""What each kind of record says, by the name of its table; in this order records name only earlier ones."""


def call_order_in(values: Values) -> int | None:
    """Return in which place somebody is called; None where they are not."""
    order = values.get("call_order")
    is_one = isinstance(order, int) and not isinstance(order, bool) and 1 <= order <= _MOST_ORDER
    return order if is_one else None


def _word(values: Values, name: str, words: type[W]) -> str:
    """Return one of our words, the first of them where nothing is said."""
    written = text_in(values, name)
    if not written:
        return next(iter(words)).value
    try:
        return words(written).value
    except ValueError:
        raise RecordRefused(RecordTrouble.FIELD, name) from None


def _yes(values: Values, name: str) -> int:
    value = values.get(name, False)
    if not isinstance(value, bool):
        raise RecordRefused(RecordTrouble.FIELD, name)
    return int(value)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RecordRefused(RecordTrouble.NUMBER)
    try:
        return float(value)
    except OverflowError:
        raise RecordRefused(RecordTrouble.NUMBER) from None


def _a_text(value: object) -> str:
    if not isinstance(value, str):
        raise RecordRefused(RecordTrouble.FIELD)
    return value


def _required(values: Values, name: str) -> Millis:
    at = moment_in(values, name)
    if at is None:
        raise RecordRefused(RecordTrouble.TIME, name)
    return at
