"""What care notes say is on the sheets that were asked for and nowhere else: no other file, log, library or output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from caregiver_app.model.sheets.kinds import PRIVATE, SETS, PrintSet
from tests.helpers.command_line import ROOT
from tests.helpers.derivations import full_cost
from tests.helpers.markers import found_in, ways_in, writings_of
from tests.helpers.print_commands import MARKER, OWN_OPTIONS, PrintCommands, words_of

_RUN_ALL = """
import json, sys
from caregiver_app.cli.main import run
for words in json.loads(sys.argv[1]):
    if (code := run(words)) != 0:
        sys.exit(f"{words}: {code}")
"""
"""All commands in one process: each by itself would take longer to start than to print."""


def test_private_words_are_on_the_sheets_alone(tmp_path: Path, started_once: Path) -> None:
    with full_cost():
        care = PrintCommands(tmp_path, started=started_once)
    temporary, out, working = (tmp_path / name for name in ("temporary", "out", "working"))
    for folder in (temporary, out, working):
        folder.mkdir()
    in_sets = {kind for each in PrintSet for kind in SETS[each]}
    names = [*SETS, *(kind for kind in PRIVATE if kind not in in_sets)]
    start = ["--data-dir", str(care.command.data_dir), "print"]
    commands = [
        [*start, name, "-o", str(out / f"{name}.pdf"), *OWN_OPTIONS.get(name, ()), *care.secret] for name in names
    ]
    commands.append([*start, "medicines", "-o", "-", *care.secret])
    places = {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")}
    ran = subprocess.run(
        [sys.executable, "-c", _RUN_ALL, json.dumps(commands)],
        cwd=working,
        env={**os.environ, **places, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=100,
        check=False,
    )
    ways = writings_of(MARKER)
    assert ran.returncode == 0, ran.stderr
    told, begin, streamed = ran.stdout.partition(b"%PDF")
    assert MARKER.rstrip("é") in words_of(begin + streamed)
    assert ways_in((told, ran.stderr), ways) == []
    assert found_in((temporary, working, care.command.data_dir), ways) == []
    assert [path.name for path in (*temporary.iterdir(), *working.iterdir())] == []
    assert sorted(path.stem for path in out.iterdir()) == sorted(names)
