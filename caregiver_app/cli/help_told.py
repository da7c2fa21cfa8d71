"""Phone lines and groups as commands show them. The number of a line that was taken back is not shown, as in Help."""

from __future__ import annotations

import textwrap
from datetime import date

from caregiver_app.bootstrap.help_choosing import EVERYWHERE
from caregiver_app.cli.console import Console, Json
from caregiver_app.model.article import ItemKind, Trust
from caregiver_app.model.help_lines import HelpGroup, HelpLine
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.sentences.groups import group_words
from caregiver_app.support.sentences.helplines import (
    about_words,
    as_helpline,
    checked_words,
    from_words,
    number_words,
    place_name,
    serving_words,
    taken_back_words,
)
from caregiver_app.support.sentences.stamps import day_words

_MARGIN = "   "


def help_shape(each: HelpLine | HelpGroup) -> dict[str, Json]:
    """Return a phone line or a group as an element of `search`: with what it has beside the keys of an article.

    No command shows one by a number, so it has none.
    """
    said = each.line if isinstance(each, HelpLine) else each.group
    return {
        "kind": (ItemKind.HELPLINE if isinstance(each, HelpLine) else ItemKind.COMMUNITY).value,
        "id": None,
        "title": said.name,
        "url": _address(each) or None,
        "organisation": each.organisation,
        "published_at": None,
        "trust": (Trust.NOT_CHECKED if each.taken_back is None else Trust.WITHDRAWN).value,
        "snippet": "  ·  ".join(_about(each)),
        "read": False,
        "starred": False,
        "changed": False,
        "country": said.country,
        "phone": each.line.phone if isinstance(each, HelpLine) and each.taken_back is None else "",
        "hours": each.line.hours_said if isinstance(each, HelpLine) else "",
        "checked_on": None if said.checked_on is None else said.checked_on.isoformat(),
    }


def print_help(console: Console, each: HelpLine | HelpGroup, on: date) -> None:
    """Print what it is called, its number and address, and what Help says of it; `on` is today."""
    said = each.line if isinstance(each, HelpLine) else each.group
    console.line(said.name)
    owner = each.organisation if each.organisation != said.name else ""
    place = "" if said.country == EVERYWHERE else place_name(said.country)
    facts = (owner, _kind_word(each), place, from_words(each.publisher))
    lines = [", ".join(word for word in facts if word)]
    if each.taken_back is not None:
        lines.extend(taken_back_words(each.taken_back))
    elif isinstance(each, HelpLine) and each.line.phone:
        lines.append(number_words(as_helpline(each.line)))
    lines += [_address(each), *_about(each), _checked_words(each, on)]
    for line in lines:
        for part in textwrap.wrap(line, console.width - len(_MARGIN)):
            console.line(_MARGIN + part)


def _kind_word(each: HelpLine | HelpGroup) -> str:
    if isinstance(each, HelpLine):
        return pgettext("kind of a row", "phone line")
    return pgettext("kind of a row", "group")


def _address(each: HelpLine | HelpGroup) -> str:
    return each.line.page if isinstance(each, HelpLine) else each.group.address


def _about(each: HelpLine | HelpGroup) -> tuple[str, ...]:
    if isinstance(each, HelpLine):
        words = (about_words(as_helpline(each.line)), serving_words(each.line))
    else:
        words = (group_words(each.group.summary), group_words(each.group.moderated))
    return tuple(word for word in words if word)


def _checked_words(each: HelpLine | HelpGroup, on: date) -> str:
    if isinstance(each, HelpLine):
        return checked_words(as_helpline(each.line), on)
    day = each.group.checked_on
    return _("Listed, not checked") if day is None else _("Last looked at on {day}.").format(day=day_words(day))
