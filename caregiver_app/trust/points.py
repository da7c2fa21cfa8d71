"""The points that a person answers, in our own words (`resources/appraisal`), and which of them must be yes.

docs/appraisal.md names what they rest on. The words are English in the file and translated when they are used.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from caregiver_app.model.trust import Point, PointGroup, SubjectKind
from caregiver_app.support.i18n import gettext
from caregiver_app.support.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class PointText:
    """A point as it is asked, and what helps to answer it, in the language in force."""

    point: Point
    group: PointGroup
    asks: str
    helps: str
    must_be_yes: bool


def points_of(kind: SubjectKind) -> tuple[Point, ...]:
    """Return the points of a kind of subject in the order in which they are asked: ten, of an organisation four."""
    return tuple(Point(each["point"]) for each in _entries(kind))


def musts_of(kind: SubjectKind) -> tuple[Point, ...]:
    """Return those of its points that must be answered yes."""
    return tuple(Point(each["point"]) for each in _entries(kind) if each["must_be_yes"])


def texts_of(kind: SubjectKind) -> tuple[PointText, ...]:
    """Return the points of a kind of subject in words, in the order in which they are asked."""
    return tuple(_text_of(each) for each in _entries(kind))


def group_title(group: PointGroup) -> str:
    """Return the heading under which the points of a group stand."""
    titles = _read()["groups"]
    return gettext(titles[group.value])


def _text_of(entry: dict[str, Any]) -> PointText:
    asks, helps = entry["asks"], entry["helps"]  # what looks for strings would take the keys for words
    return PointText(
        point=Point(entry["point"]),
        group=PointGroup(entry["group"]),
        asks=gettext(asks),
        helps=gettext(helps),
        must_be_yes=entry["must_be_yes"],
    )


def _entries(kind: SubjectKind) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = _read()["organisation" if kind is SubjectKind.ORGANISATION else "item"]
    return entries


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(resource("resources", "appraisal", "points.json").read_text(encoding="utf-8"))
    return read
