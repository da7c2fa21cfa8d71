"""What helps where the disk is full: the way to what Caregiver itself can let go of."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.messages import FindRemedy, Remedy
from caregiver_app.ui.settings.pages import UPDATES
from caregiver_app.ui.settings.screen import SettingsScreen


def space_remedies(open_settings: Callable[[str], object], settings: SettingsScreen) -> FindRemedy:
    """Return what finds the remedy of a full disk; it opens the settings at the space that pages take."""

    def show_space() -> None:
        from caregiver_app.ui.settings.updates_part import UpdatesPart

        open_settings(UPDATES)
        if isinstance(settings.part, UpdatesPart):
            settings.part.show_space()

    def find(error: BaseException) -> Remedy | None:
        is_full = isinstance(error, StorageError) and error.kind is StorageTrouble.FULL
        return Remedy(words=_("Free up space"), act=show_space) if is_full else None

    return find
