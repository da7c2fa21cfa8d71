"""Sizes in words, as people know them from their computer."""

from __future__ import annotations

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _

_STEP = 1_000


def size_words(size_bytes: int) -> str:
    """Return a size such as "420 bytes", "12 kB", "1.4 MB", "2 GB"."""
    if size_bytes < _STEP:
        return ngettext("{count} byte", "{count} bytes", size_bytes).format(count=format_number(size_bytes))
    for unit, pattern in ((_STEP, _("{count} kB")), (_STEP**2, _("{count} MB"))):
        value = size_bytes / unit
        if round(value) < _STEP:
            return pattern.format(count=_shortened(value))
    return _("{count} GB").format(count=_shortened(size_bytes / _STEP**3))


def _shortened(value: float) -> str:
    """Return a number with one digit behind the point where it is small."""
    return format_number(round(value, 1) if value < 10 else round(value))
