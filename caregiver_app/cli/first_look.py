"""`caregiver first-look`: the main job once, for a computer without a screen (`dev.py run` calls it).

It puts the starter content in place, gets updates as far as the network allows, shows what the library holds, and
searches it. It chooses nothing for the person: where no source is on, some everyday ones are asked once and stay off.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.article_list import print_row, read_rows
from caregiver_app.cli.console import Console
from caregiver_app.cli.failures import DONE, failure_of
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.cli.sync import print_report, run_sync
from caregiver_app.cli.topics import print_topics
from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.organisation import Topic
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import Source, SourceKind
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

ASKED_ONCE = 12
"""How many sources a first look asks when none is on: enough to show something, few enough to be polite."""

SEARCHED = "care"
_SHOWN = 5


def first_look_command() -> click.Command:
    """Return the command; it is not listed, since people have better ones."""
    return click.Command("first-look", callback=click.pass_obj(_first_look), hidden=True, params=[], help=__doc__)


def _first_look(session: Session) -> int:
    console = session.console
    with session.library() as library:
        sources = library.sources.list()
        topics = library.topics.list()
    console.line(
        _("In place: {sources} sources of {organisations} organisations, in {topics} topics.").format(
            sources=format_number(len(sources)),
            organisations=format_number(len({source.organisation for source in sources if source.organisation})),
            topics=format_number(len(topics)),
        )
    )
    console.line()
    stopped = _get_updates(session, sources, topics)
    if stopped is not None:
        return stopped
    with session.library() as library:
        _show_holdings(console, library)
        _show_search(console, library)
    return DONE


def _get_updates(session: Session, sources: Sequence[Source], topics: Sequence[Topic]) -> int | None:
    """Get updates as far as that goes; return an exit code only when the person stopped it."""
    console = session.console
    asked = () if any(source.enabled for source in sources) else pick_everyday(sources, topics)
    if asked:
        console.line(_("No topic is chosen yet. This first look asks some sources once and switches none on:"))
        console.paragraphs(", ".join(sorted({source.organisation or source.title for source in asked})) + ".")
    with Stop() as stop:
        try:
            print_report(console, run_sync(session, [source.id for source in asked], stop))
        except CaregiverError as error:
            console.line(failure_of(error).sentence.text)
    console.line()
    return stop.exit_code if stop.is_set() else None


def pick_everyday(sources: Sequence[Source], topics: Sequence[Topic]) -> tuple[Source, ...]:
    """Return some news sources that need no asking, each of another organisation, those of the first topics first."""
    places = {topic.id: place for place, topic in enumerate(topics)}
    everyday = [
        source
        for source in sources
        if source.kind is SourceKind.NEWS and not source.asks_first and source.language in ("", "en")
    ]
    everyday.sort(key=lambda source: min((places[topic] for topic in source.topics), default=len(places)))
    by_organisation: dict[str, Source] = {}
    for source in everyday:
        by_organisation.setdefault(source.organisation or source.title, source)
    return tuple(by_organisation.values())[:ASKED_ONCE]


def _show_holdings(console: Console, library: Library) -> None:
    count = library.articles.count(ArticleQuery(), cap=1_000_000)
    sentence = ngettext("The library holds {count} article.", "The library holds {count} articles.", count)
    console.line(sentence.format(count=format_number(count)))
    if not count:
        console.line(_("It fills with the first update that reaches a network. Then it can be read without one."))
        console.line(_("You could follow:"))
        print_topics(console, library.topics.list())
    rows, _more = read_rows(library, ArticleQuery(), _SHOWN)
    for row in rows:
        print_row(console, row)
    console.line()


def _show_search(console: Console, library: Library) -> None:
    query = ArticleQuery(text=SEARCHED)
    count = library.articles.count(query)
    sentence = ngettext(
        'A search for "{words}" finds {count} article.', 'A search for "{words}" finds {count} articles.', count
    )
    console.line(sentence.format(words=SEARCHED, count=format_number(count)))
    rows, _more = read_rows(library, query, _SHOWN)
    for row in rows:
        print_row(console, row)
    console.line()
