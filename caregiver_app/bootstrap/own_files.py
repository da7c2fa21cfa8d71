"""Which files of a data folder are Caregiver's, told by their whole names: the forms that it gives, and no others.

The folder may be one in which somebody keeps other things as well. So nothing is ours because of how its name begins,
nor because of the folder in which it lies. Of a link only the link is ours, never what it leads to.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.support.files import is_link

_STAMP = r"\d{8}T\d{6}Z"
_DRAWN = r"[0-9a-f]{8}"
_BESIDE = r"(?:-wal|-shm|-journal)?"
_HASH = r"[0-9a-f]{64}"
_REASON = r"[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """Names of ours in one folder: of files, or of a folder in which those of `within` are ours.

    `name` is a regular expression for all of a name. A folder that is `whole` was made for one piece of work, and is
    ours with all in it.
    """

    name: str
    is_folder: bool = False
    within: tuple[Own, ...] = ()
    whole: bool = False


def own_files(folder: Path, owns: Collection[Own]) -> Iterator[Path]:
    """Yield the files of ours in a folder and the folders that are ours as a whole, in the order of `owns`.

    Raises:
        OSError: a folder cannot be read.
    """
    for own in owns:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not re.fullmatch(own.name, path.name):
                continue
            if is_link(path):
                yield path
            elif path.is_dir() != own.is_folder:
                continue
            elif own.is_folder and not own.whole:
                yield from own_files(path, own.within)
            else:
                yield path


def remove_own(folder: Path, owns: Collection[Own], *, after_each: Callable[[], None]) -> int:
    """Remove what `own_files` yields, then the folders of ours in which nothing else lies; return how many files went.

    Raises:
        OSError: one cannot be removed; it is there, and those after it.
    """
    removed = 0
    for path in own_files(folder, owns):
        remove_path(path)
        removed += 1
        after_each()
    _remove_empty(folder, owns)
    return removed


def remove_path(path: Path) -> None:
    """Remove a file, or a folder with all in it; of a link only the link. Raises `OSError`."""
    if not is_link(path) and path.is_dir():
        shutil.rmtree(path)
    elif path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
    else:
        path.rmdir()  # a junction of Windows


def _remove_empty(folder: Path, owns: Collection[Own]) -> None:
    for path, own in _own_folders(folder, owns):
        _remove_empty(path, own.within)
        if not any(path.iterdir()):
            path.rmdir()


def left_in(folder: Path, owns: Collection[Own]) -> Iterator[str]:
    """Name what lies in a folder, by the path below it; a folder that is not ours is named and not looked into."""
    ours = {path: own.within for path, own in _own_folders(folder, owns)}
    for path in sorted(folder.iterdir()):
        if path in ours:
            yield from (f"{path.name}/{name}" for name in left_in(path, ours[path]))
        else:
            yield path.name


def _own_folders(folder: Path, owns: Collection[Own]) -> list[tuple[Path, Own]]:
    folders = [own for own in owns if own.is_folder and not own.whole]
    return [
        (path, own)
        for path in sorted(folder.iterdir())
        for own in folders
        if re.fullmatch(own.name, path.name) and path.is_dir() and not is_link(path)
    ]


def _files(*names: str) -> tuple[Own, ...]:
    return (Own(name="|".join(names)),)


def _parts(*names: str) -> tuple[Own, ...]:
    """Return the names of files on their way to one of these names (`support.files.write_whole` and its like)."""
    way = rf"(?:\.{_DRAWN})?(?:\.work|\.ready|\.making|\.renewing)?"
    return _files(rf"\.(?:{'|'.join(names)}){way}\.part{_BESIDE}")


def _with_parts(*names: str) -> tuple[Own, ...]:
    return (*_files(*names), *_parts(*names))


def _folder(name: str, *within: Own) -> tuple[Own, ...]:
    return (Own(name=name, is_folder=True, within=within),)


def _for_work(*names: str) -> tuple[Own, ...]:
    return (Own(name="|".join(names), is_folder=True, whole=True),)


def _asides(stem: str, why: str = "damaged|replaced|lost") -> str:
    return rf"{stem}-(?:damaged|(?:{why})-{_STAMP})\.db{_BESIDE}"


def _copies(stem: str) -> str:
    return rf"{stem}-{_STAMP}-{_REASON}\.db{_BESIDE}"


_KEYS = (r"vault\.json", r"vault-2\.json")
_LIBRARY_KEYS = (r"library-keys\.json", r"library-keys-2\.json")
_VAULT = (rf"vault\.db(?:\.renewed|\.restoring)?{_BESIDE}", _asides("vault"), r"vault-saves\.json")
_RENEWAL = (r"vault-renewal\.json",)
_SEALED = r"[0-9a-f]{32}\.(?:age|unreadable)"
_LIBRARY_HERE = rf"library\.db(?:\.restoring)?{_BESIDE}"
_LIBRARY = (_LIBRARY_HERE, _asides("library"))
_SETTINGS = (r"settings\.json", r"settings\.damaged\.json")
_LOG = r"caregiver\.log(?:\.\d)?"
_COPIES = (_copies("vault"), _copies("library"), r"library-keys\.json")

_NOTES_HERE = (
    *_files(*_KEYS),  # without the envelope only the recovery sheet opens what is still there
    *_files(*_VAULT, *_RENEWAL),
    *_parts(*_KEYS, *_VAULT, *_RENEWAL),
    *_folder("attachments", *_with_parts(_HASH)),
    *_folder("sealed", *_with_parts(_SEALED)),
)
_PICTURES = _folder("assets", *_with_parts(_HASH))
_MARKS = (r"erasing\.begun", r"erasing-notes\.begun")
_BOTH_COPIES = _folder("snapshots", *_with_parts(*_COPIES))
_LIBRARY_COMING = _folder(
    rf"library-incoming(?:-unknown-{_DRAWN})?",
    *_with_parts(r"change\.json", "cleared", *_LIBRARY_KEYS, *_LIBRARY, r"present\.db", r"library\.db\.moment"),
    *_BOTH_COPIES,
    *_PICTURES,
)
_WORK = _for_work(
    rf"\.stage-{_DRAWN}\.part", r"\.library-changing\.part", r"\.library-incoming\.part", r"\.care-notes-incoming\.part"
)
_CHANNEL_KEYS = _with_parts(r"[a-z0-9-]+\.key")
_FIRST = (*_files(*_KEYS), *_files(*_LIBRARY_KEYS), *_NOTES_HERE)
_REST = (
    *_files(r"erasing-notes\.begun", r"vault\.lock"),
    *_folder("channel-keys", *_CHANNEL_KEYS, *_folder(r"[a-z0-9-]+", *_CHANNEL_KEYS)),
    *_BOTH_COPIES,
    *_PICTURES,
    *_files(*_LIBRARY),
    *_LIBRARY_COMING,
    *_WORK,
    *_parts(*_LIBRARY_KEYS, *_LIBRARY, *_SETTINGS, *_MARKS),
    *_files(*_SETTINGS, _LOG, r"caregiver\.front"),
)
_NOTES_ELSEWHERE = _folder(
    rf"care-notes-(?:incoming|before-{_STAMP}(?:-\d+)?)",  # one of before opens like any data folder
    *_with_parts(r"swap\.json", "moved"),
    *_FIRST,
    *_REST,
    *_files(r"caregiver\.lock"),
)

NOTES = (*_NOTES_HERE, *_NOTES_ELSEWHERE, *_folder("snapshots", *_with_parts(_copies("vault"))))
"""All that belongs to the care notes of a folder, in the order in which it is erased."""

EVERYTHING = (*_FIRST, *_NOTES_ELSEWHERE, *_REST)
"""All of ours in a data folder but its lock and the mark of erasing, in the order in which it is erased."""

LIBRARY_FORM = (
    *_files(r"library\.db"),  # first: from here on nobody can open the form that goes
    *_files(_LIBRARY_HERE, _asides("library", "damaged|replaced")),  # one that is lost lies encrypted, and is kept
    *_folder("snapshots", *_with_parts(_copies("library"))),
    *_PICTURES,
)
"""The library with its copies and pictures, in the order in which the form of it goes that others replace."""

TELLING = _files(r"settings\.damaged\.json", _LOG)
"""What may hold something of a family beside a library that is protected."""

LEFTOVERS = (
    *_WORK,
    *_parts(*_KEYS, *_LIBRARY_KEYS, *_VAULT, *_RENEWAL, *_LIBRARY, *_SETTINGS, *_MARKS),
    *_folder("snapshots", *_parts(*_COPIES)),
)
"""What work that was cut short leaves, of no use to anybody."""
