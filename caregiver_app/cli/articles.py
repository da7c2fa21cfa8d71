"""`caregiver article`: list, show and mark articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.article_keep import keep_command
from caregiver_app.cli.article_list import facts_of, read_rows, show_rows
from caregiver_app.cli.article_show import show_command
from caregiver_app.cli.article_versions import versions_command
from caregiver_app.cli.choosing import find_collection, find_sources, find_topic
from caregiver_app.cli.console import Console
from caregiver_app.cli.options import (
    collection_option,
    ids_argument,
    json_option,
    limit_option,
    muted_option,
    sort_option,
    source_option,
    topic_option,
)
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import article_shape
from caregiver_app.model.article import ArticleFilter, ArticleRow, ItemId, MarkKind, Sort
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_MARKS = {
    "star": (MarkKind.STARRED, True),
    "unstar": (MarkKind.STARRED, False),
    "read": (MarkKind.READ, True),
    "unread": (MarkKind.READ, False),
    "archive": (MarkKind.ARCHIVED, True),
    "unarchive": (MarkKind.ARCHIVED, False),
}


def article_group() -> click.Group:
    """Return the commands about articles."""
    commands = (
        _list(),
        show_command(),
        versions_command(),
        keep_command(),
        *(_mark(name) for name in _MARKS),
        _read_all(),
    )
    return click.Group("article", commands, help=_("List, show and mark articles."))


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list_articles),
        params=[
            click.Option(["--new", "chip"], flag_value="new", type=str, default=None, help=_("Only unread ones.")),
            click.Option(["--saved", "chip"], flag_value="saved", type=str, help=_("Only starred ones.")),
            click.Option(["--archived", "chip"], flag_value="archived", type=str, help=_("Only archived ones.")),
            source_option(_("Only those of this source.")),
            topic_option(_("Only those of this topic.")),
            collection_option(),
            sort_option(),
            muted_option(),
            limit_option(20),
            json_option(),
        ],
        help=_("List articles, newest first unless another order is asked for."),
    )


def _mark(name: str) -> click.Command:
    texts = {
        "star": _("Save articles: starred ones are kept for good."),
        "unstar": _("Take the star away."),
        "read": _("Mark articles as read."),
        "unread": _("Mark articles as not read."),
        "archive": _("Take articles out of the list. Search still finds them with is:archived."),
        "unarchive": _("Bring archived articles back into the list."),
    }
    return click.Command(
        name,
        callback=click.pass_obj(_marking(*_MARKS[name])),
        params=[ids_argument("article"), json_option()],
        help=texts[name],
    )


def _read_all() -> click.Command:
    return click.Command(
        "read-all",
        callback=click.pass_obj(_mark_all_read),
        params=[
            source_option(_("Only those of this source.")),
            topic_option(_("Only those of this topic.")),
            click.Option(
                ["--older-than"], metavar="DAY", help=_("Only those from before this day, like 2026-11-25 or 7d.")
            ),
            json_option(),
        ],
        help=_("Mark all articles in the list as read."),
    )


def _list_articles(
    session: Session,
    *,
    chip: str | None,
    source_id: int | None,
    topic: str | None,
    collection: str | None,
    sort: str,
    muted: bool,
    limit: int,
) -> None:
    with session.library() as library:
        query = replace(
            _query(library, chip, source_id, topic),
            collection=None if collection is None else find_collection(library, collection).id,
            sort=Sort(sort),
            muted=muted,
        )
        rows, more = read_rows(library, query, limit)
    show_rows(session.console, rows, more=more)


def _query(library: Library, chip: str | None, source_id: int | None, topic: str | None) -> ArticleQuery:
    """Return what is to be listed.

    Raises:
        UnknownSource, CommandFailed: the source or the topic is not there.
    """
    chosen = None if source_id is None else find_sources(library, [source_id])[0].id
    return ArticleQuery(
        text="is:archived" if chip == "archived" else "",
        filter=ArticleFilter(chip) if chip in ("new", "saved") else ArticleFilter.ALL,
        source_id=chosen,
        topic=None if topic is None else find_topic(library, topic),
    )


def _marking(kind: MarkKind, value: bool) -> Callable[[Session, Sequence[int]], None]:
    def mark(session: Session, ids: Sequence[int]) -> None:
        wanted = tuple(dict.fromkeys(ItemId(number) for number in ids))
        with session.library() as library:
            there = {row.id for row in library.articles.rows_of(wanted)}
            missing = [item_id for item_id in wanted if item_id not in there]
            if missing:
                raise UnknownItem(str(missing[0]))
            library.marks.set(wanted, kind, value, at=session.services.clock.now())
            rows = library.articles.rows_of(wanted)
        _tell_marked(session.console, rows)

    return mark


def _mark_all_read(session: Session, source_id: int | None, topic: str | None, older_than: str | None) -> None:
    now = session.services.clock.now()
    before = None if older_than is None else _day(older_than, now)
    with session.library() as library:
        query = _query(library, None, source_id, topic)
        changed = library.marks.mark_read_where(query, at=now, older_than=before)
        rows = library.articles.rows_of(changed) if session.console.as_json else ()
    if session.console.as_json:
        session.console.document([article_shape(row) for row in rows])
    else:
        sentence = ngettext("{count} article marked as read.", "{count} articles marked as read.", len(changed))
        session.console.line(sentence.format(count=format_number(len(changed))))


def _day(typed: str, now: Millis) -> Millis:
    """Return the first moment of a day.

    Raises:
        UsageError: it is no day.
    """
    from caregiver_app.library.search_days import read_day

    day = read_day(typed, now=now)
    if day is None:
        raise click.UsageError(_("Write the day like 2026-11-23, or 7d for seven days ago."))
    return day


def _tell_marked(console: Console, rows: Sequence[ArticleRow]) -> None:
    if console.as_json:
        console.document([article_shape(row) for row in rows])
        return
    for row in rows:
        console.line(f"{row.id}  {row.title}")
        console.line(" " * (len(str(row.id)) + 2) + facts_of(row))
