"""What a search finds: pages, and phone lines and groups after them, as lines for people and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.help_found import help_found
from caregiver_app.bootstrap.widening import Instead, widened
from caregiver_app.cli.article_list import print_row, read_rows
from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.help_told import help_shape, print_help
from caregiver_app.cli.shapes import article_shape
from caregiver_app.model.article import ArticleRow
from caregiver_app.model.help_lines import HelpGroup, HelpLine
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.searching import instead_words

if TYPE_CHECKING:
    from caregiver_app.bootstrap.helping import Helping
    from caregiver_app.library.store import Library
    from caregiver_app.model.search import ArticleQuery

_MOST_HELP = 5
"""So many phone lines and groups come at most beside pages."""

_SHARE_OF_HELP = 4  # of a list that pages would fill they take a quarter at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Pages, then entries of Help. `more`: there are others. `instead` is set where no page holds the words."""

    rows: Sequence[ArticleRow] = ()
    help: Sequence[HelpLine | HelpGroup] = ()
    more: bool = False
    instead: Instead | None = None


def find(library: Library, helping: Helping, query: ArticleQuery, limit: int) -> Found:
    """Return at most `limit` pages and entries of Help, those of Help for a search of articles alone left out.

    Where pages hold the words, only entries that say all of them of themselves come with them. Where none does, other
    words for the same are asked for, then the topic that they name, and all comes that Help shows for them.
    """
    rows, more = read_rows(library, query, limit)
    if not query.with_guides:
        return Found(rows=rows, more=more)
    help_too = help_found(helping, library, query.text)
    if rows:
        return _joined(Found(rows=rows, more=more), help_too.said, limit)
    for wider, topic in () if help_too.said else widened(library, query):
        rows, more = read_rows(library, wider, limit)
        if rows:
            instead = Instead(words=query.text.strip(), topic=topic)
            return _joined(Found(rows=rows, more=more, instead=instead), help_too.entries, limit)
    return Found(help=help_too.entries[:limit], more=len(help_too.entries) > limit)


def _joined(found: Found, entries: Sequence[HelpLine | HelpGroup], limit: int) -> Found:
    """Return pages with entries after them, all together no more than `limit`."""
    room = max(limit - len(found.rows), limit // _SHARE_OF_HELP)
    kept = entries[: min(room, _MOST_HELP)]
    pages = found.rows[: limit - len(kept)]
    left_out = len(pages) < len(found.rows) or len(kept) < len(entries)
    return replace(found, rows=pages, help=kept, more=found.more or left_out)


def show_found(console: Console, found: Found, *, on: date) -> None:
    """Print what was found as JSON or as lines; say on standard error what is shown instead, or that there is more."""
    if console.as_json:
        shapes = [*map(article_shape, found.rows), *(help_shape(each) for each in found.help)]
        console.document([{**shape, **_instead_shape(found.instead)} for shape in shapes])
        return
    if found.instead is not None:
        console.note(instead_words(found.instead.words, found.instead.topic))
    for row in found.rows:
        print_row(console, row)
    for each in found.help:
        print_help(console, each, on)
    if not found.rows and not found.help:
        console.note(_("Nothing found."))
    elif found.more:
        count = 2 * (len(found.rows) + len(found.help))
        console.note(_("There are more. To see them: --limit {count}").format(count=count))


def _instead_shape(instead: Instead | None) -> dict[str, Json]:
    return {} if instead is None else {"instead": {"words": instead.words, "topic": instead.topic}}
