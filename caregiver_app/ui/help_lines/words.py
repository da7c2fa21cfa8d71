"""What is said of phone lines of packs: whether somebody answers now, for whom, and how far to rely on the number."""

from __future__ import annotations

from datetime import UTC, date, datetime

from caregiver_app.model.help_lines import TakenBack
from caregiver_app.model.opening_hours import Opening, OpenState
from caregiver_app.model.pack_help import Cost, PackHelpline, Way
from caregiver_app.model.time import Millis, from_datetime, to_datetime
from caregiver_app.support.helplines import HelpKind, Helpline
from caregiver_app.support.i18n import format_clock, format_day, format_short_day, language_name
from caregiver_app.support.i18n import gettext as _


def as_helpline(line: PackHelpline) -> Helpline:
    """Return a line of a pack as those that ship are shown."""
    return Helpline(
        organisation=line.name,
        country=line.country,
        kind=HelpKind(line.kind.value),
        phone=line.phone,
        by_text=Way.TEXT in line.ways and Way.CALL not in line.ways,
        hours=line.hours_said,
        note=line.note,
        page=line.page,
        checked_on=line.checked_on,
    )


def opening_words(opening: Opening, now: Millis) -> str:
    """Return when a line closes or opens next, by its usual hours; empty where nothing is known or nothing changes."""
    at = opening.changes_at
    if at is None:
        return ""
    if opening.state is OpenState.OPEN:
        # Translators: {time} is e.g. "20:00" or "8:00 PM"
        return _("Until {time}, on a usual day.").format(time=format_clock(at))
    if _is_same_day(at, now):
        return _("Opens at {time}, on a usual day.").format(time=format_clock(at))
    # Translators: {day} is e.g. "Monday 23 November"
    return _("Opens on {day} at {time}, on a usual day.").format(day=format_day(at), time=format_clock(at))


def state_words(opening: Opening) -> str:
    """Return how a line is now in a word or two, empty where nobody can tell."""
    return {
        OpenState.ALWAYS: _("Day and night"),
        OpenState.OPEN: _("Open now"),
        OpenState.CLOSED: _("Closed now"),
        OpenState.UNKNOWN: "",
    }[opening.state]


def serving_words(line: PackHelpline) -> str:
    """Return what a call costs, for whom a line is, how to reach it and in which languages."""
    costs = {
        Cost.FREE: _("Free to call"),
        Cost.USUAL: _("Costs what a usual call costs"),
        Cost.MORE: _("Costs more than a usual call"),
        Cost.UNKNOWN: "",
    }
    serves = _("For: {whom}").format(whom=line.serves) if line.serves else ""
    both = _("Calls and text messages") if {Way.CALL, Way.TEXT} <= set(line.ways) else ""
    spoken = ", ".join(filter(None, map(language_name, line.languages)))
    return "  ·  ".join(words for words in (costs[line.cost], serves, both, spoken) if words)


def from_words(publisher: str) -> str:
    """Return who made the pack that brought something; empty of what ships."""
    # Translators: {name} is who made a pack, e.g. "Northfield Nurses"
    return _("From {name}").format(name=publisher) if publisher else ""


def taken_back_words(said: TakenBack) -> tuple[str, str]:
    """Return that a publisher no longer stands by something, and why."""
    by = said.by or _("Its publisher")
    return _("Taken back on {day} by {publisher}.").format(day=day_words(said.on), publisher=by), said.reason


def day_words(day: date) -> str:
    """Return a day with its year."""
    return format_short_day(from_datetime(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)), UTC, year=True)


def _is_same_day(one: Millis, other: Millis) -> bool:
    return to_datetime(one).astimezone().date() == to_datetime(other).astimezone().date()
