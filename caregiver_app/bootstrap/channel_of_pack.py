"""Which channel a pack's folder is published in, as its maker chose it last. It holds names of folders alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_CHOICE: Final = "studio_channels"
_MOST = 40


def channel_of(library: Library, folder: Path) -> Path | None:
    """Return the channel that was chosen for a pack; without a choice the only one that is known, else None."""
    chosen = _chosen(library)
    known = known_channels(library)
    if str(folder) in chosen:
        return Path(chosen[str(folder)])
    return known[0] if len(known) == 1 else None


def known_channels(library: Library) -> tuple[Path, ...]:
    """Return the channels that were chosen for any pack, the one chosen last first."""
    return tuple(Path(each) for each in dict.fromkeys(reversed(_chosen(library).values())))


def choose_channel(library: Library, folder: Path, channel: Path) -> None:
    """Remember that a pack is published in a channel.

    Raises:
        StorageError: the disk is in the way.
    """
    chosen = _chosen(library)
    chosen.pop(str(folder), None)
    chosen[str(folder)] = str(channel)
    while len(chosen) > _MOST:
        del chosen[next(iter(chosen))]
    library.choices.put(_CHOICE, json.dumps(chosen))


def _chosen(library: Library) -> dict[str, str]:
    """Return folders of packs with those of their channels, the one chosen last at the end."""
    try:
        said = json.loads(library.choices.get(_CHOICE, ""))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(said, dict):
        return {}
    return {pack: channel for pack, channel in said.items() if isinstance(channel, str)}
