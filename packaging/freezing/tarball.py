"""The same folder for any Linux: unpacked anywhere it runs, unpacked into ~/.local it is installed for one person."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

from devtools.trouble import Trouble

_PACKER = ("xz", "-6", "--threads=2")  # a number of its own: what is packed must not depend on the computer
_OF_DEBIAN_ALONE = ("share", "lintian")


def make_tarball(prefix: Path, name: str, *, epoch: int, into: Path) -> Path:
    """Pack what was laid out below `prefix` under one folder called `name`; return the archive.

    Raises:
        Trouble: it cannot be packed.
    """
    file = into / f"{name}.tar.xz"
    with file.open("wb") as packed, subprocess.Popen(_PACKER, stdin=subprocess.PIPE, stdout=packed) as packer:
        assert packer.stdin is not None
        with packer.stdin as stream, tarfile.open(fileobj=stream, mode="w|", format=tarfile.GNU_FORMAT) as archive:
            for inside in (path.relative_to(prefix) for path in (prefix, *sorted(prefix.rglob("*")))):
                if inside.parts[:2] != _OF_DEBIAN_ALONE:
                    archive.add(prefix / inside, str(Path(name, inside)), recursive=False, filter=_of_nobody(epoch))
    if packer.returncode != 0:
        raise Trouble(f"{file.name} could not be packed.")
    return file


def _of_nobody(epoch: int) -> Callable[[tarfile.TarInfo], tarfile.TarInfo]:
    def settled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = epoch
        return entry

    return settled
