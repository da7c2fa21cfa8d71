"""Every sheet of care notes is printed and written down; what it says is in no other file, log, library or output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from caregiver_app.cli.print_asked import named
from caregiver_app.model.sheets.kinds import SheetKind, kinds_of
from tests.helpers.command_line import ROOT
from tests.helpers.markers import found_in, ways_in, writings_of
from tests.helpers.print_commands import MARKER, OWN_OPTIONS, PrintCommands, private_names, words_of
from tests.helpers.starter import started_once

_RUN_ALL = """
import json, sys
from tests.helpers.derivations import remember_derivations
remember_derivations()
from caregiver_app.cli.main import run
for words in json.loads(sys.argv[1]):
    if (code := run(words)) != 0:
        sys.exit(f"{words}: {code}")
"""
"""All commands in one process: each by itself would take longer to start than to print."""


def run_all(commands: list[list[str]], *, working: Path, temporary: Path) -> subprocess.CompletedProcess[bytes]:
    """Run commands one after the other, with folders of their own to work in and for temporary files."""
    places = {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")}
    return subprocess.run(
        [sys.executable, "-c", _RUN_ALL, json.dumps(commands)],
        cwd=working,
        env={**os.environ, **places, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=200,
        check=False,
    )


def test_private_words_are_on_the_sheets_alone_and_each_is_written_down(tmp_path: Path) -> None:
    care = PrintCommands(tmp_path, started=started_once())
    temporary, out, working = (tmp_path / name for name in ("temporary", "out", "working"))
    for folder in (temporary, out, working):
        folder.mkdir()
    start, names = ["--data-dir", str(care.command.data_dir), "print"], private_names()
    commands = [
        [*start, name, "-o", str(out / f"{name}.pdf"), *OWN_OPTIONS.get(name, ()), *care.secret] for name in names
    ]
    commands.append([*start, "medicines", "-o", "-", *care.secret])
    ran = run_all(commands, working=working, temporary=temporary)
    assert ran.returncode == 0, ran.stderr

    ways, core = writings_of(MARKER), MARKER.rstrip("é")
    told, begin, streamed = ran.stdout.partition(b"%PDF")
    assert ways_in((told, ran.stderr), ways) == []
    assert found_in((temporary, working, care.command.data_dir), ways) == []
    assert [path.name for path in (*temporary.iterdir(), *working.iterdir())] == []

    said = {name: words_of((out / f"{name}.pdf").read_bytes()) for name in names}
    assert [name for name, words in said.items() if core not in words or "Private" not in words] == []
    assert core in words_of(begin + streamed)
    left = [(each["channel"], each["what"]) for each in care.json("ask", "disclosures", "--limit", str(len(commands)))]
    expected = [{kind.value: 1 for kind in kinds_of(named(name)) if kind is not SheetKind.HELPLINES} for name in names]
    assert left == [("print", what) for what in reversed([*expected, {"medicines": 1}])]
