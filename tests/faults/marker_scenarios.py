"""A scenario that writes a marker wherever people write, does with it what people do, and waits between, to be ended.

It goes on at each line that comes in.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from caregiver_app.bootstrap.care_files import OpenCare, attach_file
from caregiver_app.bootstrap.exports import Leaving, export_notes
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.whole_backups import create_whole_backup
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.model.article import MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.snapshots import take_daily_snapshot
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.files import write_whole
from caregiver_app.support.logs import start_log
from caregiver_app.support.settings import Settings
from caregiver_app.vault.carrying.choice import ExportChoice
from caregiver_app.vault.folder.sealed import SealedDraft, SealedNote
from caregiver_app.vault.records.notes import NewNote, NoteId
from caregiver_app.vault.schema.migrations import VAULT_SCHEMA
from tests.faults.telling import tell
from tests.helpers.backups import nothing
from tests.helpers.clock import MONDAY
from tests.helpers.exchanging import new_vault
from tests.helpers.marked_notes import mark_everything, unmarked_columns
from tests.helpers.protected_library import fill
from tests.helpers.vaults import PASSPHRASE

DATA, OUT, KEPT = "data", "out", "kept"
"""Folders of the scenario: the notes, what is let out (locked), and what the test keeps for itself, marker and all."""


def live_with_a_marker(folder: Path) -> None:
    """Write it everywhere, look for it, let it out locked; then lock and go on writing."""
    marker = (folder / KEPT / "marker.txt").read_text(encoding="utf-8")
    services = build_services(Paths(data_dir=folder / DATA))
    unlocked = services.care.unlock(PASSPHRASE)
    vault = services.care.open()
    nurse = new_vault(folder / DATA / "nurse.db")
    mark_everything(vault, nurse, marker, at=MONDAY)
    database = open_database(
        services.paths.vault, schema=VAULT_SCHEMA, clock=SystemClock(), key=unlocked.data_key.file_key()
    )
    tell(f"unmarked {unmarked_columns(database, marker)}")
    attach_file(
        OpenCare(vault=vault, unlocked=unlocked, paths=services.paths),
        "note",
        NoteId(1),
        folder / KEPT / "marker.txt",
        at=MONDAY,
    )
    assert vault.searchable.find(marker, limit=50)
    assert services.care.private_words().find(marker)
    logging.getLogger("caregiver_app").warning("values of the notes: %r %r", vault.notes.list(), vault.people.list())
    tell("marked")
    sys.stdin.readline()

    take_daily_snapshot(database, at=MONDAY)
    database.close()
    library = services.open_library()
    create_whole_backup(
        library, unlocked, services.paths, folder / OUT / "b.caregiver", clock=SystemClock(), on_progress=nothing
    )
    library.close()
    care = OpenCare(vault=vault, unlocked=unlocked, paths=services.paths)
    export_notes(
        care, ExportChoice(), Leaving(target=folder / OUT / "e.age"), passphrase=f"{PASSPHRASE} {marker}", at=MONDAY
    )
    asked = vault.exchange.asking.list()[0]
    write_whole(folder / OUT / "ask.age", vault.exchange.asking.again(asked.id, marker, at=MONDAY).data)
    tell("let out")
    sys.stdin.readline()

    nurse.close()
    vault.notes.add(NewNote(text=f"{marker} at last"), at=MONDAY)
    vault.close()
    services.care.lock()
    services.care.seal_note(SealedNote(text=marker, author=marker, at=MONDAY))
    services.care.seal_draft(SealedDraft(place="note/new", text=marker, cursor=1, more={"author": marker}, at=MONDAY))
    services.close()
    tell("locked")
    sys.stdin.readline()


def read_with_a_marker(folder: Path) -> None:
    """Have it all over a library, protect that, go on reading, back up; then lock."""
    marker = (folder / KEPT / "marker.txt").read_text(encoding="utf-8")
    services = build_services(Paths(data_dir=folder / DATA))
    start_log(services.paths.log, SystemClock())
    services.care.unlock(PASSPHRASE)
    library = services.open_library()
    fill(library, marker)
    library.snapshot(at=MONDAY)
    library.close()
    with one_writer(services.paths, holder="protect"):
        services.protection.turn_on(PASSPHRASE, on_progress=nothing)
    keys = services.protection.keys()
    assert keys is not None
    (folder / KEPT / "library-keys").write_bytes(keys.raw())
    library = services.open_library()
    found = library.articles.page(ArticleQuery(text=marker), limit=50).rows
    assert found
    library.marks.set([found[0].id], MarkKind.STARRED, True, at=MONDAY)
    library.saved_searches.save(f"{marker} again", marker, at=MONDAY)
    library.mutes.add(f"{marker} too", at=MONDAY)
    library.assets.files.put(marker.encode())
    services.keep_settings(library, Settings(unknown={"later": marker}))
    logging.getLogger("caregiver_app").warning("values of the library: %r", found)
    tell("reading")
    sys.stdin.readline()

    library.close()
    services.create_whole_backup(folder / OUT / "b.caregiver", on_progress=nothing)
    tell("backed up")
    sys.stdin.readline()

    services.care.lock()
    services.close()
    tell("locked")
    sys.stdin.readline()


MARKER = (live_with_a_marker, read_with_a_marker)
