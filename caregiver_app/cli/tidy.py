"""`caregiver tidy`: puts old articles aside, shows what would go, brings them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from caregiver_app.cli.looking_after import tidied_words
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words

if TYPE_CHECKING:
    from caregiver_app.library.retention import TidyPreview


def tidy_command() -> click.Command:
    """Return the command that tidies."""
    return click.Command(
        "tidy",
        callback=click.pass_obj(_tidy),
        params=[
            click.Option(["--preview"], is_flag=True, help=_("Only show what would go.")),
            click.Option(["--undo"], is_flag=True, help=_("Bring back what the last tidying put aside.")),
            click.Option(
                ["--automatic"],
                type=click.Choice(["on", "off"]),
                help=_("Whether Caregiver tidies by itself, once a day after updates."),
            ),
            json_option(),
        ],
        help=_(
            "Tidy away articles older than 400 days or beyond the newest 1,000 of their source. What you starred, "
            "archived, collected, shared, printed or checked stays, and so does what a source still shows. It can be "
            "undone for a day."
        ),
    )


def _tidy(session: Session, preview: bool, undo: bool, automatic: str | None) -> None:
    if preview + undo + (automatic is not None) > 1:
        raise click.UsageError(_("Take one of --preview, --undo and --automatic."))
    if preview:
        with session.library() as library:
            _show_preview(session, session.services.tidy_preview(library))
    elif undo:
        _undo(session)
    elif automatic is not None:
        _set_automatic(session, automatic == "on")
    else:
        _tidy_now(session)


def _tidy_now(session: Session) -> None:
    with Stop() as stop, session.writing("tidy"), session.library() as library:
        tidied = session.services.tidy(library, cancel=stop)
    if session.console.as_json:
        session.console.document({"at": to_iso(tidied.at), "articles": tidied.articles})
    elif tidied.articles:
        session.console.line(tidied_words(tidied.articles))
    else:
        session.console.line(_("There is nothing to tidy."))


def _undo(session: Session) -> None:
    with session.writing("tidy"), session.library() as library:
        articles = session.services.undo_tidy(library)
    if session.console.as_json:
        session.console.document({"brought_back": articles})
        return
    sentence = ngettext("{count} article is back.", "{count} articles are back.", articles)
    session.console.line(sentence.format(count=format_number(articles)))
    session.console.note(
        _("Caregiver does not tidy by itself any more. To let it again: caregiver tidy --automatic on")
    )


def _set_automatic(session: Session, value: bool) -> None:
    with session.library() as library:
        session.services.set_tidies(library, value)
    if session.console.as_json:
        session.console.document({"automatic": value})
    elif value:
        session.console.line(_("Caregiver tidies by itself, once a day after updates."))
    else:
        session.console.line(_("Caregiver tidies only when you ask for it."))


def _show_preview(session: Session, preview: TidyPreview) -> None:
    if session.console.as_json:
        session.console.document(
            {
                "articles": preview.articles,
                "size_bytes": preview.size_bytes,
                "sources": [{"title": shown_title(title), "articles": n} for title, n in preview.sources],
            }
        )
        return
    sentence = ngettext("{count} article would go ({size}).", "{count} articles would go ({size}).", preview.articles)
    session.console.line(sentence.format(count=format_number(preview.articles), size=size_words(preview.size_bytes)))
    for title, articles in preview.sources:
        session.console.line(f"  {format_number(articles):>6}  {shown_title(title)}")
