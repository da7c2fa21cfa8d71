"""Takes a change of `pack.json` back without touching what was changed since: each entry by its id. Pure.

An entry that somebody changed once more stays as they have it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from caregiver_app.packs.fields import Json


def taken_back(now: Mapping[str, Json], *, before: Mapping[str, Json], after: Mapping[str, Json]) -> dict[str, Json]:
    """Return what a manifest says now with the change from `before` to `after` taken back."""
    result = dict(now)
    for name in (*before, *(name for name in after if name not in before)):
        old, new, current = before.get(name), after.get(name), now.get(name)
        if old == new:
            continue
        if current == new:
            result[name] = old
        elif _are_lists(old, new, current):
            result[name] = _merged(current or [], old or [], new or [])
    return {name: value for name, value in result.items() if value is not None and value != []}


def _are_lists(*values: Json) -> bool:
    return all(value is None or isinstance(value, list) for value in values)


def _merged(current: list[Json], old: list[Json], new: list[Json]) -> list[Json]:
    was, became = _by_key(old), _by_key(new)
    kept = [_settled(each, was, became) for each in current]
    result = [each for each in kept if each is not None]
    there = _by_key(result)
    for place, each in enumerate(old):
        if _key(each) not in became and _key(each) not in there:
            result.insert(min(place, len(result)), each)
    return result


def _settled(each: Json, was: Mapping[str, Json], became: Mapping[str, Json]) -> Json | None:
    """Return what an entry is once the change is taken back; None where the change brought it."""
    key = _key(each)
    if key not in became or each != became[key]:
        return each
    return was.get(key)


def _by_key(records: list[Json]) -> dict[str, Json]:
    return {_key(each): each for each in records}


def _key(record: Json) -> str:
    if isinstance(record, dict):
        for name in ("id", "file", "item", "address"):
            if isinstance(record.get(name), str) and record[name]:
                return f"{name} {record[name]}"
    return json.dumps(record, sort_keys=True, ensure_ascii=False)
