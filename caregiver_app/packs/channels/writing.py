"""Writes what was signed into the folder of a channel, in an order in which each moment is a whole channel.

Files whose names carry a number or a hash are new and nobody asks for them yet. The timestamp makes them count. A root
that follows counts by its name alone, so it comes after the timestamp that its keys signed, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from caregiver_app.model.channel import Lateness, ReferenceTime
from caregiver_app.model.errors import ChannelError, PublishError, PublishTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.checking import check
from caregiver_app.packs.channels.fetching import fetch_pack
from caregiver_app.packs.channels.places import FolderPlace, OverlaidPlace
from caregiver_app.packs.channels.rules import METADATA, PACKS, is_versioned, timestamp_file
from caregiver_app.packs.channels.trusting import look_first, trust
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import is_link, read_bounded, remove_leftovers, translated_os_errors, write_whole

_FOLDER, _FILE = 0o755, 0o644  # what is published is for everybody


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files one after the other in the order given, each whole or not at all.

    Raises:
        PublishError: LINKED: one of them would be written elsewhere; BUSY: under the number of one lies another, which
            somebody may have read already. None was written.
        StorageError: no room or no right; what was published before is as it was.
    """
    for name in files:
        _refuse_link(folder, name)
    _refuse_taken(folder, files)
    for name, data in files.items():
        path = folder / name
        with translated_os_errors(path):
            path.parent.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
            crash_point("packs.channel.writing")
            write_whole(path, data)
            with suppress(PermissionError, NotImplementedError):  # a stick has no rights to set
                path.chmod(_FILE)
    crash_point("packs.channel.written")


def sweep(folder: Path) -> None:
    """Remove what writes left that were cut short; only for whoever publishes now.

    Raises:
        StorageError: it cannot be removed.
    """
    with translated_os_errors(folder):
        for below in (folder / METADATA, *_own_folders(folder / PACKS)):
            if below.is_dir() and not is_link(below):
                remove_leftovers(below)


def _refuse_link(folder: Path, name: str) -> None:
    """Refuse what leads out of a folder: whoever had the stick could have made it, and what is there is not ours."""
    path = folder / name
    for each in (path, *path.parents[: name.count("/")]):
        with translated_os_errors(each):
            leads_elsewhere = is_link(each)
        if leads_elsewhere:
            raise PublishError(PublishTrouble.LINKED, each.relative_to(folder).as_posix())


def _refuse_taken(folder: Path, files: Mapping[str, bytes]) -> None:
    """Refuse a number that another document has: families who read that one would refuse this one."""
    for name, data in files.items():
        path = folder / name
        if not is_versioned(name):
            continue
        with translated_os_errors(path):
            if path.is_file() and read_bounded(path, len(data)) != data:
                raise PublishError(PublishTrouble.BUSY)


def _own_folders(packs: Path) -> Iterator[Path]:
    if packs.is_dir() and not is_link(packs):
        yield from packs.iterdir()


def refuse_unsound(folder: Path, files: Mapping[str, bytes], *, at: Millis) -> None:
    """Look at a channel as it will be with these files, as a family does who knew it before and as one who did not.

    Raises:
        ChannelError: a family would refuse it.
        StorageError: the folder cannot be read.
    """
    time = ReferenceTime(at=at)
    now = FolderPlace(folder, lateness=Lateness.REFUSED)
    then = OverlaidPlace(files, now)
    look = look_first(then, time)
    fresh = check(trust(look, look.fingerprint, at=at), then, time)
    for offer in fresh.offers:
        if any(offer.sha256 in name for name in files):
            fetch_pack(fresh, offer.path, then)
    if now.read(timestamp_file(), len(files[timestamp_file()]) * 2) is None:
        return
    try:
        before = look_first(FolderPlace(folder, lateness=Lateness.AGREED), time)
        known = check(trust(before, before.fingerprint, at=at), FolderPlace(folder, lateness=Lateness.AGREED), time)
    except ChannelError:
        return  # what lies there counts no more, so nobody knows it
    check(known.channel, then, time)
