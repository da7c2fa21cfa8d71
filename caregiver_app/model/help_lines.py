"""Phone lines and groups as people see them, whichever packs brought them. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from caregiver_app.model.pack_help import PackCommunity, PackHelpline


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """The word of a publisher who no longer stands by something."""

    by: str
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """A phone line, and the name of whose it is: empty where that is not known.

    `publisher` is who made the pack that brought it, as verified: empty of what ships.
    """

    line: PackHelpline
    organisation: str = ""
    publisher: str = ""
    taken_back: TakenBack | None = None

    @property
    def state(self) -> str:
        """The country as a whole, e.g. "GB"."""
        return state_of(self.line.country)


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpGroup:
    """A group that meets on the web, and the name of whose it is: empty where that is not known.

    `publisher` is as that of `HelpLine`.
    """

    group: PackCommunity
    organisation: str = ""
    publisher: str = ""
    taken_back: TakenBack | None = None

    @property
    def state(self) -> str:
        """The country as a whole, e.g. "GB"."""
        return state_of(self.group.country)


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpDirectory:
    """All that is known. `country` is where somebody lives, empty until they said so (ISO 3166).

    `newest` is the last day on which a pack that ships was published: a clock that shows an earlier one is wrong.
    """

    country: str = ""
    lines: tuple[HelpLine, ...] = ()
    groups: tuple[HelpGroup, ...] = ()
    topics: Mapping[str, str] = field(default_factory=dict)  # title by id
    newest: date | None = None

    @property
    def entries(self) -> tuple[HelpLine | HelpGroup, ...]:
        """Lines and groups."""
        return (*self.lines, *self.groups)


def state_of(country: str) -> str:
    """Return the whole of which a country is a part, e.g. "GB" for "GB-SCT"."""
    return country.partition("-")[0]
