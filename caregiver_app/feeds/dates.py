"""Dates as feeds write them: RFC 822 and 2822, RFC 3339, W3C-DTF, and the odd ones. Never raises, never asks the clock.

What cannot be a date is None; what names no zone is taken as UTC. Two-digit years below 90 are of this century.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from caregiver_app.feeds.date_words import AFTERNOON, KOREAN, MORNING, ZONES, month_of, plain
from caregiver_app.model.time import Millis, from_datetime

_LONGEST = 100
_DAY_MS = 86_400_000
# Nothing was published in a feed before: such dates stand for "unknown" (the epoch, year 1, an empty field).
_EARLIEST = Millis(366 * _DAY_MS)

_RFC_822 = re.compile(
    r"(?:[A-Za-z]{3,9},? )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (?:([+-])(\d\d)(\d\d)|GMT|UTC|Z)\Z"
)
_TIME = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?")
_HOUR_WITHOUT_COLON = re.compile(r"[Tt](\d{2})(\d{2})(\d{2})?(?=Z|[+-]|\Z)")
_OFFSET = re.compile(r"(?:(?<=\d)|(?<=\s)|(?<=T)|(?<=C))([+-])(\d{1,2}):?(\d{2})?\s*(?:\(|\Z|[A-Za-z])")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.년]\s*(\d{1,2})(?:[-/.월]\s*(\d{1,2}))?(?!\d)")
_YEAR_MONTH_NAME = re.compile(r"(?<!\d)(\d{4})-([^\W\d_]+)-(\d{1,2})")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_OF_YEAR = re.compile(r"(?<!\d)(\d{4})-?(\d{3})(?![\d-])")
_SHORT_YEAR_FIRST = re.compile(r"\s*(\d{2})-(\d{2})-(\d{2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_YEAR_ALONE = re.compile(r"\s*(\d{4})\s*\Z")
_EPOCH = re.compile(r"\s*(\d{10}|\d{13})\s*\Z")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+\.?)?")
_NUMBER = re.compile(r"(?<![\d+:-])(\d{1,4})(?![\d:])")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=4096)
def parse_date(written: str) -> Millis | None:
    """Return the moment that `written` names, None where it names none that a feed can mean."""
    text = written.strip()[:_LONGEST]
    if not text:
        return None
    for read in (_usual, _any):
        try:
            moment = read(text)
            at = None if moment is None else from_datetime(moment)
        except (ValueError, OverflowError):
            continue
        if at is not None:
            return at if at >= _EARLIEST else None
    return None


def believable(at: Millis | None, *, now: Millis) -> Millis | None:
    """Return `at` unless it lies more than a day after `now`: then nobody knows when it was, and first seen counts."""
    return None if at is None or at > now + _DAY_MS else at


def _usual(text: str) -> datetime | None:
    """Read the two forms that nearly all feeds use."""
    match = _RFC_822.match(text)
    if match is None:
        return _rfc_3339(text)
    day, month, year, hour, minute, second, sign, hours, minutes = match.groups()
    number = month_of(month)
    if number is None:
        return None
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    seconds = min(int(second or 0), 59)  # a leap second
    return datetime(int(year), number, int(day), int(hour), int(minute), seconds, tzinfo=UTC) - offset


def _rfc_3339(text: str) -> datetime | None:
    if text[4:5] != "-":
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _any(text: str) -> datetime | None:
    """Find day, time and zone wherever they stand."""
    if epoch := _EPOCH.match(text):
        return datetime.fromtimestamp(int(epoch[1]) / (1000 if len(epoch[1]) == 13 else 1), UTC)
    time = _TIME.search(text) or _HOUR_WITHOUT_COLON.search(text)
    rest = text if time is None else f"{text[: time.start()]} {text[time.end() :]}"
    day = _day(rest)
    if day is None:
        return None
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if time is None:
        return midnight
    words = [plain(word) for word in _WORD.findall(rest)]
    return midnight + _spent(time, words) - _offset(text[time.end() :], words)


def _spent(time: re.Match[str], words: list[str]) -> timedelta:
    """Return the time of day; an impossible one counts as none, so that the day is kept."""
    hour, minute, second = (int(part or 0) for part in time.groups())
    if not AFTERNOON.isdisjoint(words) and hour < 12:
        hour += 12
    elif not MORNING.isdisjoint(words) and hour == 12:
        hour = 0
    possible = hour <= 24 and minute < 60
    return timedelta(hours=hour, minutes=minute, seconds=min(second, 59)) if possible else timedelta()


def _offset(after_time: str, words: list[str]) -> timedelta:
    if match := _OFFSET.search(f"0{after_time}"):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return timedelta(minutes=minutes if match[1] == "+" else -minutes)
    named = [ZONES[word] for word in words if word in ZONES]
    return timedelta(minutes=next(iter(named), 0 if KOREAN.isdisjoint(words) else ZONES["kst"]))


def _day(text: str) -> date | None:
    if match := _YEAR_MONTH_NAME.search(text):
        month = month_of(match[2])
        return date(int(match[1]), month, int(match[3])) if month else None
    if match := _YEAR_FIRST.search(text) or _COMPACT.search(text):
        return date(int(match[1]), int(match[2]), int(match[3] or 1))
    if match := _SHORT_YEAR_FIRST.match(text):
        return date(_full_year(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_LAST.search(text):
        return _year_last(text, int(match[1]), int(match[3]), _full_year(match[4]), american=match[2] == "/")
    if match := _DAY_OF_YEAR.search(text):
        return date(int(match[1]), 1, 1) + timedelta(days=int(match[2]) - 1)
    if match := _YEAR_ALONE.match(text):
        return date(int(match[1]), 1, 1)
    return _with_month_name(text)


def _year_last(text: str, first: int, second: int, year: int, *, american: bool) -> date | None:
    """Read 08/05/2026: the weekday beside it decides, else slashes are American and dots and hyphens are not."""
    orders = [(first, second), (second, first)] if american else [(second, first), (first, second)]
    days = [date(year, month, day) for month, day in orders if 1 <= month <= 12 and 1 <= day <= 31]
    weekday = plain(text.strip()[:3])
    fitting = [day for day in days if _WEEKDAYS[day.weekday()] == weekday]
    return next(iter(fitting or days), None)


def _with_month_name(text: str) -> date | None:
    months = [number for word in _WORD.findall(text) if (number := month_of(word))]
    numbers = _NUMBER.findall(text)
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if not months or not days:
        return None
    if not years and len(days) > 1:
        years = [days.pop()]
    # A weekday may look like a month (French "mar." is Tuesday): the month stands after it.
    return date(_full_year(years[0]), months[-1], int(days[0])) if years else None


def _full_year(year: str) -> int:
    number = int(year)
    return number if len(year) > 2 else number + (2000 if number < 90 else 1900)
