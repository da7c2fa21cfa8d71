"""Where in a pack something is, in words: the kind of thing, what it is called, the field or the line. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.model.pack import Pack
from caregiver_app.packs.rules import WITH_IDS
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.place import WITHDRAWN, Place
from caregiver_app.ui.studio.the_pack.head_fields import head_fields
from caregiver_app.ui.studio.writing.field_words import field_words
from caregiver_app.ui.studio.writing.kind_words import kind_words

Titles = Mapping[tuple[str, str], str]
"""What things are called, by their list and their id, and texts by "" and their file too."""


def titles_of(pack: Pack | None) -> Titles:
    """Return what the things of a pack are called; nothing is known of one that could not be read."""
    if pack is None:
        return {}
    named = ((name, each) for name in WITH_IDS for each in getattr(pack, name))
    titles = {(name, each.id): getattr(each, "title", "") or getattr(each, "name", "") for name, each in named}
    words = {(WITHDRAWN, str(n)): word.item or word.address for n, word in enumerate(pack.withdrawals, 1)}
    return {**titles, **words, **{("", text.file): text.title for text in (*pack.guides, *pack.checklists)}}


def place_words(place: Place, titles: Titles) -> str:
    """Return a place for people, the widest thing first; "The whole pack" where it is none."""
    if place.file:
        return _joined(titles.get(("", place.file), ""), place.file, _line(place))
    if place.listed:
        name = titles.get((place.listed, place.entry), "") or place.entry
        return _joined(_kind(place.listed), name, _field(place.listed, place))
    if place.first_field:
        own = {field.key: field.label for field in head_fields()}
        return own.get(place.first_field) or _others().get(place.first_field, place.where)
    return place.where or _("The whole pack")


def _joined(*parts: str) -> str:
    return "  ·  ".join(part for part in parts if part)


def _line(place: Place) -> str:
    # Translators: a line of a text, e.g. "line 12"
    return _("line {number}").format(number=format_number(place.line)) if place.line else ""


def _kind(listed: str) -> str:
    words = kind_words().get(listed)
    return _("Withdrawn") if words is None else words.many


def _field(listed: str, place: Place) -> str:
    own = {"appraisal": _("its check"), "reason": _("why"), "replacement": _("What to use in its place")}
    if listed == WITHDRAWN or place.first_field in own:
        return own.get(place.first_field, "")
    try:
        return field_words(listed, place.first_field)[0] if place.first_field else ""
    except KeyError:
        return place.field


def _others() -> Mapping[str, str]:
    return {
        "topics": _("Topics"),
        "words": _("Name in other languages"),
        "gaps": _("What it has not got"),
        "printing": _("How it is printed"),
        "version": _("Version"),
        "published_on": _("Day of this version"),
        "id": _("Its id"),
    }
