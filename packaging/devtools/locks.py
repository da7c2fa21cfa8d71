"""Remakes the lock files: every package with its version and hashes for all systems, and no index addresses."""

from __future__ import annotations

from devtools.places import BENCH_LOCK, BUILD_LOCK, DOCS_LOCK, LOCK, ROOT
from devtools.trouble import Trouble
from devtools.uv_tool import run_uv

_OPTIONS = (
    "--universal",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--quiet",
    "--no-config",
    "--python-version",
    "3.11",
    "--custom-compile-command",
    "python3 dev.py lock",
)


def remake_locks(*, upgrade: bool) -> int:
    """Write the lock files anew, keeping versions unless `upgrade`; return the exit code.

    Raises:
        Trouble: something could not be resolved or fetched.
    """
    newest = ("--upgrade",) if upgrade else ()
    pyproject = ROOT / "pyproject.toml"
    dev = (pyproject, "--group", f"{pyproject}:dev", "--output-file", LOCK)
    bench = ("--group", f"{pyproject}:bench", "--output-file", BENCH_LOCK)
    # What is frozen has the versions that were tested.
    build = (pyproject, "--group", f"{pyproject}:build", "--constraint", LOCK, "--output-file", BUILD_LOCK)
    docs = ("--group", f"{pyproject}:docs", "--output-file", DOCS_LOCK)
    for wanted in (dev, bench, build, docs):
        if not run_uv("pip", "compile", *_OPTIONS, *newest, *wanted):
            raise Trouble("The lock files could not be remade. uv's own words stand above.")
    return 0
