"""Numbers of versions of Caregiver: which are any, and which of two is newer. Pure."""

from __future__ import annotations

import re

Parts = tuple[int, int, int]

_NUMBER = r"(0|[1-9][0-9]{0,3})"
_VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}(?:\.{_NUMBER})?")


def version_parts(said: object) -> Parts | None:
    """Return the parts of a version such as 1.2 (which is 1.2.0), None for anything that is none."""
    found = _VERSION.fullmatch(said) if isinstance(said, str) else None
    return None if found is None else (int(found[1]), int(found[2]), int(found[3] or 0))


def is_newer(said: str, than: str) -> bool:
    """Return whether `said` is a newer version; what is none is neither newer nor older."""
    one, other = version_parts(said), version_parts(than)
    return one is not None and other is not None and one > other
