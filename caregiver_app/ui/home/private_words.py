"""Words that the private cards share."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _


def for_whom(name: str) -> str:
    """Return whom a record is about, nothing where that needs no saying."""
    # Translators: "For" as in "an appointment for Mum"
    return _("For {name}").format(name=name) if name else ""


def sentences(*parts: str) -> str:
    """Return the parts that say something, each as a sentence of its own."""
    return " ".join(part if part.endswith((".", "?")) else f"{part}." for part in parts if part)
