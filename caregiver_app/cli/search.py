"""`caregiver search`: finds articles by words and filters, without a network."""

from __future__ import annotations

from collections.abc import Sequence

import click

from caregiver_app.cli.collections import needs_a_name
from caregiver_app.cli.files import STANDARD, read_words
from caregiver_app.cli.options import DATA_DIR, json_option, limit_option, muted_option
from caregiver_app.cli.searching import Found, find, show_found
from caregiver_app.cli.session import Session
from caregiver_app.model.search import ArticleQuery
from caregiver_app.support.i18n import current_language
from caregiver_app.support.i18n import gettext as _

_HELP = "-h"
_LONGEST = 400  # as the search itself reads


def search_command() -> click.Command:
    """Return the command that finds articles. A word with a minus before it is no option of it."""
    return click.Command(
        "search",
        callback=click.pass_obj(_search),
        params=[
            click.Argument(["words"], nargs=-1, required=True, metavar="QUERY"),
            limit_option(20),
            click.Option(["--newest"], is_flag=True, help=_("Articles alone, newest first.")),
            muted_option(),
            click.Option(["--save"], metavar="NAME", help=_("Keep this search by a name.")),
            json_option(),
        ],
        context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
        help=_(
            "Find articles and guides, best first, then links whose page is not saved, phone lines and groups. "
            "All words must be there; -word must not; begin* finds what begins so; "
            '"a phrase" keeps its order; of one OR other one is enough. Filters: source: topic: org: in: lang: kind: '
            "before:DAY after:DAY is:unread is:read is:starred is:archived is:changed is:vetted, each also with a "
            "minus; DAY is like 2026-11-25, 2026-11, 2026, today, yesterday or 7d, 2w, 3m, 1y ago. "
            "QUERY - reads standard input."
        ),
    )


def _search(session: Session, *, words: Sequence[str], limit: int, newest: bool, muted: bool, save: str | None) -> None:
    if tuple(words) == (_HELP,):
        click.echo(click.get_current_context().get_help())
        return
    if any(word.partition("=")[0] == DATA_DIR for word in words):  # else the words would be sought in one's own library
        raise click.NoSuchOption(DATA_DIR, ctx=click.get_current_context())
    text = read_words(_LONGEST) if tuple(words) == (STANDARD,) else " ".join(words)
    if save is not None:
        needs_a_name(save)
    with session.library() as library:
        if save is not None and text.strip():
            library.saved_searches.save(save, text, at=session.services.clock.now())
        query = ArticleQuery(
            text=text,
            ranked=not newest,
            muted=muted,
            with_guides=not newest,
            with_links=not newest,
            language=current_language(),
        )
        # Text without a word would ask for the whole list.
        found = find(library, session.services.helping, query, limit) if text.strip() else Found()
    show_found(session.console, found, on=session.services.appraising.today())
