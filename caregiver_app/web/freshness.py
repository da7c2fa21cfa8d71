"""What an answer's headers say about time: dates, how long to stay away, how long it stays fresh. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from caregiver_app.model.time import Millis, from_datetime, to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = r"(?P<hour>\d{2}):(?P<minute>\d{2}):(?P<second>\d{2})"
# RFC 9110 section 5.6.7: the form in use, that of RFC 850, and that of C's asctime
_DATES = (
    re.compile(
        rf"\w{{3}}, (?P<day>\d{{2}}) (?P<month>\w{{3}}) (?P<year>\d{{4}}) {_CLOCK} GMT", re.ASCII | re.IGNORECASE
    ),
    re.compile(
        rf"\w{{6,9}}, (?P<day>\d{{2}})-(?P<month>\w{{3}})-(?P<year>\d{{2}}) {_CLOCK} GMT", re.ASCII | re.IGNORECASE
    ),
    re.compile(rf"\w{{3}} (?P<month>\w{{3}}) (?P<day>[ \d]\d) {_CLOCK} (?P<year>\d{{4}})", re.ASCII | re.IGNORECASE),
)
_SECONDS = re.compile(r"\d+", re.ASCII)
_MAX_DIGITS = 12  # more is beyond any bound, and Python refuses to read very many


def parse_http_date(text: str, *, now: Millis) -> Millis | None:
    """Return a date in any of the three forms of RFC 9110, None for anything else; `now` settles two-digit years."""
    for form in _DATES:
        found = form.fullmatch(text.strip())
        if found is not None:
            return _read_date(found, to_datetime(now).year)
    return None


def _read_date(found: re.Match[str], this_year: int) -> Millis | None:
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += this_year - this_year % 100
        year -= 100 if year > this_year + 50 else 0
    try:
        month = _MONTHS.index(found["month"].lower()) + 1
        second = min(int(found["second"]), 59)  # 60 is a leap second
        when = datetime(year, month, int(found["day"]), int(found["hour"]), int(found["minute"]), second, tzinfo=UTC)
        return from_datetime(when)
    except ValueError:
        return None


def retry_after_s(headers: Mapping[str, str], *, now: Millis, at_most_s: float) -> float | None:
    """Return how many seconds a server asks to be left alone (RFC 9110 section 10.2.3), None where it does not say.

    A date is measured against the server's own clock where it shows it: this computer's may be wrong by years.
    """
    text = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(text):
        return at_most_s if len(text) > _MAX_DIGITS else min(float(text), at_most_s)
    until = parse_http_date(text, now=now)
    if until is None:
        return None
    return _clamp((until - _server_time(headers, now)) / 1000, at_most_s)


def max_age_s(headers: Mapping[str, str], *, now: Millis, at_most_s: float) -> float | None:
    """Return for how many seconds an answer stays fresh (RFC 9111 section 4.2.1), None where it does not say."""
    directives = _directives(headers.get("cache-control", ""))
    if "no-cache" in directives or "no-store" in directives:
        return 0.0
    age = directives.get("max-age")
    if age is not None:
        if not _SECONDS.fullmatch(age):
            return 0.0  # RFC 9111 section 4.2.1: what cannot be read is stale
        return at_most_s if len(age) > _MAX_DIGITS else min(float(age), at_most_s)
    if "expires" not in headers:
        return None
    expires = parse_http_date(headers["expires"], now=now)
    return 0.0 if expires is None else _clamp((expires - _server_time(headers, now)) / 1000, at_most_s)


def _directives(text: str) -> dict[str, str]:
    """Return the directives of Cache-Control; of one that is given twice, the first."""
    found: dict[str, str] = {}
    for part in text.split(","):
        name, _, value = part.partition("=")
        found.setdefault(name.strip().lower(), value.strip().strip('"'))
    return found


def _server_time(headers: Mapping[str, str], now: Millis) -> Millis:
    shown = parse_http_date(headers.get("date", ""), now=now)
    return now if shown is None else shown


def _clamp(seconds: float, at_most_s: float) -> float:
    return max(0.0, min(seconds, at_most_s))
