"""Names that hold everywhere: random, so that they tell nothing of when or where a record was made."""

from __future__ import annotations

import uuid


def new_uid() -> str:
    """Return a uid that nothing else has."""
    return str(uuid.uuid4())
