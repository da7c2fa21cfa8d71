"""What is handed out lies in one folder with the checksums of its files, all of them built of one commit."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from devtools.last_commit import LastCommit
from devtools.places import BUILD, DIST

CHECKSUMS = "SHA256SUMS"
_OF_COMMIT = BUILD / "handed-out.txt"


def hand_out(files: Sequence[Path], commit: LastCommit, folder: Path = DIST, of_commit: Path = _OF_COMMIT) -> None:
    """Copy whole files that were built of `commit` into a folder, and write the SHA-256 of all that it hands out.

    What was handed out of another commit goes; what somebody else laid there is left alone and not named.
    `of_commit` is where is noted which commit it was.
    """
    folder.mkdir(exist_ok=True)
    names = _names_in(folder / CHECKSUMS)
    if not of_commit.is_file() or of_commit.read_text(encoding="ascii") != commit.hash:
        for name in names:
            (folder / name).unlink(missing_ok=True)
        names = set()
    for file in files:
        shutil.copy2(file, folder)
    lines = [f"{_digest(folder / name)}  {name}\n" for name in sorted(names | {file.name for file in files})]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="ascii")
    of_commit.parent.mkdir(exist_ok=True)
    of_commit.write_text(commit.hash, encoding="ascii")


def _names_in(checksums: Path) -> set[str]:
    """Return the names of files that are there still."""
    lines = checksums.read_text(encoding="ascii").splitlines() if checksums.is_file() else []
    names = {line.partition("  ")[2] for line in lines}
    return {name for name in names if (checksums.parent / name).is_file()}


def _digest(file: Path) -> str:
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()
