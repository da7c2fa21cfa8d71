"""The head of a text in a pack's folder: a few lines between two lines `---` that say its title and the like. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.support.plain_text import one_line

_FENCE: Final = "---"
_MOST_LINES: Final = 40
_FIELD = re.compile(r"([a-z]+(?:-[a-z]+)*)[ \t]*:[ \t]*(.*)")
_LISTS: Final = frozenset({"topics", "read_on"})
_KNOWN: Final = frozenset(
    {
        "id",
        "title",
        "summary",
        "language",
        "translation_of",
        "country",
        "topics",
        "by",
        "address",
        "written_on",
        "review_by",
        "read_on",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedText:
    """A text's head and its words. `lines` are those of its fields, `above` is how many stand before the words.

    `strays` are the lines of the head that have no sense.
    """

    fields: Mapping[str, Json] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    body: str
    above: int = 0
    strays: tuple[str, ...] = ()


def split_head(text: str, file: str, problems: Problems) -> HeadedText | None:
    """Return a text taken apart, None where it has no whole head."""
    lines = text.split("\n")
    if lines[0].strip() != _FENCE:
        return None
    end = next((n for n, line in enumerate(lines[1:_MOST_LINES], 1) if line.strip() == _FENCE), None)
    if end is None:
        return None
    fields: dict[str, Json] = {}
    places: dict[str, int] = {}
    strays: list[str] = []
    for number, line in enumerate(lines[1:end], 2):
        if not line.strip():
            continue
        name, value = _field(line)
        if name not in _KNOWN or name in fields:
            problems.add(f"{file}:{number}", PackFault.NOT_A_HEAD)
            strays.append(line)
            continue
        fields[name], places[name] = value, number
    below = "\n".join(lines[end + 1 :])
    body = below.lstrip("\n")
    above = end + 1 + len(below) - len(body)
    return HeadedText(fields=fields, lines=places, body=body, above=above, strays=tuple(strays))


def head_lines(fields: Mapping[str, Json]) -> str:
    """Return a head as people write it, with the empty line below; "" where it says nothing."""
    said = [(name.replace("_", "-"), _written(value)) for name, value in fields.items() if name in _KNOWN]
    lines = [f"{name}: {value}" for name, value in said if value]
    return "\n".join((_FENCE, *lines, _FENCE, "", "")) if lines else ""


def record_of(head: HeadedText, file: str, pack: Mapping[str, Json]) -> Json:
    """Return what `pack.json` would say of a text, what its head leaves out taken from the pack."""
    stem = file.rpartition("/")[2].removesuffix(".md")
    usual = {
        "id": f"{pack.get('id', '')}-{stem}",
        "topics": pack.get("topics", []),
        "written_on": pack.get("published_on", ""),
        "review_by": pack.get("review_by", ""),
    }
    return {**usual, **head.fields, "file": file}


def _written(value: Json) -> str:
    """Return what a field says, on one line."""
    parts = value if isinstance(value, list) else [value]
    return ", ".join(word for each in parts if (word := one_line(str(each))))


def _field(line: str) -> tuple[str, Json]:
    """Return name and value of a line of a head; the name is empty where it is none."""
    match = _FIELD.fullmatch(line.strip())
    if match is None:
        return "", ""
    name, value = match[1].replace("-", "_"), match[2].strip()
    if name in _LISTS:
        return name, [part.strip() for part in re.split("[,;]", value) if part.strip()]
    return name, value
