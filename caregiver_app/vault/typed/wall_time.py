"""When an appointment is: a time on the clock of a place, and its zone. Rules of zones may change; the time stays.

Pure. A time that a clock skips or shows twice in the night of a change is a moment all the same: the later of the
skipped, the first of the two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.model.time import Millis, from_datetime

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200

_LOCAL = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class WallTime:
    """`local` is YYYY-MM-DDTHH:MM; `zone` an IANA name such as "Europe/London"."""

    local: str
    zone: str

    def aware(self) -> datetime:
        """Return it with its offset; a zone that this computer does not know counts as UTC."""
        written = datetime.fromisoformat(self.local).replace(tzinfo=_zone(self.zone) or UTC)
        return written.astimezone(UTC).astimezone(written.tzinfo)

    def instant(self) -> Millis:
        """Return the moment."""
        return from_datetime(self.aware())

    def to_iso(self) -> str:
        """Return ISO 8601 with offset and whole seconds, as JSON output carries it."""
        return self.aware().isoformat(timespec="seconds")


def kept_wall_time(local: str, zone: str, *, what: str = "time") -> WallTime:
    """Return a time that exists in a zone that exists.

    Raises:
        RecordRefused: one of them does not.
    """
    try:
        written = _LOCAL.fullmatch(local) and datetime.fromisoformat(local)
    except ValueError:
        written = None
    if not written or not EARLIEST_YEAR <= written.year <= LATEST_YEAR:
        raise RecordRefused(RecordTrouble.TIME, what)
    if _zone(zone) is None:
        raise RecordRefused(RecordTrouble.ZONE, "zone")
    return WallTime(local=local, zone=zone)


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
