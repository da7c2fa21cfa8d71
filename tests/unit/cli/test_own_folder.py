"""No command writes what somebody asked for into the folder in which the application keeps its own files."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.command_line import CommandLine
from tests.unit.cli.test_share import fill

_KIND = "care-file-own-folder"


def test_what_is_asked_for_never_takes_the_place_of_our_own_files(caregiver: CommandLine, tmp_path: Path) -> None:
    known, _own = fill(caregiver.data_dir)
    own = caregiver.data_dir
    (tmp_path / "link.pdf").symlink_to(own / "library.db")
    (tmp_path / "folder").symlink_to(own, target_is_directory=True)
    before = {path.name for path in own.iterdir()} - {"caregiver.lock"}
    commands = (
        ("print", "helplines", "--country", "GB", "-o", str(tmp_path / "link.pdf")),
        ("print", "helplines", "--country", "GB", "-o", str(own / "sheet.pdf")),
        ("print", "helplines", "--country", "GB", "-o", str(tmp_path / "folder" / "sheet.pdf")),
        ("pack", "contents", "dementia", "-o", str(own / "sheet.pdf")),
        ("share", known, "--to", "text", "-o", str(own / "library.db")),
        ("opml", "export", str(own / "sources.opml")),
        ("ledger", "--export", str(own / "snapshots" / "list.csv")),
        ("backup", "create", str(own / "library.db"), "--replace"),
    )
    refused = {words: caregiver("--json", *words) for words in commands}
    assert [words for words, ran in refused.items() if ran.code == 0 or ran.document["error"]["kind"] != _KIND] == []
    assert {path.name for path in own.iterdir()} - {"caregiver.lock"} == before
    assert caregiver.json("doctor")
