"""The settings of the window while the library is protected: the look in the readable file, the rest in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import is_protected
from caregiver_app.support.settings import Settings, SettingsFile, rest_of, with_rest

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def settings_file(paths: Paths) -> SettingsFile:
    """Return the file of a folder; while its library is protected, it takes nothing but the look."""
    return SettingsFile(paths.settings, looks_only=lambda: is_protected(paths))


def kept_settings(paths: Paths, library: Library, look: Settings) -> Settings:
    """Return `look`, completed by what an open protected library keeps; as it is where it is not protected."""
    from caregiver_app.library.choices import SETTINGS

    return with_rest(look, library.choices.get(SETTINGS, "")) if is_protected(paths) else look


def keep_settings(paths: Paths, library: Library, settings: Settings) -> None:
    """Write all but the look into an open protected library; nothing where it is not protected.

    Raises:
        StorageError: the disk is in the way.
    """
    from caregiver_app.library.choices import SETTINGS

    rest = rest_of(settings)
    if is_protected(paths) and library.choices.get(SETTINGS, "") != rest:
        library.choices.put(SETTINGS, rest)
