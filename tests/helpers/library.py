"""A library in a folder of the test, filled through its own doors, with as little said as a test needs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from caregiver_app.library.entry_values import ChangedArticle, EntryChanges, JoinedArticle, KnownEntry, NewArticle
from caregiver_app.library.source_states import StateAfterSync
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import NewSource, SourceId, SourceState, Validators
from caregiver_app.model.time import Clock, Millis
from caregiver_app.storage.driver import Connection, connect
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.entries import a_text

LATER = Millis(MONDAY + 3600_000)
DAY_MS = 24 * 3600 * 1000


def a_library(folder: Path, clock: Clock | None = None) -> Library:
    """Open the library in `folder`, an empty one where there is none."""
    begin_library(folder)
    return open_library(folder / "library.db", clock or StillClock())


def begin_library(folder: Path) -> None:
    """Put an empty library into a folder that has none: a copy, as each passes through every version when it is made.

    They are the same byte for byte; `test_every_new_library_is_the_same` says so.
    """
    path = folder / "library.db"
    if not any(folder.glob("library.db*")):  # one may wait to be put back
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(_empty_library())


@cache
def _empty_library() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        open_library(path, StillClock()).close()
        return path.read_bytes()


@contextmanager
def raw(folder: Path) -> Iterator[Connection]:
    """Reach behind the library's back into its file, as damage does; references are not checked."""
    connection = connect(str(folder / "library.db"), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def add_source(library: Library, name: str = "news", *, at: Millis = MONDAY) -> SourceId:
    """Add a source of the person's own."""
    return library.sources.add(NewSource(url=f"https://{name}.example/feed", title=name.capitalize()), at=at)


def an_article(
    key: str,
    title: str = "",
    text: str = "",
    *,
    link: str | None = None,
    link_key: str | None = None,
    at: int = MONDAY,
    raw_hash: str = "",
) -> NewArticle:
    """Return an article to be stored; its title and text are the key unless said."""
    return NewArticle(
        entry_key=key,
        link=link,
        link_key=link_key or link,
        raw_hash=raw_hash or f"raw of {key}",
        published_at=Millis(at),
        updated_at=None,
        sort_at=Millis(at),
        text=a_text(title or key, text or f"text of {key}"),
    )


def store(
    library: Library, source_id: SourceId, *articles: NewArticle, at: Millis = MONDAY, index: bool = True
) -> list[ItemId]:
    """Store new articles, beside what is in the feed already, and return their ids in the order given."""
    keys = tuple(article.entry_key for article in articles)
    held = tuple(entry.entry_key for entry in library.known_entries.find(source_id, (), ()))
    library.entries.store(source_id, EntryChanges(new=articles, seen=(*held, *keys)), at=at)
    if index:
        index_all(library)
    ids = {entry.entry_key: entry.item_id for entry in library.known_entries.find(source_id, keys, ())}
    return [ids[key] for key in keys]


def known_entry(library: Library, source_id: SourceId, key: str) -> KnownEntry:
    """Return what the library knows of one entry."""
    return next(entry for entry in library.known_entries.find(source_id, [key], ()) if entry.entry_key == key)


def change(
    library: Library,
    source_id: SourceId,
    key: str,
    title: str,
    text: str,
    *,
    at: Millis = LATER,
    revise: bool = True,
    raw_hash: str = "changed",
) -> None:
    """Store that the source says something else in one entry now, at the same address."""
    known = known_entry(library, source_id, key)
    link = known.link_key if known.link_key is None or "://" in known.link_key else f"https://{known.link_key}"
    changed = ChangedArticle(
        known=known,
        entry_key=key,
        link=link,
        link_key=known.link_key,
        raw_hash=raw_hash,
        updated_at=at,
        text=a_text(title, text),
        revise=revise,
    )
    held = tuple(entry.entry_key for entry in library.known_entries.find(source_id, (), ()))
    library.entries.store(source_id, EntryChanges(changed=(changed,), seen=(*held, key)), at=at)


def join(library: Library, source_id: SourceId, key: str, item_id: ItemId, *, at: Millis = LATER) -> None:
    """Store that a second source carries an article."""
    joined = JoinedArticle(entry_key=key, item_id=item_id, link_key=None, raw_hash=f"raw of {key}")
    library.entries.store(source_id, EntryChanges(joined=(joined,), seen=(key,)), at=at)


def index_all(library: Library) -> None:
    """Bring the search index up to date."""
    while library.search.catch_up():
        pass


def a_state(source_id: SourceId) -> StateAfterSync:
    """Return the state after a sync that went well."""
    return StateAfterSync(
        source_id=source_id,
        validators=Validators(etag='"e"', last_modified="m"),
        body_hash="hash",
        last_checked_at=MONDAY,
        last_good_at=MONDAY,
        newest_at=MONDAY,
        next_due_at=LATER,
        interval_s=3600,
        failures=0,
        state=SourceState.FINE,
        reason="",
        reason_detail="",
        feed_title=None,
        moved_to=None,
    )
