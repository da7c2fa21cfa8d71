"""What is said about the keys that sign packs: where each file belongs. Never anything of what is in them."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _


def where_it_belongs(key: str) -> str:
    """Return where a key file belongs, by its name."""
    if key.startswith("root"):
        return _("On a stick in a drawer, away from this computer. It is needed once in two years.")
    if key.startswith("lead"):
        return _("With one of the leads, on a stick of their own.")
    if key.startswith("publisher"):
        return _("On the computer of this publisher.")
    return _("On the computer from which you publish.")
