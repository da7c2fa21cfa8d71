"""What a pack says of itself, as fields that people type, and back. Pure.

Lists are typed with commas. What is typed is checked where it is written down (`packs.describing`), never here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.support.i18n import country_name, language_name
from caregiver_app.support.i18n import gettext as _

_MOST_TOPICS = 40  # more than any pack may have, and less than a hostile file could ask boxes for


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadField:
    """One line to type in: `key` is the field of `pack.json`."""

    key: str
    label: str
    hint: str = ""
    example: str = ""
    most: int = 2_000


def head_fields() -> tuple[HeadField, ...]:
    """Return the fields in their order."""
    return (
        HeadField(key="title", label=_("Name of the pack"), hint=_("What families see."), most=200),
        HeadField(key="summary", label=_("In one or two sentences"), hint=_("What is in it, and for whom."), most=600),
        HeadField(key="publisher", label=_("Who makes it"), hint=_("What you call yourselves."), most=200),
        HeadField(
            key="contact",
            label=_("A web page where you can be reached"),
            hint=_("Not needed. It begins with https."),
            example="https://www.example.org/contact",
        ),
        HeadField(
            key="languages",
            label=_("Languages"),
            hint=_("Two letters each, with commas between. The first is that of the name."),
            example="en, es",
        ),
        HeadField(
            key="countries",
            label=_("Countries"),
            hint=_("Two letters each. Empty means for everywhere."),
            example="GB, IE",
        ),
        HeadField(
            key="licence",
            label=_("Licence of your own texts"),
            hint=_("Under which others may pass them on."),
            example="CC BY 4.0",
            most=200,
        ),
        HeadField(
            key="review_by",
            label=_("To be looked at again by"),
            hint=_("After this day families are told that the pack is old. Year, month, day."),
            example="2027-11-26",
            most=20,
        ),
    )


def typed_of(raw: Mapping[str, object]) -> dict[str, str]:
    """Return what stands in each field for what `pack.json` says."""
    return {field.key: _typed(raw.get(field.key)) for field in head_fields()}


def said_of(typed: Mapping[str, str], topics: tuple[str, ...]) -> dict[str, object]:
    """Return what is typed as `pack.json` has it."""
    said: dict[str, object] = {key: " ".join(words.split()) for key, words in typed.items()}
    said["languages"] = parts_of(typed.get("languages", ""))
    said["countries"] = [part.upper() for part in parts_of(typed.get("countries", ""))]
    return {**said, "topics": list(topics)}


def parts_of(typed: str) -> list[str]:
    """Return the words of a list that was typed with commas, semicolons or spaces between."""
    return list(dict.fromkeys(part for part in re.split(r"[\s,;]+", typed) if part))


def understood(key: str, typed: str) -> str:
    """Return the names of the codes that were typed, e.g. "English, Spanish"; empty where there are none to tell."""
    if key == "languages":
        return ", ".join(language_name(part) for part in parts_of(typed))
    if key == "countries":
        return ", ".join(country_name(part.upper()) for part in parts_of(typed))
    return ""


def topics_in(raw: Mapping[str, object]) -> tuple[str, ...]:
    """Return the ids of the topics of what `pack.json` says."""
    found = raw.get("topics")
    return tuple(each for each in found if isinstance(each, str))[:_MOST_TOPICS] if isinstance(found, list) else ()


def _typed(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(each for each in value if isinstance(each, str))
    return value if isinstance(value, str) else ""


def words_in(raw: Mapping[str, object]) -> tuple[Mapping[str, object], ...]:
    """Return what `pack.json` says of the pack in other languages."""
    found = raw.get("words")
    return tuple(each for each in found if isinstance(each, dict)) if isinstance(found, list) else ()


def gaps_typed(raw: Mapping[str, object]) -> str:
    """Return what a pack has not got as lines: a country, a colon, the words."""
    found = raw.get("gaps")
    gaps = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    return "\n".join(f"{_typed(each.get('country'))}: {_typed(each.get('words'))}" for each in gaps)


def gaps_said(typed: str) -> list[dict[str, str]]:
    """Return such lines as `pack.json` has them."""
    lines = (line.partition(":") for line in typed.splitlines() if line.strip())
    return [{"country": country.strip().upper(), "words": " ".join(words.split())} for country, _colon, words in lines]
