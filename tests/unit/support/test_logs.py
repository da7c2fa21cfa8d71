"""The log says what happened, and nothing that a person wrote, read or looked for."""

from __future__ import annotations

import logging
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.model.sync import SyncState
from caregiver_app.support.logs import KEPT, SIZE_LIMIT_BYTES, note, start_log
from tests.helpers.clock import StillClock

_CRASHING = """
import sys, threading
from pathlib import Path
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.logs import install_hooks, start_log
from caregiver_app.support.settings import Settings, SettingsFile
start_log(Path(sys.argv[1]), SystemClock())
install_hooks(lambda: print("Sorry.", flush=True))

class Broken:
    def __del__(self):
        raise KeyError("diagnosis")

def crash():
    try:
        raise ValueError("diagnosis")
    except ValueError as error:
        SettingsFile(None).save(Settings())

if sys.argv[2] == "thread":
    thread = threading.Thread(target=crash)
    thread.start()
    thread.join()
elif sys.argv[2] == "unraisable":
    Broken()
elif sys.argv[2] == "frozen":
    exec(compile("print(diagnosis)", "caregiver_app/ui/home/screen.py", "exec"))
else:
    crash()
"""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    logger = logging.getLogger("caregiver_app")
    path = tmp_path / "data" / "caregiver.log"
    start_log(path, StillClock())
    yield path
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
    logger.propagate = True


def _crash(log: Path, where: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _CRASHING, str(log), where]
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDEVMODE"}
    return subprocess.run(command, env=plain, capture_output=True, text=True, check=False)


def test_nothing_is_made_before_there_is_something_to_say(log: Path) -> None:
    assert not log.parent.exists()


def test_a_note_is_one_line_with_time_event_and_facts(log: Path) -> None:
    note("sync.finished", sources=200, seconds=1.25, state=SyncState.OK, offline=False, host="www.nhs.uk")
    line = "2026-11-23T08:05:00+00:00 sync.finished sources=200 seconds=1.250 state=ok offline=False host=www.nhs.uk\n"
    assert log.read_text() == line
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("host", ["www.nhs.uk/dementia", "nhs.uk?q=dementia", "a b", "", "[::1", "a" * 64, "x\ny"])
def test_of_an_address_only_a_host_is_taken(log: Path, host: str) -> None:
    note("fetch.failed", host=host)
    assert log.read_text().endswith("fetch.failed host=(left out)\n")


def test_free_words_have_no_way_in(log: Path) -> None:
    with pytest.raises(ValueError, match="dotted words"):
        note("searched for dementia")
    note("search.done", query="dementia")  # type: ignore[arg-type]  # the claim is about callers without types
    assert log.read_text().endswith("search.done query=(left out)\n")


def test_a_record_made_in_another_way_tells_only_its_place(log: Path) -> None:
    try:
        raise ValueError("dementia")
    except ValueError:
        logging.getLogger("caregiver_app.library.search").warning("looked for %s", "dementia", exc_info=True)
    assert re.fullmatch(r"\S+ warning at caregiver_app\.library\.search:\d+\n", log.read_text())


def test_other_libraries_write_nothing_anywhere(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """urllib3 warns with whole addresses; without a handler Python would print them."""
    logging.getLogger("urllib3.connectionpool").warning("Retrying: /search?q=dementia")
    assert not log.exists()
    assert capsys.readouterr() == ("", "")


def test_the_log_turns_over_and_keeps_a_few(log: Path) -> None:
    for number in range(KEPT + 3):
        note("turn", number=number)
        with log.open("a") as file:
            file.write("x" * (SIZE_LIMIT_BYTES + 1))
    note("turn", number=99)
    names = sorted(path.name for path in log.parent.iterdir())
    assert names == ["caregiver.log", *(f"caregiver.log.{number}" for number in range(1, KEPT + 1))]
    assert log.read_text().endswith("turn number=99\n")
    assert f"number={KEPT + 2}" in Path(f"{log}.1").read_text()


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    start_log(tmp_path / "file" / "caregiver.log", StillClock())
    note("still.running")
    assert (tmp_path / "file").read_bytes() == b""


@pytest.mark.parametrize("where", ["main", "thread"])
def test_what_nothing_caught_is_noted_without_its_words(tmp_path: Path, where: str) -> None:
    log = tmp_path / "caregiver.log"
    done = _crash(log, where)
    written = log.read_text()
    assert "crash type=builtins.AttributeError cause=builtins.ValueError support/settings.py:" in written
    assert "diagnosis" not in written + done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == "Sorry.\n"


def test_what_python_cannot_raise_is_noted_quietly(tmp_path: Path) -> None:
    log = tmp_path / "caregiver.log"
    done = _crash(log, "unraisable")
    assert log.read_text().endswith("crash type=builtins.KeyError\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_frozen_code_that_broke_is_named_by_its_place_in_the_package(tmp_path: Path) -> None:
    log = tmp_path / "caregiver.log"
    _crash(log, "frozen")
    assert log.read_text().endswith("crash type=builtins.NameError ui/home/screen.py:1\n")
