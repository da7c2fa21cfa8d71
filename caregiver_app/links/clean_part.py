"""One part of a link after cleaning, and what a person said to the parts in doubt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from caregiver_app.links.personal import Part
from caregiver_app.links.randomness import looks_drawn
from caregiver_app.model.clean_link import LinkRefusal

_LONGEST_LABEL = 40
_REFUSALS = {Part.SECRET: LinkRefusal.SECRET, Part.PERSONAL: LinkRefusal.PERSONAL, Part.UNSURE: LinkRefusal.UNSURE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person said to parts in doubt, by the names of `CleanLink.doubtful`. A name in both is left out."""

    keep: Collection[str] = ()
    leave_out: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPart:
    """A path, query or fragment as it is to be passed on; None is none. The rest is as in `CleanLink`."""

    text: str | None
    removed: tuple[str, ...] = ()
    refused: tuple[LinkRefusal, ...] = ()
    doubtful: tuple[str, ...] = ()


def refusal_for(part: Part) -> LinkRefusal | None:
    """Return why a link with such a part is refused, None where it is not."""
    return _REFUSALS.get(part)


def label_of(name: str, otherwise: str) -> str:
    """Return how a parameter is named when it is spoken of; `otherwise` where its name may itself be private."""
    plain = name.isprintable() and name.isascii() and 0 < len(name) <= _LONGEST_LABEL
    return name if plain and "@" not in name and not looks_drawn(name) else otherwise
