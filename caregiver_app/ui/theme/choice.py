"""Which theme a person chose, and which of the four that means on this computer now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.ui.theme.colours import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT
from caregiver_app.ui.theme.tokens import Tokens


class ThemeChoice(StrEnum):
    """The value kept in the settings."""

    FOLLOW = "follow"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST_LIGHT = "high-contrast-light"
    HIGH_CONTRAST_DARK = "high-contrast-dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemLook:
    """What the computer asks for. A system that does not say counts as light, with normal contrast and no motion."""

    dark: bool = False
    high_contrast: bool = False
    motion: bool = False


def tokens_for(choice: ThemeChoice, system: SystemLook) -> Tokens:
    """Return the colours for `choice` on a computer that asks for `system`."""
    match choice:
        case ThemeChoice.LIGHT:
            return LIGHT
        case ThemeChoice.DARK:
            return DARK
        case ThemeChoice.HIGH_CONTRAST_LIGHT:
            return HIGH_CONTRAST_LIGHT
        case ThemeChoice.HIGH_CONTRAST_DARK:
            return HIGH_CONTRAST_DARK
        case ThemeChoice.FOLLOW if system.high_contrast:
            return HIGH_CONTRAST_DARK if system.dark else HIGH_CONTRAST_LIGHT
        case ThemeChoice.FOLLOW:
            return DARK if system.dark else LIGHT


def read_choice(value: str) -> ThemeChoice:
    """Return the choice that a settings file names, `FOLLOW` for a word it does not know."""
    return ThemeChoice(value) if value in list(ThemeChoice) else ThemeChoice.FOLLOW
