"""A set-up file for a first start: found on a stick and read as from anybody, or written onto one by who gives it.

Nothing is set, installed or trusted here, and no connection is made. What the file names lies beside it, nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from caregiver_app.model.errors import SetUpError, SetUpTrouble
from caregiver_app.model.set_up import SetUp
from caregiver_app.support.files import read_bounded, translated_os_errors

if TYPE_CHECKING:
    from caregiver_app.model.channel import FirstLook

NAME: Final = "caregiver-set-up.json"
"""What the file is called on a stick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSetUp:
    """A set-up file that was read. `copy` is where the packs that it names lie, None where it names none."""

    set_up: SetUp
    file: Path
    copy: Path | None


def read_set_up_file(where: Path) -> FoundSetUp:
    """Read a set-up file, or the one in a folder; it may have been written by anybody.

    Raises:
        SetUpError: there is none, it is not as the format wants it, or the packs that it names are not beside it.
        StorageError: it cannot be read.
    """
    from caregiver_app.packs.set_up_format import MOST_BYTES, parse_set_up

    with translated_os_errors(where):
        file = where / NAME if where.is_dir() else where
        try:
            data = read_bounded(file, MOST_BYTES)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise SetUpError(SetUpTrouble.NOT_HERE) from error
    if data is None:
        raise SetUpError(SetUpTrouble.TOO_LARGE)
    set_up = parse_set_up(data)
    return FoundSetUp(set_up=set_up, file=file, copy=_copy_beside(file, set_up))


def refuse_other_channel(found: FoundSetUp, look: FirstLook) -> None:
    """Let pass a channel that is the one that a set-up file names. It is not compared by that, let alone trusted.

    Raises:
        SetUpError: OTHER_CHANNEL: file and packs do not belong together.
    """
    channel = found.set_up.channel
    if channel is None or channel.fingerprint != look.fingerprint:
        raise SetUpError(SetUpTrouble.OTHER_CHANNEL)


def _copy_beside(file: Path, set_up: SetUp) -> Path | None:
    """Return where the packs lie; a name that leads elsewhere is as if nothing were there."""
    name = "" if set_up.channel is None else set_up.channel.copy
    if not name:
        return None
    path = file.parent / name
    with translated_os_errors(path):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise SetUpError(SetUpTrouble.NO_PACKS, name)
    return path
