"""`caregiver source add`: an address, a site or an account becomes a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.options import json_option, topic_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import reason_of, source_shape
from caregiver_app.cli.source_consent import agree_to_follow, disclosed_by
from caregiver_app.cli.source_table import has_note, name_of
from caregiver_app.model.source import SourceState
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences import Audience, Sentence, sentence_for_source

if TYPE_CHECKING:
    from caregiver_app.feeds.subscribe import AddedSource


def add_command() -> click.Command:
    """Return the command that adds one source."""
    return click.Command(
        "add",
        callback=click.pass_obj(_add),
        params=[
            click.Argument(["address"]),
            click.Option(
                ["--allow-private"], is_flag=True, help=_("Take an address on this computer or the home network.")
            ),
            click.Option(["--page"], is_flag=True, help=_("Follow the page itself, for sites without a feed.")),
            topic_option(_("Put it under this topic; may be given again."), multiple=True),
            click.Option(["--yes"], is_flag=True, help=_("Follow an account too, whoever learns of it.")),
            json_option(),
        ],
        help=_("Add the feed at ADDRESS. It may be a web page that names one."),
    )


def _add(  # noqa: PLR0917  the options of the command
    session: Session, address: str, allow_private: bool, page: bool, topics: Sequence[str], yes: bool
) -> None:
    if page and allow_private:
        raise click.UsageError(_("Pages are followed on public sites only: --page does not go with --allow-private."))
    with session.library() as library:
        agreed = agree_to_follow(session, library, address, allow_private=allow_private, yes=yes)
        if page:
            added = session.services.watch_page(library, address, topics=topics)
        else:
            added = session.services.add_source(
                library, address, allow_private=allow_private, agreed=agreed or yes, topics=topics
            )
    if session.console.as_json:
        session.console.document(source_shape(added.source))
    else:
        _tell(session, added, None if agreed else disclosed_by(added.source.url))


def _tell(session: Session, added: AddedSource, untold: Sentence | None) -> None:
    console, source = session.console, added.source
    sentence = _("You have this source already: {name}.") if added.known else _("Added: {name}.")
    console.line(sentence.format(name=name_of(source)))
    if added.switched_on:
        console.note(_("It was off, and is on now."))
    elif source.state is SourceState.OFF:
        console.note(sentence_for_source(source, Audience.COMMAND).text)
    elif not added.known and not added.checked:
        console.note(_("Nobody could look at it now. The next sync will tell whether it is a feed."))
    elif not added.known and added.articles is None:
        console.note(_("To fill it now: caregiver sync"))
    if untold is not None:
        console.note(untold.message)
    if added.articles:
        sentence = ngettext("{count} article came with it.", "{count} articles came with it.", added.articles)
        console.note(sentence.format(count=added.articles))
    if has_note(source):
        console.note(reason_of(source))
