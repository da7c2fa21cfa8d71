"""What was found as rows: commands, places, and what the library holds, each under its heading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from caregiver_app.model.article import ArticleRow
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.sentences.searching import groups_words, lines_words
from caregiver_app.support.word_starts import words_of
from caregiver_app.ui.commands import Command, CommandGroup
from caregiver_app.ui.key_map import native_keys
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.pick_options import pick_icon, pick_kind
from caregiver_app.ui.library.row_words import publisher_of
from caregiver_app.ui.palette.help_hits import HelpHit
from caregiver_app.ui.palette.private_hits import PrivateHit
from caregiver_app.ui.palette.questions import Found
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option

Result = Command | Pick | ArticleRow | HelpHit | PrivateHit
"""What can be chosen: something to do, a part of the library or of Help to show, a page or a record to open."""


def result_options(
    commands: Sequence[Command], found: Found, private: Sequence[PrivateHit] = (), *, typed: str = ""
) -> tuple[Option[Result], ...]:
    """Return the rows, those to do first unless the first is a screen called as was typed; no heading without rows."""
    doing = [_command(command) for command in commands if command.group is CommandGroup.DO]
    opening = [_command(command) for command in commands if command.group is CommandGroup.OPEN]
    # Translators: heading over things one can do
    to_do = _under(pgettext("heading", "Do"), doing)
    # Translators: heading over screens one can open
    to_open = _under(pgettext("heading", "Open"), opening)
    wanted = words_of(typed)
    first = commands[0] if commands and wanted else None
    opens = first is not None and first.group is CommandGroup.OPEN
    meant = first is not None and opens and (first.begins(wanted) or first.is_needed(wanted))
    library = [*(_pick(pick) for pick in found.picks), *(_page(row) for row in found.pages)]
    return (
        *(to_open + to_do if meant else to_do + to_open),
        *_under(_("Library"), library),
        *_under(_("Help"), map(_help, found.help)),
        *_under(_("Care notes"), map(_private, private)),
    )


def _under(heading: str, options: Iterable[Option[Result]]) -> tuple[Option[Result], ...]:
    rows = tuple(options)
    return (Option(value=None, text=heading), *rows) if rows else ()


def _command(command: Command) -> Option[Result]:
    keys = native_keys(command.shortcut)
    # Translators: spoken for something one can do, with the keys for it
    spoken = _("{name}, keys: {keys}").format(name=command.name, keys=keys) if keys else command.name
    # Keys stand as on the keyboard, in a window from right to left too.
    shown = f"\u2066{keys}\u2069" if keys else ""
    return Option(value=command, text=command.name, end=shown, icon=command.icon, spoken=spoken)


def _pick(pick: Pick) -> Option[Result]:
    return Option(value=pick, text=pick.title, end=pick_kind(pick), icon=pick_icon(pick), spoken=_joined(
        pick.title, pick_kind(pick)
    ))  # fmt: skip


def _page(row: ArticleRow) -> Option[Result]:
    publisher = publisher_of(row)
    return Option(value=row, text=row.title, end=publisher, icon=Icon.FLYER, spoken=_joined(row.title, publisher))


def _help(hit: HelpHit) -> Option[Result]:
    text = groups_words(hit.count) if hit.groups else lines_words(hit.count)
    where = _("Help and helplines")
    # Translators: spoken: how many phone lines or groups there are, and the screen that shows them
    spoken = _("{what}, {where}").format(what=text, where=where)
    return Option(value=hit, text=text, end=where, icon=Icon.PHONE, spoken=spoken)


def _private(hit: PrivateHit) -> Option[Result]:
    return Option(value=hit, text=hit.text, end=hit.day, icon=hit.icon, spoken=hit.spoken)


def _joined(title: str, about: str) -> str:
    # Translators: spoken for a found page or source: its title, and whose page it is or what it is
    return _("{title}, {about}").format(title=title.rstrip("."), about=about)
