"""When Home reminds of what keeps the care notes from being lost. Pure."""

from __future__ import annotations

from caregiver_app.model.time import Millis

_DAY_MS = 24 * 3600 * 1000
QUIET_MS = 7 * _DAY_MS
"""So long after the first record nobody is asked for a copy."""
AGAIN_MS = 30 * _DAY_MS
"""So long a copy is good enough."""


def copy_is_due(*, kept_since: Millis | None, backed_up_at: Millis | None, now: Millis) -> bool:
    """Return whether a copy on a stick is due: none since the notes began, or none for thirty days."""
    if kept_since is None or now - kept_since < QUIET_MS:
        return False
    return not has_copy(kept_since=kept_since, backed_up_at=backed_up_at) or now - (backed_up_at or 0) >= AGAIN_MS


def has_copy(*, kept_since: Millis, backed_up_at: Millis | None) -> bool:
    """Return whether there is a copy at all that may hold something of the notes."""
    return backed_up_at is not None and backed_up_at >= kept_since
