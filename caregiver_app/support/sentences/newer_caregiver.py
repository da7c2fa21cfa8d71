"""What is said of a newer Caregiver. Of the channel only its number and its name are told, never its words."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.own_pages import GETTING_PAGE

_MOST_OF_A_NAME = 40
"""Letters of a name that stand in a notice of ours: it may be older than the rule that a name says nothing else."""


def newer_words(version: str) -> str:
    """Return that there is a newer one, in one sentence."""
    # Translators: {version} is a number such as 1.2; Caregiver is this application
    return _("There is a newer Caregiver: {version}.").format(version=version)


def put_away_words(version: str) -> str:
    """Return that no more is said of it where one begins, and where it still stands."""
    # Translators: {version} is a number such as 1.2; About is the page of the settings about Caregiver
    return _("Home no longer mentions Caregiver {version}. About still does.").format(version=version)


def said_by_words(name: str) -> str:
    """Return which channel says so: its own words, in quotation marks and cut."""
    short = name if len(name) <= _MOST_OF_A_NAME else f"{name[: _MOST_OF_A_NAME - 1].rstrip()}…"
    # Translators: {name} makes packs that this family trusts, in quotation marks
    return _("Said by: “{name}”").format(name=short)


def how_to_get_words() -> str:
    """Return where one reads how to get it."""
    address = GETTING_PAGE.removeprefix("https://")
    # Translators: {address} is a page of ours
    words = _("You can read how to get it at {address}. Nothing changes by itself.")
    return words.format(address=address)
