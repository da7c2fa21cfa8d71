"""Articles as lines for people, and the pages of a list one after the other."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Console
from caregiver_app.cli.shapes import article_shape
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.article import ArticleRow, ItemKind, Trust
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Stamp
from caregiver_app.support.i18n import format_short_day, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import stamp_word

if TYPE_CHECKING:
    from caregiver_app.library.articles import PageKey
    from caregiver_app.library.store import Library

_PAGE = 200
_SNIPPET_CHARS = 220


def read_rows(library: Library, query: ArticleQuery, limit: int) -> tuple[list[ArticleRow], bool]:
    """Return at most `limit` rows of a list, and whether it has more."""
    rows: list[ArticleRow] = []
    after: PageKey | None = None
    while len(rows) < limit:
        page = library.articles.page(query, after=after, limit=min(_PAGE, limit - len(rows)))
        rows.extend(page.rows)
        after = page.next
        if after is None:
            return rows, False
    return rows, True


def show_rows(console: Console, rows: Sequence[ArticleRow], *, more: bool, nothing: str = "") -> None:
    """Print rows as JSON or as lines; say on standard error when there are none (`nothing`), or more."""
    if console.as_json:
        console.document([article_shape(row) for row in rows])
        return
    for row in rows:
        print_row(console, row)
    if not rows:
        console.note(nothing or _("Nothing found."))
    elif more:
        console.note(_("There are more. To see them: --limit {count}").format(count=2 * len(rows)))


def print_row(console: Console, row: ArticleRow) -> None:
    """Print an article: number and title, who and when, then a piece of its text with the search hits in it.

    Of a link its address stands there too: there is nothing else to read.
    """
    number = str(row.id)
    margin = " " * (len(number) + 2)
    console.line(f"{number}  {row.title}")
    console.line(margin + facts_of(row))
    if row.kind is ItemKind.LINK and row.url:
        console.line(margin + row.url)
    for line in textwrap.wrap(_shortened(row.snippet), console.width - len(margin)):
        console.line(margin + line)


def facts_of(row: ArticleRow) -> str:
    """Return in one line who published an article, when, why it may be trusted, and what the person did with it."""
    day = "" if row.published_at is None else format_short_day(row.published_at, year=True)
    states = (
        (not row.read, pgettext("state of an article", "new")),
        (row.starred, pgettext("state of an article", "starred")),
        (row.archived, pgettext("state of an article", "archived")),
        (row.changed, pgettext("state of an article", "changed")),
    )
    trust = "" if row.trust is Trust.NOT_CHECKED else stamp_word(Stamp(trust=row.trust))
    words = (
        row.organisation or shown_title(row.source_title),
        kind_word(row.kind),
        day,
        trust,
        *(word for holds, word in states if holds),
    )
    return ", ".join(word for word in words if word)


def kind_word(kind: ItemKind) -> str:
    """Return what a row is where it is no article, else ""."""
    words = {
        ItemKind.GUIDE: pgettext("kind of a row", "guide"),
        ItemKind.CHECKLIST: pgettext("kind of a row", "checklist"),
        ItemKind.LINK: pgettext("kind of a row", "web page, not saved"),
    }
    return words.get(kind, "")


def _shortened(snippet: str) -> str:
    words = " ".join(snippet.split())
    if len(words) <= _SNIPPET_CHARS:
        return words
    return words[:_SNIPPET_CHARS].rpartition(" ")[0] + "…"
