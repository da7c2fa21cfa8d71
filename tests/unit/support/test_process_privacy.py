"""Once notes or signing keys are unlocked, the process writes no core dump and lets no other program look into it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.helpers.vaults import PASSPHRASE

ROOT = Path(__file__).resolve().parents[3]

_LOOK = """
import ctypes, resource, sys
from pathlib import Path
from tests.helpers.vaults import new_care
def state():
    return resource.getrlimit(resource.RLIMIT_CORE)[1], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
print(*state())
care = new_care(Path(sys.argv[1]))
print(*state())
"""

_SIGNING = """
from contextlib import suppress
from caregiver_app.bootstrap.channel_keys import AtHand, ChannelKeys
from caregiver_app.model.errors import PublishError
from caregiver_app.support.clock import SystemClock
def sign_with_what_is_there(folder):
    with suppress(PublishError):
        ChannelKeys(folder, SystemClock()).open("root-1", AtHand(passphrases_of=lambda _name: ("typed",)))
"""


def test_making_or_unlocking_closes_the_process(tmp_path: Path) -> None:
    """PR_GET_DUMPABLE (3) says 1 before and 0 after; the bound for core dumps is 0."""
    ran = subprocess.run(
        [sys.executable, "-c", _LOOK, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    before, after = (line.split() for line in ran.stdout.splitlines())
    assert before[1] == "1"
    assert after == ["0", "0"]


def test_commands_close_it_before_the_passphrase_is_used(tmp_path: Path) -> None:
    """Also where the passphrase is wrong."""
    look = _LOOK.replace(
        "care = new_care(Path(sys.argv[1]))",
        "from caregiver_app.cli.main import run\n"
        "run(['--data-dir', sys.argv[1], 'note', 'list', '--passphrase-file', sys.argv[2]])",
    )
    make = (
        "import sys; from pathlib import Path; from tests.helpers.vaults import new_care; new_care(Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", make, str(tmp_path / "data")], cwd=ROOT, check=True)
    wrong = tmp_path / "wrong"
    wrong.write_text(f"{PASSPHRASE}s")
    wrong.chmod(0o600)
    ran = subprocess.run(
        [sys.executable, "-c", look, str(tmp_path / "data"), str(wrong)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1].split() == ["0", "0"]


def test_keys_that_sign_packs_close_it_before_they_are_in_it(tmp_path: Path) -> None:
    look = _LOOK.replace("from tests.helpers.vaults import new_care", _SIGNING)
    look = look.replace("care = new_care(Path(sys.argv[1]))", "sign_with_what_is_there(Path(sys.argv[1]))")
    ran = subprocess.run(
        [sys.executable, "-c", look, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert [line.split() for line in ran.stdout.splitlines()][1:] == [["0", "0"]]
