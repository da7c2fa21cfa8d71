"""Runs the scripts of docs/tours as they stand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.command_line import ROOT


def toured(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a tour to its end; it must go well and say that it is done."""
    beside = Path(sys.executable).parent
    ran = subprocess.run(
        ["sh", str(ROOT / "docs" / "tours" / name), str(folder)],
        env={**os.environ, "PATH": f"{beside}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert ran.returncode == 0, (ran.stdout, ran.stderr)
    assert ran.stdout.endswith("== Done\n")
    return ran
