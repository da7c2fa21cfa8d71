"""Opening hours as the tables write them, in the shape that a clock can be held against. Pure.

Only what is understood to the last word counts: "Mon-Fri 9am-5pm", "Mon, Wed-Fri 9:30am-5pm; Tue 1pm-8pm", "Daily
8am-8pm", "24/7". All else stays words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from caregiver_app.model.pack_help import PackHours, Weekday

_DAYS = tuple(Weekday)
_ZONES = {"GB": "Europe/London", "IE": "Europe/Dublin", "NZ": "Pacific/Auckland"}
"""Countries with one clock on land where people ring these lines."""
_ZONE_WORDS = {"ET": "America/New_York", "CT": "America/Chicago", "AEST/AEDT": "Australia/Sydney"}
_ALWAYS = {"US": "America/New_York", "CA": "America/Toronto", "AU": "Australia/Sydney", "ES": "Europe/Madrid", **_ZONES}
"""A line that never closes needs no clock of its own; any in its country will do."""

_PART = re.compile(r"(?P<days>[A-Z][A-Za-z, -]*?) (?P<opens>[\d:]+[ap]m)-(?P<closes>[\d:]+[ap]m|midnight)")


def hours_of(written: str, country: str) -> tuple[tuple[PackHours, ...], str]:
    """Return the hours and their zone; both empty where something is not understood."""
    state = country.partition("-")[0]
    if written == "24/7":
        whole = PackHours(days=_DAYS, opens="00:00", closes="24:00")
        return ((whole,), _ALWAYS[state]) if state in _ALWAYS else ((), "")
    words, zone = _zone(written, state)
    found = [_part(part.strip()) for part in words.split(";")] if zone else []
    understood = [part for part in found if part is not None]
    return (tuple(understood), zone) if understood and len(understood) == len(found) else ((), "")


def _zone(written: str, state: str) -> tuple[str, str]:
    for word, zone in _ZONE_WORDS.items():
        if written.endswith(f" {word}"):
            return written.removesuffix(f" {word}"), zone
    return written, _ZONES.get(state, "")


def _part(written: str) -> PackHours | None:
    match = _PART.fullmatch(written)
    days = _days(match["days"]) if match else ()
    if match is None or not days:
        return None
    return PackHours(days=days, opens=_clock(match["opens"]), closes=_clock(match["closes"]))


def _days(written: str) -> tuple[Weekday, ...]:
    if written == "Daily":
        return _DAYS
    found: list[Weekday] = []
    for piece in written.split(", "):
        first, _dash, last = piece.partition("-")
        found += _span(first, last or first)
    return tuple(sorted(set(found), key=_DAYS.index))


def _span(first: str, last: str) -> Sequence[Weekday]:
    names = [day.value for day in _DAYS]
    if first.lower() not in names or last.lower() not in names:
        return ()
    return _DAYS[names.index(first.lower()) : names.index(last.lower()) + 1]


def _clock(written: str) -> str:
    if written == "midnight":
        return "24:00"
    hour, _colon, minute = written[:-2].partition(":")
    at = int(hour) % 12 + (12 if written.endswith("pm") else 0)
    return f"{at:02}:{int(minute or 0):02}"
