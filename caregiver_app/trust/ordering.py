"""In which order pages on one subject are shown to somebody who asks what may be believed: vouched for first. Pure."""

from __future__ import annotations

from caregiver_app.model.article import Trust
from caregiver_app.model.trust import Stamps

_VOUCHED_FOR = {Trust.CHECKED: 0, Trust.TRUSTED_SOURCE: 0, Trust.WELL_KNOWN_SOURCE: 1, Trust.CHECK_DUE: 2}
_LISTED = 3  # on the own site of an organisation that the library knows, or of a pack, though nobody checked anything


def rank_of(stamps: Stamps, *, brought: bool = False) -> int | None:
    """Return the place of a page, lower is better; None where it is not shown: of one's own source, did not pass, is
    elsewhere than it should be, or was withdrawn by anybody.

    `brought`: it is the text of a pack, for which a publisher still stands that somebody trusted.
    """
    stamp = stamps.reading
    if stamps.sharing.trust is Trust.WITHDRAWN:
        return None
    listed = (stamp.own_site or brought) and not (stamp.own_source or stamp.did_not_pass)
    if stamp.trust is Trust.NOT_CHECKED and listed:
        return _LISTED
    return _VOUCHED_FOR.get(stamp.trust)
