"""What a file is that somebody opens with Caregiver: told by its name alone, before anything of it is read."""

from __future__ import annotations

import os
import re
from enum import Enum, auto
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes

PACKS_ENDING: Final = ".carepack"
SOURCES_ENDING: Final = ".opml"
SET_UP_BEGINNING, SET_UP_ENDING = "caregiver-set-up", ".json"
"""A browser that meets the same name twice writes `caregiver-set-up (1).json`."""

_FILE_ADDRESS = re.compile(r"file:(?://(?:localhost)?)?(?=/(?!/))", re.IGNORECASE)
_ADDRESS = re.compile(r"file:/|[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_DRIVE = re.compile(r"/[A-Za-z]:")


class FileKind(Enum):
    """What is looked at in the window."""

    PACKS = auto()
    SOURCES = auto()
    SET_UP = auto()


def kind_of(name: str) -> FileKind | None:
    """Return what a file of this name is, None where Caregiver does not open such. Sticks may know capitals only."""
    last = Path(name).name.casefold()
    if last.endswith(PACKS_ENDING):
        return FileKind.PACKS
    if last.endswith(SOURCES_ENDING):
        return FileKind.SOURCES
    if last.startswith(SET_UP_BEGINNING) and last.endswith(SET_UP_ENDING):
        return FileKind.SET_UP
    return None


def file_among(arguments: list[str]) -> Path | None:
    """Return the whole path of the one file that is to be opened, None where the arguments are a command.

    No command has a separator in its name, so a path is a file whatever its name. A bare name counts only where it ends
    as a file that Caregiver opens: mistyped commands are told by the command line. Some desktops hand over an address
    ("file:///home/me/a.carepack", RFC 8089); one that leads to another computer is no file.
    """
    *before, name = arguments or [""]
    if before not in ([], ["--"]) or (not before and name.startswith("-")):
        return None
    if is_address(name):
        name = _from_address(name)
    separators = {os.sep, os.altsep or os.sep}
    if kind_of(name) is None and separators.isdisjoint(name):
        return None
    return Path(name).absolute()


def is_address(argument: str) -> bool:
    """Return whether an argument is an address and not the name of a file: with a scheme, longer than a drive's."""
    return _ADDRESS.match(argument) is not None


def _from_address(address: str) -> str:
    """Return the name in an address of a file on this computer, "" for all others. It may hold a # or a ?."""
    own = _FILE_ADDRESS.match(address)
    name = os.fsdecode(unquote_to_bytes(os.fsencode(address[own.end() :]))) if own else ""
    if os.name == "nt" and _DRIVE.match(name):
        name = name[1:]
    return "" if "\0" in name else name
