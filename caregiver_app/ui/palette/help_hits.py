"""How many phone lines and groups Help has for some words; one row for each leads there. Words are kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.helplines.choosing import Wanted, groups_for, lines_for
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpHit:
    """So many entries that Help shows for these words: groups, else phone lines."""

    words: str = field(repr=False)
    count: int
    groups: bool = False


def find_help(library: Library, words: str) -> tuple[HelpHit, ...]:
    """Return what Help would show for words, in the country with which it opens; runs in the library's thread."""
    from caregiver_app.bootstrap.helping import Helping

    if sum(letter.isalnum() for letter in words) < _FEWEST_LETTERS:
        return ()
    directory = Helping().directory(library)
    wanted = Wanted(country=directory.country.partition("-")[0], words=words)
    counts = ((len(lines_for(directory, wanted)), False), (len(groups_for(directory, wanted)), True))
    return tuple(HelpHit(words=words, count=count, groups=groups) for count, groups in counts if count)


def help_option(hit: HelpHit) -> Option[HelpHit]:
    """Return the row for a hit."""
    if hit.groups:
        words = ngettext("{count} group", "{count} groups", hit.count)
    else:
        words = ngettext("{count} phone line", "{count} phone lines", hit.count)
    text, where = words.format(count=format_number(hit.count)), _("Help and helplines")
    # Translators: spoken: how many phone lines or groups there are, and the screen that shows them
    spoken = _("{what}, {where}").format(what=text, where=where)
    return Option(value=hit, text=text, end=where, icon=Icon.PHONE, spoken=spoken)
