"""`caregiver article versions`: the earlier texts of an article, and keeping one of them for good."""

from __future__ import annotations

import click

from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.options import IdType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.model.article import Article, ItemId, Revision
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence


def versions_command() -> click.Command:
    """Return the command that shows earlier texts."""
    number = click.IntRange(min=1)
    return click.Command(
        "versions",
        callback=click.pass_obj(_versions),
        params=[
            click.Argument(["item_id"], type=IdType("article"), metavar="ID"),
            click.Option(["--keep"], type=number, metavar="N", help=_("Keep this earlier text for good.")),
            click.Option(["--let-go"], type=number, metavar="N", help=_("Keep it no longer than others.")),
            json_option(),
        ],
        help=_("Show earlier texts of an article.\n\nThe oldest first. What changed: caregiver changes ID"),
    )


def _versions(session: Session, item_id: int, keep: int | None, let_go: int | None) -> None:
    if keep is not None and let_go is not None:
        raise click.UsageError(_("Take one of --keep and --let-go."))
    with session.library() as library:
        article = library.articles.get(ItemId(item_id))
        n = let_go if keep is None else keep
        if n is not None:
            try:
                library.revisions_kept.set(article.row.id, n, keep is not None, at=session.services.clock.now())
            except UnknownItem as error:
                raise _no_such_version(n, article) from error
            article = library.articles.get(article.row.id)
    if session.console.as_json:
        session.console.document([_shape(revision) for revision in article.revisions])
    else:
        _print(session.console, article)


def _no_such_version(n: int, article: Article) -> CommandFailed:
    to_do = _("To see them all: caregiver article versions {id}").format(id=article.row.id)
    return CommandFailed("not-there", Sentence(happened=_("It has no earlier text {n}.").format(n=n), to_do=to_do))


def _print(console: Console, article: Article) -> None:
    from caregiver_app.support.plain_text import count_words

    console.line(f"{article.row.id}  {article.row.title}")
    for revision in article.revisions:
        words = count_words(revision.text)
        count = ngettext("{count} word", "{count} words", words).format(count=format_number(words))
        facts = [format_short_day(revision.seen_at, year=True), count, *([_("kept for good")] if revision.kept else [])]
        console.line(f"  {revision.n}  {revision.title}")
        console.line(" " * (len(str(revision.n)) + 4) + " · ".join(facts))
    if not article.revisions:
        console.note(_("Its text has not changed."))


def _shape(revision: Revision) -> Json:
    return {
        "n": revision.n,
        "seen_at": to_iso(revision.seen_at),
        "title": revision.title,
        "text": revision.text,
        "kept": revision.kept,
    }
