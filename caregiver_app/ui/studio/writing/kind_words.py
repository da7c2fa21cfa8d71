"""What the kinds of things in a pack are called where they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """`many` stands on the chip, `new` on the button that begins one, `none` where there is none yet."""

    many: str
    new: str
    none: str
    icon: Icon


def kind_words() -> Mapping[str, KindWords]:
    """Return them by the list of the pack, in the order in which they are offered."""
    return {**_texts(), **_people(), **_places()}


def _texts() -> dict[str, KindWords]:
    return {
        "guides": KindWords(many=_("Guides"), new=_("Write a guide"), none=_("No guides yet."), icon=Icon.NOTES),
        "checklists": KindWords(
            many=_("Checklists"), new=_("Write a checklist"), none=_("No checklists yet."), icon=Icon.CHECK
        ),
        "pictures": KindWords(many=_("Pictures"), new=_("Add a picture"), none=_("No pictures yet."), icon=Icon.EYE),
    }


def _people() -> dict[str, KindWords]:
    return {
        "helplines": KindWords(
            many=_("Phone lines"), new=_("Add a phone line"), none=_("No phone lines yet."), icon=Icon.PHONE
        ),
        "communities": KindWords(
            many=_("Groups"), new=_("Add a group"), none=_("No groups yet."), icon=Icon.PERSON
        ),
        "dates": KindWords(
            many=_("Awareness days"), new=_("Add an awareness day"), none=_("No awareness days yet."),
            icon=Icon.CALENDAR,
        ),
    }  # fmt: skip


def _places() -> dict[str, KindWords]:
    return {
        "links": KindWords(many=_("Web pages"), new=_("Add a web page"), none=_("No web pages yet."), icon=Icon.LINK),
        "organisations": KindWords(
            many=_("Organisations"), new=_("Add an organisation"), none=_("No organisations yet."), icon=Icon.SHIELD
        ),
        "sources": KindWords(many=_("Sources"), new=_("Add a source"), none=_("No sources yet."), icon=Icon.SOURCES),
        "pages": KindWords(
            many=_("Watched pages"), new=_("Add a watched page"), none=_("No watched pages yet."), icon=Icon.REFRESH
        ),
    }


def new_words(listed: str) -> str:
    """Return the heading over the form of something new."""
    return kind_words()[listed].new
