"""Whether the library of a folder is protected, told by files' names and first bytes: needs no key, costs a glance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths

INCOMING = "library-incoming"
"""The folder with the library in its other form, from the moment at which a change counts until it is done."""

MAKING = ".library-changing.part"
"""The same folder before that: of no use to anybody when the work was cut short."""


_PLAIN = b"SQLite format 3\x00"  # SQLite file format, section 1.3


class ProtectionState(StrEnum):
    """How the library lies in its folder. While it is `CONVERTING` nobody opens it."""

    OFF = "off"
    ON = "on"
    CONVERTING = "converting"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeProgress:
    """How far turning protection on or off is, in steps of its own. Once it cannot be stopped, it counts."""

    done: int
    total: int
    can_stop: bool = True


OnChange = Callable[[ChangeProgress], None]


def key_file_paths(paths: Paths) -> tuple[Path, ...]:
    """Return where the copies of the wrapped keys of a protected library lie."""
    folder = paths.data_dir
    return (folder / "library-keys.json", folder / "library-keys-2.json", folder / "snapshots" / "library-keys.json")


def protection_state(paths: Paths) -> ProtectionState:
    """Return how the library lies there now."""
    if is_changing(paths):
        return ProtectionState.CONVERTING
    return ProtectionState.ON if _has_keys(paths) else ProtectionState.OFF


def is_changing(paths: Paths) -> bool:
    """Return whether a change is under way, or was cut short."""
    return (paths.data_dir / MAKING).exists() or counts(paths)


def counts(paths: Paths) -> bool:
    """Return whether a change has come so far that it is finished, not undone."""
    return (paths.data_dir / INCOMING).exists() or (paths.incoming_notes / INCOMING).exists()


def is_protected(paths: Paths) -> bool:
    """Return whether what tells of a family must not lie there in plain; True also while that changes."""
    return _has_keys(paths) or counts(paths)


def is_plain(path: Path) -> bool:
    """Return whether a database can be read by anybody; False where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False


def _has_keys(paths: Paths) -> bool:
    """Return whether keys lie there for a library that needs them: services that copy folders bring old ones back."""
    return any(path.exists() for path in key_file_paths(paths)) and not is_plain(paths.library)
