"""What is said of a place that somebody picks for a private file, where others would get what is saved there."""

from __future__ import annotations

from caregiver_app.support.folder_places import SYNCED
from caregiver_app.support.i18n import gettext as _


def target_place_words(place: str) -> tuple[str, str]:
    """Return what a place is (`folder_places.place_of`), and what that means for what is saved there."""
    if place == SYNCED:
        return (
            _("A service copies this folder to other computers."),
            _("What you save there may be read by who runs the service. A stick or another folder is safer."),
        )
    return (
        _("This folder is on another computer."),
        _("What you save there may be read by who looks after that computer. A stick or another folder is safer."),
    )
