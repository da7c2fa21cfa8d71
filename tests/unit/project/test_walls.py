"""The walls of ARCHITECTURE.md hold, and each of the contracts that keep them fails when its wall is broken."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# A module to add, what it imports, and the complaint that must follow.
_BREACHES = (
    (
        "support/breach.py",
        "import caregiver_app.library",
        "caregiver_app.support.breach -> caregiver_app.library (l.1)",
    ),
    ("library/breach.py", "import caregiver_app.links", "caregiver_app.library.breach -> caregiver_app.links (l.1)"),
    ("web/breach.py", "import caregiver_app.storage", "caregiver_app.web.breach -> caregiver_app.storage (l.1)"),
    ("cli/breach.py", "import caregiver_app.ui", "caregiver_app.cli.breach -> caregiver_app.ui (l.1)"),
    ("feeds/breach.py", "import caregiver_app.vault", "caregiver_app.feeds.breach -> caregiver_app.vault (l.1)"),
    ("links/breach.py", "import caregiver_app.vault", "caregiver_app.links.breach -> caregiver_app.vault (l.1)"),
    ("guard/breach.py", "import caregiver_app.library", "caregiver_app.guard.breach -> caregiver_app.library (l.1)"),
    ("guard/breach_2.py", "import caregiver_app.links", "caregiver_app.guard.breach_2 -> caregiver_app.links (l.1)"),
    ("guard/breach_3.py", "import caregiver_app.vault", "caregiver_app.guard.breach_3 -> caregiver_app.vault (l.1)"),
    ("ui/home_breach.py", "import caregiver_app.vault", "caregiver_app.ui.home_breach -> caregiver_app.vault (l.1)"),
    ("cli/breach_2.py", "import caregiver_app.vault", "caregiver_app.cli.breach_2 -> caregiver_app.vault (l.1)"),
    ("sharing/breach.py", "import caregiver_app.vault", "caregiver_app.sharing.breach -> caregiver_app.vault (l.1)"),
    ("sharing/plain.py", "import caregiver_app.trust", "caregiver_app.sharing.plain -> caregiver_app.trust (l.1)"),
    (
        "vault/keys/breach.py",
        "import caregiver_app.vault.store",
        "caregiver_app.vault.keys.breach -> caregiver_app.vault.store (l.1)",
    ),
    ("strange/__init__.py", "", "- caregiver_app.strange"),
    ("ui/first.py", "import caregiver_app.ui.second", None),
    ("ui/second.py", "import caregiver_app.ui.first", "No cycles are allowed in caregiver_app.ui"),
    ("feeds/sockets.py", "import socket", "caregiver_app.feeds.sockets -> socket (l.1)"),
    ("cli/door.py", "import urllib3.util", "caregiver_app.cli.door -> urllib3 (l.1)"),
    ("library/driver.py", "import sqlite3", "caregiver_app.library.driver -> sqlite3 (l.1)"),
    ("feeds/rows.py", "import sqlite_utils", "caregiver_app.feeds.rows -> sqlite_utils (l.1)"),
    ("feeds/window.py", "import PySide6.QtCore", "caregiver_app.feeds.window -> PySide6 (l.1)"),
    ("model/breach.py", "import lxml.etree", "caregiver_app.model.breach -> lxml (l.1)"),
)
_CONTRACTS = 10
_WAYS_TO_BEND = frozenset(("setattr", "delattr", "setitem", "delitem"))


def _check(folder: Path) -> str:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-logo", "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_each_broken_wall_is_reported(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "caregiver_app", tmp_path / "caregiver_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, line, _complaint in _BREACHES:
        module = tmp_path / "caregiver_app" / name
        module.parent.mkdir(exist_ok=True)
        module.write_text(f"{line}\n")
    report = _check(tmp_path)
    assert f"Contracts: 0 kept, {_CONTRACTS} broken." in report
    assert [complaint for *_, complaint in _BREACHES if complaint and complaint not in report] == []


def test_values_need_the_standard_library_only() -> None:
    for module in (ROOT / "caregiver_app" / "model").glob("*.py"):
        for name in _imported(module):
            first, *_rest = name.split(".")
            assert first in sys.stdlib_module_names or name.startswith("caregiver_app.model"), (module.name, name)


def test_no_test_bends_a_module_to_its_will() -> None:
    """Where a patch seems needed, a seam is missing."""
    for module in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            named = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
            assert named not in _WAYS_TO_BEND, f"{module.name}: {named}"


def _imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_the_way_around_tells_what_each_package_is_for() -> None:
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("| package | holds | never |")[2]
    lines = told.partition("\n\n")[0].splitlines()
    packages = {place.parent.name for place in (ROOT / "caregiver_app").glob("*/__init__.py")}
    assert {line.split("`")[1] for line in lines if line.startswith("| `")} == packages
