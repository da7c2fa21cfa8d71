"""On what ground something may be passed on, by the stamp that counts for sharing. Pure; every doubt means none."""

from __future__ import annotations

from caregiver_app.model.article import Trust
from caregiver_app.model.trust import ShareGround, Stamp


def sharing_ground(stamp: Stamp) -> ShareGround | None:
    """Return the ground on which a page may be passed on, None where it may not.

    A check counts while the page is the one that was checked. On a vetted or known organisation's own site a page may
    go out without a check of its own, and says so; that a check of the organisation ran out takes it off no register.
    """
    if stamp.trust is Trust.CHECKED:
        return None if stamp.page_changed else ShareGround.CHECKED
    if not stamp.own_site:
        return None
    if stamp.trust in (Trust.TRUSTED_SOURCE, Trust.WELL_KNOWN_SOURCE):
        return ShareGround.OWN_SITE
    is_known = stamp.trust is Trust.CHECK_DUE and stamp.inherited and stamp.register
    return ShareGround.OWN_SITE if is_known else None
