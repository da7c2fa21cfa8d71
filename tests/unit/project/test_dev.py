"""`dev.py` says plainly what it can do, what is missing and what to do about it."""

from __future__ import annotations

import ast
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from devtools.commands import main, parser_of
from devtools.places import caregiver_command
from devtools.screen import has_screen
from devtools.start import what_next
from devtools.system import library_of_python, ready_system
from devtools.trouble import Trouble

ROOT = Path(__file__).resolve().parents[3]
_ABSENT = {"libnowhere.so.7": "libnowhere7"}
_MORE_THAN_A_PIPE_HOLDS = 300_000
"""Once that is written, somebody reads."""
_PATIENCE_S = 30


def _dev(*arguments: str, before: str = "pass", root: Path = ROOT, **surroundings: str) -> tuple[int, str]:
    """Run dev.py, after the Python lines of `before`, and return its exit code and all it said."""
    lines = f"import sys; sys.argv = ['dev.py', *{arguments!r}]; {before}; __file__ = {str(root / 'dev.py')!r}"
    program = f"{lines}\nexec(compile(open(__file__).read(), __file__, 'exec'))"
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | surroundings, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("found", "version"), [("(3, 10, 4)", "3.10.4"), ("(3, 14, 0)", "3.14.0"), ("(3, 8, 1)", "3.8.1")]
)
def test_another_python_is_told_which_ones_will_do(found: str, version: str) -> None:
    code, said = _dev("run", before=f"sys.version_info = {found}; sys.version = {version!r}", PATH="")
    assert (code, said) == (
        1,
        f"Caregiver needs Python 3.11 to 3.13; this is {version}. Please install one of these.\n",
    )


def test_another_python_is_told_of_a_fitting_one_at_hand(tmp_path: Path) -> None:
    (tmp_path / "python3.12").touch(mode=0o755)
    code, said = _dev("run", before="sys.version_info = (3, 9, 2)", PATH=str(tmp_path))
    assert code == 1
    assert "Use python3.12 in place of python3 here." in said


def test_old_pythons_can_read_far_enough_to_say_so() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 4))


def test_a_python_without_pip_is_told_so(tmp_path: Path) -> None:
    checkout, without_pip = tmp_path / "checkout", tmp_path / "modules"
    shutil.copytree(ROOT / "packaging", checkout / "packaging")
    for name in ("dev.py", "pyproject.toml"):
        shutil.copy(ROOT / name, checkout)
    without_pip.mkdir()
    (without_pip / "pip.py").write_text("raise ImportError('there is no pip')\n")
    code, said = _dev("setup", root=checkout, PYTHONPATH=str(without_pip))
    assert code == 1
    assert "This Python has no pip" in said
    assert "apt-get install python3-pip" in said
    assert not (checkout / ".venv").exists()


def test_without_a_command_the_commands_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], "what there is") == 2
    assert "what there is" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("run", "--data-dir", "x y"), "python3 dev.py run -- --data-dir 'x y'"),
        (("run", "--temp-data", "search", "sleep"), "python3 dev.py run -- search sleep"),
        (("test", "-x"), "python3 dev.py test -- -x"),
        (("check", "--all"), "python3 dev.py check --help"),
    ],
)
def test_what_is_for_another_program_is_told_where_it_stands(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments, "")
    assert capsys.readouterr().err.endswith(f": {told}\n")


def test_each_command_says_how_it_is_typed_and_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    usage = ast.get_docstring(ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))) or ""
    for name in sorted(set(re.findall(r"^python3 dev\.py ([a-z]+)", usage, re.MULTILINE))):
        with pytest.raises(SystemExit, match="0"):
            main([name, "--help"], usage)
        typed, does = capsys.readouterr().out.split("\n\n")[:2]
        assert typed.startswith(f"usage: python3 dev.py {name}")
        assert f"  {does.splitlines()[0]}\n" in usage, name
    with pytest.raises(SystemExit):
        main(["package", "--help"], usage)
    assert "installs" in capsys.readouterr().out


def test_after_a_first_look_without_a_screen_the_next_commands_can_be_copied() -> None:
    kept = what_next(["python3", "dev.py", "run"], kept=True)
    assert f"\n  {caregiver_command()} topic choose TOPIC ...\n" in kept
    thrown_away = what_next(["python3", "../dev.py", "run", "--demo"], kept=False)
    assert "\n  python3 ../dev.py run --demo\n" in thrown_away
    assert "To go on" not in thrown_away


def test_the_documents_name_only_commands_that_there_are() -> None:
    documents = [ROOT / "dev.py", *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / ".ci" / "run"]
    words = re.compile(r"dev\.py ([a-z]+)((?: --[a-z-]+)*)")
    named = {found for path in documents for found in words.findall(path.read_text(encoding="utf-8"))}
    assert {"run", "test", "setup", "check", "fix", "bench", "faults", "fuzz", "lock"} <= {name for name, _ in named}
    for name, options in named:
        assert parser_of("").parse_args([name, *options.split()]).command, (name, options)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_throw_away_data_goes_when_the_terminal_does(name: str, tmp_path: Path) -> None:
    """And with it the program that was started, although its input is still open."""
    command = [sys.executable, str(ROOT / "dev.py"), "run", "--temp-data", "--", "opml", "import", "-"]
    here = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, env=here, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as run:
        assert run.stdin is not None
        run.stdin.write(b" " * _MORE_THAN_A_PIPE_HOLDS)
        assert len(list(tmp_path.glob("caregiver-*"))) == 1
        run.send_signal(getattr(signal, name))
        assert run.wait(_PATIENCE_S) == 128 + getattr(signal, name)
        assert list(tmp_path.iterdir()) == []
        with pytest.raises(BrokenPipeError):
            run.stdin.write(b"nobody reads this")


def test_an_unknown_benchmark_is_told_of_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "nonsense"], "") == 1
    assert "There is no benchmark called nonsense. There are:" in capsys.readouterr().err


def test_without_a_desktop_there_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not has_screen()
    monkeypatch.setenv("DISPLAY", ":7654")
    assert not has_screen()
    monkeypatch.setenv("DISPLAY", "nonsense")
    assert not has_screen()


def test_a_desktop_that_answers_is_a_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not has_screen()
    with socket.socket(socket.AF_UNIX) as desktop:
        desktop.bind(str(tmp_path / "wayland-7"))
        desktop.listen()
        assert has_screen()
    monkeypatch.setenv("DISPLAY", "laptop.example:10.0")
    assert has_screen()


def _fake_apt(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    calls = folder / "calls"
    apt = folder / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$@" >> {calls}\n')
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return calls


def test_what_is_there_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _fake_apt(tmp_path, monkeypatch)
    ready_system({"libc.so.6": "libc6"}, {"apt-get": "apt"}, root=True)
    assert not calls.exists()


def test_who_may_not_install_gets_one_line_to_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _fake_apt(tmp_path, monkeypatch)
    with pytest.raises(Trouble, match=r"\n  sudo apt-get install --no-install-recommends -y libnowhere7 nothing$"):
        ready_system(_ABSENT, {"nothing-like-it": "nothing"}, root=False)
    assert not calls.exists()


def test_root_on_debian_installs_what_is_missing_and_looks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = _fake_apt(tmp_path, monkeypatch)
    with pytest.raises(Trouble, match=r"Installed, and yet not found: libnowhere\.so\.7"):
        ready_system(_ABSENT, root=True)
    update, install = calls.read_text().splitlines()
    assert update.endswith(" update")
    assert install.endswith(" install --no-install-recommends -y libnowhere7")


def test_on_other_systems_the_missing_names_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble, match=r"libnowhere\.so\.7"):
        ready_system(_ABSENT, root=True)


def test_the_library_of_the_systems_own_python_is_asked_for_and_of_no_other() -> None:
    assert library_of_python("/usr", (3, 12)) == {"libpython3.12.so.1.0": "libpython3.12"}
    assert library_of_python("/usr/local", (3, 12)) == {}
