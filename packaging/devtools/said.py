"""What the application says of itself in lines of its own, read without running it: needs a Python and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from devtools.trouble import Trouble

_VERSION = re.compile(r'^__version__ = "([^"]*)"$', re.MULTILINE)
_ID = re.compile(r'^APPLICATION_ID = "([^"]*)"$', re.MULTILINE)
_SITE = re.compile(r'^SITE: Final = "([^"]*)"$', re.MULTILINE)


def version_of(root: Path) -> str:
    """Return the version of the checkout in `root`; raises Trouble as `line_in` does, as do those below."""
    return line_in(root / "caregiver_app" / "__init__.py", _VERSION)[1]


def application_id_of(root: Path) -> str:
    """Return the name under which desktops know the window, its icon and its files."""
    return line_in(root / "caregiver_app" / "__init__.py", _ID)[1]


def site_of(root: Path) -> str:
    """Return the address of the project's own pages."""
    return line_in(root / "caregiver_app" / "support" / "own_pages.py", _SITE)[1]


def line_in(file: Path, pattern: re.Pattern[str]) -> re.Match[str]:
    """Return where a line stands that every checkout has.

    Raises:
        Trouble: somebody wrote it in another way.
    """
    found = pattern.search(file.read_text(encoding="utf-8"))
    if found is None:
        raise Trouble(f"{file} has no line like {pattern.pattern}")
    return found
