"""Arguments that are a file are told from commands, and kinds of files by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.set_up_file import NAME
from caregiver_app.packs.channels.copying import COPY_SUFFIX
from caregiver_app.support.opened_file import PACKS_ENDING, FileKind, file_among, kind_of


def test_what_caregiver_writes_it_opens() -> None:
    assert kind_of(NAME) is FileKind.SET_UP
    assert PACKS_ENDING == COPY_SUFFIX


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("NORTH.CAREPACK", FileKind.PACKS),
        ("my list.Opml", FileKind.SOURCES),
        ("caregiver-set-up (1).json", FileKind.SET_UP),
        ("/media/stick.opml/caregiver-set-up.json", FileKind.SET_UP),
        ("/a.carepack/letter.pdf", None),
        ("list.opml.exe", None),
        ("set-up.json", None),
        ("carepack", None),
        ("", None),
        ("/", None),
    ],
)
def test_a_kind_is_told_by_the_whole_name(name: str, kind: FileKind | None) -> None:
    assert kind_of(name) is kind


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["/home/me/packs.carepack"], "/home/me/packs.carepack"),
        (["/home/me/letter.pdf"], "/home/me/letter.pdf"),
        (["packs.carepack"], "packs.carepack"),
        (["./sync"], "sync"),
        (["--", "--help.opml"], "--help.opml"),
        (["\udcff.carepack"], "\udcff.carepack"),
        (["notes:old.opml"], "notes:old.opml"),
        (["file:///home/me/a%20list%C3%A1.opml"], "/home/me/a listá.opml"),
        (["file://localhost/home/me/%FF.carepack"], "/home/me/\udcff.carepack"),
        (["FILE:/home/me/a#1?.carepack"], "/home/me/a#1?.carepack"),
        (["--", "file:///home/me/a.pdf"], "/home/me/a.pdf"),
    ],
)
def test_one_file_is_opened_by_its_whole_path(
    arguments: list[str], file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert file_among(arguments) == tmp_path / file


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["sync"],
        ["syncc"],
        ["opml"],
        ["--help"],
        ["--evil.carepack"],
        ["--json", "a.opml"],
        ["import", "a.opml"],
        ["a.opml", "b.opml"],
        ["--", "sync"],
        ["--"],
        [""],
        ["https://example.org/a.carepack"],
        ["ftp://example.org/a.opml"],
        ["file://example.org/a.carepack"],
        ["file:////example.org/a.carepack"],
        ["file:///a%00.carepack"],
        ["file://"],
    ],
)
def test_all_else_is_for_the_command_line(arguments: list[str]) -> None:
    assert file_among(arguments) is None
