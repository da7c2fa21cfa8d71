"""Prints the version, for installers: `python packaging/say_version.py`. Needs a Python and nothing else."""

from __future__ import annotations

from devtools.places import ROOT
from devtools.said import version_of

if __name__ == "__main__":
    print(version_of(ROOT))
