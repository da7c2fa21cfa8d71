"""What a pack says of itself, changed field by field: its name, what it is about, who made it, until when. Pure.

It works on `pack.json` as its maker wrote it, so that one that is not in order yet can be mended here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Final

from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.records import json_of, record_from

HEAD_FIELDS: Final = (
    *("title", "summary", "publisher", "contact", "licence"),
    *("topics", "languages", "countries", "review_by", "words", "gaps"),
)


def described(raw: Mapping[str, Json], said: Mapping[str, Json]) -> tuple[dict[str, Json], tuple[PackProblem, ...]]:
    """Return a manifest that says these things of itself, and what is wrong with those that were not taken.

    Each problem has its field as its place.

    Raises:
        KeyError: a field is not one of `HEAD_FIELDS`.
    """
    for name in said:
        if name not in HEAD_FIELDS:
            raise KeyError(name)
    problems = _wrong(said, raw)
    refused = {_field(problem) for problem in problems}
    changed = dict(raw)
    for name, value in said.items():
        if name not in refused:
            changed[name] = value
            if value in _DEFAULTS.get(name, ()):
                del changed[name]
    return changed, problems


def _wrong(said: Mapping[str, Json], raw: Mapping[str, Json]) -> tuple[PackProblem, ...]:
    problems = Problems()
    record_from({**_SOUND, **said}, Pack, "", problems)
    first, last = raw.get("published_on"), said.get("review_by")
    if isinstance(first, str) and isinstance(last, str) and last < first and not problems.has_errors:
        problems.add("review_by", PackFault.ENDS_EARLY)
    return problems.all


def _field(problem: PackProblem) -> str:
    return problem.where.partition("[")[0].partition(".")[0]


_SOUND: Final[Mapping[str, Json]] = {
    "schema": 1,
    "id": "pack",
    "version": 1,
    "title": "Pack",
    "languages": ["en"],
    "topics": ["pack"],
    "licence": "CC0",
    "publisher": "Makers",
    "published_on": "2000-01-01",
    "review_by": "2000-01-01",
}
"""Stands for what is not being changed: each field is judged by itself."""

_DEFAULTS: Final[Mapping[str, tuple[Json, ...]]] = {
    each.name: (json_of(each.default),)
    for each in fields(Pack)
    if each.name in HEAD_FIELDS and each.default is not MISSING
}
"""What is not written because it is so by default."""
