"""What the steps of a first start are called above them, in their order."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.first_run.place import StepKey
from caregiver_app.ui.widgets.step_row import StepLook


def step_looks() -> tuple[StepLook, ...]:
    """Return them in the language that is spoken now."""
    words = {
        StepKey.WELCOME: _("Welcome"),
        StepKey.TOPICS: _("Topics"),
        StepKey.PACKS: _("Starter packs"),
        StepKey.UPDATES: _("Get updates"),
        # Translators: a step: when updates come
        StepKey.WHEN: _("How often"),
        StepKey.NOTES: _("Emergency sheet"),
    }
    return tuple(StepLook(key=key, text=words[key]) for key in StepKey)
