"""Whole files or none, readable by their owner alone. Knows nothing of what is in them.

A file written here is either the old one or the new one after a power cut, never a mixture: a temporary file in the
same folder, flushed to the disk, then renamed over the old one, then the folder flushed.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.support.crash_points import crash_point

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_PART = ".part"
_LEFTOVER = re.compile(r"\..+\.[0-9a-f]{8}(?:\.work|\.ready)?\.part(?:-wal|-shm|-journal)?", re.DOTALL)
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT: a folder of Windows that is another one
_TROUBLES = {
    errno.ENOSPC: StorageTrouble.FULL,
    errno.EDQUOT: StorageTrouble.FULL,
    errno.EROFS: StorageTrouble.READ_ONLY,
    errno.EACCES: StorageTrouble.READ_ONLY,
    errno.EPERM: StorageTrouble.READ_ONLY,
    errno.ENOTDIR: StorageTrouble.NOT_A_FOLDER,
}
_WHEN_READ = {
    errno.ENOENT: StorageTrouble.NO_FILE,
    errno.ENOTDIR: StorageTrouble.NO_FILE,
    errno.EROFS: StorageTrouble.UNREADABLE,
    errno.EACCES: StorageTrouble.UNREADABLE,
    errno.EPERM: StorageTrouble.UNREADABLE,
}


def make_private_folder(path: Path) -> None:
    """Make `path` and what leads to it, for its owner alone. A folder in which others' files lie keeps its rights.

    Files made here are private one by one, so that a folder named by mistake need not be closed to anybody.

    Raises:
        OSError: there is no room, no right, or a file in the way.
    """
    try:
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path)) from error
    mode = path.stat().st_mode
    shared_on_purpose = mode & (stat.S_ISVTX | stat.S_ISGID)
    if mode & 0o077 and not shared_on_purpose and not any(path.iterdir()):
        _restrict(path, PRIVATE_FOLDER)


def make_private_file(path: Path) -> None:
    """Make sure that `path` is there and only its owner may read it; what it already holds is kept.

    Raises:
        OSError: there is no room, no right, or a folder, a link, a pipe or a device in the way.
    """
    descriptor = _open_plain(path, os.O_WRONLY | os.O_CREAT)
    os.close(descriptor)
    if path.stat().st_mode & 0o077:
        _restrict(path, PRIVATE_FILE)


def open_own_file(path: Path) -> FileIO:
    """Open a file of ours for reading and writing, without a buffer: never what a link leads to, a pipe or a device.

    Raises:
        OSError: it is not there, is no file itself, or there is no right.
    """
    return FileIO(_open_plain(path, os.O_RDWR), "r+")


def write_whole(path: Path, data: bytes, *, before: Callable[[], None] | None = None) -> None:
    """Put `data` into the file at `path`, all of it or nothing.

    `before` is called once all is written and waits only for its name; what it raises leaves everything as it was.

    Raises:
        OSError: there is no room or no right; the old file is still there, whole.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_PART}")
    try:
        _write_new(part, data)
        crash_point("support.files.written")
        if before is not None:
            before()
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    crash_point("support.files.renamed")
    flush_folder(path.parent)
    crash_point("support.files.settled")


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file the name of another one in the same folder, whose content it replaces, for good.

    Raises:
        OSError: there is no right; both files are still there.
    """
    _flush_file(part)
    crash_point("support.files.finished")
    part.replace(path)
    crash_point("support.files.placed")
    flush_folder(path.parent)


def remove_for_good(path: Path) -> None:
    """Remove a file, so that it does not come back after a power cut; one that is not there is fine.

    Raises:
        OSError: it cannot be removed.
    """
    path.unlink(missing_ok=True)
    flush_folder(path.parent)


def flush_tree(folder: Path) -> None:
    """Bring a folder and all in it to the disk, so that none of it is half there after a power cut.

    Raises:
        OSError: something of it cannot be opened, or the disk fails.
    """
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            flush_tree(path)
        elif path.is_file():
            _flush_file(path)
    flush_folder(folder)


def read_bounded(path: Path, limit_bytes: int) -> bytes | None:
    """Return what the file holds, or None when it holds more than `limit_bytes`, or is a pipe or a device.

    Raises:
        OSError: it is not there or cannot be read.
    """
    with open(path, "rb", opener=without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return None
        data = file.read(limit_bytes + 1)
    return data if len(data) <= limit_bytes else None


def refuse_no_file(path: Path) -> None:
    """Let pass the place of a file that somebody named.

    Raises:
        StorageError: FOLDER or NOT_A_FILE, or nobody can tell what it is.
    """
    with translated_os_errors(path, reading=True):
        mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise StorageError(StorageTrouble.FOLDER if stat.S_ISDIR(mode) else StorageTrouble.NOT_A_FILE, path.name)


def without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe that somebody put in its place would keep us until another one writes into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _open_plain(path: Path, flags: int) -> int:
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags, PRIVATE_FILE)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "no plain file", str(path))
    return descriptor


def is_link(path: Path) -> bool:
    """Return whether what lies there is the name of something elsewhere: a link, or a junction of Windows.

    Raises:
        OSError: nobody can tell.
    """
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def is_plain_file(path: Path) -> bool:
    """Return whether a file lies there itself and no link to one."""
    return path.is_file() and not path.is_symlink()


def put_aside(path: Path) -> Path:
    """Rename a damaged file so that it can be looked at, and return its new place; an earlier one there is replaced.

    Raises:
        OSError: it cannot be renamed.
    """
    aside = path.with_name(f"{path.stem}.damaged{path.suffix}")
    path.replace(aside)
    crash_point("support.files.put-aside")
    return aside


def remove_leftovers(folder: Path) -> int:
    """Remove what interrupted writes left in `folder` and return how many; only for the holder of the folder's lock.

    Raises:
        OSError: there is no folder, or one cannot be removed.
    """
    leftovers = [path for path in folder.iterdir() if _LEFTOVER.fullmatch(path.name) and is_plain_file(path)]
    for path in leftovers:
        path.unlink(missing_ok=True)
    return len(leftovers)


@contextmanager
def translated_os_errors(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Run a block about the file at `path`, in which what the operating system says becomes a `StorageError`.

    `reading` says that the block only reads a file that somebody named: a right that is missing is that to read, and
    a file that is missing is no trouble of the disk.

    Raises:
        StorageError: the block met an `OSError`.
    """
    try:
        yield
    except OSError as error:
        code = error.errno or 0
        kind = _TROUBLES.get(code, StorageTrouble.IO)
        if reading:
            kind = _WHEN_READ.get(code, kind)
        raise StorageError(kind, path.name, errno.errorcode.get(code, "")) from error


def _write_new(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, PRIVATE_FILE), "wb") as file:
        crash_point("support.files.begun")
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk. Raises `OSError`."""
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows flushes the rename by itself and opens no folders
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _restrict(path: Path, mode: int) -> None:
    # File systems without modes (FAT, some network drives) refuse, and there is nothing to restrict there.
    with suppress(PermissionError, NotImplementedError):
        path.chmod(mode)
