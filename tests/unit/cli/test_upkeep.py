"""`tidy`, `backup`, the ledger's views and the doctor's rescue, as people type them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.retention import TIDY
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.model.article import MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.sentences.upkeep import ledger_warning
from tests.helpers.backups import back_up, fill
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import assert_documented
from tests.helpers.feed_documents import pages, rss
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.library import DAY_MS, a_library, raw
from tests.helpers.old_articles import add_old_articles

BACKUP = {
    "file": str,
    "created_at": str,
    "program": str,
    "sources": int,
    "articles": int,
    "starred": int,
    "collections": int,
    "pictures": int,
    "missing_pictures": int,
    "size_bytes": int,
    "care_notes": type(None),
}


def old_articles(caregiver: CommandLine, count: int = 4) -> None:
    library = a_library(caregiver.data_dir, SystemClock())
    add_old_articles(library, count, starred=1)
    library.close()


def held(caregiver: CommandLine) -> int:
    library = a_library(caregiver.data_dir, SystemClock())
    count = library.articles.count(ArticleQuery(), cap=1_000)
    library.close()
    return count


def test_tidying_is_shown_done_and_undone(caregiver: CommandLine) -> None:
    old_articles(caregiver)
    preview = caregiver.json("tidy", "--preview")
    assert (preview["articles"], preview["sources"]) == (3, [{"title": "News", "articles": 3}])
    assert preview["size_bytes"] > 0
    assert_documented("tidy --preview", preview)
    assert held(caregiver) == 5
    done = caregiver.json("tidy")
    assert done["articles"] == 3
    assert list(done) == ["at", "articles"]
    assert held(caregiver) == 2
    assert caregiver.json("tidy", "--undo") == {"brought_back": 3}
    assert held(caregiver) == 5


def test_tidying_says_in_words_what_it_does(caregiver: CommandLine) -> None:
    old_articles(caregiver)
    assert "3 articles would go" in caregiver("tidy", "--preview").out
    assert "caregiver tidy --undo" in caregiver("tidy").out
    undone = caregiver("tidy", "--undo")
    assert undone.out == "3 articles are back.\n"
    assert "--automatic on" in undone.err
    assert caregiver("tidy", "--automatic", "on").code == 0
    library = a_library(caregiver.data_dir)
    assert library.choices.get(TIDY, False)
    library.close()


@pytest.mark.parametrize(
    "options", [("--preview", "--undo"), ("--undo", "--automatic", "on"), ("--automatic", "maybe")]
)
def test_tidying_takes_one_wish_at_a_time(caregiver: CommandLine, options: tuple[str, ...]) -> None:
    assert caregiver("tidy", *options).code == 2


def test_a_sync_tidies_after_its_report_and_says_so(caregiver: CommandLine, server: ScriptedServer) -> None:
    server.answer("/feed.xml", Answer(body=rss(*pages(3))))
    caregiver.json("source", "add", server.url("/feed.xml"), "--allow-private")
    old_articles(caregiver)
    with raw(caregiver.data_dir) as connection:
        connection.execute("UPDATE source SET enabled = 0 WHERE url LIKE '%news.example%'")
        connection.execute(
            "UPDATE source_choice SET enabled = 0 WHERE source_id IN (SELECT id FROM source WHERE enabled = 0)"
        )
    ran = caregiver("--json", "sync")
    assert ran.code == 0
    assert ran.document["sources"] == 1
    assert "3 old articles were tidied away" in ran.err
    assert len(list((caregiver.data_dir / "snapshots").iterdir())) == 1


def test_a_snapshot_that_fails_does_not_change_what_a_sync_answers(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    server.answer("/feed.xml", Answer(body=rss(*pages(3))))
    caregiver.json("source", "add", server.url("/feed.xml"), "--allow-private")
    (caregiver.data_dir / "snapshots").write_bytes(b"in the way")
    ran = caregiver("--json", "sync")
    assert ran.code == 0
    assert ran.document["failed"] == 0
    assert "safety copy" in ran.err


def test_a_backup_is_made_checked_and_restored(caregiver: CommandLine, tmp_path: Path) -> None:
    fill(caregiver.data_dir)
    file = str(tmp_path / "all.caregiver")
    made = caregiver.json("backup", "create", file)
    assert {name: type(value) for name, value in made.items()} == BACKUP
    assert caregiver.json("backup", "verify", file) == made
    other = CommandLine(tmp_path / "other")
    restored = other.json("backup", "restore", file)
    assert restored == {**made, "asked_private": [], "asked_alerts": [], "aside": None}
    (starred,) = other.json("article", "list", "--saved")
    assert starred["title"] == "Changed"


def test_a_backup_that_is_there_is_replaced_only_on_request(caregiver: CommandLine, tmp_path: Path) -> None:
    fill(caregiver.data_dir)
    file = tmp_path / "all.caregiver"
    file.write_bytes(b"of last week")
    refused = caregiver("--json", "backup", "create", str(file))
    assert (refused.code, refused.document["error"]["kind"]) == (1, "file")
    assert file.read_bytes() == b"of last week"
    assert caregiver("backup", "create", str(file), "--replace").code == 0
    assert caregiver("backup", "verify", str(file)).code == 0


def test_a_backup_may_be_made_beside_a_window_but_not_restored(caregiver: CommandLine, tmp_path: Path) -> None:
    fill(caregiver.data_dir)
    with one_writer(Paths(data_dir=caregiver.data_dir), holder="window"):
        assert caregiver("backup", "create", str(tmp_path / "b")).code == 0
        ran = caregiver("--json", "backup", "restore", str(tmp_path / "b"))
    assert (ran.code, ran.document["error"]["kind"]) == (1, "instance-running")


@pytest.mark.parametrize(
    ("content", "kind"), [(b"no backup", "backup-not-a-backup"), (b"PK\x03\x04 cut", "backup-damaged")]
)
def test_what_is_no_backup_is_said_in_words(caregiver: CommandLine, tmp_path: Path, content: bytes, kind: str) -> None:
    (tmp_path / "b").write_bytes(content * 20)
    for command in ("verify", "restore"):
        ran = caregiver("--json", "backup", command, str(tmp_path / "b"))
        assert (ran.code, ran.document["error"]["kind"]) == (1, kind)
        assert "Nothing was changed." in ran.document["error"]["message"]


def test_a_backup_that_is_not_there_is_a_trouble_with_words(caregiver: CommandLine, tmp_path: Path) -> None:
    """Of the name, not of the disk; so is any other file that is read because somebody named it."""
    nowhere = str(tmp_path / "nowhere")
    secret = ("--passphrase-file", nowhere)
    for words in (("backup", "verify", nowhere), ("channel", "trust", nowhere), ("vault", "create", *secret)):
        ran = caregiver("--json", *words)
        error = ran.document["error"]
        assert (ran.code, error["kind"], error["message"]) == (1, "storage-no-file", "There is no file nowhere.")


def fill_ledger(caregiver: CommandLine) -> None:
    library = a_library(caregiver.data_dir, SystemClock())
    now = SystemClock().now()
    for at, host in ((now, "a.example"), (now - 1, "b.example"), (now - 200 * DAY_MS, "old.example")):
        line = LedgerLine(at=type(now)(at), host=host, why=Why.UPDATE, sent_bytes=1, received_bytes=2, result="200")
        library.ledger.add([line])
    library.ledger.fold(now=now)
    library.close()


def test_the_ledger_by_host_and_by_month(caregiver: CommandLine) -> None:
    fill_ledger(caregiver)
    assert [row["host"] for row in caregiver.json("ledger", "--by-host")] == ["a.example", "b.example", "old.example"]
    (month,) = caregiver.json("ledger", "--months")
    assert_documented("ledger --months", [month])
    assert "old.example" in caregiver("ledger", "--months").out
    assert caregiver("ledger", "--by-host").out.splitlines()[0].split() == [
        "LAST", "HOST", "WHY", "REQUESTS", "SENT", "RECEIVED",
    ]  # fmt: skip


def test_how_long_the_ledger_keeps_lines_is_the_persons_to_say(caregiver: CommandLine) -> None:
    fill_ledger(caregiver)
    assert caregiver.json("ledger", "--days", "0") == {"days": 0}
    assert caregiver("ledger", "--days", "366").code == 2
    assert "30 days" in caregiver("ledger", "--days", "30").out


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_the_ledger_is_exported_with_a_warning(caregiver: CommandLine, tmp_path: Path, suffix: str) -> None:
    fill_ledger(caregiver)
    file = tmp_path / f"ledger.{suffix}"
    ran = caregiver("--json", "ledger", "--export", str(file))
    assert ran.document == {"file": str(file), "lines": 2}
    assert ledger_warning() in ran.err
    text = file.read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines())) if suffix == "csv" else json.loads(text)
    assert [row["host"] for row in rows] == ["a.example", "b.example"]
    assert caregiver("ledger", "--export", str(tmp_path / "ledger.txt")).code == 2


def test_an_erased_ledger_is_erased_in_the_daily_copies_too(caregiver: CommandLine) -> None:
    fill_ledger(caregiver)
    library = a_library(caregiver.data_dir, SystemClock())
    snapshot = library.snapshot(at=SystemClock().now())
    library.close()
    assert snapshot is not None
    assert b"a.example" in snapshot.read_bytes()
    assert caregiver.json("ledger", "--erase") == []
    for path in (snapshot, caregiver.data_dir / "library.db"):
        assert not any(host in path.read_bytes() for host in (b"a.example", b"b.example", b"old.example"))
    assert caregiver("doctor").code == 0


def test_a_rescue_keeps_all_and_says_where_the_damaged_file_is(caregiver: CommandLine) -> None:
    (item, *_) = fill(caregiver.data_dir, articles=100)
    with raw(caregiver.data_dir) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article_by_source'").fetchone()
    with (caregiver.data_dir / "library.db").open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    examined = caregiver("doctor")
    assert examined.code == 1
    assert "caregiver doctor --rescue" in examined.err
    assert "caregiver doctor --restore-snapshot" in examined.err
    rescued = caregiver("doctor", "--rescue")
    assert rescued.code == 0
    assert "library-damaged-" in rescued.err
    library = a_library(caregiver.data_dir)
    assert library.marks.times([item], MarkKind.STARRED)[item] == MONDAY
    library.close()


def test_the_doctor_says_what_to_do_about_a_folder_that_a_service_copies(tmp_path: Path) -> None:
    caregiver = CommandLine(tmp_path / "Dropbox" / "data")
    fill(caregiver.data_dir)
    ran = caregiver("doctor")
    assert ran.code == 1
    assert "--data-dir" in ran.err


def test_notes_and_first_updates_in_such_a_folder_say_so_once(tmp_path: Path) -> None:
    caregiver = CommandLine(tmp_path / "Dropbox" / "data")
    secret = tmp_path / "passphrase"
    secret.touch(mode=0o600)
    secret.write_text("password1")
    refused = caregiver("vault", "create", "--passphrase-file", str(secret))
    assert "Your notes will lie in a folder that a service copies" in refused.err
    said = [caregiver("sync").err for _turn in range(2)]
    assert ["copies to its own computers" in each for each in said] == [True, False]
    assert "--data-dir" in said[0]


def test_the_doctor_answers_beside_a_window(caregiver: CommandLine) -> None:
    fill(caregiver.data_dir)
    with one_writer(Paths(data_dir=caregiver.data_dir), holder="window"):
        assert caregiver("doctor").code == 0


def test_restoring_names_what_waits_for_a_word(caregiver: CommandLine, tmp_path: Path) -> None:
    fill(tmp_path / "a")
    with raw(tmp_path / "a") as connection:
        connection.execute("UPDATE source SET kind = 'alerts', allow_private = 1")
    back_up(tmp_path / "a", tmp_path / "b")
    out = caregiver("backup", "restore", str(tmp_path / "b")).out
    assert "caregiver source enable ID" in out
    assert "--allow-private" in out
    assert out.count("News") == 2
