"""The tour in docs/tours/channel.sh is what happens when somebody types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.command_line import ROOT


def test_the_tour_of_a_channel_runs_as_it_stands(tmp_path: Path) -> None:
    tour = ROOT / "docs" / "tours" / "channel.sh"
    beside = Path(sys.executable).parent
    ran = subprocess.run(
        ["sh", str(tour), str(tmp_path / "tour")],
        env={**os.environ, "PATH": f"{beside}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert ran.returncode == 0, (ran.stdout, ran.stderr)
    assert ran.stdout.endswith("== Done\n")
    assert ran.stdout.count("Refused, as it must be.") == 3
    for said in ("older than what you have", "changed after it was signed", "not signed"):
        assert said in ran.stderr, said
