"""What somebody wants on a sheet: which one, about whom or what, of which days, in which language."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.sheets.kinds import Audience, PrintSet, SheetKind
from caregiver_app.model.trust import Subject

SHORTEST_HANDOVER_HOURS, LONGEST_HANDOVER_HOURS = 12, 7 * 24
USUAL_HANDOVER_HOURS, WEEKEND_HOURS = 24, 3 * 24
FROM_THE_BEGINNING = "0001-01-01"
"""As the first day of a wish: all days, however long ago. No first day at all is as usual for the sheet."""


def usual_hours(what: SheetKind | PrintSet) -> int:
    """Return how long a handover reaches where nobody said: for a weekend from Friday to Monday."""
    return WEEKEND_HOURS if what is PrintSet.HELPERS_WEEKEND else USUAL_HANDOVER_HOURS


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateWish:
    """A sheet of care notes. Language is BCP 47; days are YYYY-MM-DD, both ends belong to the period.

    `person_id` None is the only person there is. `appointment_id` is the visit that a visit sheet is for, None the next
    one. `hours` is how long a handover reaches. `measures` are codes of what was measured, none of them all. `country`
    (ISO 3166) is where they live, for the emergency number there, "" where nobody said.
    """

    kind: SheetKind
    language: str = "en-GB"
    person_id: int | None = None
    audience: Audience | None = None
    since: str | None = None
    until: str | None = None
    appointment_id: int | None = None
    hours: int = USUAL_HANDOVER_HOURS
    measures: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicWish:
    """A sheet of the library. `subjects` are the pages, in their order; `title` is typed by the person, "" for ours.

    A list of resources may be of a `collection` (its id) or a `topic` in place of subjects. `country` (ISO 3166) and
    `topic` narrow helplines, "" for that of the settings and for all; `wallet` makes cards to cut out of them; with
    `at_home` a household sees them, so that at first only what is needed in a hurry goes along. `day` is the id of the
    awareness day that a flyer is of, `message` what the person typed to stand on a flyer, "" for the words of the day.
    `pack` is the uid of an installed pack, whose contents are listed.
    """

    kind: SheetKind
    language: str = "en-GB"
    subjects: tuple[Subject, ...] = ()
    title: str = field(default="", repr=False)
    message: str = field(default="", repr=False)
    collection: int | None = None
    country: str = ""
    topic: str = ""
    wallet: bool = False
    at_home: bool = False
    day: int | None = None
    pack: str = ""
