"""Wheel and source archive are the same bytes on two days and in two folders, and what is installed names its build."""

from __future__ import annotations

import email
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from caregiver_app import __version__
from devtools.handing_out import hand_out
from devtools.last_commit import BUILD_FILE, LastCommit, build_file, changed_files, last_commit, lay_out, unpack_all
from devtools.trouble import Trouble
from devtools.wheel import build, strangers_in, unpack

ROOT = Path(__file__).resolve().parents[3]
COMMIT = LastCommit(hash="3f2a9c1b7d40", epoch=1_764_216_000)  # 27 November 2025


def project(folder: Path) -> Path:
    """Return a small copy of the project, as a build lays it out; its files are of now."""
    for name in ("caregiver_app/support", "resources/links", "icons"):
        shutil.copytree(ROOT / name, folder / name, copy_function=shutil.copyfile)  # with what Python compiled
    for name in ("pyproject.toml", "README.md", "LICENSE", "caregiver_app/__init__.py"):
        shutil.copyfile(ROOT / name, folder / name)
    (folder / "tests").mkdir()
    (folder / "tests" / "test_app.py").write_text("assert True")
    (folder / BUILD_FILE).write_bytes(build_file(COMMIT))
    return folder


def test_two_builds_are_the_same_bytes_and_what_they_install_names_its_build(tmp_path: Path) -> None:
    source = project(tmp_path / "source")
    wheel = build("wheel", source, tmp_path / "wheel", epoch=COMMIT.epoch)
    archive = build("sdist", source, tmp_path / "archive", epoch=COMMIT.epoch)
    (source / "caregiver_app" / "__init__.py").chmod(0o600)
    again = build("sdist", source, tmp_path / "again", epoch=COMMIT.epoch, another_day=True)
    assert archive.read_bytes() == again.read_bytes()
    elsewhere = unpack(archive, tmp_path / "unpacked")
    other = build("wheel", elsewhere, tmp_path / "other", epoch=COMMIT.epoch, another_day=True)
    assert wheel.read_bytes() == other.read_bytes()
    assert strangers_in(wheel) == []
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")  # noqa: S202  our own
    (metadata,) = (tmp_path / "installed").glob("*.dist-info/METADATA")
    assert email.message_from_bytes(metadata.read_bytes())["Version"] == __version__
    said = subprocess.run(
        [sys.executable, "-c", "from caregiver_app.support.this_build import this_build; print(this_build().commit)"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == f"{COMMIT.hash}\n"


def test_a_stranger_in_a_wheel_is_named(tmp_path: Path) -> None:
    wheel = tmp_path / "caregiver_app-1.0.0-py3-none-any.whl"
    inside = ("caregiver_app/__init__.py", "caregiver_app-1.0.0.dist-info/METADATA")
    strange = ("tests/test_app.py", "caregiver_app/x.pyc", "caregiver_app-2.0.0.dist-info/METADATA")
    with zipfile.ZipFile(wheel, "w") as packed:
        for name in (*inside, *strange):
            packed.writestr(name, "")
    assert strangers_in(wheel) == list(strange)


def test_a_build_is_of_what_was_committed_and_of_nothing_else(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    (checkout / "resources").mkdir(parents=True)
    with pytest.raises(Trouble, match="git finds none"):
        last_commit(checkout)
    (checkout / "resources" / "words.txt").write_text("committed")
    day = {"GIT_AUTHOR_DATE": "2026-11-27T23:30:00-05:00", "GIT_COMMITTER_DATE": "2026-11-27T23:30:00-05:00"}
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "Begin")):
        subprocess.run(["git", *words], cwd=checkout, env=os.environ | day, check=True)
    assert changed_files(checkout) == []
    (checkout / "resources" / "words.txt").write_text("not committed")
    (checkout / "a note.txt").write_text("new")
    assert sorted(changed_files(checkout)) == ['"a note.txt"', "resources/words.txt"]
    commit = last_commit(checkout)
    lay_out(commit, tmp_path / "laid", checkout)
    assert (tmp_path / "laid" / "resources" / "words.txt").read_text() == "committed"
    assert not (tmp_path / "laid" / "a note.txt").exists()
    assert json.loads((tmp_path / "laid" / BUILD_FILE).read_bytes()) == {"commit": commit.hash, "day": "2026-11-28"}


class OfDebian12(tarfile.TarFile):
    """An archive as the Python of Debian 12 reads it: without filters."""

    def extractall(self, path: str | Path = ".") -> None:  # type: ignore[override]
        super().extractall(path)  # noqa: S202  our own


def test_an_older_python_can_unpack_what_is_built(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("committed")
    with tarfile.open(tmp_path / "of.tar", "w") as archive:
        archive.add(tmp_path / "words.txt", "words.txt")
    with OfDebian12.open(tmp_path / "of.tar") as archive:
        unpack_all(archive, tmp_path / "laid")
    assert (tmp_path / "laid" / "words.txt").read_text() == "committed"


def test_checksums_are_of_all_that_was_built_of_a_commit_and_of_nothing_else(tmp_path: Path) -> None:
    folder, note = tmp_path / "dist", tmp_path / "build" / "note.txt"

    def handed_out(commit: str, *names: str) -> list[str]:
        built = tmp_path / f"of {commit}"
        built.mkdir(exist_ok=True)
        for name in names:
            (built / name).write_text(f"{name} of {commit}")
        hand_out([built / name for name in names], LastCommit(hash=commit, epoch=0), folder, note)
        said = (folder / "SHA256SUMS").read_text().splitlines()
        sums = [f"{hashlib.sha256(f'{name} of {commit}'.encode()).hexdigest()}  {name}" for name in names]
        assert set(sums) <= set(said)
        return [line.partition("  ")[2] for line in said]

    assert handed_out("1", "b-0.1.0.whl") == ["b-0.1.0.whl"]
    (folder / "c-10.1.0.whl").write_text("laid there by somebody")
    assert handed_out("1", "a-0.1.0.deb") == ["a-0.1.0.deb", "b-0.1.0.whl"]
    assert handed_out("2", "a-0.1.0.deb") == ["a-0.1.0.deb"]
    assert sorted(file.name for file in folder.iterdir()) == ["SHA256SUMS", "a-0.1.0.deb", "c-10.1.0.whl"]
