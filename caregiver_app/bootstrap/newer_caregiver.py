"""Whether a channel that somebody here trusts knows of a newer Caregiver. Asks nobody: it reads what updates brought.

A channel says a number and nothing else; what is said of it, and where one is sent, is compiled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from caregiver_app import __version__
from caregiver_app.packs.channels.documents import kept_newest_caregiver
from caregiver_app.packs.channels.rules import TARGETS
from caregiver_app.support.app_versions import is_newer, version_parts

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


PUT_AWAY: Final = "newer_caregiver_put_away"
"""The choice with the version of which Home is to say no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerCaregiver:
    """A version newer than this one, and the name of the channel that says so."""

    version: str
    said_by: str


def newer_caregiver(library: Library, version: str = __version__) -> NewerCaregiver | None:
    """Return the newest that trusted channels know of, None where it is no newer than `version`."""
    said = {each: kept_newest_caregiver(data) for each, data in library.channels.documents(TARGETS).items()}
    newer = [(parts, each) for each, number in said.items() if (parts := version_parts(number)) is not None]
    if not newer:
        return None
    _parts, channel_id = max(newer)
    channel = library.channels.get(channel_id)
    if channel is None or not is_newer(said[channel_id], version):
        return None
    return NewerCaregiver(version=said[channel_id], said_by=channel.name)


def newer_for_home(library: Library, version: str = __version__) -> NewerCaregiver | None:
    """Return what `newer_caregiver` does, None where somebody put that one away, or one newer than it."""
    put_away = library.choices.get(PUT_AWAY, "")
    return newer_caregiver(library, put_away if is_newer(put_away, version) else version)
