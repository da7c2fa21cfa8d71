"""Where things lie in a checkout."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
TOOLS = ROOT / ".tools"
ENVIRONMENT = ROOT / ".venv"
BENCH_ENVIRONMENT = ROOT / ".venv-bench"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
BUILD_ENVIRONMENT = BUILD / "environment"
DOCS_ENVIRONMENT = BUILD / "docs-environment"
LOCK = PACKAGING / "requirements.lock"
BENCH_LOCK = PACKAGING / "requirements-bench.lock"
BUILD_LOCK = PACKAGING / "requirements-build.lock"
DOCS_LOCK = PACKAGING / "requirements-docs.lock"
UV_PIN = PACKAGING / "uv-pin.txt"


def python_of(environment: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def caregiver_command() -> str:
    """Return the application's own command as one types it from here."""
    return os.path.relpath(ENVIRONMENT / ("Scripts/caregiver.exe" if os.name == "nt" else "bin/caregiver"))
