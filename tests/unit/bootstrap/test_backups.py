"""A backup holds all but the ledger, the same bytes for the same library; a restore gives it back and asks anew."""

from __future__ import annotations

import json
import stat
import threading
import zipfile
from pathlib import Path

import pytest

from caregiver_app import __version__
from caregiver_app.bootstrap.backups import BackupProgress
from caregiver_app.bootstrap.leftovers import find_leftovers
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.library.store import Library
from caregiver_app.model.article import MarkKind
from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.storage.snapshots import list_snapshots
from caregiver_app.support.backup_manifest import read_manifest
from tests.helpers.backups import (
    a_picture,
    add_picture,
    back_up,
    fill,
    make,
    nothing,
    parts_of,
    retold,
    services_over,
    version_1,
    with_changed_library,
    write,
)
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.command_line import ROOT
from tests.helpers.library import DAY_MS, a_library, add_source, an_article, raw, store
from tests.helpers.retention import whole_content

NOT_KEPT = {"asset", "new_item", "title_order", "words_pending", "search_language", "source_choice"}
"""What is made anew on the way; pictures are looked at apart."""

PAGE = (ROOT / "docs" / "formats" / "backup.md").read_text(encoding="utf-8")


def restored(folder: Path, file: Path) -> Library:
    """Restore a backup and return the library."""
    services = services_over(folder)
    services.restore_backup(file, on_progress=nothing)
    services.close()
    return a_library(folder)


def a_line(host: str) -> LedgerLine:
    return LedgerLine(at=MONDAY, host=host, why=Why.UPDATE, sent_bytes=1, received_bytes=1, result="200")


def test_a_restored_library_holds_what_the_first_one_held(tmp_path: Path) -> None:
    ids = fill(tmp_path / "a")
    before = whole_content(tmp_path / "a")
    back_up(tmp_path / "a", tmp_path / "b.caregiver")
    library = restored(tmp_path / "c", tmp_path / "b.caregiver")
    after = whole_content(tmp_path / "c")
    for table in before.keys() - NOT_KEPT:
        assert after[table] == before[table], table
    assert library.articles.get(ids[0]).row.starred
    assert [row.id for row in library.articles.page(ArticleQuery(text="other")).rows] == [ids[0]]
    (name,) = library.assets.of(ids[0]).values()
    assert library.assets.files.read(name) == a_picture()
    assert [check for check in library.health.check() if not check.ok] == []
    library.close()


def test_a_backup_is_one_private_file_and_the_same_for_the_same_library(tmp_path: Path) -> None:
    fill(tmp_path / "a")
    facts = back_up(tmp_path / "a", tmp_path / "one")
    back_up(tmp_path / "a", tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o600
    assert (facts.articles, facts.starred, facts.pictures, facts.missing) == (5, 1, 1, 0)
    assert (facts.created_at, facts.program) == (MONDAY, __version__)
    assert facts.size_bytes == (tmp_path / "one").stat().st_size
    assert find_leftovers(tmp_path / "a") == ()


def test_verifying_says_what_a_backup_holds_and_leaves_nothing(tmp_path: Path) -> None:
    fill(tmp_path / "a")
    made = back_up(tmp_path / "a", tmp_path / "b.caregiver")
    steps: list[BackupProgress] = []
    assert services_over(tmp_path / "c").verify_backup(tmp_path / "b.caregiver", on_progress=steps.append) == made
    assert list((tmp_path / "c").iterdir()) == []
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total


def test_the_ledger_and_what_was_erased_are_not_in_it(tmp_path: Path) -> None:
    fill(tmp_path / "a")
    library = a_library(tmp_path / "a")
    library.ledger.add([a_line("telling-name.example")])
    erased = store(library, add_source(library, "other"), an_article("secret", "A secret title"))
    library.close()
    with raw(tmp_path / "a") as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM item_text WHERE item_id = ?", erased)
        connection.execute("DELETE FROM item WHERE id = ?", erased)
    a_library(tmp_path / "a").search.rebuild()
    back_up(tmp_path / "a", tmp_path / "b.caregiver")
    data = (tmp_path / "b.caregiver").read_bytes()
    assert b"telling-name" not in data
    assert b"A secret title" not in data


def test_what_tells_of_this_computer_stays_when_another_library_comes(tmp_path: Path) -> None:
    make(tmp_path / "a", tmp_path / "b.caregiver")
    here = a_library(tmp_path / "c")
    here.ledger.add([a_line("asked.example")])
    here.blocked_hosts.add("blocked.example", at=MONDAY)
    here.choices.put("stay_offline", True)
    here.choices.put("proxy", "socks5h://127.0.0.1:9050")
    here.choices.put("country", "GB")
    here.close()
    library = restored(tmp_path / "c", tmp_path / "b.caregiver")
    assert [line.host for line in library.ledger.list()] == ["asked.example"]
    assert [blocked.host for blocked in library.blocked_hosts.list()] == ["blocked.example"]
    assert library.choices.get("stay_offline", False)
    assert library.choices.get("proxy", "") == "socks5h://127.0.0.1:9050"
    assert library.choices.get("country", "") == ""
    library.close()


def test_a_backup_cannot_send_this_computer_through_a_proxy_or_online(tmp_path: Path) -> None:
    fill(tmp_path / "a")
    there = a_library(tmp_path / "a")
    there.choices.put("proxy", "socks5h://evil.example:1")
    there.choices.put("stay_offline", False)
    there.choices.put("country", "GB")
    there.close()
    back_up(tmp_path / "a", tmp_path / "b.caregiver")
    library = restored(tmp_path / "c", tmp_path / "b.caregiver")
    assert library.choices.get("proxy", "") == ""
    assert library.choices.get("country", "") == "GB"
    library.close()


@pytest.mark.parametrize(("there", "here", "after"), [(True, None, True), (False, None, False), (True, False, False)])
def test_stay_offline_comes_to_a_computer_that_said_nothing_of_it(
    tmp_path: Path, there: bool, here: bool | None, after: bool
) -> None:
    for folder, said in (("there", there), ("here", here)):
        library = a_library(tmp_path / folder)
        if said is not None:
            library.choices.put("stay_offline", said)
        library.close()
    back_up(tmp_path / "there", tmp_path / "b.caregiver")
    services = services_over(tmp_path / "here")
    services.restore_backup(tmp_path / "b.caregiver", on_progress=nothing)
    services.close()
    library = a_library(tmp_path / "here")
    assert library.choices.get("stay_offline", False) is after
    library.close()


def test_permissions_are_asked_anew_and_named(tmp_path: Path) -> None:
    there = a_library(tmp_path / "a")
    router = NewSource(url="http://192.168.0.1/feed", title="Router", allow_private=True)
    alerts = NewSource(url="https://alerts.example/feed", title="Floods", kind=SourceKind.ALERTS)
    ids = [there.sources.add(new, at=MONDAY) for new in (router, alerts)]
    assert {source.id for source in there.sources.list(enabled=True)} == set(ids)
    there.close()
    back_up(tmp_path / "a", tmp_path / "b.caregiver")
    services = services_over(tmp_path / "c")
    done = services.restore_backup(tmp_path / "b.caregiver", on_progress=nothing)
    services.close()
    assert done.asked.private == ((ids[0], "Router"),)
    assert done.asked.alerts == ((ids[1], "Floods"),)
    library = a_library(tmp_path / "c")
    assert [source.id for source in library.sources.list(enabled=True)] == [ids[0]]
    with raw(tmp_path / "c") as connection:
        assert connection.execute("SELECT max(allow_private) FROM source").fetchone() == (0,)
    library.close()


def test_html_and_addresses_of_a_backup_are_made_harmless(tmp_path: Path) -> None:
    make(tmp_path / "a", tmp_path / "b.caregiver")
    with_changed_library(
        tmp_path / "b.caregiver",
        tmp_path,
        "UPDATE article_html SET html = "
        "'<p>words<script>alert(1)</script><img src=https://spy.example/1 onerror=x></p>'",
        "INSERT INTO offline_copy (item_id, state, wanted_at, html) "
        "SELECT item_id, 'kept', 1, html FROM article_html ORDER BY item_id LIMIT 1",
        "UPDATE item SET url = 'javascript:alert(1)'",
        "UPDATE item_text SET title = title || char(0xE000) || 'hit'",
    )
    restored(tmp_path / "c", tmp_path / "b.caregiver").close()
    with raw(tmp_path / "c") as connection:
        shown = [
            row[0] for row in connection.execute("SELECT html FROM article_html UNION SELECT html FROM offline_copy")
        ]
        urls = connection.execute("SELECT DISTINCT url FROM item").fetchall()
        titles = [row[0] for row in connection.execute("SELECT title FROM item_text")]
    assert shown != []
    assert not any("script" in html or "onerror" in html or "<img" in html for html in shown)
    assert urls == [(None,)]
    assert not any("\ue000" in title for title in titles)


def test_a_picture_that_is_none_is_left_out_and_its_article_says_so(tmp_path: Path) -> None:
    ids = fill(tmp_path / "a")
    add_picture(tmp_path / "a", ids[1], b"\x89PNG no picture", url="https://news.example/b.png")
    back_up(tmp_path / "a", tmp_path / "b.caregiver")
    library = restored(tmp_path / "c", tmp_path / "b.caregiver")
    assert library.assets.of(ids[1]) == {}
    assert len(library.assets.of(ids[0])) == 1
    assert len(list((tmp_path / "c" / "assets").iterdir())) == 1
    library.close()


def test_a_picture_that_is_lost_or_damaged_stays_out_of_the_backup(tmp_path: Path) -> None:
    ids = fill(tmp_path / "a")
    lost = add_picture(tmp_path / "a", ids[1], a_picture("blue"), url="https://news.example/b.png")
    damaged = add_picture(tmp_path / "a", ids[2], a_picture("green"), url="https://news.example/c.png")
    (tmp_path / "a" / "assets" / lost).unlink()
    (tmp_path / "a" / "assets" / damaged).write_bytes(b"other")
    facts = back_up(tmp_path / "a", tmp_path / "b.caregiver")
    assert (facts.pictures, facts.missing) == (1, 2)
    library = restored(tmp_path / "c", tmp_path / "b.caregiver")
    assert library.assets.of(ids[1]) == library.assets.of(ids[2]) == {}
    library.close()


def test_the_library_before_a_restore_comes_back_with_its_snapshot(tmp_path: Path) -> None:
    make(tmp_path / "a", tmp_path / "b.caregiver")
    here = a_library(tmp_path / "c")
    (mine,) = store(here, add_source(here, "mine"), an_article("mine"))
    here.close()
    restored(tmp_path / "c", tmp_path / "b.caregiver").close()
    (snapshot,) = list_snapshots(tmp_path / "c" / "library.db")
    assert snapshot.name.endswith("-before-restore.db")
    assert not list((tmp_path / "c").glob("library-*.db"))
    services = services_over(tmp_path / "c")
    services.restore_snapshot()
    library = a_library(tmp_path / "c")
    assert library.articles.get(mine).row.title == "mine"
    library.close()


def test_a_damaged_library_is_kept_beside_the_one_that_was_restored(tmp_path: Path) -> None:
    make(tmp_path / "a", tmp_path / "b.caregiver")
    fill(tmp_path / "c")
    path = tmp_path / "c" / "library.db"
    damaged = path.read_bytes()[:8192] + b"\xa5" * (path.stat().st_size - 8192)
    path.write_bytes(damaged)
    services = services_over(tmp_path / "c")
    done = services.restore_backup(tmp_path / "b.caregiver", on_progress=nothing)
    services.close()
    assert done.aside is not None
    assert done.aside.read_bytes() == damaged
    library = a_library(tmp_path / "c")
    assert library.articles.count(ArticleQuery()) == 5
    library.close()


def test_a_library_of_a_newer_version_is_not_replaced(tmp_path: Path) -> None:
    make(tmp_path / "a", tmp_path / "b.caregiver")
    a_library(tmp_path / "c").close()
    with raw(tmp_path / "c") as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (tmp_path / "c" / "library.db").read_bytes()
    services = services_over(tmp_path / "c")
    with pytest.raises(StorageError) as caught:
        services.restore_backup(tmp_path / "b.caregiver", on_progress=nothing)
    services.close()
    assert caught.value.kind is StorageTrouble.NEWER
    assert (tmp_path / "c" / "library.db").read_bytes() == before


def test_a_backup_of_the_first_version_is_migrated(tmp_path: Path) -> None:
    make(tmp_path / "a", tmp_path / "b.caregiver")
    version_1(
        tmp_path / "one.db",
        {
            "source": [
                {
                    "id": 3, "uid": "user/3", "url": "https://old.example/feed", "title": "Old", "format": "feed",
                    "kind": "news", "language": "en", "country": "", "homepage": "", "allow_private": 0,
                    "asks_first": 0, "enabled": 1, "note": "", "added_at": 1,
                }
            ],
            "source_state": [{"source_id": 3}],
            "source_origin": [{"source_id": 3, "author": "user", "fields": "{}"}],
            "item": [
                {"id": 9, "kind": "article", "uid": "article/9", "title": "Tea", "language": "en", "created_at": 1}
            ],
            "item_text": [{"item_id": 9, "title": "Tea", "text": "hot water"}],
            "article": [
                {
                    "item_id": 9, "source_id": 3, "first_seen_at": 1, "sort_at": 1, "author": "", "summary": "",
                    "words": 2, "text_hash": "",
                }
            ],
            "article_html": [{"item_id": 9, "html": "<p>hot water</p>"}],
            "article_entry": [{"source_id": 3, "entry_key": "g:9", "item_id": 9, "raw_hash": "", "in_feed": 1}],
            "mark": [{"item_id": 9, "starred_at": 5}],
        },
    )  # fmt: skip
    parts = [part for part in parts_of(tmp_path / "b.caregiver") if not part[0].startswith("assets/")]
    counts = {"version": 1, "sources": 1, "articles": 1, "starred": 1, "collections": 0, "pictures": 0}
    write(tmp_path / "b.caregiver", retold(parts, (tmp_path / "one.db").read_bytes(), library=counts))
    library = restored(tmp_path / "c", tmp_path / "b.caregiver")
    (row,) = library.articles.page(ArticleQuery(text="water")).rows
    assert (row.title, row.starred) == ("Tea", True)
    assert [check for check in library.health.check() if not check.ok] == []
    library.close()


def test_a_backup_that_is_stopped_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    fill(tmp_path / "a")
    stop = threading.Event()
    stop.set()
    file = tmp_path / "b.caregiver"
    file.write_bytes(b"of last week")
    with pytest.raises(Cancelled):
        services_over(tmp_path / "a").create_backup(file, on_progress=nothing, cancel=stop)
    assert file.read_bytes() == b"of last week"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b.caregiver"]
    assert find_leftovers(tmp_path / "a") == ()


class AfterSomeLooks:
    """A stop that is pressed after so many looks at it."""

    def __init__(self, looks: int) -> None:
        self.left = looks

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("looks", [0, 1, 2, 5, 20])
def test_a_restore_that_is_stopped_changes_nothing(tmp_path: Path, looks: int) -> None:
    make(tmp_path / "a", tmp_path / "b.caregiver")
    fill(tmp_path / "c", articles=2)
    before = whole_content(tmp_path / "c")
    services = services_over(tmp_path / "c")
    with pytest.raises(Cancelled):
        services.restore_backup(tmp_path / "b.caregiver", on_progress=nothing, cancel=AfterSomeLooks(looks))
    services.close()
    assert whole_content(tmp_path / "c") == before
    assert find_leftovers(tmp_path / "c") == ()


def test_a_backup_into_a_folder_that_is_not_there_is_a_trouble(tmp_path: Path) -> None:
    fill(tmp_path / "a")
    with pytest.raises(StorageError) as caught:
        back_up(tmp_path / "a", tmp_path / "nowhere" / "b.caregiver")
    assert caught.value.kind is StorageTrouble.IO


def test_a_link_in_the_place_of_a_picture_is_not_followed(tmp_path: Path) -> None:
    ids = fill(tmp_path / "a")
    (tmp_path / "secret").write_bytes(a_picture("black"))
    name = add_picture(tmp_path / "a", ids[1], a_picture("black"), url="https://news.example/b.png")
    (tmp_path / "a" / "assets" / name).unlink()
    (tmp_path / "a" / "assets" / name).symlink_to(tmp_path / "secret")
    assert back_up(tmp_path / "a", tmp_path / "b.caregiver").missing == 1


def test_any_program_for_archives_reads_it(tmp_path: Path) -> None:
    make(tmp_path / "a", tmp_path / "b.caregiver")
    with zipfile.ZipFile(tmp_path / "b.caregiver") as archive:
        assert archive.testzip() is None
        assert archive.namelist()[:2] == ["manifest.json", "library.db"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_page_shows_a_manifest_as_it_is_written(tmp_path: Path) -> None:
    example = PAGE.partition("```json\n")[2].partition("\n```")[0]
    shown = read_manifest(example.encode())
    assert [part.name for part in shown.parts][:1] == ["library.db"]
    make(tmp_path / "a", tmp_path / "b.caregiver")
    written = json.loads(dict(parts_of(tmp_path / "b.caregiver"))["manifest.json"])
    document = json.loads(example)
    assert list(written) == list(document)
    assert list(written["library"]) == list(document["library"])
    assert list(written["parts"][0]) == list(document["parts"][0])


def test_a_later_restore_does_not_lose_an_earlier_snapshot(tmp_path: Path) -> None:
    make(tmp_path / "a", tmp_path / "b.caregiver")
    fill(tmp_path / "c")
    for number in range(3):
        services = services_over(tmp_path / "c", StillClock(Millis(MONDAY + number * DAY_MS)))
        services.restore_backup(tmp_path / "b.caregiver", on_progress=nothing)
        services.close()
    assert len(list_snapshots(Paths(data_dir=tmp_path / "c").library)) == 2
    library = a_library(tmp_path / "c")
    assert len(library.marks.times([row.id for row in library.articles.page(ArticleQuery()).rows], MarkKind.READ)) == 5
    library.close()
