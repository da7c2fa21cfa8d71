"""On the command line from the making of care notes to another computer that has them back.

Each kind of step is a process of its own once; what only repeats it runs in this one, which is quicker.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.helpers.command_line import CommandLine

OLD = "slate otter window candle river"
NEW = "harbour pencil violet thunder meadow"
MARKER = "kestrel-8812-unlikely"
MUM = ("--person-id", "1")


class Family:
    """Commands of one family on one computer, with their passphrase in a file."""

    def __init__(self, folder: Path, passphrase: str = OLD) -> None:
        folder.mkdir()
        self.folder = folder
        self.command = CommandLine(folder / "data")
        self.secret = secret(folder / "passphrase", passphrase)

    def __call__(self, *arguments: str, typed: str = "", secret: Path | None = None) -> Any:
        """Run a command with the passphrase, and return its document."""
        return self.locked(*arguments, "--passphrase-file", str(secret or self.secret), typed=typed)

    def locked(self, *arguments: str, typed: str = "", code: int = 0) -> Any:
        """Run a command without the passphrase, and return its document."""
        process = self.command.start(
            "--json", *arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        out, err = process.communicate(typed.encode())
        assert process.returncode == code, (arguments, out, err)
        assert MARKER.encode() not in err
        return json.loads(out)

    def here(self, *arguments: str, typed: str = "", secret: Path | None = None) -> Any:
        """Run a command with the passphrase in this process, which is quicker, and return its document."""
        return self.command.json(*arguments, "--passphrase-file", str(secret or self.secret), typed=typed)


def secret(path: Path, words: str) -> Path:
    path.touch(mode=0o600)
    path.write_text(words, encoding="utf-8")
    return path


def write_down(family: Family) -> None:
    """Write one of each kind of record."""
    here = family.here
    here("person", "add", "-", typed="Mum")
    family("note", "add", "-", *MUM, "--tag", "sleep", typed=f"Slept badly. {MARKER}")
    here("question", "add", "-", *MUM, typed="Is it the new tablet?")
    here("appointment", "add", "-", "--starts", "2099-12-01T10:30", "--zone", "Europe/London", typed="title: Clinic")
    here("medicine", "add", "-", *MUM, typed="name: Paracetamol\nstrength: 500 mg")
    here("contact", "add", "-", typed="name: District nurse\nphones: 020 7946 0958")
    here("measure", "add", "weight", "-", *MUM, typed="value: 61.5 kg")


def listed(family: Family, secret: Path | None = None) -> dict[str, Any]:
    """Return everything that is listed."""
    kinds = ("person", "note", "question", "appointment", "medicine", "contact", "measure")
    return {kind: family.here(kind, "list", secret=secret) for kind in kinds}


def assert_no_file_holds_a_word(folder: Path) -> None:
    """Neither the data folder nor the backup holds what was written."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 4
    assert [path.name for path in files if MARKER.encode() in path.read_bytes()] == []


def test_from_the_making_of_care_notes_to_another_computer_that_has_them(tmp_path: Path) -> None:
    """Notes are made, filled, searched, given another passphrase, saved, and brought back elsewhere, by sheet too."""
    family = Family(tmp_path / "home")
    sheet = tmp_path / "stick" / "sheet.txt"
    sheet.parent.mkdir()
    made = family("vault", "create", "--recovery-out", str(sheet))
    write_down(family)
    (found,) = family("note", "search", "-", typed="badly")
    assert (found["kind"], found["id"]) == ("note", 1)
    before = listed(family)

    assert family.locked("note", "list", code=4)["error"]["kind"] == "vault-locked"
    assert family.locked("vault", "status")["vault"] == made["vault"]

    backup = tmp_path / "stick" / "all.caregiver-backup"
    family("backup", "create", str(backup))
    assert family("backup", "verify", str(backup))["care_notes"]["opened"]
    assert_no_file_holds_a_word(tmp_path)
    new = secret(tmp_path / "home" / "new", NEW)
    family("vault", "passphrase", "--new-passphrase-file", str(new))
    assert listed(family, new) == before

    elsewhere = Family(tmp_path / "elsewhere")
    elsewhere("backup", "restore", str(backup))
    assert listed(elsewhere) == before

    groups = secret(tmp_path / "elsewhere" / "groups", sheet.read_text(encoding="utf-8"))
    elsewhere.locked("vault", "recover", "--recovery-file", str(groups), "--new-passphrase-file", str(new))
    assert listed(elsewhere, new) == before
