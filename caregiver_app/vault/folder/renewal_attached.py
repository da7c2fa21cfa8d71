"""Puts attached files under a new key. The old ones stay until the notes that name the new ones are in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.errors import CareFileError
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import translated_os_errors
from caregiver_app.vault.attached.files import AttachmentFiles, names_in
from caregiver_app.vault.keys.data_key import DataKey

if TYPE_CHECKING:
    from caregiver_app.vault.store import Vault


class AttachmentsUnderKey:
    """Puts the files under a new key when somebody may know the old one (see `places.UnderKey`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def renew(self, vault: Vault, old: DataKey, new: DataKey) -> None:
        """Write each file anew beside the old one; `vault` names the new ones from now on.

        One that is lost or damaged keeps its name: it is told as lost, as before.

        Raises:
            StorageError: no room or no right.
        """
        before, after = AttachmentFiles(self._folder, old), AttachmentFiles(self._folder, new)
        for name in sorted(vault.attachments.file_names()):
            try:
                data = before.read(name)
            except CareFileError:
                continue
            vault.attachments.renamed(name, after.keep(data))

    def settle(self, old: DataKey, new: DataKey) -> None:
        """Remove every file that the new key does not open. Raises `StorageError` where the disk is in the way."""
        del old
        files = AttachmentFiles(self._folder, new)
        with translated_os_errors(self._folder):
            for path in names_in(self._folder):
                if not files.is_under(path.name):
                    path.unlink(missing_ok=True)
                    crash_point("vault.attachment.old-removed")
