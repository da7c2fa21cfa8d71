"""Pages for `man` and the completion for shells say what the commands say; the shell of every Linux tries them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from caregiver_app import __version__
from make_manual import make

PROJECT = Path(__file__).resolve().parents[3]
PAGE, SPANISH = "man/man1/caregiver.1", "man/es/man1/caregiver.1"
BASH = "bash-completion/completions/caregiver"
OTHERS = ("zsh/vendor-completions/_caregiver", "fish/vendor_completions.d/caregiver.fish")

_ASK = """
source "$1"
shift
compopt() { :; }
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_caregiver
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    make(folder)
    return folder


def follows(made: Path, *said: str) -> list[str]:
    command = ["bash", "-c", _ASK, "ask", str(made / BASH), "caregiver", *said]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split("\n")[:-1]


def test_another_computer_makes_the_same_bytes(made: Path, tmp_path: Path) -> None:
    script = [sys.executable, str(PROJECT / "packaging" / "make_manual.py"), str(tmp_path)]
    surroundings = os.environ | {"PYTHONHASHSEED": "7", "LANGUAGE": "es", "COLUMNS": "40", "HOME": str(tmp_path)}
    subprocess.run(script, env=surroundings, capture_output=True, text=True, check=True)
    for name in (PAGE, SPANISH, BASH, *OTHERS):
        assert (tmp_path / name).read_bytes() == (made / name).read_bytes()


def test_a_page_tells_every_command_with_its_options_in_its_language(made: Path) -> None:
    page, spanish = ((made / name).read_text(encoding="utf-8") for name in (PAGE, SPANISH))
    assert page.startswith(f'.TH CAREGIVER 1 "" "Caregiver {__version__}" ')
    parts = dict(re.findall(r'^\.SS "(.+)"\n((?:(?!\.S).*\n)*)', page, flags=re.MULTILINE))
    assert "\\-\\-allow\\-private" in parts["caregiver source add"]
    assert "Also: \\fB\\-\\-passphrase\\-file F\\fR" in parts["caregiver source add"]
    assert len(parts) == len(re.findall(r"^\.SS", spanish, flags=re.MULTILINE)) > 200
    assert "Añade" in spanish
    assert '.SH "DESCRIPCIÓN"' in spanish


def test_no_word_of_ours_is_a_command_of_the_typesetter(made: Path) -> None:
    ours = {"TH", "SH", "SS", "PP", "TP", "B", "I", "br", "nh", "ad"}
    for name in (PAGE, SPANISH):
        text = (made / name).read_text(encoding="utf-8")
        assert set(re.findall(r"^[.'](\S*)", text, flags=re.MULTILINE)) <= ours
        assert set(re.findall(r"\\(\(..|.)", text)) <= {"f", "-", "&", ":", "(rs", "(dq", "(ti", "(ha", "(ga", "(aq"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("so",), ["source"]),
        (("source", "a"), ["add"]),
        (("--data-dir", "source", "source", "ad"), ["add"]),
        (("source", "add", "--allow"), ["--allow-private"]),
        (("article", "list", "--sort", "n"), ["newest"]),
        (("offline", "o"), ["on", "off"]),
        (("print", "--size", ""), ["normal", "large", "extra-large"]),
        (("print", "-o", "dev"), ["dev.py"]),
        (("--data-dir", "caregiver_"), ["caregiver_app"]),
        (("first",), [""]),
    ],
)
def test_bash_says_what_may_follow(made: Path, said: tuple[str, ...], expected: list[str]) -> None:
    assert follows(made, *said) == expected


def test_every_shell_knows_the_same_commands(made: Path) -> None:
    page = (made / PAGE).read_text(encoding="utf-8")
    commands = [name.replace("\\-", "-") for name in re.findall(r'^\.SS "caregiver (.+)"', page, flags=re.MULTILINE)]
    zsh, fish = ((made / name).read_text(encoding="utf-8") for name in OTHERS)
    for command in commands:
        assert f"        {quoted(command)}) reply=(" in zsh
        assert f"__caregiver_at \\'{command}\\'" in fish


def quoted(words: str) -> str:
    return f"'{words}'" if " " in words else words
