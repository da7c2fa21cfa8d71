"""Whatever is typed and whatever happens: words, the right exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_app import __version__
from caregiver_app.bootstrap.paths import find_paths
from caregiver_app.cli.main import make_command, run
from caregiver_app.storage.driver import connect
from tests.helpers.command_line import ROOT, CommandLine
from tests.helpers.shapes import ERROR, assert_shape

SLOW = ("sqlite_utils", "sqlcipher3", "feedparser", "lxml", "nh3", "urllib3", "PySide6", "caregiver_app.library.store")
WORDS = ("source", "list", "add", "enable", "sync", "search", "--json", "--limit", "-h", "--", "article", "show", "x")


def test_the_version_is_said(caregiver: CommandLine) -> None:
    ran = caregiver("--version")
    assert (ran.code, ran.out) == (0, f"caregiver {__version__}, from source\n")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command(caregiver: CommandLine, option: str) -> None:
    ran = caregiver(option)
    assert ran.code == 0
    for name in ("source", "opml", "sync", "search", "article", "topic", "ledger", "doctor", "offline"):
        assert f"\n  {name} " in ran.out


def test_every_command_has_help_of_its_own_and_no_line_is_cut(caregiver: CommandLine) -> None:
    for name, command in make_command().commands.items():
        inner = list(getattr(command, "commands", {}))
        for path in ((name,), *((name, one) for one in inner)):
            ran = caregiver(*path, "--help")
            assert ran.code == 0, path
            assert "..." not in ran.out.partition("Commands:")[2], path


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_wait_for_nothing_slow(option: str) -> None:
    code = (
        f"import sys; from caregiver_app.cli.main import run; run(['{option}']); print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not set(SLOW) & set(ran.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("file://example.org/a.opml",),
        ("--nothing",),
        ("source",),
        ("source", "nothing"),
        ("sync", "--source"),
        ("article", "show"),
    ],
)
def test_wrong_usage_is_exit_2_with_words_on_standard_error(caregiver: CommandLine, arguments: tuple[str, ...]) -> None:
    ran = caregiver(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "--help" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [("source", "list", "--data-dir", "there"), ("search", "x", "--data-dir", "there"), ("search", "--data-dir=there")],
)
def test_a_data_folder_named_too_late_is_no_word_and_told_where_it_stands(
    caregiver: CommandLine, arguments: tuple[str, ...]
) -> None:
    ran = caregiver("--json", *arguments)
    command = "source list" if arguments[0] == "source" else "search"
    assert (ran.code, ran.document["error"]["kind"]) == (2, "usage")
    assert ran.document["error"]["what_to_do"] == f"Write it before the command: caregiver --data-dir DIR {command}"


def test_wrong_usage_is_answered_in_json_wherever_json_is_asked_for(caregiver: CommandLine) -> None:
    for arguments in (("--json", "nothing"), ("source", "list", "--nothing", "--json"), ("--json",)):
        ran = caregiver(*arguments)
        assert ran.code == 2
        assert_shape(ran.document, ERROR)
        assert ran.document["error"]["kind"] == "usage"


def test_an_empty_data_folder_name_is_wrong_usage() -> None:
    assert run(["--data-dir", "", "source", "list"]) == 2


def test_what_nobody_foresaw_is_a_sentence_and_a_line_in_the_log_without_content(caregiver: CommandLine) -> None:
    """A table that is missing is a bug of ours and no trouble of the disk: nothing is prepared for it."""
    caregiver("topic", "list")
    paths = find_paths(caregiver.data_dir)
    with closing(connect(str(paths.library), isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DROP TABLE article")
    ran = caregiver("--json", "search", "is:unread secret words")
    assert ran.code == 1
    assert_shape(ran.document, ERROR)
    assert ran.document["error"]["kind"] == "unexpected"
    log = paths.log.read_text(encoding="utf-8")
    assert "OperationalError" in log
    assert "cli/search.py" in log
    assert not any(word in log + ran.out + ran.err for word in ("secret", "Traceback", "no such table"))


def test_a_reader_that_leaves_ends_the_command_quietly(caregiver: CommandLine) -> None:
    caregiver("topic", "list")
    for arguments in (("--json", "source", "list"), ("source", "list"), ("source", "--help")):
        read_end, write_end = os.pipe()
        os.close(read_end)
        with caregiver.start(*arguments, stdout=write_end, stderr=subprocess.PIPE) as process:
            os.close(write_end)
            _, err = process.communicate()
        assert err == b""
        assert process.returncode in (1, 141)


def test_closed_streams_are_no_reason_to_fail(caregiver: CommandLine) -> None:
    caregiver("topic", "list")
    shell = f'"{sys.executable}" -m caregiver_app --data-dir "{caregiver.data_dir}" topic list >&- 2>&-'
    assert subprocess.run(["sh", "-c", shell], cwd=ROOT, check=False).returncode == 0


def test_results_that_find_no_room_are_told_and_no_fault_of_ours(caregiver: CommandLine) -> None:
    caregiver("topic", "list")
    with Path("/dev/full").open("wb") as full:
        with caregiver.start("--json", "topic", "list", stdout=full, stderr=subprocess.PIPE) as process:
            _, err = process.communicate()
        with caregiver.start("no-such-command", stdout=full, stderr=full) as unheard:
            assert unheard.wait() == 2
        with caregiver.start("topic", "--help", stdout=full, stderr=subprocess.PIPE) as helping:
            _, said = helping.communicate()
    assert process.returncode == 1
    assert err.decode().startswith("The disk is full, so this was not saved.")
    assert (helping.returncode, said.decode().partition(".")[0]) == (1, "The disk is full, so this was not saved")
    log = find_paths(caregiver.data_dir).log
    assert not log.exists() or "crash" not in log.read_text(encoding="utf-8")


def test_a_folder_that_nobody_can_enter_is_a_trouble_of_the_disk(caregiver: CommandLine) -> None:
    """One with a longer name than the system takes: rights, which do the same, prove nothing to root."""
    ran = CommandLine(caregiver.data_dir / ("x" * 300))("--json", "topic", "list")
    assert ran.code == 1
    assert ran.document["error"]["kind"] == "storage-io"


@pytest.mark.parametrize("command", [("topic", "list"), ("sync",)], ids=["read", "write"])
def test_a_data_folder_that_is_a_file_is_told_as_that(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    ran = CommandLine(tmp_path / "notes.txt")(*command)
    assert ran.code == 1
    assert ran.err.startswith("There is a file where Caregiver needs a folder. Nothing was changed.")
    assert "--data-dir" in ran.err
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_lacks_letters_gets_signs(caregiver: CommandLine, encoding: str) -> None:
    number = str(caregiver.json("source", "list")[0]["id"])
    caregiver("source", "rename", number, "介護 Zoë")
    caregiver("source", "enable", number)
    ran = caregiver.in_process_of_its_own("source", "list", "--on", environment={"PYTHONIOENCODING": encoding})
    assert ran.code == 0, ran.err


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
@given(st.lists(st.sampled_from(WORDS) | st.text(st.characters(codec="utf-8", exclude_characters="\0")), max_size=5))
def test_any_arguments_at_all_end_in_an_exit_code(caregiver: CommandLine, arguments: list[str]) -> None:
    ran = caregiver(*(word for word in arguments if word not in ("sync", "add")))
    assert ran.code in (0, 1, 2, 3, 4)
    assert "Traceback" not in ran.err
