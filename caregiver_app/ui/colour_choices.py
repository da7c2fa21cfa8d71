"""The colours that can be chosen, for the settings and for a first start: whoever needs contrast needs it at once."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, ThemeChoice
from caregiver_app.ui.widgets.chips import ChipChoice


def colour_choices() -> list[ChipChoice]:
    """Return a chip for each `ThemeChoice`, whose value is its key."""
    return [
        ChipChoice(key=ThemeChoice.FOLLOW.value, text=_("Follow my computer")),
        ChipChoice(key=ThemeChoice.LIGHT.value, text=_("Light"), icon=Icon.SUN),
        ChipChoice(key=ThemeChoice.DARK.value, text=_("Dark"), icon=Icon.MOON),
        ChipChoice(key=ThemeChoice.HIGH_CONTRAST_LIGHT.value, text=_("High contrast light")),
        ChipChoice(key=ThemeChoice.HIGH_CONTRAST_DARK.value, text=_("High contrast dark")),
    ]
