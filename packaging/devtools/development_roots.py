"""Finds what no release may carry: the root of a channel for trying out, a root that nobody named, a key that signs.

It looks into every file and into archives in them (packs, copies of channels), whatever they are called.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

_LARGEST_ROOT = 64_000
"""No channel has a larger one (docs/formats/channel.md); the file of a key is smaller."""

_OTHERS_KEY = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----")
_FOLDED = frozenset({".git", ".venv", ".venv-bench", ".tools", "build", "dist", "__pycache__"})


def refused_in(folder: Path) -> Iterator[str]:
    """Yield a sentence for each root and each key below a folder that no release may carry."""
    for file in sorted(folder.rglob("*")):
        name = PurePosixPath(file.relative_to(folder).as_posix())
        if file.is_file() and _FOLDED.isdisjoint(name.parts):
            yield from _refused(str(name), file.read_bytes())


def _refused(name: str, data: bytes) -> Iterator[str]:
    if _OTHERS_KEY.search(data):
        yield f"{name} holds a private key."
    if zipfile.is_zipfile(BytesIO(data)):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for inside in archive.infolist():
                yield from _refused(f"{name}: {inside.filename}", archive.read(inside))
    elif len(data) <= _LARGEST_ROOT and data.lstrip()[:1] == b"{":
        yield from _refused_document(name, data)


def _refused_document(name: str, data: bytes) -> Iterator[str]:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return
    if document.get("format") == "caregiver-signing-keys":
        yield f"{name} is the file of a key that signs packs."
    signed = document.get("signed")
    if not isinstance(signed, dict) or signed.get("_type") != "root":
        return
    ours = signed.get("caregiver")
    if isinstance(ours, dict) and ours.get("development"):
        yield f"{name} is a root for trying out: its keys were never kept."
    else:
        yield f"{name} is the root of a channel, and no release may carry one yet (packaging/release-root.md)."
