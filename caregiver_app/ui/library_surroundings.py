"""What the parts of the library's half are given of the window around them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.ui.around import Around
from caregiver_app.ui.asked_before_going import ask_to_erase, ask_to_restore
from caregiver_app.ui.checking.ways import CheckWays
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.first_run.surroundings import FirstRunSurroundings
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.packs.commands import PACKS
from caregiver_app.ui.restoring import RestoreWish
from caregiver_app.ui.settings.pages import SettingsFittings
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.share.joining import ShareSurroundings
from caregiver_app.ui.sheets.joining import PrintSurroundings
from caregiver_app.ui.studio.joining import StudioSurroundings

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.ui.tasks import Lane


def around_first_run(
    around: Around,
    library: LibraryScreen,
    updates: Updates,
    lane: Lane[Library],
    restore: Callable[[RestoreWish], None],
) -> FirstRunSurroundings:
    """Return what a first start needs; its packs are installed in `lane`."""
    return FirstRunSurroundings(
        services=around.services,
        library=library,
        updates=updates,
        care=around.care,
        lane=lane,
        to_home=partial(around.window.open_screen, HOME),
        restore=restore,
        ask_passphrase=around.care.ask_passphrase,
        remembered=around.remembered,
        between=around.restore,
    )


def around_share(
    around: Around, library: LibraryScreen, to_library: Callable[[], None], checking: CheckWays
) -> ShareSurroundings:
    """Return what passing on needs."""
    return ShareSurroundings(
        window=around.window,
        care=around.care,
        sharing=around.services.sharing,
        library=library,
        to_library=to_library,
        check=checking.open,
    )


def around_print(around: Around, library: LibraryScreen) -> PrintSurroundings:
    """Return what printing needs."""
    return PrintSurroundings(
        window=around.window,
        care=around.care,
        public=around.services.public_sheets,
        packs=around.services.packs,
        library=library,
        to_share=partial(around.window.open_screen, SHARE),
        to_keys=partial(around.window.open_screen, PACKS),
        makes_packs=lambda: around.remembered.settings.checks_for_others,
    )


def around_settings(
    around: Around,
    desk: Desk,
    updates: Updates,
    upkeep: Lane[Library],
    *,
    to_sources: Callable[[], None],
    to_page: Callable[[str], None],
) -> SettingsFittings:
    """Return what the pages of the settings work with; `to_page` opens another of them by its key."""
    return SettingsFittings(
        desk=desk,
        services=around.services,
        updates=updates,
        remembered=around.remembered,
        upkeep=upkeep,
        restore=partial(ask_to_restore, around, desk),
        speak=around.restore,
        open_sources=to_sources,
        care_part=around.care.make_settings_part,
        ask_passphrase=around.care.ask_passphrase,
        care_files=around.care.shut_work,
        care_files_card=around.care.make_files_card,
        can_leave_out=around.capture.possible,
        erase=partial(ask_to_erase, around, desk),
        open_page=to_page,
        open_works=around.open_works,
    )


def around_studio(
    around: Around, updates: Updates, checking: CheckWays, long_work: Lane[Library], looks: Lane[None]
) -> StudioSurroundings:
    """Return what the pack studio needs; packs are made in `long_work`, shown in `looks`."""
    to_packs = partial(around.window.open_screen, PACKS)
    return StudioSurroundings(
        services=around.services,
        long_work=long_work,
        looks=looks,
        check=checking.open,
        updating=lambda: updates.running,
        unlock=partial(around.care.open_then, to_packs),
        open_packs=to_packs,
    )
