"""The zone of this computer's clock, by the name that calendars use."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def own_zone() -> str:
    """Return an IANA name, e.g. "Europe/London"; "UTC" where the system tells none."""
    from babel.localtime import get_localzone

    try:
        return name_of(get_localzone())
    except (LookupError, ValueError):
        return "UTC"


def name_of(zone: object) -> str:
    """Return the name of a zone; "UTC" where it has none that others know.

    Where pytz is installed, for whatever reason, babel gives its zones, which keep their name elsewhere.
    """
    name = getattr(zone, "key", None) or getattr(zone, "zone", None)
    try:
        return ZoneInfo(str(name)).key if name else "UTC"
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
