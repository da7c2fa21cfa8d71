"""What the fault tests run in processes of their own: `python -m tests.faults NAME FOLDER ...`.

Each tells a line for each thing that is done; what was told must be there whenever and however the process ends.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.library.entry_values import EntryChanges
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.article import MarkKind
from caregiver_app.model.errors import StorageError
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.sync import SyncProgress
from caregiver_app.storage.restoring import put_back
from caregiver_app.storage.snapshots import list_snapshots, take_daily_snapshot
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.settings import Settings, SettingsFile
from tests.faults.ask_scenarios import ASK
from tests.faults.care_out_scenarios import CARE_OUT
from tests.faults.channel_scenarios import CHANNELS
from tests.faults.check_scenarios import CHECKS
from tests.faults.family_scenarios import FAMILY
from tests.faults.full_disk_scenarios import FULL_DISK
from tests.faults.keep_scenarios import KEEP
from tests.faults.key_scenarios import KEYS
from tests.faults.marker_scenarios import MARKER
from tests.faults.note_scenarios import WRITING
from tests.faults.pack_scenarios import PACKS
from tests.faults.protect_scenarios import PROTECT
from tests.faults.read_only_scenarios import READ_ONLY
from tests.faults.share_scenarios import SHARES
from tests.faults.telling import tell
from tests.faults.upkeep_scenarios import UPKEEP
from tests.faults.whole_scenarios import WHOLE
from tests.helpers.clock import MONDAY
from tests.helpers.databases import FIRST, SECOND, THIRD, add_pages, open_pages
from tests.helpers.library import add_source, an_article, change, store

BATCHES, BATCH = 4, 30


def fill(folder: Path) -> None:
    """Make a library, store articles of one source in batches, mark, change and index them."""
    library = open_library(folder / "library.db", SystemClock())
    source = add_source(library)
    tell("source")
    for batch in range(BATCHES):
        articles = [an_article(f"{batch}/{n}", f"Title {batch} {n}", f"words{batch} here") for n in range(BATCH)]
        ids = store(library, source, *articles, index=batch % 2 == 0)
        tell(f"stored {batch}")
        library.marks.set(ids[:3], MarkKind.STARRED, True, at=MONDAY)
        tell(f"starred {batch}")
        change(library, source, f"{batch}/0", f"Changed {batch}", "other")
        tell(f"changed {batch}")
    while library.search.catch_up(at_most=20):
        pass
    tell("indexed")
    library.entries.store(source, EntryChanges(), at=MONDAY)
    library.close()


def migrate(folder: Path) -> None:
    """Open a database of the first version with a program of the third."""
    open_pages(folder / "pages.db", FIRST, SECOND, THIRD).close()
    tell("migrated")


def snapshot(folder: Path) -> None:
    """Take a daily snapshot."""
    database = open_pages(folder / "pages.db")
    add_pages(database, "stored before the snapshot")
    tell("stored")
    take_daily_snapshot(database, at=MONDAY)
    tell("snapshot")
    database.close()


def restore(folder: Path) -> None:
    """Put the newest snapshot in the place of a damaged database."""
    path = folder / "pages.db"
    put_back(list_snapshots(path)[0], path, at=MONDAY)
    tell("restored")


def settings(folder: Path) -> None:
    """Write the settings twice."""
    file = SettingsFile(folder / "settings.json")
    for theme in ("light", "dark"):
        file.save(Settings(theme=theme))
        tell(theme)


def first_start(folder: Path) -> None:
    """Open the library for the first time, which puts the starter content in place, and choose a topic."""
    services = services_of(folder)
    library = services.open_library()
    tell("opened")
    topic = library.topics.list()[0].id
    library.topics.choose([topic], at=MONDAY)
    tell(f"chosen {topic}")
    library.close()
    services.close()


def sync(folder: Path) -> None:
    """Get updates from all sources that are on; tell how many are done and did not fail."""
    paths = Paths(data_dir=folder)
    services = services_of(folder)
    with one_writer(paths, holder="sync"):
        library = services.open_library()
        services.sync(library, on_progress=tell_done, cancel=threading.Event())
        library.close()
    services.close()
    tell("synced")


def tell_done(progress: SyncProgress) -> None:
    """Tell how many sources are done; one that failed, as on a starved machine, is not promised to be stored."""
    tell(f"{progress.done - progress.failed}")


def fill_the_disk(folder: Path) -> None:
    """Store until the disk is full, tell what the library then says, make room, and go on."""
    library = open_library(folder / "library.db", SystemClock())
    source = add_source(library)
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(200_000))
    batch = 0
    try:
        while True:
            store(library, source, *(an_article(f"{batch}/{n}", "Title", "word " * 1_000) for n in range(10)))
            batch += 1
    except StorageError as error:
        tell(f"trouble {error.kind}")
    _tell_state(library, batch)
    ballast.unlink()
    store(library, source, an_article("after"))
    _tell_state(library, batch)
    library.close()
    _tell_state(open_library(folder / "library.db", SystemClock()), batch)


def full_snapshot(folder: Path) -> None:
    """Try to copy a database for which there is no room beside itself."""
    database = open_pages(folder / "pages.db")
    add_pages(database, *("x" * 1000 for _ in range(1_200)))
    try:
        take_daily_snapshot(database, at=MONDAY)
    except StorageError as error:
        tell(f"trouble {error.kind}")
    tell(f"left {sorted(path.name for path in (folder / 'snapshots').iterdir())}")
    database.close()


def full_settings(folder: Path) -> None:
    """Try to write settings on a disk that is full."""
    file = SettingsFile(folder / "settings.json")
    file.save(Settings(theme="light"))
    _fill_up(folder)
    try:
        file.save(Settings(theme="dark", language="x" * 3))
    except StorageError as error:
        tell(f"trouble {error.kind}")
    tell(f"theme {file.load().theme}")


def full_start(folder: Path) -> None:
    """Try to make a library on a disk that is full."""
    _fill_up(folder)
    _tell_opening(folder)


def read_only(folder: Path) -> None:
    """Try to open a library that was closed on a disk that then became read-only; then one that was never made."""
    library = open_library(folder / "library.db", SystemClock())
    store(library, add_source(library), an_article("a"))
    library.close()
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    _tell_opening(folder)
    _tell_opening(folder / "never made")


def services_of(folder: Path) -> Services:
    """Return the services over a folder."""
    return build_services(Paths(data_dir=folder))


def _fill_up(folder: Path) -> None:
    try:
        with (folder / "ballast").open("wb", buffering=0) as file:
            while True:
                file.write(bytes(1_000))
    except OSError:
        pass


def _tell_opening(folder: Path) -> None:
    try:
        open_library(folder / "library.db", SystemClock()).close()
        tell("opened")
    except StorageError as error:
        tell(f"trouble {error.kind}")


def _tell_state(library: Library, batches: int) -> None:
    """Tell whether all batches of ten that were stored, and at most the one that was not told of, are there whole."""
    held = library.articles.count(ArticleQuery(), cap=100_000)
    whole = held % 10 in (0, 1) and held // 10 in (batches, batches + 1)
    broken = [check.name for check in library.health.check() if not check.ok and check.detail != "full"]
    tell(f"whole batches {whole}, broken {broken}")


SCENARIOS: dict[str, Callable[..., None]] = {
    function.__name__: function
    for function in (
        fill,
        migrate,
        snapshot,
        restore,
        settings,
        first_start,
        sync,
        fill_the_disk,
        full_snapshot,
        full_settings,
        full_start,
        read_only,
        *UPKEEP,
        *KEEP,
        *CHANNELS,
        *PACKS,
        *FAMILY,
        *CHECKS,
        *SHARES,
        *KEYS,
        *WHOLE,
        *PROTECT,
        *ASK,
        *MARKER,
        *WRITING,
        *CARE_OUT,
        *FULL_DISK,
        *READ_ONLY,
    )
}
