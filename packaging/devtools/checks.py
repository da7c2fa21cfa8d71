"""The checks that take seconds, the tests, and what mends itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from devtools.documents import broken_links
from devtools.environment import ready_environment
from devtools.places import ENVIRONMENT, PACKAGING, ROOT, python_of
from devtools.site import lost_documents
from devtools.start import call_python
from devtools.system import QT_LIBRARIES, WINDOW_TEST_PROGRAMS, ready_system

_LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


_WORKERS = "4"
"""Two more than the processors of a small machine: tests of windows and of kills wait a good part of their time."""

_PATIENCE_OF_LONG_TESTS_S = 1_800
"""Some of them end a process at each of hundreds of places."""

_MEMORY = Path("/dev/shm")  # noqa: S108  a file system in memory, where Linux has one
_ROOM_BYTES = 4_000_000_000


@contextmanager
def _quick_folder() -> Iterator[list[str]]:
    """Yield options for pytest that keep its files in memory where there is room: thousands of tests wait for disks."""
    if not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < _ROOM_BYTES:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="caregiver-tests-", dir=_MEMORY) as folder:
        yield [f"--basetemp={folder}/pytest", "-o", "tmp_path_retention_policy=failed"]


@dataclass(frozen=True)
class Check:
    """A name for the summary, and what finds the complaints (empty: all is well)."""

    name: str
    complaints: Callable[[], str]


def run_checks(*further: Check) -> list[str]:
    """Run every quick check and `further` ones, also after one failed, print a summary, and return which failed.

    Raises:
        Trouble: the set-up cannot be finished.
    """
    ready_environment()
    return _failing((*_checks(), *further))


def _failing(checks: Sequence[Check]) -> list[str]:
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as side_by_side:
        passed = side_by_side.map(_passes, checks)
        return [check.name for check, ok in zip(checks, passed, strict=True) if not ok]


def run_tests(arguments: Sequence[str]) -> int:
    """Run everything that must hold; with `arguments` only pytest with these. Return the exit code.

    Raises:
        Trouble: the set-up cannot be finished.
    """
    ready_environment()
    ready_system(QT_LIBRARIES, WINDOW_TEST_PROGRAMS)
    if arguments:
        return call_python(["-m", "pytest", *arguments])
    failed = _failing((_COLLECTION, *_checks()))
    with _quick_folder() as where:
        code = call_python(["-m", "pytest", "-n", _WORKERS, "--dist", "worksteal", *where])
    if failed:
        print(f"And these checks failed, see above: {', '.join(failed)}", flush=True)
    return code or int(bool(failed))


def run_long_tests(expression: str, surroundings: dict[str, str], arguments: Sequence[str]) -> int:
    """Run the tests that a marker expression chooses and return pytest's exit code.

    Raises:
        Trouble: the set-up cannot be finished.
    """
    ready_environment()
    ready_system(QT_LIBRARIES, WINDOW_TEST_PROGRAMS)
    patient = ["-o", f"faulthandler_timeout={_PATIENCE_OF_LONG_TESTS_S}"]
    return call_python(["-m", "pytest", "-m", expression, *patient, *arguments], os.environ | surroundings)


def mend() -> int:
    """Let the tools mend what they can: layout, simple lint, the template of translations; return the exit code.

    Raises:
        Trouble: the set-up cannot be finished.
    """
    ready_environment()
    steps = (
        ["-m", "ruff", "check", "--fix", "--quiet", "."],
        ["-m", "ruff", "format", "--quiet", "."],
        [str(PACKAGING / "translations.py"), "refresh"],
    )
    return max(call_python(step) for step in steps)


def _checks() -> tuple[Check, ...]:
    return (
        Check("types", lambda: complaints_of("-m", "mypy")),  # first, as it takes the longest
        Check("format", lambda: complaints_of("-m", "ruff", "format", "--check", ".")),
        Check("lint", lambda: complaints_of("-m", "ruff", "check", ".")),
        Check("walls", lambda: complaints_of("-c", _LINT_IMPORTS, "--no-logo")),
        Check("translations", lambda: complaints_of(str(PACKAGING / "translations.py"), "check")),
        Check("starter", lambda: complaints_of(str(PACKAGING / "make_starter.py"), "--check")),
        Check("helplines", lambda: complaints_of(str(PACKAGING / "make_helplines.py"), "--check")),
        Check("packs", lambda: complaints_of(str(PACKAGING / "make_packs.py"), "--check")),
        Check("notices", lambda: complaints_of(str(PACKAGING / "make_notices.py"), "--check")),
        Check("documents", lambda: "\n".join((*broken_links(ROOT), *lost_documents(ROOT)))),
    )


_COLLECTION = Check("collection", lambda: complaints_of("-m", "pytest", "--collect-only", "-qq"))
"""Beside the check of types, which leaves a processor idle: what it compiles, no worker has to compile again."""


def _passes(check: Check) -> bool:
    began = time.monotonic()
    complaints = check.complaints()
    verdict = f"{check.name:<16}{'FAILED' if complaints else 'ok':<8}{time.monotonic() - began:5.1f} s"
    print("\n".join(filter(None, (verdict, complaints))), flush=True)  # at once: others speak beside it
    return not complaints


def complaints_of(*arguments: str) -> str:
    """Return what the environment's Python says where it ends with anything but 0, else nothing."""
    done = subprocess.run(
        [str(python_of(ENVIRONMENT)), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return ""
    return (done.stdout + done.stderr).strip() or f"exit code {done.returncode}"
