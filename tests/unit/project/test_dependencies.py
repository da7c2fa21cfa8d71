"""What is installed is what the lock says, by hash and from wherever the person's own tools fetch."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[3]
_ENTRY = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)(.*?)(?=^[a-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
_LOCKS = ("requirements.lock", "requirements-bench.lock", "requirements-docs.lock", "uv-pin.txt")


def _locked(name: str) -> dict[str, Version]:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    return {canonicalize_name(found[1]): Version(found[2]) for found in _ENTRY.finditer(text)}


def _pyproject() -> dict[str, dict[str, list[str]]]:
    whole = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {"project": {"dependencies": whole["project"]["dependencies"]}, "groups": whole["dependency-groups"]}


@pytest.mark.parametrize("name", _LOCKS)
def test_every_locked_package_has_hashes_and_no_lock_has_an_address(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    entries = list(_ENTRY.finditer(text))
    assert entries
    assert [found[1] for found in entries if "--hash=sha256:" not in found[3]] == []
    assert "://" not in text
    assert "index" not in text


def test_the_locks_fit_what_the_project_asks_for() -> None:
    """When this fails: python3 dev.py lock."""
    pyproject = _pyproject()
    for lock, wishes in (
        ("requirements.lock", [*pyproject["project"]["dependencies"], *pyproject["groups"]["dev"]]),
        ("requirements-bench.lock", pyproject["groups"]["bench"]),
        ("requirements-docs.lock", pyproject["groups"]["docs"]),
    ):
        locked = _locked(lock)
        for wish in map(Requirement, wishes):
            assert locked[canonicalize_name(wish.name)] in wish.specifier, f"{wish} in {lock}"
