"""What was typed about an entry of a pack and cannot be in `pack.json` yet: something in it is missing or wrong.

It lies in the pack's folder in a file whose name begins with a dot: such files are passed over when a pack is read, so
that it never leaves the folder. A damaged file counts as none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from caregiver_app.packs.fields import Json
from caregiver_app.support.files import read_bounded, remove_for_good, translated_os_errors, write_whole

UNFINISHED: Final = ".unfinished.json"
MOST_BYTES: Final = 1_000_000
MOST_ENTRIES: Final = 100


def read_unfinished(folder: Path, listed: str) -> dict[str, Mapping[str, Json]]:
    """Return what is unfinished of one list, by the keys of the entries; that of a new one has the key "".

    Raises:
        StorageError: it cannot be read.
    """
    found = _read(folder).get(listed, {})
    return {key: said for key, said in found.items() if isinstance(said, dict)} if isinstance(found, dict) else {}


def keep_unfinished(folder: Path, listed: str, key: str, said: Mapping[str, Json]) -> None:
    """Keep what was typed about an entry in the place of what was kept of it before.

    Of a list the `MOST_ENTRIES` newest are kept. Where all would be more than `MOST_BYTES` nothing changes.

    Raises:
        StorageError: there is no room or no right.
    """
    kept = _read(folder)
    entries = kept.get(listed)
    others = {name: each for name, each in entries.items() if name != key} if isinstance(entries, dict) else {}
    newest = dict([*others.items(), (key, dict(said))][-MOST_ENTRIES:])
    data = json.dumps({**kept, listed: newest}, ensure_ascii=False, indent=1).encode()
    if len(data) <= MOST_BYTES:
        with translated_os_errors(folder / UNFINISHED):
            write_whole(folder / UNFINISHED, data)


def drop_unfinished(folder: Path, listed: str, key: str) -> None:
    """Keep no longer what was typed about an entry. Raises as `keep_unfinished` does."""
    kept = _read(folder)
    entries = kept.get(listed)
    if not isinstance(entries, dict) or key not in entries:
        return
    left = {**kept, listed: {name: each for name, each in entries.items() if name != key}}
    left = {name: each for name, each in left.items() if each}
    with translated_os_errors(folder / UNFINISHED):
        if left:
            write_whole(folder / UNFINISHED, json.dumps(left, ensure_ascii=False, indent=1).encode())
        else:
            remove_for_good(folder / UNFINISHED)


def _read(folder: Path) -> dict[str, Json]:
    path = folder / UNFINISHED
    with translated_os_errors(path):
        data = None if path.is_symlink() or not path.is_file() else read_bounded(path, MOST_BYTES)
    try:
        said = json.loads(data) if data is not None else {}
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
