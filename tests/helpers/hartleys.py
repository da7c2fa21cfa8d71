"""The invented family of `packaging/demo` in stories: their folder on a Monday morning, and their notes beside it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from caregiver_app.bootstrap.notices import OFFER_OVER
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.today import NOTES_BACKED_UP_AT
from caregiver_app.model.time import Millis, from_datetime, to_datetime
from caregiver_app.support.settings import Settings, SettingsFile
from caregiver_app.ui.care.opening import SHEET, SheetState
from demomaking.filling import PASSPHRASE, fill_folder
from tests.helpers.beside import NotesBeside
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.silent_door import SilentDoor
from tests.helpers.vaults import CHEAPEST
from tests.helpers.window_process import RunningWindow

__all__ = ["MORNING", "PASSPHRASE", "Beside", "fill_hartleys", "take_hartleys", "unlock_at_home"]

MORNING = Millis(MONDAY + 7 * 86_400_000)
"""When their stories begin: a Monday after the day on which the guides that ship were last looked at."""

NOTES, HOME = "^Care notes, Caregiver$", "^Home, Caregiver$"


def fill_hartleys(folder: Path) -> Path:
    """Make the family's folder, care notes locked: once for all stories of a process, as it takes some seconds.

    They have compared their recovery sheet, put a copy on a stick last week and want no sources of notices.
    """
    fill_folder(folder, StillClock(MORNING), cost=CHEAPEST)
    SettingsFile(folder / "settings.json").save(Settings(language="en-GB", letter_keys=True))
    services = build_services(Paths(data_dir=folder), clock=StillClock(MORNING), fetcher=SilentDoor())
    library = services.open_library()
    library.choices.put(NOTES_BACKED_UP_AT, from_datetime(to_datetime(MORNING) - timedelta(days=6)))
    library.choices.put(OFFER_OVER, True)
    library.close()
    services.close()
    beside = Beside(folder)
    beside.ask(lambda vault: vault.settings.set(SHEET, SheetState.CHECKED.value))
    beside.close()
    return folder


def take_hartleys(made: Path, folder: Path) -> Path:
    """Put a copy of the family's folder where a story may use it up."""
    shutil.copytree(made, folder)
    folder.chmod(0o700)
    return folder


def unlock_at_home(window: RunningWindow) -> None:
    """Unlock the care notes from Home, to which that leads back."""
    window.focus(HOME)
    window.press("ctrl+k")
    window.type_text("unlock")
    window.press("Return")
    window.focus(NOTES)
    window.type_text(PASSPHRASE)
    window.press("Return")
    window.focus(HOME)


class Beside(NotesBeside):
    """The family's notes at the time of their stories."""

    def __init__(self, folder: Path, passphrase: str = PASSPHRASE) -> None:
        super().__init__(folder, passphrase, StillClock(MORNING))
