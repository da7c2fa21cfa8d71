"""A backup that says which sources ship with the application is not believed: the application knows that itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from caregiver_app.bootstrap.built_in import install_built_in, shipped_addresses
from caregiver_app.library.store import Library
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.model.source import NewSource
from tests.helpers.backups import back_up, nothing, services_over, with_changed_library
from tests.helpers.clock import MONDAY
from tests.helpers.library import a_library, raw

OWN = "https://diary.example/feed"
MOVE = "INSERT INTO source_move (source_id, from_url, to_url, allow_private, at) SELECT id, '{}', url, 0, 1 FROM source"
LEADS = "UPDATE source SET url = '{}' WHERE uid = '{}'"
OTHER = "UPDATE pack SET uid = 'publisher/a', removed_at = 1 WHERE uid = '{}'"
NAMED = "UPDATE pack SET title = 'Your bank', publisher_name = 'Bank' WHERE uid = '{}'"
REMOVED = PackUid("starter/cancer")
GONE = "DELETE FROM source WHERE uid = '{}'"


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of a library with all that ships and one source of the person's own, which moved once."""
    (tmp_path / "there").mkdir()
    library = a_library(tmp_path / "there")
    install_built_in(library, at=MONDAY)
    library.sources.add(NewSource(url=OWN, title="Diary"), at=MONDAY)
    library.close()
    with raw(tmp_path / "there") as connection:
        connection.execute(f"{MOVE.format('https://old.example/feed')} WHERE url = '{OWN}'")
    back_up(tmp_path / "there", tmp_path / "b.caregiver")
    return tmp_path / "b.caregiver"


@contextmanager
def restored(folder: Path, backup: Path) -> Iterator[Library]:
    """Restore a backup, open the library as the application does, and yield it."""
    services = services_over(folder)
    services.restore_backup(backup, on_progress=nothing)
    library = services.open_library()
    try:
        yield library
    finally:
        library.close()
        services.close()


def said(folder: Path, column: str, author: str) -> list[str]:
    """Return a column of the sources that an author, or a pack that ships, brought."""
    query = (
        f"SELECT DISTINCT s.{column} FROM source AS s JOIN source_origin AS o ON o.source_id = s.id "  # noqa: S608 the test's own
        "WHERE o.author GLOB ? ORDER BY 1"
    )
    with raw(folder) as connection:
        return [row[0] for row in connection.execute(query, (author,))]


def test_an_honest_backup_brings_what_ships_and_what_is_the_persons(tmp_path: Path, backup: Path) -> None:
    with restored(tmp_path / "here", backup) as library:
        assert said(tmp_path / "here", "uid", "starter*") == sorted(shipped_addresses())
        assert said(tmp_path / "here", "url", "starter*") == sorted(shipped_addresses().values())
        assert said(tmp_path / "here", "url", "user") == [OWN]
        assert len(library.sources.list()) == len(shipped_addresses()) + 1
        assert [move.from_url for move in library.source_moves.list()] == ["https://old.example/feed"]


def test_what_was_removed_stays_removed_also_on_a_new_computer(tmp_path: Path) -> None:
    """A backup says that of packs that ship, and no more: what another is called and whose it is it does not say."""
    there = tmp_path / "there"
    there.mkdir()
    library = a_library(there)
    install_built_in(library, at=MONDAY)
    assert library.packs.remove(REMOVED, at=MONDAY)
    before, kept = library.packs.get(REMOVED), [pack.uid for pack in library.packs.list()]
    library.close()
    back_up(there, tmp_path / "b.caregiver")
    with_changed_library(
        tmp_path / "b.caregiver",
        tmp_path,
        "DELETE FROM pack_archive",
        OTHER.format(kept[0]),
        NAMED.format(REMOVED),
    )
    with restored(tmp_path / "here", tmp_path / "b.caregiver") as library:
        assert [pack.uid for pack in library.packs.list()] == kept
        assert library.packs.get(REMOVED) == before, "named as what ships is named, whatever a backup says"
        assert library.packs.archive(REMOVED) is None
    with raw(tmp_path / "here") as connection:
        assert connection.execute("SELECT count(*) FROM pack WHERE uid NOT LIKE 'starter/%'").fetchone() == (0,)


def forgeries(uids: list[str]) -> tuple[str, ...]:
    """Return the ways by which a stranger's feed would pass for one that ships, one for each of five that do."""
    urls = shipped_addresses()
    evil = [f"https://evil.example.com/{n}" for n in range(6)]
    new = "INSERT INTO source SELECT max(id) + 1, '{}', '{}', title, organisation_id, format, kind, language, country, "
    rest = "homepage, allow_private, asks_first, enabled, note, added_at, removed_at FROM source"
    return (
        "PRAGMA foreign_keys = ON",
        LEADS.format(evil[0], uids[0]),  # another address
        LEADS.format(evil[1], uids[1]),  # one to which it is said to have moved
        f"{MOVE.format(urls[uids[1]])} WHERE uid = '{uids[1]}'",
        LEADS.format(evil[2], uids[2]),  # and somebody else has its own
        f"{new.format('user/2', urls[uids[2]])}{rest}",
        GONE.format(uids[3]),  # a source of the person is said to have moved from there
        f"{new.format('user/3', evil[3])}{rest}",
        f"{MOVE.format(urls[uids[3]])} WHERE uid = 'user/3'",
        f"{new.format('starter/evil', evil[4])}{rest}",  # said to ship
        *(
            f"INSERT INTO source_origin SELECT id, '{author}', '{{}}' FROM source WHERE uid = 'starter/evil'"  # noqa: S608 the test's own
            for author in ("starter", "starter/dementia", "starter/other")
        ),
        "UPDATE source SET organisation_id = (SELECT max(id) FROM organisation)",
        "INSERT OR IGNORE INTO source_state (source_id, interval_s) SELECT id, 3600 FROM source",
    )


def test_a_forged_one_makes_no_strangers_feed_pass_for_one_that_ships(tmp_path: Path, backup: Path) -> None:
    """The articles of those may bear the names of their publishers."""
    with_changed_library(backup, tmp_path, *forgeries(sorted(shipped_addresses())[:5]))
    with restored(tmp_path / "here", backup) as library:
        assert said(tmp_path / "here", "url", "starter*") == sorted(shipped_addresses().values())
        publishers = {source.uid: source.organisation_id for source in library.sources.list()}
        assert publishers["user/2"] is None  # the address is that of one that ships, and not of the last organisation
