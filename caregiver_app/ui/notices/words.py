"""What is said of a safety notice and of the search for them. Never that there is no danger."""

from __future__ import annotations

from caregiver_app.bootstrap.notices import Notice, Notices, is_ahead, says_little
from caregiver_app.model.alert import AlertKind, Standing
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import (
    format_clock,
    format_day,
    format_near_day,
    format_number,
    format_short_day,
    ngettext,
)
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import one_line, shorten
from caregiver_app.ui.library.reader.alert_words import alert_look
from caregiver_app.ui.library.row_words import publisher_of

_LEAD_CHARS = 180


def what_it_says(notice: Notice, now: Millis) -> str:
    """Return severity, area and end of an alert; of a recall how its text begins."""
    if notice.alert.facts.kind is AlertKind.CAP:
        return alert_look(notice.alert.facts, now).text
    lead = one_line(notice.alert.lead)
    return "" if lead == notice.row.title else shorten(lead, _LEAD_CHARS)


def medicine_advice() -> str:
    """Return what stands beside everything that is about a medicine."""
    return _("Do not stop a medicine because of this. Ask the pharmacist today.")


def whose_it_is(notice: Notice, now: Millis) -> str:
    """Return publisher and day; beside a warning, a word of trust in a page reads as doubt about the danger."""
    # Translators: under a notice, e.g. "Weather Office  ·  Published: today"
    return _("{publisher}  ·  Published: {day}").format(
        publisher=publisher_of(notice.row),
        day=format_near_day(notice.alert.published_at or notice.alert.since, now, inside=True),
    )


def why_words(standing: Standing) -> str:
    """Return why a notice stands where it does; empty where that goes without saying."""
    match standing:
        case Standing.NAMED_IN_NOTES:
            return _("It names something in your care notes.")
        case Standing.NAMED_ELSEWHERE:
            return _("It names something in your care notes. It is not for your country alone.")
        case Standing.FOR_PROFESSIONALS:
            return _("Written for health professionals.")
        case Standing.OTHER_COUNTRY:
            return _("Not for your country alone.")
        case Standing.COUNTRY_UNKNOWN:
            return _("Choose your country in Topics to see which notices matter most.")
        case Standing.TOP_CLASS | Standing.LOWER_CLASS:
            return ""


def looked_words(*, found: bool, at: Millis | None, now: Millis) -> tuple[str, bool]:
    """Return what is said of the last look for notices, and whether that is too long ago to mean much."""
    return _looked_words(found, at, now), says_little(at, now)


def _looked_words(found: bool, at: Millis | None, now: Millis) -> str:
    if at is None:
        return _("Safety notices were not all checked yet. Get updates to check now.")
    if is_ahead(at, now):
        return _("It is not known when safety notices were last checked. Get updates to check now.")
    if says_little(at, now):
        # Translators: {day} is a day such as "Monday 16 November"
        return _("Safety notices were not checked since {day}.").format(day=_day(at, now))
    when = _when(at, now)
    # Translators: {when} is e.g. "Monday 23 November, 8:05" or "16 November"
    text = _("Last checked {when}.") if found else _("No notices found. Last checked {when}.")
    return text.format(when=when)


def stale_words(notices: Notices) -> str:
    """Return what it means that the last look was long ago, and whether somebody gave no answer."""
    unseen = _("There may be notices that are not shown here.")
    return " ".join(filter(None, (unseen, silent_words(notices))))


def silent_words(notices: Notices) -> str:
    """Return how many sources of notices gave no answer when they were last asked; empty where all did."""
    if not notices.silent:
        return ""
    words = ngettext(
        "{count} source of notices did not answer the last time.",
        "{count} sources of notices did not answer the last time.",
        notices.silent,
    )
    return words.format(count=format_number(notices.silent))


def more_words(count: int) -> str:
    """Return what the button to all notices says, where so many are not shown."""
    return ngettext("See {count} more notice", "See {count} more notices", count).format(count=format_number(count))


def _when(at: Millis, now: Millis) -> str:
    day = _day(at, now)
    # Translators: e.g. "Monday 23 November, 8:05"
    return _("{day}, {time}").format(day=day, time=format_clock(at))


def _day(at: Millis, now: Millis) -> str:
    this_year = to_datetime(at).astimezone().year == to_datetime(now).astimezone().year
    return format_day(at) if this_year else format_short_day(at, year=True)
