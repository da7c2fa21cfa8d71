"""`caregiver article show`: one article, as text or as JSON. It makes no connection and marks nothing."""

from __future__ import annotations

import click

from caregiver_app.cli.article_list import facts_of
from caregiver_app.cli.console import Console
from caregiver_app.cli.options import IdType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import whole_article_shape
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.alert import AlertFacts, AlertKind
from caregiver_app.model.article import Article, ItemId
from caregiver_app.model.trust import Stamp
from caregiver_app.support.i18n import format_number, format_short_day, language_name, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience, sentence_for_copy
from caregiver_app.support.sentences.reading import ease_words, reading_time
from caregiver_app.support.sentences.stamps import stamp_sentences


def show_command() -> click.Command:
    """Return the command that shows an article."""
    return click.Command(
        "show",
        callback=click.pass_obj(_show_article),
        params=[click.Argument(["item_id"], type=IdType("article"), metavar="ID"), json_option()],
        help=_("Show an article. No connection is made, and it is not marked as read."),
    )


def _show_article(session: Session, item_id: int) -> None:
    with session.library() as library:
        article = library.articles.get(ItemId(item_id))
        stamps = session.services.appraising.stamps(library, [article.row.id])
    if session.console.as_json:
        session.console.document(whole_article_shape(article))
    else:
        _print_article(session.console, article, stamps[article.row.id].reading)


def _print_article(console: Console, article: Article, stamp: Stamp) -> None:
    row = article.row
    console.paragraphs(row.title)
    console.line(facts_of(row))
    if len(article.sources) > 1:
        console.line(_("Also in: {sources}").format(sources=", ".join(map(shown_title, article.sources[1:]))))
    if article.author:
        console.line(_("By {author}").format(author=article.author))
    if row.url:
        console.line(row.url)
    if row.words:
        console.line(_reading_line(article))
    console.paragraphs(" ".join(stamp_sentences(stamp)))
    if article.alert is not None:
        console.line(_alert_line(article.alert))
    if article.revisions:
        day = format_short_day(article.revisions[-1].seen_at, year=True)
        count = len(article.revisions)
        sentence = ngettext(
            "Its text has changed once; the earlier one is of {day}.",
            "Its text has changed {count} times; the last earlier one is of {day}.",
            count,
        )
        console.line(sentence.format(count=count, day=day))
    if article.offline is not None:
        console.line(sentence_for_copy(article.offline, Audience.COMMAND).text)
    console.line()
    console.paragraphs(article.text)


def _reading_line(article: Article) -> str:
    """Return how long it takes to read, how hard it is, and in which language it is."""
    row = article.row
    ease = ease_words(article.grade, row.language)
    if article.grade is not None:
        # Translators: {ease} is e.g. "easy to read"; the grade is a school year, as a number such as 5.2
        ease = _("{ease} (grade {grade})").format(ease=ease, grade=format_number(article.grade))
    parts = (reading_time(row.words, row.language), ease, language_name(row.language))
    return ", ".join(part for part in parts if part)


def _alert_line(facts: AlertFacts) -> str:
    """Return what an article warns of, in the publisher's own terms."""
    said = [facts.event, facts.severity, facts.urgency, facts.area]
    if facts.expires_at is not None:
        # Translators: {day} is e.g. "23 November 2026"; a warning holds until then
        said.append(_("until {day}").format(day=format_short_day(facts.expires_at, year=True)))
    pattern = _("Recall: {facts}") if facts.kind is AlertKind.RECALL else _("Alert: {facts}")
    return pattern.format(facts=" · ".join(each for each in said if each))
