"""What stood in a pack before its maker said "still right": `earlier-checks.json`, which stays in the folder.

So that old answers are never lost: the manifest has the newest check of each thing alone. The oldest go when the file
would grow beyond its bound.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.packs.fields import Json
from caregiver_app.support.files import read_bounded, translated_os_errors, write_whole

EARLIER: Final = "earlier-checks.json"
MOST_BYTES: Final = 2_000_000


def keep_earlier(folder: Path, where: str, before: Json, on: date) -> None:
    """Add what the check of an entry said until a day, None where it had none: it was looked at on that day.

    Raises:
        PackError: the file is not as it should be; it is left as it is.
        StorageError: there is no room or no right.
    """
    path = folder / EARLIER
    with translated_os_errors(path):
        said = [*_read(path), {"where": where, "until": on.isoformat(), "before": before}]
        while len(data := (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()) > MOST_BYTES:
            said = said[max(1, len(said) // 8) :]
        write_whole(path, data)


def answered_since(folder: Path, day: date) -> frozenset[str]:
    """Return the entries of which somebody said on a day, or later, that they are still right. Raises as above."""
    with translated_os_errors(folder / EARLIER):
        said = _read(folder / EARLIER)
    known = [each for each in said if isinstance(each, dict) and isinstance(each.get("where"), str)]
    return frozenset(each["where"] for each in known if str(each.get("until", "")) >= day.isoformat())


def _read(path: Path) -> list[Json]:
    if path.is_symlink():
        raise PackError(PackTrouble.UNSAFE, EARLIER)
    if not path.is_file():
        return []
    data = read_bounded(path, MOST_BYTES)
    try:
        said = json.loads(data.decode()) if data is not None else None
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, list):
        raise PackError(PackTrouble.FIELD, EARLIER)
    return said
