"""What a first start works with beside the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.restoring import RestoreWish
from caregiver_app.ui.settings.backup_asking import AskPassphrase
from caregiver_app.ui.speaking import SpeakWish
from caregiver_app.ui.tasks import Lane

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRunSurroundings:
    """`lane` is where packs are changed.

    `between` is given the wish for another language, which is granted once the window has gone, `restore` a backup that
    is to take the place of what is here.
    """

    services: Services
    library: LibraryScreen
    updates: Updates
    care: CareParts
    lane: Lane[Library]
    to_home: Callable[[], None]
    restore: Callable[[RestoreWish], None]
    ask_passphrase: AskPassphrase
    remembered: Remembered
    between: Callable[[SpeakWish], None]
