"""Runs scenarios in processes that begin at once: `python -m tests.faults` reads a JSON object a line.

Each scenario runs in a fork of this process, which has loaded everything and has one thread and no connection. It says
`pid N` before and `ended CODE` after; between them comes what the scenario tells. A request with `disk` gives it a disk
in memory in the place of its folder; only a process that is apart (`unshare`) may be asked for that.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from caregiver_app.bootstrap.built_in import read_shipped, shipped_addresses, shipped_uids
from tests.faults.scenarios import SCENARIOS
from tests.faults.telling import tell
from tests.helpers.derivations import remember_derivations

_ASK_WHAT_SHIPS = frozenset({"restore_a_backup", "restore_all", "bring_protected_library"})

_INSTALL_WHAT_SHIPS = frozenset({"first_start"})


def serve() -> None:
    """Serve until the input ends."""
    remember_derivations()
    _load_what_comes_late()
    gc.freeze()
    while request := sys.stdin.readline():
        asked = json.loads(request)
        _ready_for(asked["name"])
        child = os.fork()
        if child == 0:
            _run(asked)
        _, status = os.waitpid(child, 0)
        if asked["disk"]:
            subprocess.run(["umount", "--lazy", asked["arguments"][0]], check=False)
        tell(f"ended {os.waitstatus_to_exitcode(status)}")


def _load_what_comes_late() -> None:
    """Load once what the application loads with its first use: each fork would."""
    import markdown
    import pyrage
    import Stemmer
    import zxcvbn
    from tuf.api import metadata

    from caregiver_app.bootstrap import converting, protected_restore, whole_restore
    from caregiver_app.library import carrying_over, carrying_packs, restored_choices, restored_rows, restored_starter
    from caregiver_app.packs.channels import web_place
    from caregiver_app.vault.attached import files
    from caregiver_app.vault.folder import renewal_attached, sealed_joining, swapping
    from caregiver_app.vault.keys import passphrases

    del markdown, pyrage, Stemmer, zxcvbn, metadata, converting, protected_restore, whole_restore, carrying_over
    del carrying_packs, restored_choices, restored_rows, restored_starter, web_place, files, renewal_attached
    del sealed_joining, swapping, passphrases


def _ready_for(name: str) -> None:
    """Read what ships once for all forks that will."""
    if name in _ASK_WHAT_SHIPS:
        shipped_addresses()
    if name in _INSTALL_WHAT_SHIPS:
        for uid, _version in shipped_uids():
            read_shipped(uid)


def _run(asked: Mapping[str, Any]) -> None:
    """Run a scenario and end without cleaning up: what was told stays told, and nothing else is kept."""
    code = 1
    folder, *others = asked["arguments"]
    try:
        os.environ.update(asked["environment"])
        tell(f"pid {os.getpid()}")
        if asked["disk"]:
            subprocess.run(["mount", "-t", "tmpfs", "-o", asked["disk"], "tmpfs", folder], check=True)
        SCENARIOS[asked["name"]](Path(folder), *others)
        code = 0
    except BaseException:  # noqa: BLE001 a fork must not go on in the code of its parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
