"""When a phone line answers, in the language that is spoken: read from the few forms in which our tables write hours.

The forms are those of packaging/starter ("Mon-Fri 9am-5pm; Sat 10am-1pm", "Daily 8am-8pm", "24/7"). What is not read to
the last word stays as whoever wrote it had it, as nobody may guess when a line answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import ORIGINAL, as_beginning, current_language, format_clock, format_weekday_inside
from caregiver_app.support.i18n import gettext as _

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY_MS, _MINUTE_MS = 86_400_000, 60_000
_A_MONDAY = 4 * _DAY_MS  # 5 January 1970
_CLOCK = r"(?:1[0-2]|[1-9])(?::[0-5][0-9])?[ap]m|midnight"
_PART = re.compile(
    rf"(?P<days>[A-Z][A-Za-z, -]*?)(?: (?P<opens>{_CLOCK})-(?P<closes>{_CLOCK})| to (?P<until>{_CLOCK}))?"
)
_ONE_OF_DAYS = re.compile(r", | and ")


def answering_words(said: str) -> str:
    """Return when a line answers; in English, or where a form is not known, as it is said; "" for what is not said."""
    whole = _whole_words().get(said)
    if whole is not None:
        return whole
    if current_language() == ORIGINAL.partition("_")[0]:
        return said
    hours, in_australia, behind = said.partition(" AEST/AEDT")
    parts = [_part_words(part) for part in hours.split("; ")]
    if behind or not all(parts):
        return said
    words = as_beginning("; ".join(parts))
    # Translators: {hours} is when a phone line answers
    return _("{hours} (time in the east of Australia)").format(hours=words) if in_australia else words


def _whole_words() -> dict[str, str]:
    """Return what has no days and hours to read apart."""
    return {
        "24/7": _("Day and night"),
        "7 days a week": _("7 days a week"),
        "24/7 (South Australia 8:30am-10pm)": _("Day and night, in South Australia {hours}").format(
            hours=_span_words("8:30am", "10pm")
        ),
    }


def _part_words(part: str) -> str:
    """Return one part, "" where it is not read."""
    match = _PART.fullmatch(part)
    days = _days_words(match["days"]) if match else ""
    if match is None or not days:
        return ""
    if match["until"]:
        # Translators: a phone line, {days} is e.g. "Monday, Thursday", {time} e.g. "20:00"
        return _("{days} until {time}").format(days=days, time=_clock_words(match["until"]))
    if not match["opens"]:
        return days
    # Translators: a phone line, {days} is e.g. "Monday to Friday", {hours} e.g. "9:00 to 17:00"
    return _("{days}, {hours}").format(days=days, hours=_span_words(match["opens"], match["closes"]))


def _days_words(days: str) -> str:
    """Return days, "" where one of them is none."""
    if days == "Daily":
        return _("every day")
    found = list(_each_day(days))
    return ", ".join(found) if all(found) else ""


def _each_day(days: str) -> Iterator[str]:
    for piece in _ONE_OF_DAYS.split(days):
        first, dash, last = piece.partition("-")
        if first not in _DAYS or (dash and last not in _DAYS):
            yield ""
        elif dash:
            # Translators: weekdays, e.g. "Monday to Friday"
            yield _("{weekday} to {last_weekday}").format(weekday=_weekday(first), last_weekday=_weekday(last))
        else:
            yield _weekday(first)


def _weekday(name: str) -> str:
    return format_weekday_inside(Millis(_A_MONDAY + _DAYS.index(name) * _DAY_MS), UTC)


def _span_words(opens: str, closes: str) -> str:
    # Translators: times of a day, e.g. "9:00 to 17:00"
    return _("{opens} to {closes}").format(opens=_clock_words(opens), closes=_clock_words(closes))


def _clock_words(clock: str) -> str:
    """Return a time such as "9:30am" as the language in force writes it."""
    if clock == "midnight":
        return _("midnight")
    hour, _colon, minute = clock[:-2].partition(":")
    at = int(hour) % 12 + (12 if clock.endswith("pm") else 0)
    return format_clock(Millis((at * 60 + int(minute or 0)) * _MINUTE_MS), UTC)
