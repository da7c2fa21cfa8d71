"""`dev.py release`: everything that must hold, then wheel, source archive, checksums. It tags and uploads nothing."""

from __future__ import annotations

from devtools.checks import run_checks
from devtools.places import ROOT
from devtools.release_checks import carried_parts, release_checks
from devtools.said import version_of
from devtools.wheel import make_wheel

_BY_HAND = """
What takes longer is not repeated here. On this commit these must have passed:
  python3 dev.py test
  python3 dev.py faults
  python3 dev.py fuzz
  python3 dev.py package
and docs/releasing.md says what people try by hand."""


def release(*, only_check: bool) -> int:
    """Check whether a release can be made and, unless `only_check`, build what is handed out; return the exit code.

    Raises:
        Trouble: the set-up cannot be finished, or what was built differs or does not start.
    """
    failed = run_checks(*release_checks())
    if failed:
        print(f"\nNo release yet: {', '.join(failed)}.")
        return 1
    if not only_check:
        make_wheel()
    print(_BY_HAND)
    print(f"Frozen here it carries {carried_parts()}: the newest patches, as docs/releasing.md says?")
    print(f"Then tag it: git tag --sign {version_of(ROOT)}")
    return 0
