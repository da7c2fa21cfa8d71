"""Where the files of a channel are read from: one door for web, folder and copy. Nothing that is read is believed.

Names are made by `rules` from what was checked; none of them is taken from a document as it stands.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from caregiver_app.model.channel import Lateness
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.support.files import read_bounded, translated_os_errors


class Place(Protocol):
    """Holds the files of one channel. `lateness` is what may be done there with a date that has passed."""

    lateness: Lateness

    def read(self, name: str, at_most_bytes: int, *, announced: bool = False) -> bytes | None:
        """Return what is in a file, None where there is none. `announced`: its length was signed.

        Raises:
            ChannelError: it is larger.
            StorageError: the disk is in the way.
            WebError: the exchange failed.
            Cancelled: the person pressed stop.
        """
        ...


class FolderPlace:
    """A channel in a folder: on a stick, on a drive in the network, on this computer."""

    def __init__(self, folder: Path, *, lateness: Lateness = Lateness.ASKED) -> None:
        self._folder = folder
        self.lateness = lateness

    def read(self, name: str, at_most_bytes: int, *, announced: bool = False) -> bytes | None:
        """Return what is in a file; what is no ordinary file is as if it were not there."""
        path = self._folder / name
        with translated_os_errors(path):
            try:
                if not stat.S_ISREG(path.stat().st_mode):
                    return None
                data = read_bounded(path, at_most_bytes)
            except (FileNotFoundError, NotADirectoryError):
                return None
        if data is None:
            raise too_long(name, announced=announced)
        return data


class OverlaidPlace:
    """A channel as it will be once some files are written into it."""

    def __init__(self, files: Mapping[str, bytes], below: Place) -> None:
        self._files = files
        self._below = below
        self.lateness = below.lateness

    def read(self, name: str, at_most_bytes: int, *, announced: bool = False) -> bytes | None:
        """Return what will be in a file."""
        if name not in self._files:
            return self._below.read(name, at_most_bytes, announced=announced)
        data = self._files[name]
        if len(data) > at_most_bytes:
            raise too_long(name, announced=announced)
        return data


def too_long(name: str, *, announced: bool) -> ChannelError:
    """Return how a file is told that goes on after its end."""
    part = name.rpartition("/")[2]
    return ChannelError(ChannelTrouble.LARGER if announced else ChannelTrouble.ENDLESS, part)
