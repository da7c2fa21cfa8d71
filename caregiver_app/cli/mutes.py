"""`caregiver mute`: words that keep articles out of lists. Nothing is deleted, and alerts always show."""

from __future__ import annotations

from collections.abc import Sequence

import click

from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import mute_shape
from caregiver_app.model.collection import MuteWord
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence


def mute_group() -> click.Group:
    """Return the commands about mute words."""
    commands = (_list(), _add(), _remove())
    return click.Group("mute", commands, help=_("Words that keep articles with them in the title out of lists."))


def _list() -> click.Command:
    return click.Command(
        "list", callback=click.pass_obj(_list_words), params=[json_option()], help=_("List your mute words.")
    )


def _add() -> click.Command:
    return click.Command(
        "add",
        callback=click.pass_obj(_add_word),
        params=[click.Argument(["word"]), json_option()],
        help=_(
            "Keep articles with this word or phrase in the title out of lists. They can still be opened, and "
            "search finds them with --muted. Alerts always show."
        ),
    )


def _remove() -> click.Command:
    return click.Command(
        "remove",
        callback=click.pass_obj(_remove_word),
        params=[click.Argument(["word"]), json_option()],
        help=_("Let articles with this word come back."),
    )


def _list_words(session: Session) -> None:
    with session.library() as library:
        _show(session, library.mutes.list())


def _add_word(session: Session, word: str) -> None:
    if not any(sign.isalnum() for sign in word):
        raise CommandFailed(
            "no-word", Sentence(happened=_("There is no word in this."), to_do=_("Name a word or a phrase."))
        )
    with session.library() as library:
        library.mutes.add(word, at=session.services.clock.now())
        _show(session, library.mutes.list())


def _remove_word(session: Session, word: str) -> None:
    with session.library() as library:
        library.mutes.remove(word)
        _show(session, library.mutes.list())


def _show(session: Session, words: Sequence[MuteWord]) -> None:
    if session.console.as_json:
        session.console.document([mute_shape(each) for each in words])
        return
    for each in words:
        hidden = ngettext("{count} article out of lists", "{count} articles out of lists", each.items)
        session.console.line(f"{each.word} ({hidden.format(count=format_number(each.items))})")
    if not words:
        session.console.note(_("There are no mute words."))
