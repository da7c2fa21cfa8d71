"""Backups as the application makes them, and as somebody else might: every part of them can be told otherwise."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from caregiver_app.bootstrap.backups import BackupFacts, create_backup
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.storage.driver import connect
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import a_library, add_source, an_article, change, raw, store

Parts = list[tuple[str, bytes]]


def services_over(folder: Path, clock: StillClock | None = None) -> Services:
    """Return the services over a folder of the test."""
    return build_services(Paths(data_dir=folder), clock=clock or StillClock())


def nothing(_progress: object) -> None:
    """Show no progress."""


def a_picture(colour: str = "red") -> bytes:
    """Return a small picture as the application keeps them."""
    out = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(out, "PNG", optimize=True)
    return out.getvalue()


def fill(folder: Path, *, articles: int = 5) -> list[ItemId]:
    """Fill a library with articles, one of them starred, changed and with a picture; return their ids."""
    library = a_library(folder)
    source = add_source(library)
    ids = store(library, source, *(an_article(f"k{n}", f"Title {n}", f"words of {n}") for n in range(articles)))
    library.marks.set(ids[:1], MarkKind.STARRED, True, at=MONDAY)
    change(library, source, "k0", "Changed", "other words")
    add_picture(folder, ids[0], a_picture())
    library.close()
    return ids


def add_picture(folder: Path, item: ItemId, data: bytes, *, url: str = "https://news.example/a.png") -> str:
    """Keep a picture of an article, as the store of offline copies does; return its hash."""
    name = hashlib.sha256(data).hexdigest()
    (folder / "assets").mkdir(exist_ok=True)
    (folder / "assets" / name).write_bytes(data)
    with raw(folder) as connection:
        connection.execute(
            "INSERT OR IGNORE INTO asset (hash, media_type, size_bytes, width, height, added_at) "
            "VALUES (?, 'image/png', ?, 4, 4, 1)",
            (name, len(data)),
        )
        connection.execute("INSERT INTO item_asset (item_id, url, hash) VALUES (?, ?, ?)", (item, url, name))
    return name


def make(folder: Path, file: Path) -> Path:
    """Fill a library and write a backup of it."""
    fill(folder)
    back_up(folder, file)
    return file


def back_up(folder: Path, file: Path) -> BackupFacts:
    """Write a backup of the library in a folder, without the starter content that a first start brings."""
    library = a_library(folder)
    facts = create_backup(library, Paths(data_dir=folder), file, at=MONDAY, on_progress=nothing)
    library.close()
    return facts


def parts_of(file: Path) -> Parts:
    """Return the names and bytes of a backup's parts in their order."""
    with zipfile.ZipFile(file) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def write(
    file: Path, parts: Iterable[tuple[str, bytes]], change_entry: Callable[[zipfile.ZipInfo], None] = nothing
) -> Path:
    """Write an archive of these parts, each entry first handed to `change_entry`."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o100600 << 16
            change_entry(entry)
            archive.writestr(entry, data, compress_type=entry.compress_type)
    return file


def retold(parts: Parts, database: bytes | None = None, **manifest: Any) -> Parts:
    """Return parts with another library file, a manifest that fits it, and these of its keys said otherwise."""
    held = dict(parts)
    if database is not None:
        held["library.db"] = database
    document = json.loads(held["manifest.json"])
    document["parts"] = [
        {"name": name, "size_bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in held.items()
        if name != "manifest.json"
    ]
    document |= manifest
    held["manifest.json"] = json.dumps(document).encode()
    return list(held.items())


def with_changed_library(file: Path, folder: Path, *statements: str, **manifest: Any) -> Path:
    """Rewrite a backup so that its library is what these statements make of it, and its hashes fit."""
    parts = parts_of(file)
    path = folder / "changed.db"
    path.write_bytes(dict(parts)["library.db"])
    connection = connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return write(file, retold(parts, path.read_bytes(), **manifest))


def version_1(path: Path, rows: Mapping[str, Iterable[Mapping[str, object]]]) -> None:
    """Make a library file as the first version did, with these rows by table."""
    schema = LIBRARY_SCHEMA.up_to(1)
    connection = connect(str(path), isolation_level=None)
    for statement in schema.migrations[0].statements:
        connection.execute(statement)
    for table, each in rows.items():
        for row in each:
            names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
            connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", row)  # noqa: S608 the test's own
    connection.execute(f"PRAGMA application_id = {schema.application_id}")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
