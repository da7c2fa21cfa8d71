"""`caregiver opml`: lists in and out, whole or not at all, nothing private on the way out."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tests.helpers.command_line import CommandLine
from tests.helpers.shapes import ERROR, OPML_IMPORT, assert_shape

KEY = "k3JH28dkfjh2398dkjf23XQ"


def outlines(*addresses: str) -> str:
    inner = "".join(f'<outline type="rss" text="Feed {n}" xmlUrl="{url}"/>' for n, url in enumerate(addresses))
    return f'<opml version="2.0"><body><outline text="My folder">{inner}</outline></body></opml>'


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.opml"
    path.write_text(outlines("https://www.example.org/a.xml", "https://www.example.org/b.xml"))
    return path


def test_a_list_is_imported_once_and_fetches_nothing(caregiver: CommandLine, listed: Path) -> None:
    first = caregiver.json("opml", "import", str(listed))
    assert_shape(first, OPML_IMPORT)
    assert (first["added"], first["known"], first["refused"]) == (2, 0, [])
    second = caregiver.json("opml", "import", str(listed))
    assert (second["added"], second["known"]) == (0, 2)
    assert len(caregiver.json("source", "list", "--on")) == 2
    assert caregiver.json("ledger") == []


def test_a_list_may_come_through_a_pipe(caregiver: CommandLine, listed: Path) -> None:
    ran = caregiver("opml", "import", "-", typed=listed.read_text())
    assert ran.code == 0
    assert ran.out == "2 sources added.\n"


def test_folders_become_topics(caregiver: CommandLine, listed: Path) -> None:
    caregiver("opml", "import", str(listed))
    assert len(caregiver.json("source", "list", "--topic", "My folder")) == 2


def test_private_addresses_in_a_list_are_refused_and_the_rest_is_taken(caregiver: CommandLine) -> None:
    ran = caregiver(
        "--json", "opml", "import", "-", typed=outlines("https://www.example.org/a", "http://192.168.0.1/feed")
    )
    assert ran.code == 3
    assert_shape(ran.document, OPML_IMPORT)
    assert [line["url"] for line in ran.document["refused"]] == ["http://192.168.0.1/feed"]
    assert "not taken" in ran.document["refused"][0]["reason"]
    assert ran.document["added"] == 1


def test_a_list_of_which_nothing_is_taken_is_refused(caregiver: CommandLine) -> None:
    assert caregiver("opml", "import", "-", typed=outlines("http://192.168.0.1/feed")).code == 4
    assert caregiver("opml", "import", "-", "--allow-private", typed=outlines("http://192.168.0.1/feed")).code == 0


def test_accounts_stay_off_and_it_is_said_how_many_why_and_how_to_switch_them_on(caregiver: CommandLine) -> None:
    typed = outlines("https://www.example.org/a", "https://www.reddit.com/r/dementia/.rss")
    before = caregiver("opml", "import", "-", "--preview", typed=typed)
    assert "1 account stays off until you switch it on" in before.err
    shaped = caregiver("--json", "opml", "import", "-", "--preview", typed=typed).document
    assert (shaped["accounts"], shaped["left_off"]) == (1, 1)
    done = caregiver("opml", "import", "-", typed=typed)
    assert "2 sources added.\n1 account stays off" in done.out
    assert "caregiver source enable ID" in done.err
    (left,) = caregiver.json("source", "list", "--off", "--topic", "My folder")
    assert f"  Feed 1 (source {left['id']})\n" in done.out
    again = caregiver("--json", "opml", "import", "-", typed=typed).document
    assert_shape(again, OPML_IMPORT)
    assert [source["id"] for source in again["left_off"]] == [left["id"]]
    assert [source["id"] for source in caregiver.json("source", "enable", str(left["id"]))] == [left["id"]]


@pytest.mark.parametrize(
    ("data", "kind"),
    [("", "opml-empty"), ("<html><body>no</body></html>", "opml-html"), ("\x89PNG", "opml-not-a-feed")],
)
def test_what_is_no_list_is_a_failure_in_words(caregiver: CommandLine, data: str, kind: str) -> None:
    ran = caregiver("--json", "opml", "import", "-", typed=data)
    assert ran.code == 1
    assert_shape(ran.document, ERROR)
    assert ran.document["error"]["kind"] == kind


@pytest.mark.parametrize("name", ["nothing.opml", ".", "a\0b", ""])
@pytest.mark.parametrize("command", ["import", "export"])
def test_a_file_that_cannot_be_opened_is_a_failure_in_words(
    caregiver: CommandLine, tmp_path: Path, command: str, name: str
) -> None:
    path = str(tmp_path / "missing" / name) if name == "nothing.opml" else name
    ran = caregiver("--json", "opml", command, path)
    assert (ran.code, ran.document["error"]["kind"]) == (1, "file")


def test_export_and_import_give_the_same_sources(caregiver: CommandLine, tmp_path: Path, listed: Path) -> None:
    caregiver("opml", "import", str(listed))
    out = tmp_path / "out.opml"
    exported = caregiver.json("opml", "export", str(out))
    assert list(exported) == ["file", "written", "left_out", "pages", "names_left_out", "unread"]
    other = CommandLine(tmp_path / "other")
    other("opml", "import", str(out))
    for line in caregiver.json("source", "list", "--on"):
        assert line["url"] in [source["url"] for source in other.json("source", "list", "--on")]
    assert caregiver("opml", "export", "-").out.encode() == out.read_bytes()


def test_export_leaves_out_what_holds_a_key_or_leads_home_and_says_so(caregiver: CommandLine, tmp_path: Path) -> None:
    typed = outlines("https://www.example.org/a", f"https://www.example.org/b?token={KEY}", "http://192.168.0.1/feed")
    caregiver("opml", "import", "-", "--allow-private", typed=typed)
    out = tmp_path / "out.opml"
    exported = caregiver("--json", "opml", "export", str(out))
    assert exported.document["left_out"] == 2
    assert KEY not in out.read_text()
    assert "192.168" not in out.read_text()
    assert "2 sources" in caregiver("opml", "export", str(out)).err


def test_export_writes_into_a_pipe_and_does_not_replace_it(caregiver: CommandLine, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert caregiver("opml", "export", str(pipe)).code == 0
    reader.join()
    assert read[0].startswith(b"<?xml")
    assert pipe.is_fifo()


def test_a_preview_says_what_would_come_and_adds_nothing(caregiver: CommandLine, listed: Path) -> None:
    said = caregiver.json("opml", "import", str(listed), "--preview")
    assert [feed["url"] for feed in said["new"]] == ["https://www.example.org/a.xml", "https://www.example.org/b.xml"]
    assert (said["known"], said["refused"], said["topics"], said["damaged"]) == ([], [], ["My folder"], False)
    assert caregiver.json("source", "list", "--on") == []
    caregiver("opml", "import", str(listed))
    again = caregiver.json("opml", "import", str(listed), "--preview")
    assert (again["new"], len(again["known"]), again["topics"]) == ([], 2, [])


def test_a_preview_masks_private_addresses_and_counts_them(caregiver: CommandLine) -> None:
    typed = outlines(f"https://example.org/feed?token={KEY}", "http://192.168.0.1/feed")
    said = caregiver("opml", "import", "-", "--preview", typed=typed)
    assert "Would not be added: Feed 1 <http://192.168.0.1/feed>" in said.out
    assert "1 of these addresses holds something private" in said.err
    shaped = caregiver("--json", "opml", "import", "-", "--preview", typed=typed)
    assert shaped.document["private"] == 1
    assert KEY not in said.out + said.err + shaped.out


def test_an_address_that_stands_for_a_title_is_masked_too(caregiver: CommandLine) -> None:
    address = f"https://example.org/feed?token={KEY}"
    typed = f'<opml><body><outline text="{address}" xmlUrl="{address}"/></body></opml>'
    ran = caregiver("opml", "import", "-", "--preview", typed=typed)
    shaped = caregiver("--json", "opml", "import", "-", "--preview", typed=typed)
    assert KEY not in ran.out + ran.err + shaped.out


def test_a_preview_of_a_broken_list_says_that_it_is_broken(caregiver: CommandLine) -> None:
    typed = '<opml><body><outline text="A & B" xmlUrl="https://example.org/a"/>'
    said = caregiver("opml", "import", "-", "--preview", typed=typed)
    assert "1 source would be added:" in said.out
    assert "damaged" in said.err
