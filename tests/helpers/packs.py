"""The pack of docs/formats/pack.md, as values, as a folder and as an archive."""

from __future__ import annotations

import copy
import io
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.packs.archive_writing import write_archive
from caregiver_app.packs.folder_reading import read_folder
from caregiver_app.packs.making import MadePack, make_ready
from caregiver_app.packs.manifest import MANIFEST
from caregiver_app.support.picture_cleaning import bare_png

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats" / "pack.md"
WORKSHOP = OwnWorkshop()

GUIDE = "Turn on a lamp before it gets dark: ![a lamp](pictures/lamp.png)\n\nMore: [NHS](https://www.nhs.uk/).\n"
CHECKLIST = "Before the evening:\n\n- [ ] Lamp on\n- [ ] Something to eat\n"
HEADED = "---\ntitle: When evenings feel harder\nlanguage: en\nsummary: What to look at first.\n---\n"


@cache
def example_text() -> str:
    """Return the manifest that the format's page shows, as an archive holds it."""
    found = re.search(r"```json\n(\{\n \"checklists\".*?\n)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return canonical(json.loads(found[1]))


def example() -> Any:
    """Return the manifest of the format's page as JSON, to be changed at will."""
    return copy.deepcopy(_example())


@cache
def _example() -> Any:
    return json.loads(example_text())


def lamp(size: int = 16) -> bytes:
    """Return a small picture with nothing in it but points."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (size, size), "orange").save(out, "PNG")
    bare = bare_png(out.getvalue())
    assert bare is not None
    return bare


def example_files(manifest: Any = None) -> dict[str, bytes]:
    """Return the files of the example's archive, with another manifest where one is given."""
    text = example_text() if manifest is None else canonical(manifest)
    return {
        MANIFEST: text.encode(),
        "checklists/evening.md": CHECKLIST.encode(),
        "guides/evenings.md": GUIDE.encode(),
        "pictures/lamp.png": lamp(),
    }


def example_archive(manifest: Any = None) -> bytes:
    """Return the example's archive."""
    return write_archive(example_files(manifest))


def canonical(manifest: Any) -> str:
    """Return JSON as packs write it."""
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def small_manifest(**more: Any) -> Any:
    """Return what `pack.json` of a folder needs at least."""
    return {
        "schema": 1,
        "id": "evenings",
        "version": 1,
        "title": "Evenings",
        "languages": ["en"],
        "topics": ["dementia"],
        "licence": "CC BY 4.0",
        "publisher": "Example Nurses",
        "published_on": "2026-01-15",
        "review_by": "2027-01-15",
        **more,
    }


def write_pack_folder(folder: Path, manifest: Any, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write a pack's folder and return it."""
    for name in ("guides", "checklists", "pictures"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    for name, content in (files or {}).items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def made_of(folder: Path) -> MadePack:
    """Return what a folder holds, made ready."""
    return make_ready(read_folder(folder), WORKSHOP)


def faults_of(folder: Path) -> list[tuple[str, str]]:
    """Return place and fault of everything that keeps a folder from being an archive."""
    return [(problem.where, problem.fault.value) for problem in made_of(folder).problems]
