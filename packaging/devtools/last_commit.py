"""What a build is made of: the last commit. Its time is that of every file, so one commit gives the same bytes."""

from __future__ import annotations

import json
import subprocess
import tarfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

from devtools.places import ROOT
from devtools.trouble import Trouble

BUILD_FILE = Path("resources", "build.json")
"""Read by caregiver_app/support/this_build.py."""

_NO_COMMIT = "A build is made from a commit, and git finds none here. Clone the project with git."


@dataclass(frozen=True, slots=True, kw_only=True)
class LastCommit:
    """`hash` is its short form; `epoch` its time in seconds, what SOURCE_DATE_EPOCH is in a build."""

    hash: str
    epoch: int

    @property
    def day(self) -> date:
        """The day of it, in UTC."""
        return datetime.fromtimestamp(self.epoch, UTC).date()


def last_commit(root: Path = ROOT) -> LastCommit:
    """Return the last commit of a checkout.

    Raises:
        Trouble: there is no git or no commit.
    """
    found, epoch = _git(root, "log", "-1", "--abbrev=12", "--format=%h %ct").decode("ascii").split()
    return LastCommit(hash=found, epoch=int(epoch))


def changed_files(root: Path = ROOT) -> list[str]:
    """Return which files of a checkout are not as the last commit has them, new ones too; raises as `last_commit`."""
    return [line[3:] for line in _git(root, "status", "--porcelain").decode("utf-8").splitlines()]


def tracked_files(root: Path = ROOT) -> list[str]:
    """Return the files of a checkout that git keeps, which are those of a build; raises as `last_commit`."""
    return [name for name in _git(root, "ls-files", "-z").decode("utf-8").split("\0") if name]


def build_file(commit: LastCommit) -> bytes:
    """Return what a build of a commit says of itself, for `BUILD_FILE`."""
    return (json.dumps({"commit": commit.hash, "day": commit.day.isoformat()}) + "\n").encode("ascii")


def lay_out(commit: LastCommit, folder: Path, root: Path = ROOT) -> None:
    """Write a commit into a folder that is empty or not there, with the file that names the build.

    What lies about in a checkout is in no build. Raises as `last_commit`.
    """
    with tarfile.open(fileobj=BytesIO(_git(root, "archive", "--format=tar", commit.hash))) as archive:
        unpack_all(archive, folder)
    (folder / BUILD_FILE).write_bytes(build_file(commit))


def unpack_all(archive: tarfile.TarFile, folder: Path) -> None:
    """Unpack an archive of our own making; Debian 12's Python (3.11.2) knows no filters yet, and needs none for it."""
    archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _path: member)
    archive.extractall(folder)  # noqa: S202  by that filter


def _git(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        raise Trouble(_NO_COMMIT) from None
