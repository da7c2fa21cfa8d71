"""One description of what can be filled in about each thing of a pack, read off the bounds beside its fields. Pure.

Forms are made of it, so that a field cannot be asked for otherwise than the manifest takes it. What each is called is
for who shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from caregiver_app.model.pack import PackPicture, PackText
from caregiver_app.model.pack_bounds import Line, Number, Prose, Reference, Web, Word
from caregiver_app.model.pack_help import PackCommunity, PackDate, PackHelpline
from caregiver_app.model.pack_places import PackLink, PackOrganisation, PackSource
from caregiver_app.packs.records import Shape, shapes_of


class FieldKind(StrEnum):
    """How something is filled in."""

    LINE = "line"
    PROSE = "prose"
    DAY = "day"
    TICK = "tick"
    CHOICE = "choice"
    NUMBER = "number"
    REFERENCE = "reference"
    WORDS = "words"  # several lines or ids
    CHOICES = "choices"  # several of a few
    RECORDS = "records"  # several things with fields of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field. `most` is of characters, or of entries where there may be several; 0 where its kind says it.

    `default` is what it is as long as nobody says anything else, in JSON. `lists` are those to which a reference leads.
    """

    name: str
    kind: FieldKind
    needed: bool
    default: object = ""
    most: int = 0
    choices: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    fields: tuple[FormField, ...] = ()


KINDS: Final[Mapping[str, type[Any]]] = {
    "guides": PackText,
    "checklists": PackText,
    "helplines": PackHelpline,
    "communities": PackCommunity,
    "dates": PackDate,
    "links": PackLink,
    "organisations": PackOrganisation,
    "sources": PackSource,
    "pages": PackSource,
    "pictures": PackPicture,
}
"""What the entries of each list are, in the order in which people meet them."""

_NOT_ASKED: Final = frozenset({"id", "file", "appraisal"})
"""Ids never change, files have their own place, and a check is made by answering the points."""


def fields_of(kind: type[Any]) -> tuple[FormField, ...]:
    """Return the fields of one kind of entry, those that no entry can be without first."""
    described: Any = kind
    fields = [_field(name, shape) for name, shape in shapes_of(described).items() if name not in _NOT_ASKED]
    return tuple(sorted(fields, key=lambda field: not field.needed))


def walk(fields: tuple[FormField, ...], where: str = "") -> Iterator[tuple[str, FormField]]:
    """Return every field with its place, inner ones too (`hours.opens`)."""
    for field in fields:
        place = f"{where}.{field.name}" if where else field.name
        yield place, field
        yield from walk(field.fields, place)


def _field(name: str, shape: Shape) -> FormField:
    needed = shape.default is NO_DEFAULT
    if shape.element is not None:
        return _several(name, shape, shape.element, needed)
    default = None if needed else _plain(shape.default)
    match shape.bound:
        case Number(most=most):
            return FormField(name=name, kind=FieldKind.NUMBER, needed=needed, default=default, most=most)
        case Reference(lists=lists):
            return FormField(name=name, kind=FieldKind.REFERENCE, needed=needed, default=default, lists=lists)
        case Prose(most=most):
            return FormField(name=name, kind=FieldKind.PROSE, needed=needed, default=default, most=most)
        case Line(most=most) | Word(most=most) | Web(most=most):
            return FormField(name=name, kind=FieldKind.LINE, needed=needed, default=default, most=most)
        case None:
            return _of_kind(name, shape, needed, default)
        case other:
            return FormField(name=name, kind=FieldKind.LINE, needed=needed, default=default, most=other.most)


def _of_kind(name: str, shape: Shape, needed: bool, default: object) -> FormField:
    if shape.kind is bool:
        return FormField(name=name, kind=FieldKind.TICK, needed=needed, default=default)
    if shape.kind is date:
        return FormField(name=name, kind=FieldKind.DAY, needed=needed, default=default)
    choices = tuple(choice.value for choice in shape.kind)
    return FormField(name=name, kind=FieldKind.CHOICE, needed=needed, default=default, choices=choices)


def _several(name: str, shape: Shape, element: Shape, needed: bool) -> FormField:
    most = shape.many.most if shape.many is not None else 0
    default = [] if needed else _plain(shape.default)
    if isinstance(element.bound, Reference):
        lists = element.bound.lists
        return FormField(name=name, kind=FieldKind.WORDS, needed=needed, default=default, most=most, lists=lists)
    if element.bound is not None:
        return FormField(name=name, kind=FieldKind.WORDS, needed=needed, default=default, most=most)
    if issubclass(element.kind, StrEnum):
        choices = tuple(choice.value for choice in element.kind)
        return FormField(name=name, kind=FieldKind.CHOICES, needed=needed, default=default, most=most, choices=choices)
    inner = fields_of(element.kind)
    return FormField(name=name, kind=FieldKind.RECORDS, needed=needed, default=default, most=most, fields=inner)


def _plain(value: Any) -> object:
    """Return a default as JSON has it."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    return "" if value is None else value
