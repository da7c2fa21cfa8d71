"""The bounds of what a pack may hold, written beside the fields that they bind: `title: Title`.

Values only: `packs` reads the bounds off the fields when it reads and writes a manifest, so that no field lacks
one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, NewType


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: no control signs, no line ends, no white space around it."""

    most: int
    least: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """Text of several lines, ended by single line feeds."""

    most: int
    least: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """One of the words that a pattern describes in full; empty only where `or_empty`."""

    pattern: str
    most: int
    or_empty: bool = False


@dataclass(frozen=True, slots=True)
class Web:
    """An https address on a public host, as `web` would take it for a pack; empty only where `or_empty`."""

    most: int = 2000
    or_empty: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of something else in the same pack: of the lists that are named, or of any that has ids when none is."""

    lists: tuple[str, ...] = ()
    or_empty: bool = False


@dataclass(frozen=True, slots=True)
class Host:
    """A host name that can be one owner's site: never an address of numbers, never a public suffix."""

    most: int = 253


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, both ends included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Many:
    """How many a list may hold; of a list of words also that none stands twice."""

    most: int
    least: int = 0


_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"

PackSlug = NewType("PackSlug", str)
"""What a publisher calls a pack; its uid is channel/publisher/slug, the first two from what was verified."""

Id = Annotated[str, Word(_SLUG, 100)]
"""Never changes once published: stars, notes and withdrawals hang on channel/publisher/id."""
MaybeId = Annotated[str, Word(_SLUG, 100, or_empty=True)]
Topic = Annotated[str, Word(_SLUG, 40)]
Language = Annotated[str, Word(r"[a-z]{2,3}(?:-[A-Z]{2})?", 6)]
Country = Annotated[str, Word(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?|INT", 6)]
"""ISO 3166 (`GB-SCT` for a part of a country), `EU` European Union, `INT` international."""
MaybeCountry = Annotated[str, Word(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?|INT", 6, or_empty=True)]
TextFile = Annotated[str, Word(rf"(?:guides|checklists)/{_SLUG}\.md", 130)]
PictureFile = Annotated[str, Word(rf"pictures/{_SLUG}\.(?:jpg|png)", 130)]

Title = Annotated[str, Line(200, least=1)]
Name = Annotated[str, Line(200, least=1)]
MaybeName = Annotated[str, Line(200)]
Summary = Annotated[str, Line(600)]
Remark = Annotated[str, Line(300)]
Reason = Annotated[str, Line(500, least=1)]
Address = Annotated[str, Web()]
MaybeAddress = Annotated[str, Web(or_empty=True)]
MaybeOrganisation = Annotated[str, Reference(("organisations",), or_empty=True)]

Topics = Annotated[tuple[Topic, ...], Many(12)]
