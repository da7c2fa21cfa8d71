"""`pack.json` of a folder as JSON, changed entry by entry: what stands beside an entry stays as its writer left it.

A manifest that is not in order yet can so be mended piece by piece. What a piece may hold is for its callers to say.
"""

from __future__ import annotations

import json
from pathlib import Path

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.packs.fields import Json
from caregiver_app.packs.folder_reading import read_pack_file
from caregiver_app.packs.manifest import MANIFEST, MOST_BYTES
from caregiver_app.support.files import is_link, translated_os_errors, write_whole


def read_raw(folder: Path) -> dict[str, Json]:
    """Return what `pack.json` of a folder says, whatever it says.

    Raises:
        PackError: there is none, it is no JSON of a pack, too large or for a newer version.
        StorageError: it cannot be read.
    """
    said: dict[str, Json] = read_pack_file(folder)
    return said


def write_raw(folder: Path, said: dict[str, Json]) -> None:
    """Put JSON in the place of `pack.json`, whole or not at all.

    Raises:
        PackError: TOO_LARGE: nothing would read it any more.
        StorageError: there is no room or no right.
    """
    data = (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
    if len(data) > MOST_BYTES:
        raise PackError(PackTrouble.TOO_LARGE, MANIFEST)
    path = folder / MANIFEST
    with translated_os_errors(path):
        if is_link(path):
            raise PackError(PackTrouble.UNSAFE, MANIFEST)
        write_whole(path, data)


def records_in(said: dict[str, Json], name: str) -> list[Json]:
    """Return the entries of a list, none where there is no such list."""
    found = said.get(name)
    return found if isinstance(found, list) else []


def field_of(record: Json, name: str) -> str:
    """Return a text field of an entry, empty where it has none."""
    found = record.get(name) if isinstance(record, dict) else None
    return found if isinstance(found, str) else ""
