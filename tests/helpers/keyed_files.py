"""Files beside the care notes that are encrypted under their key, as attachments are: names and content both keyed."""

from __future__ import annotations

import hmac
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import write_whole
from caregiver_app.vault.keys.data_key import DataKey, Purpose
from caregiver_app.vault.store import Vault

_NONCE_BYTES = 12


class KeyedFiles:
    """A folder of such files, renewed and settled one by one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, content: bytes, key: DataKey) -> None:
        """Keep a content under a key; a second time is fine."""
        self._folder.mkdir(exist_ok=True)
        nonce = secrets.token_bytes(_NONCE_BYTES)
        name = hmac.digest(key.derive(Purpose.ATTACHMENT_NAMES), content, "sha256").hex()
        sealed = AESGCM(key.derive(Purpose.ATTACHMENTS)).encrypt(nonce, content, None)
        write_whole(self._folder / name, nonce + sealed)

    def contents(self, key: DataKey) -> list[bytes]:
        """Return what a key opens."""
        found = [self._opened(path, key) for path in self._files()]
        return sorted(content for content in found if content is not None)

    def count(self) -> int:
        """Return how many files there are, whoever opens them."""
        return len(self._files())

    def renew(self, vault: Vault, old: DataKey, new: DataKey) -> None:
        """Keep all that the old key opens under the new one too."""
        assert vault.settings.get("marks")
        for content in self.contents(old):
            self.add(content, new)
            crash_point("test.keyed-files.renewed")

    def settle(self, old: DataKey, new: DataKey) -> None:
        """Remove what the new key does not open."""
        assert not old.is_same(new)
        for path in self._files():
            if self._opened(path, new) is None:
                path.unlink()
                crash_point("test.keyed-files.removed")

    def _files(self) -> list[Path]:
        return sorted(path for path in self._folder.glob("*") if not path.name.startswith("."))

    def _opened(self, path: Path, key: DataKey) -> bytes | None:
        data = path.read_bytes()
        try:
            return AESGCM(key.derive(Purpose.ATTACHMENTS)).decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], None)
        except InvalidTag:
            return None
