"""Marks that erasing began, and what it began with: a cut-short one is finished, and takes nothing that came after it.

The mark names the files that tell one set of notes or one library from another, with size and times of each. It counts
while each of them is gone or as it was. Where another one lies there, somebody began anew, or a service that copies
folders brought an old mark back: then it goes, and what is there stays.
"""

from __future__ import annotations

import json
from pathlib import Path

from caregiver_app.support.files import read_bounded, write_whole

_FORMAT, _VERSION = "caregiver-erasing", 1
_LARGEST_BYTES = 100_000
_TELLING_FILES = ("vault.json", "vault-2.json", "vault.db", "library-keys.json", "library-keys-2.json", "library.db")
_TELLING_FOLDERS = ("care-notes-incoming", "library-incoming")


def lay_mark(mark: Path) -> None:
    """Write the mark beside what is to be erased; raises `OSError`."""
    fields = {"format": _FORMAT, "version": _VERSION, "going": _going(mark.parent)}
    write_whole(mark, json.dumps(fields).encode())


def counts(mark: Path) -> bool:
    """Return whether erasing began, and nothing has been made since then. Raises `OSError`."""
    try:
        fields = json.loads(read_bounded(mark, _LARGEST_BYTES) or b"")
        if fields["format"] != _FORMAT or fields["version"] != _VERSION:
            return False
        began_with = dict(fields["going"])
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return False
    return all(began_with.get(name) == facts for name, facts in _going(mark.parent).items())


def _going(folder: Path) -> dict[str, list[int]]:
    found = dict[str, list[int]]()
    for name in _TELLING_FILES:
        try:
            facts = (folder / name).lstat()
        except FileNotFoundError:
            continue
        # The third is when it got its place there (Windows: when it was made), which no copying service brings back.
        found[name] = [facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns]
    for name in _TELLING_FOLDERS:
        if (folder / name).exists():
            found[name] = []
    return found
