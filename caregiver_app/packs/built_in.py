"""The packs that lie in the application, by their list. Reads shipped files only; opens and installs nothing.

They are trusted because they lie there: by their hash, whatever the date. docs/formats/built-in-packs.md tells how they
are made.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack_bounds import PackSlug
from caregiver_app.support.resources import resource

LIST: Final = "list.json"
ENDING: Final = ".pack"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltInPack:
    """One pack that ships; `sha256` is that of its archive."""

    id: PackSlug
    version: int
    sha256: str
    size_bytes: int


def built_in_packs(folder: Path | None = None) -> tuple[BuiltInPack, ...]:
    """Return the packs that ship, in the order in which people see them; `folder` is where they lie.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    listed = json.loads((_folder(folder) / LIST).read_text(encoding="utf-8"))
    return tuple(
        BuiltInPack(
            id=PackSlug(each["id"]),
            version=each["version"],
            sha256=each["sha256"],
            size_bytes=each["size_bytes"],
        )
        for each in listed
    )


def read_built_in(pack: BuiltInPack, folder: Path | None = None) -> bytes:
    """Return the archive of a pack that ships.

    Raises:
        FileNotFoundError: the installation lacks it.
        PackError: DAMAGED: it is not the one that the list names.
    """
    data = (_folder(folder) / f"{pack.id}{ENDING}").read_bytes()
    if len(data) != pack.size_bytes or hashlib.sha256(data).hexdigest() != pack.sha256:
        raise PackError(PackTrouble.DAMAGED, pack.id)
    return data


def _folder(folder: Path | None) -> Path:
    return resource("resources", "packs") if folder is None else folder
