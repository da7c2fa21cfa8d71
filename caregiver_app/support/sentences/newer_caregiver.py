"""What is said of a newer Caregiver. Of the channel only its number and its name are told, never its words."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.own_pages import GETTING_PAGE


def newer_words(version: str) -> str:
    """Return that there is a newer one, in one sentence."""
    # Translators: {version} is a number such as 1.2; Caregiver is this application
    return _("There is a newer Caregiver: {version}.").format(version=version)


def how_to_get_words(said_by: str) -> str:
    """Return who says so, and where one reads how to get it."""
    address = GETTING_PAGE.removeprefix("https://")
    # Translators: {name} makes packs that this family trusts; {address} is a page of ours
    words = _("This came from {name}. You can read how to get it at {address}. Nothing changes by itself.")
    return words.format(name=said_by, address=address)
