"""`caregiver topic`: what one wants to hear about. Choosing topics switches their sources on."""

from __future__ import annotations

from collections.abc import Sequence

import click

from caregiver_app.cli.choosing import find_topic
from caregiver_app.cli.console import Console
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import topic_shape
from caregiver_app.cli.terminal_text import cell_width, fit
from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.organisation import Topic
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext


def topic_group() -> click.Group:
    """Return the commands about topics."""
    return click.Group("topic", (_list(), _choose()), help=_("List topics, and choose those to follow."))


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list_topics),
        params=[json_option()],
        help=_("List the topics; the chosen ones have an x."),
    )


def _choose() -> click.Command:
    return click.Command(
        "choose",
        callback=click.pass_obj(_choose_topics),
        params=[
            click.Argument(["named"], nargs=-1, metavar="TOPIC ..."),
            click.Option(["--none"], is_flag=True, help=_("Choose no topic.")),
            click.Option(["--country"], metavar="CC", help=_("Only sources for this country, e.g. GB; all: any.")),
            click.Option(["--language"], metavar="LL", help=_("Only sources in this language, e.g. en; all: any.")),
            json_option(),
        ],
        help=_("Follow exactly these topics. Their sources go on, those of no chosen topic go off."),
    )


def _list_topics(session: Session) -> None:
    with session.library() as library:
        topics = library.topics.list()
    _show(session, topics)


def _choose_topics(
    session: Session, named: Sequence[str], none: bool, country: str | None, language: str | None
) -> None:
    if bool(named) == none:
        raise click.UsageError(_("Name the topics to follow, or use --none."))
    with session.library() as library:
        ids = [find_topic(library, name) for name in named]
        before_country, before_language = library.topics.place()
        library.topics.live_in(
            before_country if country is None else _code(country).upper(),
            before_language if language is None else _code(language).lower(),
        )
        library.topics.choose(ids, at=session.services.clock.now())
        topics = library.topics.list()
        on = len(library.sources.list(enabled=True))
    _show(session, topics)
    session.console.note(ngettext("{count} source is on now.", "{count} sources are on now.", on).format(count=on))


def _code(typed: str) -> str:
    """Return a country or language code, "" for all of them."""
    if typed.lower() == "all":
        return ""
    if len(typed) == 2 and typed.isascii() and typed.isalpha():
        return typed
    raise click.UsageError(_("A country or a language has two letters, like GB or en. Use all for any."))


def _show(session: Session, topics: Sequence[Topic]) -> None:
    if session.console.as_json:
        session.console.document([topic_shape(topic) for topic in topics])
    else:
        print_topics(session.console, topics)


def print_topics(console: Console, topics: Sequence[Topic]) -> None:
    """Print a line for each topic, the chosen ones marked."""
    width = max((cell_width(topic.id) for topic in topics), default=0)
    for topic in topics:
        mark = "x" if topic.chosen else " "
        count = ngettext("{count} source", "{count} sources", topic.sources).format(count=topic.sources)
        console.line(f"[{mark}] {fit(topic.id, width)}  {topic_title(topic.id, topic.title)} ({count})")
    if not topics:
        console.note(_("There are no topics yet."))
