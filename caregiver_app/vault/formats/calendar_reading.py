"""Reads appointments out of a calendar that anybody may have written (iCalendar, RFC 5545).

Of an appointment that repeats only the first one is taken; alarms, guests, attached files and addresses are not read.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caregiver_app.model.errors import RecordRefused
from caregiver_app.vault.formats.content_lines import ContentLine, content_lines, unescaped
from caregiver_app.vault.typed.wall_time import kept_wall_time

MOST_EVENTS = 2_000
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_TIME = re.compile(r"(\d{8})T(\d{2})(\d{2})(\d{2})(Z?)", re.ASCII)
_DURATION = re.compile(r"P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:\d{1,6}S)?)?", re.ASCII)
_NAMESPACE = uuid.UUID("5f0c4d6e-54c4-4a92-9f1c-3b7f4a5d2c11")
_STATES = {"CANCELLED": "cancelled"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFound:
    """What a calendar holds: appointments as an export has them, and what could not be taken of it.

    `repeating`: of so many only the first date was taken. `unknown_zones`: so many were taken by this computer's clock.
    """

    appointments: tuple[Mapping[str, Any], ...] = field(repr=False)
    left_out: int = 0
    repeating: int = 0
    unknown_zones: int = 0


def is_calendar(text: str) -> bool:
    """Return whether a text begins as a calendar does."""
    return text.lstrip("\ufeff \t\r\n")[:15].upper() == "BEGIN:VCALENDAR"


def read_calendar(text: str, zone: str) -> CalendarFound:
    """Return the appointments of a calendar; `zone` is where times without one are meant (an IANA name)."""
    found: list[Mapping[str, Any]] = []
    left_out = repeating = unknown = 0
    for event in _events(text):
        if len(found) + left_out >= MOST_EVENTS:
            left_out += 1
            continue
        taken = _appointment(event, zone)
        if taken is None:
            left_out += 1
            continue
        found.append(taken)
        repeating += "RRULE" in event or "RDATE" in event
        unknown += _is_of_unknown_zone(event["DTSTART"])
    return CalendarFound(appointments=tuple(found), left_out=left_out, repeating=repeating, unknown_zones=unknown)


def _events(text: str) -> Iterator[Mapping[str, ContentLine]]:
    """Yield the lines of each event by name, the first of each; those of what lies inside it (alarms) are left out."""
    inside: list[str] = []
    event: dict[str, ContentLine] = {}
    for line in content_lines(text):
        if line.name == "BEGIN":
            inside.append(line.value.strip().upper()[:40])
            if inside[-1] == "VEVENT":
                event = {}
        elif line.name == "END":
            if inside and inside.pop() == "VEVENT":
                yield event
        elif inside and inside[-1] == "VEVENT":
            event.setdefault(line.name, line)


def _appointment(event: Mapping[str, ContentLine], zone: str) -> Mapping[str, Any] | None:
    begin = _moment(event.get("DTSTART"), zone)
    if begin is None:
        return None
    starts, of_zone = begin
    return {
        "uid": _uid(event, starts),
        "person": None,
        "title": _said(event, "SUMMARY") or _said(event, "LOCATION") or starts.replace("T", " "),
        "with_whom": "",
        "place": _said(event, "LOCATION"),
        "starts": starts,
        "ends": _end(event, starts, of_zone, zone),
        "zone": of_zone,
        "reason": _said(event, "DESCRIPTION"),
        "state": _STATES.get(_said(event, "STATUS").upper(), "planned"),
        "outcome": "",
        "decisions": "",
        "cites": [],
    }


def _said(event: Mapping[str, ContentLine], name: str) -> str:
    return unescaped(event[name].value).strip() if name in event else ""


def _uid(event: Mapping[str, ContentLine], starts: str) -> str:
    """Return a uid of ours that is the same whenever this event is read, from whichever file."""
    theirs = _said(event, "UID") or f"{starts} {_said(event, 'SUMMARY')}"
    return str(uuid.uuid5(_NAMESPACE, f"{theirs}\n{_said(event, 'RECURRENCE-ID')}"))


def _end(event: Mapping[str, ContentLine], starts: str, of_zone: str, zone: str) -> str | None:
    """Return the end on the clock of the beginning, None where it says none, or one before the beginning."""
    end = _moment(event.get("DTEND"), zone)
    begin = datetime.fromisoformat(starts).replace(tzinfo=ZoneInfo(of_zone))
    if end is not None:
        then = datetime.fromisoformat(end[0]).replace(tzinfo=ZoneInfo(end[1])).astimezone(begin.tzinfo)
    elif (lasts := _duration(_said(event, "DURATION"))) is not None:
        try:
            then = (begin.astimezone(UTC) + lasts).astimezone(begin.tzinfo)
        except OverflowError:
            return None
    else:
        return None
    shown = then.strftime("%Y-%m-%dT%H:%M")  # of an hour that comes twice the first is meant from here on
    return shown if then.replace(fold=0).timestamp() > begin.timestamp() else None


def _duration(written: str) -> timedelta | None:
    found = _DURATION.fullmatch(written)
    if found is None:
        return None
    weeks, days, hours, minutes = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)


def _moment(line: ContentLine | None, zone: str) -> tuple[str, str] | None:
    """Return a time on the clock of a zone, and the zone; None where it is none. A whole day begins at midnight."""
    if line is None:
        return None
    written = line.value.strip()
    day, time = _DAY.fullmatch(written), _TIME.fullmatch(written)
    if day is not None:
        local, known = f"{day[1]}-{day[2]}-{day[3]}T00:00", zone
    elif time is not None:
        local = f"{time[1][:4]}-{time[1][4:6]}-{time[1][6:]}T{time[2]}:{time[3]}"
        known = "UTC" if time[5] else _zone_of(line.parameters.get("TZID", "")) or zone
    else:
        return None
    try:
        kept = kept_wall_time(local, known)
        return (kept.local, known) if not (time and time[5]) else _here(kept.local, zone)
    except (RecordRefused, OverflowError, ValueError):
        return None


def _here(local: str, zone: str) -> tuple[str, str]:
    """Return a time of UTC on the clock of this computer: people read that one."""
    there = datetime.fromisoformat(local).replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    kept = kept_wall_time(there.strftime("%Y-%m-%dT%H:%M"), zone)
    return kept.local, zone


def _is_of_unknown_zone(line: ContentLine) -> bool:
    named = line.parameters.get("TZID", "")
    return bool(named) and not _zone_of(named)


def _zone_of(name: str) -> str:
    """Return the IANA name of a zone that a calendar names, "" where it is unknown; Windows has names of its own."""
    plain = name.strip().lstrip("/")[:100]
    if not plain:
        return ""
    for candidate in (plain, "/".join(plain.split("/")[-2:]), _windows_zones().get(plain, "")):
        try:
            if candidate:
                return str(ZoneInfo(candidate).key)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return ""


@cache
def _windows_zones() -> Mapping[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return WINDOWS_TO_OLSON
