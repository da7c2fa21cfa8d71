"""Puts the library in its other form, protected or plain, in the place of the one that is here. Holds no key, reads no
row.

1. The other form is made ready in a folder of its own. Until here a kill leaves everything as it was.
2. That folder gets its name `library-incoming`, with a journal in it: now the change counts.
3. What was here goes: the file, its copies, the pictures. Then the other form moves into its place, the library last. A
   kill leaves the journal, and whoever takes the folder's lock next does what is left.

Services that copy a folder bring removed files back. So a journal counts only as long as what is here is what it was
about: else it goes, and the library in force stays.

Removing a file is no promise about the disk: docs/threat-model.md.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import INCOMING, counts, is_plain, key_file_paths
from caregiver_app.model.errors import StorageError, StorageTrouble

_FORMAT, _VERSION = "caregiver-library-change", 1
_JOURNAL, _CLEARED = "change.json", "cleared"
_LARGEST_BYTES = 1_000_000
_ORDER = ("library-keys.json", "library-keys-2.json", "snapshots", "assets", "library.db")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Whether the library is protected afterwards; else `settings` are what it kept of them.

    `going` is what tells the file that goes from any other one, None where there is none.
    """

    protect: bool
    settings: str = ""
    going: tuple[int, int] | None = None


def begin_change(paths: Paths, making: Path, change: Change) -> None:
    """Let the form in the folder `making` count from now on. The caller holds the folder's lock.

    Raises:
        StorageError: no room or no right; nothing was changed.
    """
    from caregiver_app.support.crash_points import crash_point
    from caregiver_app.support.files import flush_folder, translated_os_errors

    with translated_os_errors(paths.library):
        lay_change(making, change, paths.library)
        crash_point("library.change.ready")
        making.replace(paths.data_dir / INCOMING)
        flush_folder(paths.data_dir)
    crash_point("library.change.begun")


def lay_change(making: Path, change: Change, going: Path) -> None:
    """Write the journal into a folder that is ready, and bring all of it to the disk. Raises `OSError`.

    `going` is the library that goes; nobody may write into it from now on.
    """
    from caregiver_app.support.files import flush_tree, write_whole

    fields = {
        "format": _FORMAT,
        "version": _VERSION,
        "protect": change.protect,
        "settings": change.settings,
        "going": _marks_of(going),
    }
    write_whole(making / _JOURNAL, json.dumps(fields).encode())
    flush_tree(making)


def finish_change(paths: Paths) -> None:
    """Do what is left of a change that counts, if there is one; needs no key. The caller holds the folder's lock.

    Raises:
        InstanceRunning: the care notes are being exchanged.
        StorageError: the disk is in the way, somebody has a file open that must go, or a newer version began it.
    """
    from caregiver_app.support.files import translated_os_errors

    if not counts(paths):
        return
    if (paths.incoming_notes / INCOMING).exists():
        _finish_swap(paths)  # it came with care notes, and moves on with them
    with translated_os_errors(paths.library):
        if (paths.data_dir / INCOMING).exists():
            _finish(paths)


def _finish_swap(paths: Paths) -> None:
    from caregiver_app.vault.folder.places import VaultPlaces
    from caregiver_app.vault.folder.swapping import finish_swap
    from caregiver_app.vault.keys.envelope_files import EnvelopeFiles

    envelope = EnvelopeFiles(first=paths.envelope, twin=paths.envelope_twin)
    finish_swap(VaultPlaces(database=paths.vault, envelope=envelope))


def _finish(paths: Paths) -> None:
    from caregiver_app.bootstrap.own_files import remove_path
    from caregiver_app.support.crash_points import crash_point
    from caregiver_app.support.files import flush_folder, write_whole

    incoming, here = paths.data_dir / INCOMING, paths.data_dir
    change = _read(incoming / _JOURNAL)
    if change is None:
        incoming.replace(incoming.with_name(f"{INCOMING}-unknown-{secrets.token_hex(4)}"))
        return
    if not _counts_still(paths, incoming, change):
        _drop(incoming)
        return
    if not (incoming / _CLEARED).exists():
        for path in _going(here, protect=change.protect):
            remove_path(path)
            crash_point("library.change.removed")
        flush_folder(here)
        write_whole(incoming / _CLEARED, b"")
        crash_point("library.change.cleared")
    for name in _ORDER:
        _move(incoming / name, here / name)
        crash_point("library.change.placed")
    if not change.protect:
        for path in key_file_paths(paths):
            path.unlink(missing_ok=True)
            crash_point("library.change.key-removed")
    _settle_settings(paths, change)
    for folder in (paths.assets, here / "snapshots", here):
        if folder.is_dir():
            flush_folder(folder)
    _drop(incoming)


def _drop(incoming: Path) -> None:
    from caregiver_app.support.crash_points import crash_point
    from caregiver_app.support.files import flush_folder

    done = incoming.with_name(f".{incoming.name}.part")
    shutil.rmtree(done, ignore_errors=True)
    incoming.replace(done)
    flush_folder(incoming.parent)
    crash_point("library.change.done")
    shutil.rmtree(done, ignore_errors=True)


def _counts_still(paths: Paths, incoming: Path, change: Change) -> bool:
    """Return whether what is here is what the journal is about, at whichever step it was cut short."""
    is_coming, is_here = (incoming / paths.library.name).exists(), paths.library.exists()
    if is_coming and not is_here:
        return True
    if is_coming:
        return not (incoming / _CLEARED).exists() and _marks_of(paths.library) == change.going
    return (incoming / _CLEARED).exists() and is_here and is_plain(paths.library) != change.protect


def _marks_of(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except FileNotFoundError:
        return None
    return facts.st_size, facts.st_mtime_ns


def _going(here: Path, *, protect: bool) -> Iterator[Path]:
    from caregiver_app.bootstrap.own_files import LIBRARY_FORM, TELLING, own_files

    yield from own_files(here, (*LIBRARY_FORM, *(TELLING if protect else ())))


def _settle_settings(paths: Paths, change: Change) -> None:
    """Leave only the look in the settings' file, or put back what the library kept of them."""
    from caregiver_app.bootstrap.own_files import TELLING, own_files
    from caregiver_app.support.settings import SettingsFile, with_rest

    file = SettingsFile(paths.settings, looks_only=lambda: change.protect)
    found = file.load()
    if paths.settings.exists() or change.settings:
        file.save(found if change.protect else with_rest(found, change.settings))
    if change.protect:
        for path in own_files(paths.data_dir, TELLING):
            path.unlink(missing_ok=True)


def _read(path: Path) -> Change | None:
    """Return the journal; None where none can be read: no folder of `begin_change` is so.

    Raises:
        StorageError: a newer version wrote it.
    """
    from caregiver_app.support.files import read_bounded

    try:
        fields = json.loads(read_bounded(path, _LARGEST_BYTES) or b"")
        if fields["format"] != _FORMAT:
            return None
        if fields["version"] != _VERSION:
            raise StorageError(StorageTrouble.NEWER, path.name, str(fields["version"]))
        going = None if fields["going"] is None else (int(fields["going"][0]), int(fields["going"][1]))
        return Change(protect=fields["protect"] is True, settings=str(fields["settings"]), going=going)
    except (FileNotFoundError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def _move(source: Path, target: Path) -> None:
    """Move a file, or a folder with all in it; what is not there any more was moved before."""
    from caregiver_app.support.files import make_private_folder

    if not source.exists():
        return
    make_private_folder(target.parent)
    if not target.is_dir():
        source.replace(target)
        return
    for path in sorted(source.iterdir()):
        _move(path, target / path.name)
    source.rmdir()
