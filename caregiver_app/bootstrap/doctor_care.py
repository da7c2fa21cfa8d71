"""What the doctor looks at in the care notes: files and their kinds without a passphrase, every page with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.bootstrap.care_copies import list_care_copies
from caregiver_app.model.errors import StorageError, StorageTrouble, VaultError

if TYPE_CHECKING:
    from pathlib import Path

    from caregiver_app.library.health import Check
    from caregiver_app.vault.folder.places import VaultPlaces
    from caregiver_app.vault.keys.data_key import DataKey

_PLAIN = b"SQLite format 3\x00"


def examine_care(places: VaultPlaces, data_key: DataKey | None) -> tuple[Check, ...]:
    """Ask what can be asked; nothing where there never were care notes. No word of them is in an answer."""
    copies = list_care_copies(places)
    if not (places.database.exists() or places.envelope.exist() or copies):
        return ()
    checks = (_file(places.database), _envelope(places))
    return (*checks, _copies(places, data_key), *(() if data_key is None else (_pages(places.database, data_key),)))


def _file(path: Path) -> Check:
    from caregiver_app.library.health import Check

    try:
        with path.open("rb") as file:
            begin = file.read(len(_PLAIN))
    except FileNotFoundError:
        return Check(name="care-file", ok=False, detail="lost")
    except PermissionError:
        return Check(name="care-file", ok=False, detail=StorageTrouble.READ_ONLY.value)
    except OSError:
        return Check(name="care-file", ok=False, detail=StorageTrouble.IO.value)
    if not begin:
        return Check(name="care-file", ok=False, detail="empty")
    if begin == _PLAIN:
        return Check(name="care-file", ok=False, detail="not-encrypted")
    return Check(name="care-file", ok=True)


def _envelope(places: VaultPlaces) -> Check:
    from caregiver_app.library.health import Check

    try:
        envelope = places.envelope.read()
    except (VaultError, StorageError) as error:
        return Check(name="care-envelope", ok=False, detail=str(error.kind.value))
    # The next unlock writes the other one anew, when it knows which of the two is right.
    return Check(name="care-envelope", ok=True, detail="" if places.envelope.agree(envelope) else "one-copy")


def _copies(places: VaultPlaces, data_key: DataKey | None) -> Check:
    from caregiver_app.library.health import Check

    copies = list_care_copies(places)
    if data_key is None:
        return Check(name="care-copies", ok=True, detail=str(len(copies)))
    folder = places.database.parent / "snapshots"
    good = sum(_is_sound(folder / copy.name, data_key) for copy in copies)
    detail = str(good) if good == len(copies) else f"{good} of {len(copies)}"
    return Check(name="care-copies", ok=good == len(copies), detail=detail)


def _pages(path: Path, data_key: DataKey) -> Check:
    from caregiver_app.library.health import Check

    return Check(name="care-pages", ok=_is_sound(path, data_key))


def _is_sound(path: Path, data_key: DataKey) -> bool:
    from caregiver_app.vault.folder.copying import check_vault

    try:
        check_vault(path, data_key)
    except (VaultError, StorageError):
        return False
    return True
