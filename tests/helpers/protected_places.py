"""The folder of `all_places` with its library protected, the window over it, and where one comes to at its lock."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.library.store import open_library
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.entries import SETTINGS
from caregiver_app.ui.help_lines.joining import HELP
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.theme import Theme
from tests.helpers.all_places import OPEN, a_folder_lived_in, fill_lived_in
from tests.helpers.all_screens import Place
from tests.helpers.clock import StillClock
from tests.helpers.derivations import made_once
from tests.helpers.kept_places import kept_place
from tests.helpers.place_acts import find_anything
from tests.helpers.protected import shut_window
from tests.helpers.silent_door import SilentDoor
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened

SHUT: Sequence[Place] = (
    Place(name="shut", screen=HOME),
    Place(name="shut-find-anything", screen=HOME, steps=(find_anything,)),
    Place(name="shut-emergency", screen=EMERGENCY_PAGE),
    Place(name="shut-sealed-note", screen=CARE, steps=("Write a note",)),
    Place(name="shut-help", screen=HELP),
    Place(name="shut-settings", screen=SETTINGS),
)
"""Of a window whose library is protected, while everything is locked: each screen there is then."""

OPEN_TOO = tuple(place for place in OPEN if place.name != "settings-protect")
"""Of `OPEN`, what there is once it is unlocked: who has protected the library is not asked to."""

OF_THE_LIBRARY = (
    "When evenings feel harder",
    "Thickening powder",
    "Thursday lunch",
    "Miracle",
    "Harbour Dementia Trust",
    "Riverside Carers",
    "Millbrook",
)
"""Words that stand in the library alone: pages and who published them."""


@contextmanager
def protected_window(
    theme: Theme, folder: Path, start: Path, *, size: tuple[int, int] = (1280, 860)
) -> Iterator[Opened]:
    """Open the window over such a folder, locked. Its `library` is an empty one beside: the window's needs the keys."""
    shutil.copytree(_made_once(start), folder)
    library = open_library(folder.parent / f"{folder.name}-beside.db", StillClock())
    try:
        with shut_window(theme, folder, size=size) as shut:
            yield Opened(
                whole=shut.whole,
                library=library,
                services=shut.services,
                clock=shut.clock,
                door=SilentDoor(),
                saved=shut.saved,
                wishes=shut.wishes,
            )
    finally:
        library.close()


@made_once
def _made_once(start: Path) -> Path:
    folder = shutil.copytree(start, kept_place("lived-in") / "data")
    a_folder_lived_in(folder)
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    fill_lived_in(library)
    library.close()
    services.care.unlock(PASSPHRASE)
    services.protection.turn_on(PASSPHRASE, on_progress=lambda _progress: None)
    services.close()
    return folder
