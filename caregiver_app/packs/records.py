"""Turns JSON into the values of `model.pack` and back, by their fields and the bounds written beside them. Pure.

What is left out has its default; an unknown field is a problem, never kept. Written are only fields that are not as
they are by default, so that there is one way to write a pack.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import Field, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_bounds import Many
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.fields import (
    ID,
    MISSING,
    Bound,
    Json,
    Missing,
    read_bounded,
    read_choice,
    read_day,
    read_truth,
)
from caregiver_app.packs.finding_problems import Problems

Made = TypeVar("Made")
Value = Any  # a value of one of the classes of `model.pack`, or of one of their fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A value at the end of a path through a pack, with the bound of its field (None where its kind is its bound)."""

    where: str
    value: Value
    bound: Bound | None


def pack_from(said: Json, problems: Problems) -> Pack | None:
    """Return the pack that JSON describes, None where something that no pack can be without is missing or wrong."""
    pack = _record(said, Pack, "", problems)
    return pack if isinstance(pack, Pack) else None


def record_from(said: Json, kind: type[Made], where: str, problems: Problems) -> Made | None:
    """Return one part of a pack that JSON describes, None where something in it is missing or wrong."""
    made = _record(said, kind, where, problems)
    return made if isinstance(made, kind) else None


def json_of(value: Value) -> Json:
    """Return a pack, or a part of one, as JSON has it: only what is not as it is by default."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: json_of(getattr(value, each.name)) for each in fields(value) if not _is_default(value, each)}
    if isinstance(value, tuple):
        return [json_of(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def leaves_of(value: Value, where: str = "") -> Iterator[Leaf]:
    """Walk through a pack or a part of one, in the order of its fields."""
    kind: type = type(value)
    for each in fields(kind):
        yield from _leaves(getattr(value, each.name), _hints(kind)[each.name], _inside(where, each.name))


def _leaves(value: Value, hint: Value, where: str) -> Iterator[Leaf]:
    inner, bound = _parts(hint)
    if isinstance(value, tuple):
        element = get_args(inner)[0]
        for number, each in enumerate(value, 1):
            yield from _leaves(each, element, _element(where, number, getattr(each, "id", None)))
    elif is_dataclass(value):
        yield from leaves_of(value, where)
    elif value is not None:
        yield Leaf(where=where, value=value, bound=bound if not isinstance(bound, Many) else None)


def _record(said: Json, kind: type, where: str, problems: Problems) -> Value | Missing:
    if not isinstance(said, dict):
        problems.add(where, PackFault.WRONG_KIND)
        return MISSING
    hints = _hints(kind)
    for name in said:
        if name not in hints:
            problems.add(_inside(where, name[:60]), PackFault.UNKNOWN_FIELD)
    values: dict[str, Value] = {}
    for each in fields(kind):
        if each.name in said:
            values[each.name] = _value(said[each.name], hints[each.name], _inside(where, each.name), problems)
        elif each.default is NO_DEFAULT:
            problems.add(_inside(where, each.name), PackFault.MISSING)
            values[each.name] = MISSING
    return MISSING if any(value is MISSING for value in values.values()) else kind(**values)


def _value(said: Json, hint: Value, where: str, problems: Problems) -> Value | Missing:
    inner, bound = _parts(hint)
    if isinstance(bound, Many):
        return _list(said, get_args(inner)[0], bound, where, problems)
    if bound is not None:
        return read_bounded(said, bound, where, problems)
    return _plain(inner)(said, where, problems)


def _plain(kind: Value) -> Callable[[Json, str, Problems], Value | Missing]:
    """Return what reads a field whose kind is its bound."""
    if kind is bool:
        return read_truth
    if kind is date:
        return read_day
    if issubclass(kind, StrEnum):
        return lambda said, where, problems: read_choice(said, kind, where, problems)
    return lambda said, where, problems: _record(said, kind, where, problems)


def _list(said: Json, element: Value, bound: Many, where: str, problems: Problems) -> tuple[Value, ...] | Missing:
    if not isinstance(said, list):
        problems.add(where, PackFault.WRONG_KIND)
        return MISSING
    if not bound.least <= len(said) <= bound.most:
        many = len(said) > bound.most
        problems.add(where, PackFault.TOO_MANY if many else PackFault.TOO_FEW, bound.most if many else bound.least)
        return MISSING
    read = [_value(each, element, _element(where, n, _id_of(each)), problems) for n, each in enumerate(said, 1)]
    if any(each is MISSING for each in read):
        return MISSING
    _refuse_doubles(read, where, problems)
    return tuple(read)


def _refuse_doubles(read: list[Value], where: str, problems: Problems) -> None:
    words = [each for each in read if isinstance(each, str)]
    if len(set(words)) != len(words):
        problems.add(where, PackFault.TWICE)


@cache
def _hints(kind: type) -> Mapping[str, Value]:
    return get_type_hints(kind, include_extras=True)


@cache
def _parts(hint: Value) -> tuple[Value, Bound | Many | None]:
    """Return what a field holds, and its bound; a field that may be None holds what it holds when it is not."""
    origin: Value = get_origin(hint)
    if origin is Annotated:
        inner, bound = get_args(hint)
        return inner, bound
    if origin in (types.UnionType, Union):
        return next(each for each in get_args(hint) if each is not type(None)), None
    return hint, None


def _is_default(value: Value, each: Field[Value]) -> bool:
    return each.default is not NO_DEFAULT and getattr(value, each.name) == each.default and each.name != "schema"


def _inside(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _element(where: str, number: int, identifier: str | None) -> str:
    return f"{where}[{identifier or number}]"


def _id_of(said: Json) -> str | None:
    """Return the id by which a record is named among problems, where it has a plain one."""
    found = said.get("id") if isinstance(said, dict) else None
    return found if isinstance(found, str) and len(found) <= 100 and ID.fullmatch(found) else None
