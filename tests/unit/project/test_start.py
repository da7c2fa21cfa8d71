"""Starting: nothing slow is imported too early, workers are spawned, and without a command the window opens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SLOW = (
    "PySide6",
    "caregiver_app.bootstrap.services",
    "feedparser",
    "lxml",
    "nh3",
    "sqlcipher3",
    "sqlite_utils",
    "urllib3",
)
_STARTING = """
import multiprocessing, sys
from caregiver_app import __main__

sys.argv = ["caregiver", *sys.argv[1:]]
try:
    print("code", __main__.main())
except SystemExit as end:
    print("code", end.code)
from caregiver_app.support.i18n import current_language

print("method", multiprocessing.get_start_method())
print("language", current_language())
print("loaded", *sys.modules)
"""


def _start(*arguments: str, before: str = "") -> tuple[str, list[str]]:
    """Run `main` with these arguments; return all it said before the last line, and which modules were loaded then."""
    done = subprocess.run(
        [sys.executable, "-c", before + _STARTING, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    said, _, loaded = done.stdout.rpartition("loaded ")
    return said + done.stderr, loaded.split()


def test_help_needs_nothing_slow_and_makes_no_folder(tmp_path: Path) -> None:
    said, loaded = _start("--data-dir", str(tmp_path / "data"), "--help")
    assert "search" in said
    assert [name for name in _SLOW if name in loaded] == []
    assert not (tmp_path / "data").exists()


def test_workers_are_spawned() -> None:
    assert "method spawn" in _start("--help")[0]


def test_being_imported_by_a_worker_starts_nothing() -> None:
    """`spawn` imports the main module again under another name."""
    program = (
        "import runpy, sys; runpy.run_module('caregiver_app.__main__', run_name='__mp_main__'); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert [name for name in (*_SLOW, "babel", "click") if name in done.stdout.split()] == []
    assert done.stderr == ""


_STAND_IN = """
import sys, types
app = types.ModuleType("caregiver_app.ui.app")
def open_window(data_dir, file):
    print("window on", data_dir, "with", file)
    return 0
app.open_window = open_window
sys.modules["caregiver_app.ui.app"] = app
"""


@pytest.mark.parametrize(
    ("arguments", "folder"), [((), "None"), (("--data-dir", "here"), "here"), (("--data-dir=here",), "here")]
)
def test_without_a_command_the_window_opens(arguments: tuple[str, ...], folder: str) -> None:
    said, _loaded = _start(*arguments, before=_STAND_IN)
    assert f"window on {folder} with None\ncode 0\n" in said


def test_with_a_file_the_window_opens_on_it() -> None:
    said, _loaded = _start("--data-dir", "here", "/home/me/packs.carepack", before=_STAND_IN)
    assert "window on here with /home/me/packs.carepack\ncode 0\n" in said


@pytest.mark.parametrize("terminal", [True, False])
def test_a_missing_system_library_is_told_by_its_name_where_there_is_a_terminal(*, terminal: bool) -> None:
    lacking = """
import sys
class Lacking:
    def find_spec(self, name, path=None, target=None):
        if name == "caregiver_app.ui.app":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
sys.meta_path.insert(0, Lacking())
"""
    said, _loaded = _start(before=lacking if terminal else f"{lacking}\nsys.stderr = None")
    assert ("this system lacks libEGL.so.1." in said) is terminal
    assert "code 1\n" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(("--json", "--data-dir", "{}"), id="after another option"),
        pytest.param(("--json", "--data-dir={}"), id="with a sign"),
        pytest.param(("--data-dir", "{}", "--json"), id="first"),
        pytest.param(("--data-dir", "/nowhere/at/all", "--data-dir", "{}"), id="the last one counts"),
    ],
)
def test_the_language_and_the_log_are_those_of_the_folder_wherever_it_is_named(
    tmp_path: Path, before: tuple[str, ...]
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.json").write_text('{"language": "de"}', encoding="utf-8")
    said, _ = _start(*(part.format(data) for part in before), "no-such-command")
    assert "language de" in said


@pytest.mark.parametrize("arguments", [("--data-dir", ""), ("--data-dir=",), ("--data-dir",)])
def test_a_folder_without_a_name_is_a_wrong_command_and_no_window(arguments: tuple[str, ...]) -> None:
    said, loaded = _start(*arguments)
    assert "code 2" in said
    assert "PySide6" not in loaded


@pytest.mark.parametrize("command", [(), ("topic", "list")], ids=["window", "command"])
def test_where_nobody_can_tell_where_the_data_lies_a_sentence_says_so(command: tuple[str, ...]) -> None:
    said, _loaded = _start("--data-dir", "~nobody-of-this-name", *command)
    assert "Caregiver cannot tell where its folder is." in said
    assert "code 1\n" in said
    assert "Traceback" not in said
