"""How many bytes something takes, in words."""

from __future__ import annotations

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _


def size_words(size_bytes: int) -> str:
    """Return a size in the unit that people know: whole kilobytes, megabytes with one place, gigabytes."""
    if size_bytes < 1_000_000:
        return _("{number} kB").format(number=format_number((size_bytes + 999) // 1_000))
    if size_bytes < 1_000_000_000:
        return _("{number} MB").format(number=format_number(round(size_bytes / 1_000_000, 1)))
    return _("{number} GB").format(number=format_number(round(size_bytes / 1_000_000_000, 1)))
