"""The set-up file whose packs are still to come while another window is made, as functions for the library's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_WAITING: Final = "set_up_waiting"


def keep_waiting(library: Library, file: Path) -> None:
    """Remember a set-up file for the next window."""
    library.choices.put(_WAITING, str(file))


def has_waiting(library: Library) -> bool:
    """Return whether a set-up file waits."""
    return bool(library.choices.get(_WAITING, ""))


def take_waiting(library: Library) -> Path | None:
    """Return the set-up file that waits, once."""
    name = library.choices.take(_WAITING) if has_waiting(library) else ""
    return Path(name) if name else None
