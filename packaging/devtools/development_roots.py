"""Finds what no release may carry: the root of a channel for trying out, a root that nobody named, a key that signs.

It goes by bytes, not by names or formats: a root within a list, a page of code or text in UTF-16 is one all the same.
It looks into archives in archives (packs, copies of channels), and refuses those that it cannot look into. Nothing of
it is proof against somebody who hides a root on purpose, in base64 say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from devtools.unpacking import MOST_NESTED, MOST_UNPACKED_BYTES, Allowance, CannotLookError, parts_of

# Quotes may be of either kind and escaped: in a literal they are.
_ROOT: Final = re.compile(rb"""_type\\*["']\s*:\s*\\*["']root\\*["']""")
_NAMES_KEYS: Final = re.compile(rb"""keyids?\\*["']""")
_FOR_TRYING_OUT: Final = re.compile(rb"""development\\*["']\s*:\s*(?:true|True|1)""")
_OF_PUBLISHERS: Final = re.compile(rb"""format\\*["']\s*:\s*\\*["']caregiver-signing-keys""")
_WRAPPED: Final = re.compile(rb"""wrapped\\*["']\s*:\s*\\*["'][0-9a-f]{64}""")
_OTHERS_KEYS: Final = (
    re.compile(rb"-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----"),
    re.compile(rb"AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}", re.IGNORECASE),
)


def refused_in(folder: Path, names: Iterable[str], *, most_bytes: int = MOST_UNPACKED_BYTES) -> Iterator[str]:
    """Yield a sentence for each root and each key in files of a folder that no release may carry.

    Of the archives in one file no more than `most_bytes` are unpacked.
    """
    for name in sorted(names):
        file = folder / name
        if file.is_file() and not file.is_symlink():
            yield from _refused(name, file.read_bytes(), Allowance(left=most_bytes), 0)


def _refused(name: str, data: bytes, allowance: Allowance, depth: int) -> Iterator[str]:
    """Yield what is in a file; of what lies in an archive unpacked too, the finding within is told alone."""
    try:
        if depth > MOST_NESTED:
            raise CannotLookError("too many archives lie in one another")
        told = [
            finding
            for inside, part in parts_of(data, allowance)
            for finding in _refused(f"{name}: {inside}", part, allowance, depth + 1)
        ]
    except CannotLookError as why:
        told = [f"{name} cannot be looked into: {why}."]
    yield from told or _refused_bytes(name, data)


def _refused_bytes(name: str, data: bytes) -> Iterator[str]:
    text = data.replace(b"\0", b"")  # so UTF-16 and UTF-32 read as UTF-8 does
    if any(key.search(text) for key in _OTHERS_KEYS):
        yield f"{name} holds a private key."
    if _OF_PUBLISHERS.search(text) and _WRAPPED.search(text):
        yield f"{name} is the file of a key that signs packs."
    if _ROOT.search(text) and _NAMES_KEYS.search(text):
        if _FOR_TRYING_OUT.search(text):
            yield f"{name} is a root for trying out: its keys were never kept."
        else:
            yield f"{name} is the root of a channel, and no release may carry one yet (packaging/release-root.md)."
