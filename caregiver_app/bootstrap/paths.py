"""Where things lie on this computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble

DATA_DIR_VARIABLE = "CAREGIVER_DATA_DIR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Where things lie on this computer; all in one folder that only its owner may enter."""

    data_dir: Path

    @property
    def library(self) -> Path:
        """The public half: sources, articles, marks, ledger."""
        return self.data_dir / "library.db"

    @property
    def assets(self) -> Path:
        """Pictures of offline copies, each named by the hash of its bytes."""
        return self.data_dir / "assets"

    @property
    def vault(self) -> Path:
        """The private half, encrypted; absent until somebody makes it."""
        return self.data_dir / "vault.db"

    @property
    def envelope(self) -> Path:
        """The key of the private half, wrapped under the passphrase."""
        return self.data_dir / "vault.json"

    @property
    def envelope_twin(self) -> Path:
        """The second copy of it."""
        return self.data_dir / "vault-2.json"

    @property
    def renewed_vault(self) -> Path:
        """The private half under a new key, before it takes its place."""
        return self.data_dir / "vault.db.renewed"

    @property
    def renewal(self) -> Path:
        """What is needed to finish the change to a new key; with it the file above counts."""
        return self.data_dir / "vault-renewal.json"

    @property
    def incoming_notes(self) -> Path:
        """A folder with care notes that a backup brings, while they take the place of those that are here."""
        return self.data_dir / "care-notes-incoming"

    @property
    def going_back_vault(self) -> Path:
        """A copy of the private half, while it takes its place."""
        return self.data_dir / "vault.db.restoring"

    @property
    def attachments(self) -> Path:
        """Files that belong to care notes, each encrypted, each named by a keyed hash."""
        return self.data_dir / "attachments"

    @property
    def channel_keys(self) -> Path:
        """Keys that sign packs, each file locked with a passphrase; absent until somebody makes a channel here."""
        return self.data_dir / "channel-keys"

    @property
    def settings(self) -> Path:
        """Theme, text size, window place: nothing that tells of a family."""
        return self.data_dir / "settings.json"

    @property
    def log(self) -> Path:
        """A log without content."""
        return self.data_dir / "caregiver.log"

    @property
    def erasing(self) -> Path:
        """The mark that erasing everything began; absent but for a cut."""
        return self.data_dir / "erasing.begun"

    @property
    def erasing_notes(self) -> Path:
        """The mark that erasing all care notes began."""
        return self.data_dir / "erasing-notes.begun"

    @property
    def lock(self) -> Path:
        """Held by the window or by a command that writes much."""
        return self.data_dir / "caregiver.lock"


def find_paths(data_dir: Path | None = None) -> Paths:
    """Return where the data lies: `data_dir`, else `CAREGIVER_DATA_DIR`, else the platform's folder for user data.

    Raises:
        StorageError: NO_PLACE: there is no home folder, nobody of that name, or the folder where we stand was removed.
    """
    if data_dir is None and os.environ.get(DATA_DIR_VARIABLE):
        data_dir = Path(os.environ[DATA_DIR_VARIABLE])
    try:
        return Paths(data_dir=(_usual_folder() if data_dir is None else data_dir).expanduser().absolute())
    except (RuntimeError, OSError) as error:
        raise StorageError(StorageTrouble.NO_PLACE) from error


def _usual_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("Caregiver", appauthor=False)
