"""Whether Home or updates are to say that the data folder lies where a service or another computer has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from caregiver_app.support.folder_places import place_of

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

PUT_AWAY: Final = "folder_place_put_away"
"""The choice with the kind of place of which Home is to say no more."""
TOLD: Final = "folder_place_told"
"""The choice with the kind of place that updates by a command told of."""


def place_for_home(library: Library, folder: Path) -> str:
    """Return what `place_of` does of the data folder, "" where somebody put that away."""
    place = place_of(folder)
    return "" if place == library.choices.get(PUT_AWAY, "") else place


def place_to_tell_once(library: Library, folder: Path) -> str:
    """Return what `place_of` does of the data folder, "" where this was asked before.

    Raises:
        StorageError: that it was asked cannot be kept.
    """
    place = place_of(folder)
    if place == library.choices.get(TOLD, ""):
        return ""
    library.choices.put(TOLD, place)
    return place
