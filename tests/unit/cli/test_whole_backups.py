"""Backups with care notes and the notes' own copies, as people type the commands."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.clock import SystemClock
from tests.helpers.care_commands import CareCommands
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import EXAMPLES, keys_of
from tests.helpers.vaults import PASSPHRASE


@pytest.fixture
def care(tmp_path: Path) -> CareCommands:
    """A folder with one note about nobody in particular."""
    care = CareCommands(tmp_path)
    care("note", "add", "-", typed="Slept badly.")
    return care


@pytest.fixture
def sheet(care: CareCommands, tmp_path: Path) -> tuple[str, str]:
    """What is typed from the recovery sheet, in a file."""
    path = tmp_path / "sheet.txt"
    care("vault", "sheet", "--recovery-out", str(path))
    path.chmod(0o600)
    return ("--recovery-file", str(path))


def test_a_backup_comes_back_on_another_computer(care: CareCommands, tmp_path: Path) -> None:
    """By the passphrase of its day, which then opens the notes; nothing was there to be kept."""
    file = str(tmp_path / "b")
    care("backup", "create", file)
    other = CommandLine(tmp_path / "other")
    answer = other.json("backup", "restore", file, *care.secret)
    assert (answer["notes_aside"], answer["passphrase_needed"], answer["care_notes"]["opened"]) == (None, False, True)
    assert [note["text"] for note in other.json("note", "list", *care.secret)] == ["Slept badly."]


def test_over_other_notes_these_are_named_and_open(care: CareCommands, tmp_path: Path) -> None:
    """The folder with the notes of before is a data folder like any other."""
    file = str(tmp_path / "b")
    care("backup", "create", file)
    care("note", "add", "-", typed="Written since.")
    aside = care.json("backup", "restore", file)["notes_aside"]
    assert [note["text"] for note in care.json("note", "list")] == ["Slept badly."]
    before = CommandLine(care.command.data_dir / aside)
    assert len(before.json("note", "list", *care.secret)) == 2


def test_verify_and_restore_take_the_sheet(care: CareCommands, sheet: tuple[str, str], tmp_path: Path) -> None:
    """Who lost the passphrase reads and restores with the groups of the sheet."""
    file = str(tmp_path / "b")
    care("backup", "create", file)
    other = CommandLine(tmp_path / "other")
    assert other.json("backup", "verify", file, *sheet)["care_notes"]["opened"]
    assert not other.json("backup", "restore", file, *sheet)["passphrase_needed"]


def test_without_a_way_in_nothing_is_restored(care: CareCommands, tmp_path: Path) -> None:
    """A script that gives no passphrase is refused, and the folder stays empty of notes."""
    file = str(tmp_path / "b")
    care("backup", "create", file)
    other = CommandLine(tmp_path / "other")
    ran = other("backup", "restore", file, "--json")
    assert ran.code == 4
    assert not (tmp_path / "other" / "vault.db").exists()


def test_a_command_that_writes_takes_the_copy_of_the_day(care: CareCommands) -> None:
    """Once a day; a command that reads takes none, and the list needs no passphrase."""
    (copy,) = care.command.json("vault", "copies")
    assert copy["reason"] == "daily"
    assert keys_of(EXAMPLES["vault copies"]) == keys_of([copy])
    care("note", "add", "-", typed="Another.")
    assert care.command.json("vault", "copies") == [copy]


def test_damaged_notes_name_the_way_back_which_says_what_it_lacks(care: CareCommands) -> None:
    """`vault go-back` is named where the damage is met; the damaged file stays."""
    care("note", "add", "-", typed="Not in the copy.")
    path = care.command.data_dir / "vault.db"
    path.write_bytes(b"")
    ran = care("note", "list")
    assert ran.code != 0
    assert "caregiver vault go-back" in ran.err
    answer = care.json("vault", "go-back")
    assert answer["lacks_saves"] > 0
    assert (care.command.data_dir / answer["aside"]).read_bytes() == b""
    assert [note["text"] for note in care.json("note", "list")] == ["Slept badly."]


def test_going_back_by_name_is_told_in_words(care: CareCommands) -> None:
    """What was saved since is said, and one can go forward again."""
    care("note", "add", "-", typed="Not in the copy.")
    (copy,) = care.command.json("vault", "copies")
    ran = care("vault", "go-back", copy["name"])
    assert "What was written since then is not in them." in ran.out
    kept = next(each for each in care.command.json("vault", "copies") if each["reason"] == "before-going-back")
    care("vault", "go-back", kept["name"])
    assert len(care.json("note", "list")) == 2


def test_notes_that_may_not_be_read_are_not_called_damaged(care: CareCommands) -> None:
    """As after a start as another person. In a namespace of its own not even root may read what has no rights."""
    for name in ("vault.db", "vault.json", "vault-2.json"):
        (care.command.data_dir / name).chmod(0)
    with care.command.start("doctor", before=("unshare", "--user"), stderr=subprocess.PIPE) as process:
        told = process.communicate()[1].decode()
    assert process.returncode == 1
    assert told.count("Caregiver may not write in its folder.") == 2
    assert "damaged" not in told


def test_the_doctor_looks_at_the_notes(care: CareCommands) -> None:
    """At their files without a passphrase, at every page with one; damage has its way back in words."""
    checks = {check["name"]: check["ok"] for check in care.command("--json", "doctor").document["checks"]}
    assert [name for name in checks if name.startswith("care-")] == ["care-file", "care-envelope", "care-copies"]
    assert care("--json", "doctor").document["checks"][-1]["name"] == "care-pages"
    (care.command.data_dir / "vault.db").write_bytes(b"")
    ran = care.command("doctor")
    assert ran.code == 1
    assert "caregiver vault go-back" in ran.err
    for name in ("vault.json", "vault-2.json"):
        (care.command.data_dir / name).unlink()
    for words in ((), ("--rebuild-search",)):
        document = care("--json", "doctor", *words).document
        told = {check["name"]: check["detail"] for check in document["checks"] if not check["ok"]}
        assert told == {"care-file": "empty", "care-envelope": "envelope-lost"}


def test_the_doctor_makes_the_search_words_of_the_notes_anew(care: CareCommands) -> None:
    """With the passphrase, and with damage told as without."""
    care("note", "add", "-", typed="Swollen feet")
    known = Care(Paths(data_dir=care.command.data_dir), SystemClock())
    known.unlock(PASSPHRASE)
    vault = known.open()
    with vault.write("test.lose-words") as writer:
        writer.execute("INSERT INTO searchable_words (searchable_words) VALUES ('delete-all')")
    vault.close()
    known.lock()
    assert care.json("note", "search", "swollen") == []
    assert care.command("doctor", "--rebuild-search").code == 0
    assert care.json("note", "search", "swollen") == []
    assert care("doctor", "--rebuild-search").code == 0
    assert [hit["kind"] for hit in care.json("note", "search", "swollen")] == ["note"]
    notes = care.command.data_dir / "vault.db"
    notes.write_bytes(b"x" * notes.stat().st_size)
    ran = care("doctor", "--rebuild-search")
    assert ran.code == 1
    assert "caregiver vault go-back" in ran.err
