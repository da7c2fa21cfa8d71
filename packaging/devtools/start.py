"""Starts the application from the checkout, and the benchmarks beside it."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from devtools.environment import ready_bench_environment, ready_environment
from devtools.places import BENCH_ENVIRONMENT, ENVIRONMENT, PACKAGING, ROOT, caregiver_command, python_of
from devtools.screen import has_screen
from devtools.system import PEERS_FROM_DEBIAN, QT_LIBRARIES, WINDOW_TEST_PROGRAMS, may_install, ready_system
from devtools.trouble import Trouble

_HOW_TO_OPEN = """
There is no screen here, so no window was opened. On a computer with one, the same command opens it:
  {typed}
Everything works from the command line too:
  {caregiver} --help"""
_HOW_TO_GO_ON = """To go on:
  {caregiver} topic list
  {caregiver} topic choose TOPIC ...
  {caregiver} sync
  {caregiver} search WORDS"""


def run_application(arguments: Sequence[str], *, temporary_data: bool, demo: bool = False) -> int:
    """Open the window, or do the main job in text where there is no screen; return the application's exit code.

    With `demo` it is an invented family's window: what it shows is made for it and removed afterwards, as all temporary
    data is.

    Raises:
        Trouble: the set-up cannot be finished.
    """
    ready_environment()
    if not temporary_data and not demo:
        return _run(arguments, {})
    with _asked_to_end(), tempfile.TemporaryDirectory(prefix="caregiver-", ignore_cleanup_errors=True) as folder:
        if demo and (code := call_python([str(PACKAGING / "make_demo.py"), folder])):
            return code
        return _run(arguments, {"CAREGIVER_DATA_DIR": folder})


def what_next(typed: Sequence[str], *, kept: bool) -> str:
    """Return what is said after a first look without a screen.

    `typed` is the command that was typed. Unless what it brought is `kept`, there is nothing to go on with.
    """
    said = _HOW_TO_OPEN + ("\n" + _HOW_TO_GO_ON if kept else "")
    return said.format(typed=shlex.join(typed), caregiver=caregiver_command())


def make_samples() -> int:
    """Print the invented family's sheets into docs/samples; return the exit code.

    Raises:
        Trouble: the set-up cannot be finished.
    """
    ready_environment()
    return call_python([str(PACKAGING / "make_samples.py")])


def make_look(arguments: Sequence[str]) -> int:
    """Picture every place in every look, on sheets for each theme in docs/look; return the exit code.

    Raises:
        Trouble: the set-up cannot be finished.
    """
    ready_environment()
    ready_system(QT_LIBRARIES)
    return call_python(["-m", "tests.pictures.contact_sheet", *arguments])


def make_guide() -> int:
    """Live through the stories of the guides and write their pictures; return the exit code.

    Raises:
        Trouble: the set-up cannot be finished.
    """
    ready_environment()
    ready_system(QT_LIBRARIES, WINDOW_TEST_PROGRAMS)
    return call_python([str(PACKAGING / "make_guide.py")])


def run_benchmark(name: str | None, arguments: Sequence[str]) -> int:
    """Run one benchmark, or all of them one after the other when `name` is None; return the worst exit code.

    Raises:
        Trouble: there is no such benchmark, or the set-up cannot be finished.
    """
    names = sorted(path.stem.removeprefix("bench_") for path in (ROOT / "tests" / "benchmarks").glob("bench_*.py"))
    if name is not None and name not in names:
        raise Trouble(f"There is no benchmark called {name}. There are: {', '.join(names) or 'none'}.")
    ready_environment()
    ready_bench_environment()
    ready_system(QT_LIBRARIES, {"Xvfb": "xvfb"})
    if may_install():
        ready_system({}, PEERS_FROM_DEBIAN)
    surroundings = os.environ | {"CAREGIVER_BENCH_PYTHON": str(python_of(BENCH_ENVIRONMENT))}
    chosen = names if name is None else [name]
    return max(call_python(["-m", f"tests.benchmarks.bench_{each}", *arguments], surroundings) for each in chosen)


def call_python(
    arguments: Sequence[str], surroundings: dict[str, str] | None = None, *, folder: Path | None = ROOT
) -> int:
    """Run the environment's Python in `folder` (None: where we are) and return its exit code.

    Ctrl+C is the child's to answer. It does not outlive us where we are asked to end and can answer that.
    """
    child = subprocess.Popen([str(python_of(ENVIRONMENT)), *arguments], cwd=folder, env=surroundings)
    try:
        return _end_of(child)
    except SystemExit:
        child.terminate()
        _end_of(child)
        raise


def _end_of(child: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


@contextmanager
def _asked_to_end() -> Iterator[None]:
    """Leave a block in order, with what it made removed, when the terminal closes or the system asks for our end."""
    known = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]  # as after `nohup`

    def end(number: int, _frame: object) -> None:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)  # what is being removed shall be removed whole
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _run(arguments: Sequence[str], throw_away: dict[str, str]) -> int:
    surroundings = os.environ | throw_away
    application = ["-m", "caregiver_app", *arguments]
    if arguments:
        return call_python(application, surroundings, folder=None)
    if has_screen():
        ready_system(QT_LIBRARIES)
        return call_python(application, surroundings, folder=None)
    code = call_python([*application, "first-look"], surroundings, folder=None)
    if code == 0:
        print(what_next(["python3", *sys.argv], kept=not throw_away), flush=True)
    return code
