"""What goes in and out of care notes by commands is in no file and no output but those that were asked for."""

from __future__ import annotations

import base64
import secrets
import unicodedata
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.care_commands import CareCommands
from tests.helpers.derivations import full_cost


def writings(marker: str) -> list[bytes]:
    """Return a marker in the ways in which it may lie somewhere."""
    texts = {marker, marker.casefold(), marker.upper(), unicodedata.normalize("NFD", marker)}
    plain = [text.encode() for text in texts] + [text.encode("utf-16-le") for text in texts]
    coded = [base64.b64encode(marker.encode()[part:])[4:-4] for part in range(3)]
    return [*plain, *coded, urllib.parse.quote(marker).encode()]


def found_in(folders: tuple[Path, ...], marker: str) -> set[str]:
    looked_for = writings(marker)
    found = set()
    for folder in folders:
        for path in folder.rglob("*"):
            said = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
            if any(each in said for each in looked_for):
                found.add(path.name)
    return found


@pytest.fixture
def costly() -> Iterator[None]:
    """Let the notes cost what they cost people: commands in processes of their own open them."""
    with full_cost():
        yield


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, ...]:
    """Return the data folder's parent, a folder for temporary files, and one in which commands work."""
    found = tuple(tmp_path / name for name in ("home", "temporary", "working"))
    for place in found:
        place.mkdir()
    return found


@pytest.mark.usefixtures("costly")
def test_private_words_are_only_in_the_files_that_were_asked_for(tmp_path: Path, places: tuple[Path, ...]) -> None:
    marker = f"Käuzchen{secrets.token_hex(8)}"
    home, temporary, working = places
    care = CareCommands(home)
    care("note", "add", "-", "--person", marker, typed=f"Slept badly, {marker}.")
    source, out = tmp_path / f"{marker}.txt", tmp_path / "out"
    out.mkdir()
    source.write_text(f"Dear {marker}", encoding="utf-8")
    lock = out / "lock"
    lock.touch(mode=0o600)
    lock.write_text("five plain words for export")
    environment = {"TMPDIR": str(temporary), "TEMP": str(temporary), "TMP": str(temporary), "PWD": str(working)}

    def run(*arguments: str) -> bytes:
        ran = care.command.in_process_of_its_own(*arguments, *care.secret, environment=environment)
        assert ran.code == 0, ran
        return f"{ran.out}{ran.err}".encode()

    said = b"".join(
        (
            run("note", "attach", "1", str(source)),
            run("note", "save-copy", "1", "1", "-o", str(out / "copy.txt")),
            run("export", "notes", "-o", str(out / "locked.age"), "--lock-file", str(lock)),
            run("import", str(out / "locked.age"), "--file-passphrase-file", str(lock)),
        )
    )
    assert not any(each in said for each in writings(marker))
    assert found_in(places, marker) == set()
    assert found_in((out,), marker) == {"copy.txt"}
    run("export", "notes", "-o", str(out / "plain"))
    assert found_in((out / "plain",), marker) == {
        "care-notes.json",
        "care-notes.md",
        "people.csv",
        "notes.csv",
        "1.txt",
    }
    run("erase", "--person-id", "1", "--yes")
    assert found_in(places, marker) == set()
    assert not list(temporary.iterdir())
