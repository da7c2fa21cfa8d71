"""A word that was written into every private field is in no byte of any file and said nowhere but where it was asked.

Sought as typed, whatever the case, composed or not, in UTF-16, base64, hex, base32 and percent signs, within archives
and documents, in names of files; so are key and passphrase. In folders for data, temporary files, settings, and work.
"""

from __future__ import annotations

import base64
import os
import signal
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from caregiver_app.vault.keys.recovery import make_sheet
from tests.faults.marker_scenarios import DATA, KEPT, OUT
from tests.helpers.beside import NotesBeside
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import ROOT
from tests.helpers.markers import bytes_in_letters, found_in, new_marker, ways_in, writings_of
from tests.helpers.vaults import PASSPHRASE, new_care
from tests.helpers.window_process import window_process
from tests.helpers.x_server import Screen
from tests.stories.test_care_notes import is_open, open_screen, unlock, write

SCANNED = (DATA, OUT, "temp", "home", "work")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All folders that a process of ours may write into, and what must not be in them."""

    folder: Path
    marker: str
    secrets: Mapping[str, bytes]

    @property
    def environment(self) -> dict[str, str]:
        """What a process is given to live here."""
        home, temp = str(self.folder / "home"), str(self.folder / "temp")
        names = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR"), temp)
        kept = {"HOME": home} | {f"XDG_{name}_HOME": home for name in ("DATA", "CONFIG", "CACHE", "STATE")}
        return {**os.environ, **names, **kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}

    def found(self) -> list[str]:
        """Return where something is that must not be."""
        return found_in([self.folder / name for name in SCANNED], self.secrets)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Care notes that were made just now, and empty folders."""
    for name in (*SCANNED, KEPT):
        (tmp_path / name).mkdir(mode=0o700)
    marker = new_marker()
    (tmp_path / KEPT / "marker.txt").write_text(marker, encoding="utf-8")
    care = new_care(tmp_path / DATA)
    key = care.unlocked.data_key
    groups = make_sheet(key, care.unlocked.marks.number, at=MONDAY).groups
    secrets = what_is_secret(marker, key.raw(), groups)
    care.lock()
    return World(folder=tmp_path, marker=marker, secrets=secrets)


def what_is_secret(marker: str, key: bytes, groups: Sequence[str]) -> Mapping[str, bytes]:
    """Return what must be nowhere: the marker, the passphrase and the key in every way of writing."""
    ways = {f"marker {name}": way for name, way in writings_of(marker).items()}
    ways |= {f"passphrase {name}": way for name, way in writings_of(PASSPHRASE).items()}
    ways |= {f"key {name}": way for name, way in bytes_in_letters(key).items()}
    ways |= {f"sheet joined by {mark!r}": mark.join(groups[:2]).lower().encode() for mark in ("", " ", "-", "\n")}
    return {**ways, "key": key.lower()}


@contextmanager
def living(world: World, scenario: str = "live_with_a_marker") -> Iterator[subprocess.Popen[str]]:
    """Start a scenario with nothing but the world's folders to write into; killed at the end if need be."""
    command = [sys.executable, "-m", "tests.faults", scenario, str(world.folder)]
    with subprocess.Popen(
        command,
        cwd=world.folder / "work",
        env=world.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def told(process: subprocess.Popen[str], wanted: str) -> None:
    """Wait for a line; fail with what was complained of where another comes."""
    assert process.stdout is not None
    assert process.stderr is not None
    line = process.stdout.readline().strip()
    assert line == wanted, (line, process.stderr.read() if not line else "")


def go_on(process: subprocess.Popen[str]) -> None:
    """Let the scenario do what comes next."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def deleted_files(pid: int) -> list[Path]:
    """Return files that a process has open though they have no name any more (Linux)."""
    descriptors = list(Path(f"/proc/{pid}/fd").iterdir())
    return [path for path in descriptors if str(path.readlink()).endswith(" (deleted)")]


def test_a_marker_in_every_private_field_is_in_no_byte_outside(world: World) -> None:
    """While open, let out locked, locked, and after a kill -9 with all of it open before."""
    with living(world) as process:
        told(process, "unmarked []")
        told(process, "marked")
        assert world.found() == []
        assert deleted_files(process.pid) == []
        assert list((world.folder / DATA).glob("vault.db-wal")) != []
        go_on(process)
        told(process, "let out")
        assert world.found() == []
        assert sorted(path.name for path in (world.folder / OUT).iterdir()) == ["ask.age", "b.caregiver", "e.age"]
        go_on(process)
        told(process, "locked")
        assert world.found() == []
        go_on(process)
        out, complaints = process.communicate()
    assert ways_in([out.encode(), complaints.encode()], world.secrets) == []
    assert process.returncode == 0, complaints
    assert world.found() == []


def test_a_kill_leaves_no_word_of_it_either(world: World) -> None:
    """The write-ahead log, and what was written a moment before, are as locked as all else."""
    with living(world) as process:
        told(process, "unmarked []")
        told(process, "marked")
        process.kill()
        out, complaints = process.communicate()
    assert world.found() == []
    assert ways_in([out.encode(), complaints.encode()], world.secrets) == []


@pytest.mark.parametrize("end", ["killed", "locked"])
def test_a_protected_library_is_in_no_byte_outside_either(world: World, end: str) -> None:
    """What one reads, seeks and stars: while open, in a backup, locked, after a kill; nor its keys."""
    with living(world, "read_with_a_marker") as process:
        told(process, "reading")
        keys = (world.folder / KEPT / "library-keys").read_bytes()
        halves = {"file": keys[:32], "pictures": keys[32:]}
        of_keys = {
            f"key of {what} {name}": way
            for what, half in halves.items()
            for name, way in {**bytes_in_letters(half), "itself": half.lower()}.items()
        }
        secrets = {**world.secrets, **of_keys}
        closed = World(folder=world.folder, marker=world.marker, secrets=secrets)
        assert closed.found() == []
        assert deleted_files(process.pid) == []
        assert list((world.folder / DATA).glob("library.db-wal")) != []
        if end == "killed":
            process.kill()
        else:
            go_on(process)
            told(process, "backed up")
            assert closed.found() == []
            go_on(process)
            told(process, "locked")
            assert closed.found() == []
            go_on(process)
        out, complaints = process.communicate()
    assert ways_in([out.encode(), complaints.encode()], secrets) == []
    assert process.returncode == (0 if end == "locked" else -signal.SIGKILL), complaints
    assert closed.found() == []


@pytest.mark.parametrize("end", ["killed", "locked and quit"])
def test_a_window_leaves_no_word_either(screen: Screen, world: World, end: str) -> None:
    """Typed into the journal by keyboard, sought, then killed in the midst or locked and left in peace."""
    word = world.marker.rstrip("é")
    own = [f"{name}={value}" for name, value in world.environment.items() if os.environ.get(name) != value]
    folder = world.folder / DATA
    with window_process(screen, folder, before=("env", "-C", str(world.folder / "work"), *own)) as window:
        open_screen(window)
        unlock(window)
        beside = NotesBeside(folder, PASSPHRASE)
        write(window, beside, word, word, first="ctrl+n")
        assert world.found() == []
        assert deleted_files(window.process.pid) == []
        window.press("ctrl+f")
        window.type_text(word)
        if end == "killed":
            window.process.kill()
            out, complaints = window.process.communicate()
        else:
            window.press("ctrl+l")
            window.wait_until(lambda: not is_open(folder), "the lock")
            assert world.found() == []
            out, complaints = "", window.quit()[1]
    beside.close()
    assert ways_in([out.encode(), complaints.encode()], world.secrets) == []
    assert world.found() == []


@pytest.mark.parametrize("packing", ["plain", "utf-16", "zip", "name", "key", "sheet-of-two"])
def test_the_search_finds_what_it_looks_for(world: World, packing: str) -> None:
    """A search that finds nothing proves nothing unless it can find."""
    target = world.folder / "temp" / "leak"
    match packing:
        case "plain":
            target.write_bytes(b"\x00" + unicodedata.normalize("NFD", world.marker.upper()).encode())
        case "utf-16":
            target.write_bytes(world.marker.encode("utf-16-be"))
        case "zip":
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("inner", base64.b64encode(b"ab" + world.marker.encode()))
        case "name":
            target.with_name(quote(world.marker)).touch()
        case "key":
            target.write_bytes(b"x" + world.secrets["key hex"])
        case _:
            target.write_bytes(world.secrets["sheet joined by '-'"].upper())
    assert world.found() != []
