"""Files added to notes, exports, imports and erasing by commands."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from caregiver_app.bootstrap.erasing_marks import lay_mark
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.writing_alone import one_writer
from tests.helpers.care_commands import CareCommands
from tests.helpers.command_line import CommandLine

MARKER = "kestrelmark"
MUM = ("--person", "Mum")
LOCK = "five plain words for export"


@pytest.fixture
def care(tmp_path: Path) -> CareCommands:
    care = CareCommands(tmp_path)
    care("note", "add", "-", *MUM, typed=f"Slept badly {MARKER}.")
    care("note", "add", "-", "--about-me", typed="I am so tired.")
    care(
        "appointment",
        "add",
        "-",
        *MUM,
        "--starts",
        "2099-12-01T10:30",
        "--zone",
        "Europe/London",
        typed="title: Clinic",
    )
    care("contact", "add", "-", typed="name: District nurse\nphones: 01632 960001 [day]")
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\nscan")
    return care


@pytest.fixture
def lock(tmp_path: Path) -> tuple[str, str]:
    path = tmp_path / "lock"
    path.touch(mode=0o600)
    path.write_text(LOCK)
    return ("--lock-file", str(path))


def test_a_file_is_added_listed_saved_and_taken_away(tmp_path: Path, care: CareCommands) -> None:
    added = care.json("note", "attach", "1", str(tmp_path / "scan.png"))
    assert (added["name"], added["media_type"], added["size_bytes"]) == ("scan.png", "image/png", 12)
    assert care.json("note", "attachments", "1") == [added]
    assert "Picture" in care("note", "attachments", "1").out
    saved = care.json("note", "save-copy", "1", "1", "-o", str(tmp_path / "copy.png"))
    assert saved == {**added, "file": str(tmp_path / "copy.png")}
    assert (tmp_path / "copy.png").read_bytes() == (tmp_path / "scan.png").read_bytes()
    assert stat.S_IMODE((tmp_path / "copy.png").stat().st_mode) == 0o600
    again = care("note", "save-copy", "1", "1", "-o", str(tmp_path / "copy.png"), "--json")
    assert (again.code, again.document["error"]["kind"]) == (1, "care-file-in-the-way")
    assert care("note", "save-copy", "2", "1", "-o", str(tmp_path / "other")).code == 1
    assert care.json("note", "detach", "1", "1") == {"id": 1}
    assert care.json("note", "attachments", "1") == []
    care("note", "detach", "1", "1", "--undo")
    assert len(care.json("note", "attachments", "1")) == 1


def test_private_files_go_into_a_synced_folder_only_when_that_is_said(tmp_path: Path, care: CareCommands) -> None:
    (tmp_path / "Dropbox").mkdir()
    target = tmp_path / "Dropbox" / "out"
    refused = care("export", "notes", "-o", str(target), "--json")
    assert (refused.code, refused.document["error"]["kind"]) == (4, "synced-folder")
    assert not target.exists()
    allowed = care("export", "notes", "-o", str(target), "--allow-synced")
    assert allowed.code == 0
    assert "copies this folder" in allowed.err
    assert target.is_dir()


def test_an_export_is_looked_at_and_taken_in_elsewhere_once(
    tmp_path: Path, care: CareCommands, lock: tuple[str, str]
) -> None:
    out = str(tmp_path / "out.age")
    done = care.json("export", "notes", "-o", out, *lock, "--why", "-", typed="to: Anna\nwhy: she helps now")
    assert done == {
        "target": out,
        "locked": True,
        "records": {"appointment": 1, "contact": 1, "note": 1, "person": 1},
        "missing_files": 0,
    }
    (left,) = care.json("ask", "disclosures")
    assert MARKER not in json.dumps(left)
    assert "Anna" in json.dumps(left)
    (tmp_path / "other").mkdir()
    other = CareCommands(tmp_path / "other")
    opened = ("--file-passphrase-file", lock[1])
    assert care("import", out, "--json").document["error"]["kind"] == "care-file-locked"
    looked = other.json("import", out, "--preview", *opened)
    assert (looked["taken_in"], looked["people"]) == (False, ["Mum"])
    assert other.json("note", "list") == []
    taken = other.json("import", out, *opened)
    assert taken == {**looked, "taken_in": True}
    assert [MARKER in note["text"] for note in other.json("note", "list")] == [True]
    assert other.json("import", out, *opened)["new"] == {}
    wrong = other("import", out, "--file-passphrase-file", other.secret[1], "--json")
    assert wrong.document["error"]["kind"] == "care-file-wrong-passphrase"


def test_notes_about_oneself_are_picked_by_number(tmp_path: Path, care: CareCommands) -> None:
    assert care.json("export", "notes", "-o", str(tmp_path / "a"))["records"]["note"] == 1
    assert care.json("export", "notes", "-o", str(tmp_path / "b"), "--note", "2")["records"]["note"] == 2
    assert care.json("export", "notes", "-o", str(tmp_path / "c"), "--about-me", *MUM)["records"] == {
        "appointment": 1,
        "note": 1,
        "person": 1,
    }


def test_calendars_and_cards_go_out_and_in(tmp_path: Path, care: CareCommands) -> None:
    calendar, cards = tmp_path / "a.ics", tmp_path / "c.vcf"
    assert care.json("export", "appointments", "1", "-o", str(calendar), "--neutral")["records"] == {"appointment": 1}
    assert care.json("export", "contacts", "-o", str(cards))["records"] == {"contact": 1}
    assert b"Clinic" not in calendar.read_bytes()
    assert care.json("import", str(calendar))["same"] == {"appointment": 1}
    assert care.json("import", str(cards))["same"] == {"contact": 1}
    assert care("import", str(cards)).out.startswith("Here already: contacts 1")
    calendar.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:No time\nEND:VEVENT\nEND:VCALENDAR\n")
    partly = care("import", str(calendar), "--json")
    assert (partly.code, partly.document["left_out"]) == (3, {"appointment": 1})


@pytest.mark.parametrize("what", ["nothing", "words", "folder", "gone", "device"])
def test_what_is_no_export_is_refused_kindly(tmp_path: Path, care: CareCommands, what: str) -> None:
    path = tmp_path / "given"
    if what == "folder":
        path.mkdir()
    elif what == "device":
        path = Path("/dev/zero")
    elif what != "gone":
        path.write_text({"nothing": "", "words": "Hello"}[what])
    ran = care("import", str(path))
    assert ran.code == 1
    assert ran.err.count("\n") <= 3
    assert "Traceback" not in ran.err


def test_one_person_is_erased_with_a_yes_and_what_stays_elsewhere_is_told(tmp_path: Path, care: CareCommands) -> None:
    care("note", "attach", "1", str(tmp_path / "scan.png"))
    care("note", "save-copy", "1", "1", "-o", str(tmp_path / "copy.png"))
    refused = care("erase", "--person-id", "1", "--json")
    assert (refused.code, refused.document["error"]["kind"]) == (4, "not-confirmed")
    done = care.json("erase", "--person-id", "1", "--yes")
    assert done == {
        "person_id": 1,
        "records": 3,
        "versions": 0,
        "files": 1,
        "copies_remade": 1,
        "copies_removed": 0,
        "out_of_reach": {"copies": [], "backed_up_at": None, "sent": 0, "printed": 0, "exported": 0, "copied": 1},
    }
    assert care.json("person", "list") == []
    assert [note["about_me"] for note in care.json("note", "list")] == [True]


def test_everything_is_erased_only_for_who_has_the_passphrase_or_says_that_it_is_lost(
    tmp_path: Path, care: CareCommands
) -> None:
    bare: CommandLine = care.command
    assert bare("erase", "--all", "--yes").code == 4
    assert care("erase", "--all").code == 4
    assert care("erase", "--yes").code == 2
    assert care("erase", "--all", "--person", "Mum", "--yes").code == 2
    assert (tmp_path / "data" / "vault.db").exists()
    assert "Everything of Caregiver" in bare("erase", "--all", "--yes", "--forgotten").out
    left = [path.name for path in (tmp_path / "data").iterdir()] if (tmp_path / "data").exists() else []
    assert left in ([], ["caregiver.log"])


def test_everything_is_erased_with_the_passphrase(tmp_path: Path, care: CareCommands) -> None:
    document = care.json("erase", "--all", "--yes")
    assert document["left"] == []
    assert document["removed"] >= 3
    assert not (tmp_path / "data" / "vault.db").exists()


@pytest.mark.parametrize("mark", ["erasing", "erasing_notes"])
def test_what_is_written_after_an_erase_that_was_cut_short_stays(tmp_path: Path, care: CareCommands, mark: str) -> None:
    """Whichever command comes next finishes it first: nothing of before is left, and nothing after it is taken."""
    paths = Paths(data_dir=tmp_path / "data")
    lay_mark(getattr(paths, mark))
    paths.envelope.unlink()
    lost = care("note", "list", "--json")
    assert (lost.code, lost.document["error"]["kind"]) == (1, "vault-absent")
    assert not paths.vault.exists()
    assert care("vault", "create").code == 0
    assert care("note", "add", "-", typed="Began anew").code == 0
    with one_writer(paths, holder="window"):
        assert paths.vault.exists()
    assert [note["text"] for note in care.json("note", "list")] == ["Began anew"]
    assert care.command("erase", "--all", "--yes").code == 4, "the passphrase of the new notes is asked for"
