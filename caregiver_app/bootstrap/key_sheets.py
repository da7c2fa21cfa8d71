"""The sheet of a key that signs packs: a secret, made for the person who asked for it just now and kept nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.channel import Fingerprint
from caregiver_app.model.sheets.secrets import KeySheet
from caregiver_app.model.time import Millis
from caregiver_app.support.folder_places import SYNCED, place_of
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caregiver_app.packs.channels.signing_keys import SigningKey


def spare_of(keys: Sequence[SigningKey]) -> SigningKey:
    """Return the key of a new channel that is kept on paper: the last one of its root."""
    return [key for key in keys if key.role == "root"][-1]


def key_sheet_of(key: SigningKey, channel: str, *, at: Millis) -> KeySheet:
    """Return what stands on the sheet of a key; `channel` is the name of its channel, "" where it is not known."""
    from caregiver_app.packs.channels.fingerprints import words_of

    groups = words_of(Fingerprint(key.seed.hex()))
    return KeySheet(channel=channel, key=key.name, role=key.role, groups=groups, made_at=at)


def why_not_there(file: Path, data_dir: Path) -> str:
    """Return why a key sheet must not be written into a file, empty where it may."""
    folder = file.absolute().parent.resolve()
    if folder.is_relative_to(data_dir.resolve()):
        return _("The key sheet must not lie beside the keys.")
    if place_of(folder) == SYNCED:
        return _("A service copies this folder to other computers. The key sheet must not lie there.")
    return ""
