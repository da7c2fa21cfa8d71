"""Helplines and groups of all packs. A wrong number is worse than none: what is in doubt stays out.

No emergency number is among them: those come from the application. Nobody of this project rang a line or read a group's
rules; what is safe to post is our own word, from the rules of moderated places in general.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import make_helplines
import make_starter
from caregiver_app.model.pack_help import HelplineKind, PackCommunity, PackHelpline, Way
from packmaking.hours import hours_of
from packmaking.places import all_places
from packmaking.subjects import topics_of, topics_of_helpline
from packmaking.tables import Row, decided, secure, shown, table

_READ_ON_THEIR_OWN_SITE = "GH#70348005452"
"""The evidence whose date is the day on which somebody read a number on the organisation's own site."""

_KINDS = (
    (HelplineKind.POISON, ("poison",)),
    (HelplineKind.CRISIS, ("crisis",)),
    (HelplineKind.ABUSE, ("abuse",)),
    (HelplineKind.GRIEF, ("bereavement", "end-of-life")),
    (HelplineKind.HEALTH, ("general", "mental-health", "substance-use")),
)
"""The first that fits counts; all others are for carers and the illnesses they meet."""
_HIDDEN_UNLESS_HIGH = (HelplineKind.CRISIS, HelplineKind.ABUSE)

_FROM_THE_HOME_PAGE = "Go there from the home page of the organisation."

SAFE_TO_POST = (
    "How you feel, and how you sleep",
    "A question that could be from anyone",
    "What worked for you",
    "Links to pages that were checked",
)
BETTER_NOT = (
    "Names, faces, birth dates, the town together with the illness",
    "Photos from a ward, a bath or a bed; papers with numbers",
    "That someone lives alone, or when you are away",
    "Doses, or advice to stop a medicine",
)


@cache
def all_helplines() -> tuple[PackHelpline, ...]:
    """Return the lines that ship, in the order of their ids."""
    rows = shown(decided(make_helplines.read_rows(), "helplines"))
    return tuple(_helpline(row) for row in rows if _ships(row))


@cache
def all_communities() -> tuple[PackCommunity, ...]:
    """Return the groups that ship, in the order of their ids."""
    rows = shown(decided(table("communities.csv"), "communities"))
    return tuple(_community(row) for row in rows if topics_of(row["topic"]))


def kind_of(row: Row) -> HelplineKind:
    """Return what a line is for."""
    words = set(row["topic"].split(";"))
    return next((kind for kind, meant in _KINDS if words.intersection(meant)), HelplineKind.CARING)


def _ships(row: Row) -> bool:
    emergency_number = "emergency" in row["topic"].split(";") and kind_of(row) is not HelplineKind.POISON
    enough = row["confidence"] == "high" or kind_of(row) not in _HIDDEN_UNLESS_HIGH
    return enough and not emergency_number and bool(topics_of_helpline(row["topic"]))


def _helpline(row: Row) -> PackHelpline:
    checked_on = _checked_on(row)
    hours, zone = hours_of(row["hours"], row["country"]) if checked_on else ((), "")
    return PackHelpline(
        id=f"line-{row['id']}",
        organisation=_known_organisation(row["organisation"]),
        name=row["organisation"],
        kind=kind_of(row),
        country=row["country"],
        languages=_languages(row),
        phone=row["phone"],
        ways=tuple(map(Way, row["channel"].split(";"))),
        hours_said=row["hours"],
        hours=hours,
        zone=zone,
        note=row["notes"] if make_helplines.NOTES.fullmatch(row["notes"]) else "",
        page=secure(row["page"]),
        topics=topics_of_helpline(row["topic"]),
        checked_on=checked_on,
    )


def _languages(row: Row) -> tuple[str, ...]:
    """Return the languages in which a line answers: Spanish, too, where its note says how to come to it."""
    return (row["language"], "es") if row["notes"].startswith(make_helplines.IN_SPANISH) else (row["language"],)


def _checked_on(row: Row) -> date | None:
    seen = row["confidence"] == "high" and _READ_ON_THEIR_OWN_SITE in row["evidence"]
    return date.fromisoformat(row["evidence_date"]) if seen else None


def _community(row: Row) -> PackCommunity:
    rule = next(rule for rule in table("moderation.csv") if row["moderation"].startswith(rule["begins"]))
    return PackCommunity(
        id=f"group-{row['id']}",
        organisation=_known_organisation(row["organisation"]),
        name=row["name"],
        address=secure(row["url"]),
        language=row["language"],
        country=row["country"],
        topics=topics_of(row["topic"]),
        summary=_FROM_THE_HOME_PAGE if "address itself not evidenced" in row["notes"] else "",
        moderated=rule["words"],
        safe_to_post=SAFE_TO_POST,
        better_not=BETTER_NOT,
        lives_on_data=rule["lives_on_data"] == "yes",
    )


def _known_organisation(name: str) -> str:
    """Return the id of an organisation that the packs describe, empty where it is none of them."""
    wanted = make_starter.slug(name)
    return wanted if any(wanted == organisation.id for organisation in all_places().organisations) else ""
