"""Runs scenarios in processes that begin at once: `python -m tests.faults.forking` reads a JSON object a line.

Each scenario runs in a fork of this process, which has loaded everything and has one thread and no connection. It says
`pid N` before and `ended CODE` after; between them comes what the scenario tells.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from caregiver_app.bootstrap.built_in import read_shipped, shipped_addresses, shipped_uids
from tests.faults.scenarios import SCENARIOS
from tests.faults.telling import tell
from tests.helpers.derivations import remember_derivations

_ASK_WHAT_SHIPS = frozenset({"restore_a_backup", "restore_all", "bring_protected_library"})

_INSTALL_WHAT_SHIPS = frozenset({"first_start"})


def main() -> None:
    """Serve until the input ends."""
    remember_derivations()
    while request := sys.stdin.readline():
        asked = json.loads(request)
        _ready_for(asked["name"])
        child = os.fork()
        if child == 0:
            _run(asked["name"], asked["arguments"], asked["environment"])
        _, status = os.waitpid(child, 0)
        tell(f"ended {os.waitstatus_to_exitcode(status)}")


def _ready_for(name: str) -> None:
    """Read what ships once for all forks that will."""
    if name in _ASK_WHAT_SHIPS:
        shipped_addresses()
    if name in _INSTALL_WHAT_SHIPS:
        for uid, _version in shipped_uids():
            read_shipped(uid)


def _run(name: str, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run a scenario and end without cleaning up: what was told stays told, and nothing else is kept."""
    code = 1
    try:
        os.environ.update(environment)
        tell(f"pid {os.getpid()}")
        SCENARIOS[name](Path(arguments[0]), *arguments[1:])
        code = 0
    except BaseException:  # noqa: BLE001 a fork must not go on in the code of its parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
