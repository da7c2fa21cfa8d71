"""Turns JSON into the values of `model.pack` and back, by their fields and the bounds written beside them. Pure.

What is left out has its default; an unknown field is a problem, never kept. Written are only fields that are not as
they are by default, so that there is one way to write a pack.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import dataclass, fields
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
from caregiver_app.support.plain_text import one_line

Made = TypeVar("Made")
Value = Any  # a value of one of the classes of `model.pack`, or of one of their fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A value at the end of a path through a pack, with the bound of its field (None where its kind is its bound)."""

    where: str
    value: Value
    bound: Bound | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a field holds: a list of something, a bounded text or number, or one of a kind that is its own bound."""

    kind: Value
    default: Value  # `NO_DEFAULT` where a pack cannot be without it
    bound: Bound | None = None
    many: Many | None = None
    element: Shape | None = None


def pack_from(said: Json, problems: Problems) -> Pack | None:
    """Return the pack that JSON describes, None where something that no pack can be without is missing or wrong."""
    return record_from(said, Pack, "", problems)


def record_from(said: Json, kind: type[Made], where: str, problems: Problems) -> Made | None:
    """Return one part of a pack that JSON describes, None where something in it is missing or wrong."""
    made = _record(said, kind, where, problems)
    return made if isinstance(made, kind) else None


def json_of(value: Value) -> Json:
    """Return a pack, or a part of one, as JSON has it: only what is not as it is by default."""
    if isinstance(value, tuple):
        return [json_of(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str | int) or value is None:
        return value
    if isinstance(value, date):
        return value.isoformat()
    kind: Value = type(value)
    said = ((name, getattr(value, name), shape.default) for name, shape in shapes_of(kind).items())
    return {name: json_of(inner) for name, inner, default in said if inner != default or name == "schema"}


def leaves_of(value: Value, where: str = "") -> Iterator[Leaf]:
    """Walk through a pack or a part of one, in the order of its fields."""
    kind: Value = type(value)
    for name, shape in shapes_of(kind).items():
        yield from _leaves(getattr(value, name), shape, _inside(where, name))


def _leaves(value: Value, shape: Shape, where: str) -> Iterator[Leaf]:
    if shape.element is not None:
        for number, each in enumerate(value, 1):
            yield from _leaves(each, shape.element, _element(where, number, getattr(each, "id", None)))
    elif value is not None and hasattr(value, "__dataclass_fields__"):
        yield from leaves_of(value, where)
    elif value is not None:
        yield Leaf(where=where, value=value, bound=shape.bound)


def _record(said: Json, kind: type, where: str, problems: Problems) -> Value | Missing:
    if not isinstance(said, dict):
        problems.add(where, PackFault.WRONG_KIND)
        return MISSING
    shapes = shapes_of(kind)
    for name in said:
        if name not in shapes:
            problems.add(_inside(where, one_line(name[:60])), PackFault.UNKNOWN_FIELD)
    values: dict[str, Value] = {}
    for name, shape in shapes.items():
        if name in said:
            values[name] = _value(said[name], shape, _inside(where, name), problems)
        elif shape.default is NO_DEFAULT:
            problems.add(_inside(where, name), PackFault.MISSING)
            values[name] = MISSING
    return MISSING if any(value is MISSING for value in values.values()) else kind(**values)


def _value(said: Json, shape: Shape, where: str, problems: Problems) -> Value | Missing:
    if shape.element is not None:
        return _list(said, shape, where, problems)
    if shape.bound is not None:
        return read_bounded(said, shape.bound, where, problems)
    if shape.kind is bool:
        return read_truth(said, where, problems)
    if shape.kind is date:
        return read_day(said, where, problems)
    if issubclass(shape.kind, StrEnum):
        return read_choice(said, shape.kind, where, problems)
    return _record(said, shape.kind, where, problems)


def _list(said: Json, shape: Shape, where: str, problems: Problems) -> tuple[Value, ...] | Missing:
    element, many = shape.element, shape.many
    assert element is not None
    assert many is not None
    if not isinstance(said, list):
        problems.add(where, PackFault.WRONG_KIND)
        return MISSING
    if len(said) > many.most:
        problems.add(where, PackFault.TOO_MANY, many.most)
        return MISSING
    if len(said) < many.least:
        problems.add(where, PackFault.TOO_FEW, many.least)
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
def shapes_of(kind: Value) -> Mapping[str, Shape]:
    """Return the fields of a class of `model.pack` by their names."""
    hints = get_type_hints(kind, include_extras=True)
    return {each.name: _shape(hints[each.name], each.default) for each in fields(kind)}


def _shape(hint: Value, default: Value = NO_DEFAULT) -> Shape:
    """Return what a field holds; one that may be None holds what it holds when it is not."""
    origin: Value = get_origin(hint)
    if origin is not Annotated:
        several = origin in (types.UnionType, Union)
        kind = next(each for each in get_args(hint) if each is not type(None)) if several else hint
        return Shape(kind=kind, default=default)
    inner, bound = get_args(hint)
    if isinstance(bound, Many):
        return Shape(kind=tuple, default=default, many=bound, element=_shape(get_args(inner)[0]))
    return Shape(kind=inner, default=default, bound=bound)


def _inside(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _element(where: str, number: int, identifier: str | None) -> str:
    return f"{where}[{identifier or number}]"


def _id_of(said: Json) -> str | None:
    """Return the id by which a record is named among problems, where it has a plain one."""
    found = said.get("id") if isinstance(said, dict) else None
    return found if isinstance(found, str) and len(found) <= 100 and ID.fullmatch(found) else None
