"""What is meant by the options that name things of the library: pages, a collection, a topic, a day, a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from caregiver_app.cli.choosing import find_collection, find_topic
from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.files import read_file, read_words
from caregiver_app.cli.print_asked import STANDARD, PrintAsked, named
from caregiver_app.cli.session import Session
from caregiver_app.model.card import LONGEST_MESSAGE
from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.kinds import PrintSet, SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.model.sheets.wishes import PublicWish
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.awareness_day import AwarenessDay

_ONE = (SheetKind.ARTICLE, SheetKind.GUIDE, SheetKind.CHECKLIST)


def public_wish(library: Library, asked: PrintAsked, kind: SheetKind) -> PublicWish:
    """Return what is wished for of one of the sheets.

    Raises:
        click.UsageError: more was named than the sheet is of.
        PrintError: nothing was named.
        CommandFailed: there is no such collection, topic or day, or a file cannot be read.
    """
    if kind in _ONE and len(asked.items) > 1:
        raise click.UsageError(_("This sheet is of one page. For several: caregiver print resource-list"))
    if kind in (*_ONE, SheetKind.SHARE_FLYER) and not asked.items:
        raise PrintError(PrintTrouble.NOTHING)
    return PublicWish(
        kind=kind,
        language=asked.look.language,
        subjects=tuple(dict.fromkeys(asked.items)),
        title=asked.title,
        message=typed_words(asked.message_file),
        collection=None if asked.collection is None else find_collection(library, asked.collection).id,
        country=asked.country.upper(),
        topic="" if asked.topic is None else find_topic(library, asked.topic),
        wallet=asked.wallet,
        at_home=isinstance(named(asked.name), PrintSet),
        day=None if asked.day is None else find_day(library, asked.day).id,
    )


def public_sheet(session: Session, library: Library, asked: PrintAsked, kind: SheetKind) -> Sheet:
    """Return a sheet of the library with all that may go on it.

    Raises:
        PrintError, ShareError, UnknownItem, CommandFailed: as `PublicSheets.make` and `public_wish` do.
    """
    return session.services.public_sheets.make(library, public_wish(library, asked, kind))


def find_day(library: Library, named: str) -> AwarenessDay:
    """Return the awareness day with this number or this name, whatever the case.

    Raises:
        CommandFailed: there is none, or more than one.
    """
    wanted = named.strip().casefold()
    days = library.awareness_days.list()
    found = [day for day in days if str(day.id) == wanted] or [day for day in days if day.name.casefold() == wanted]
    if len(found) == 1:
        return found[0]
    sentence = Sentence(
        happened=_("There is no awareness day called {name}.").format(name=repr(named))
        if not found
        else _("More than one awareness day is called {name}.").format(name=repr(named)),
        to_do=_("To see them all: caregiver print awareness-flyer --list"),
    )
    raise CommandFailed("not-there", sentence)


def typed_words(file: str | None) -> str:
    """Return the words for a flyer, each sign as it was typed; one more than may be, so that too many are refused.

    Raises:
        CommandFailed: the file cannot be read.
    """
    if file is None:
        return ""
    if file == STANDARD:
        return read_words(LONGEST_MESSAGE + 1)
    return read_file(file, limit_bytes=4 * LONGEST_MESSAGE + 4).decode("utf-8", "replace")
