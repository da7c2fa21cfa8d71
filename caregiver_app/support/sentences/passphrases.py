"""Words about a passphrase while it is chosen: how hard it is to guess, and what would make it harder."""

from __future__ import annotations

from caregiver_app.model.passphrase import Strength, StrengthTip
from caregiver_app.support.i18n import gettext as _


def strength_word(strength: Strength) -> str:
    """Return the strength in words."""
    return {
        Strength.EASY: _("Easy to guess"),
        Strength.GOOD: _("Good"),
        Strength.STRONG: _("Strong"),
    }[strength]


def tip_sentence(tip: StrengthTip) -> str:
    """Return what would make it harder to guess, "" where nothing need be said."""
    return {
        StrengthTip.NONE: "",
        StrengthTip.EMPTY: _("Five words that do not belong together are easy to remember and hard to guess."),
        StrengthTip.LONGER: _("Add another word or two. Rare words are better."),
        StrengthTip.COMMON: _("Many people use this one, so it is tried first. Take five words of your own."),
        StrengthTip.FAMILY: _("Names of your own people are tried first. Take words that have nothing to do with you."),
        StrengthTip.NAME: _("Names are easy to guess. Take words that are no names."),
        StrengthTip.DATE: _("Dates and years are easy to guess. Add words that have nothing to do with them."),
        StrengthTip.KEYS: _("Keys that lie side by side are easy to guess. Take words instead."),
        StrengthTip.REPEATED: _("What is repeated adds little. Add other words."),
        StrengthTip.SERIES: _("A row such as abc or 4321 is easy to guess. Take words instead."),
    }[tip]
