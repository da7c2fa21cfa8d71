"""Colours, sizes, fonts and icons of the window, all from tokens. The only place that knows a colour or a size.

Theme           what is in force: `tokens`, `px()`, `font()`, `pixmap()`, `motion()`, signal `changed`
ThemeChoice     what a person picks; FOLLOW asks the computer
dress           puts a theme on the application
follow_system   keeps it in step with the computer
"""

from caregiver_app.ui.theme.apply import dress
from caregiver_app.ui.theme.choice import SystemLook, ThemeChoice, read_choice
from caregiver_app.ui.theme.icons import Icon
from caregiver_app.ui.theme.reading import Reading, Spacing, read_spacing
from caregiver_app.ui.theme.system import follow_system, system_look, system_step
from caregiver_app.ui.theme.theme import Theme
from caregiver_app.ui.theme.tokens import Tokens, Tone, ToneColors
from caregiver_app.ui.theme.type_roles import TypeRole

__all__ = [
    "Icon",
    "Reading",
    "Spacing",
    "SystemLook",
    "Theme",
    "ThemeChoice",
    "Tokens",
    "Tone",
    "ToneColors",
    "TypeRole",
    "dress",
    "follow_system",
    "read_choice",
    "read_spacing",
    "system_look",
    "system_step",
]
