"""The works of others that Caregiver stands on, as they ship in `resources/notices` (`packaging/make_notices.py`)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from caregiver_app.support.resources import resource

_FOLDER = ("resources", "notices")
_NEARLY_FULL = 58


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work. `version` is empty where it goes with what it lies in, `licence` where it is words of licences only.

    `within` names what it lies in, empty for a work by itself.
    """

    name: str
    version: str
    licence: str
    within: str
    text: str  # the file with what its licence asks to be passed on


def works() -> tuple[Work, ...]:
    """Return all of them as they are listed.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    return tuple(Work(**each) for each in json.loads(resource(*_FOLDER, "parts.json").read_text(encoding="utf-8")))


def words_of(work: Work) -> str:
    """Return what the licence of a work asks to be passed on, in its own words, to be wrapped by who shows it.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    return unwrapped(resource(*_FOLDER, work.text).read_text(encoding="utf-8"))


def unwrapped(text: str) -> str:
    """Return a text without the ends of lines that only kept it narrow: those after lines that are nearly full."""
    lines: list[str] = []
    goes_on = False
    for line in (each.strip() for each in text.splitlines()):
        if goes_on and line:
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
        goes_on = len(line) >= _NEARLY_FULL
    return "\n".join(lines)
