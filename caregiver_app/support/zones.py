"""The zone of this computer's clock, by the name that calendars use."""

from __future__ import annotations


def own_zone() -> str:
    """Return an IANA name, e.g. "Europe/London"; "UTC" where the system tells none."""
    from babel.localtime import get_localzone

    return str(getattr(get_localzone(), "key", "UTC"))
