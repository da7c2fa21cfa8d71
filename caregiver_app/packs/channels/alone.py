"""One maker at a time in the folder of a channel, from reading it to the last file written.

The lock lies beside what is published and is none of it: no copy has it, and it says nothing of who holds it but a
number of the computer's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, TypeVar

from caregiver_app.model.errors import InstanceRunning, PublishError, PublishTrouble, StorageError
from caregiver_app.packs.channels.rules import FIRST_ROOT, root_file
from caregiver_app.storage.instance import one_writer
from caregiver_app.support.files import is_link, translated_os_errors

LOCK: Final = ".publishing.lock"
_NO_LOCKS: Final = frozenset({"ENOLCK", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"})
_HOLDER: Final = "publish"

S = TypeVar("S")
P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a channel's folder against other windows, commands and computers for a block.

    Where no channel lies nothing is made, and a drive that knows no locks is used without one: no file with a number is
    written over there either (`writing`).

    Raises:
        PublishError: BUSY: somebody else holds it; LINKED: the lock would be written elsewhere, as into a pipe.
        StorageError: no room or no right.
    """
    path = folder / LOCK
    with translated_os_errors(path):
        has_channel = (folder / root_file(FIRST_ROOT)).is_file()
        if is_link(path) or (path.exists() and not path.is_file()):
            raise PublishError(PublishTrouble.LINKED, LOCK)
    with ExitStack() as held:
        if has_channel:
            _hold(held, path)
        yield


def alone(act: Callable[Concatenate[S, Path, P], R]) -> Callable[Concatenate[S, Path, P], R]:
    """Have a method that changes the channel in its first argument hold the folder (`alone_in`)."""

    @wraps(act)
    def acting(self: S, folder: Path, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with alone_in(folder):
            return act(self, folder, *args, **kwargs)

    return acting


def _hold(held: ExitStack, path: Path) -> None:
    try:
        held.enter_context(one_writer(path, holder=_HOLDER))
    except InstanceRunning:
        raise PublishError(PublishTrouble.BUSY) from None
    except StorageError as error:
        if error.detail not in _NO_LOCKS:
            raise
