"""What the steps of a first start are called above them, in their order."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.first_run.place import StepKey
from caregiver_app.ui.widgets.step_row import StepLook


def step_looks() -> tuple[StepLook, ...]:
    """Return them in the language that is spoken now."""
    return (
        StepLook(key=StepKey.WELCOME, text=_("Welcome")),
        StepLook(key=StepKey.TOPICS, text=_("Topics")),
        StepLook(key=StepKey.PACKS, text=_("Starter packs")),
        StepLook(key=StepKey.UPDATES, text=_("Get updates")),
        # Translators: a step: when updates come
        StepLook(key=StepKey.WHEN, text=_("How often")),
        StepLook(key=StepKey.NOTES, text=_("Emergency sheet")),
    )
