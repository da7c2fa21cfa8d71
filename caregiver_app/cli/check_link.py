"""`caregiver check-link`: what can be said of a link or a forwarded message. No connection is made, nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence

import click

from caregiver_app.cli.article_list import print_row
from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.failures import DONE
from caregiver_app.cli.files import STANDARD, read_words
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import article_shape
from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.links.tokens import mask_address
from caregiver_app.model.article import ItemKind
from caregiver_app.model.clean_link import LinkRefusal
from caregiver_app.model.forwarded import LONGEST_CHARS, Checked, CheckedLink
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import checked_links as of_link
from caregiver_app.support.sentences import forwarded as words

_HELP = "-h"


def check_link_command() -> click.Command:
    """Return the command. A word with a minus before it is no option of it: messages have such words."""
    return click.Command(
        "check-link",
        callback=click.pass_obj(_check),
        params=[click.Argument(["text"], nargs=-1, required=True, metavar="TEXT | -"), json_option()],
        context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
        help=_(
            "Say whose a link is, whether it imitates a known site, what in it tells who follows it, and what the "
            "library has on the same subject. TEXT is a link or a whole message; - reads it from standard input. No "
            "connection is made, and nothing of it is kept."
        ),
    )


def checked_shape(given: str, checked: Checked) -> Json:
    """Return what `check-link` prints: the link that asks for most care, then all of them and the rest."""
    first = checked.links[0] if checked.links else None
    return {
        "input": given,
        **_facts_shape(first),
        "related": [article_shape(row) for row in checked.related],
        "verdict": words.no_link() if first is None else of_link.link_verdict(first).text,
        "links": [{"input": link.look.given, **_facts_shape(link)} for link in checked.links],
        "in_general": checked.in_general or None,
        "after_money": checked.after_money,
        "advice": _advice(checked),
        "steps": [{"step": step.name, "what": step.words} for step in words.judging_steps()],
        "reply": checked.reply.text,
        "reply_unchecked": checked.reply.unchecked,
    }


def _advice(checked: Checked) -> list[Json]:
    """Return what everybody has to know, that about money first where a message is after some."""
    money = [words.money_sentence().text] if checked.after_money else []
    return [*money, words.remedy_sentences(), words.whom_to_ask().text]


def _facts_shape(link: CheckedLink | None) -> dict[str, Json]:
    if link is None:
        return {
            "unwrapped": None,
            "clean": None,
            "removed": [],
            "organisation": None,
            "named_in_help": None,
            "trust": None,
            "imitates": None,
            "signs": [],
        }
    return {
        "unwrapped": link.look.unwrapped,
        "clean": link.look.clean.output or None,
        "removed": list(link.look.clean.removed),
        "organisation": of_link.organisation_of(link) or None,
        "named_in_help": of_link.named_in_help(link) or None,
        "trust": of_link.trust_of(link).value,
        "imitates": of_link.known_host(link) or None,
        "signs": [{"sign": sign.value, "why": of_link.sign_reason(sign, link)} for sign in link.signs],
    }


def _check(session: Session, text: Sequence[str]) -> int:
    if tuple(text) == (_HELP,):
        click.echo(click.get_current_context().get_help())
        return DONE
    given = read_words(LONGEST_CHARS + 1) if tuple(text) == (STANDARD,) else " ".join(text)
    if not given.strip():
        raise click.UsageError(_("Name a link, or hand a message in with -."))
    with session.library() as library:
        checked = session.services.link_checking.check(library, given)
    if session.console.as_json:
        session.console.document(checked_shape(given, checked))
    else:
        _show(session.console, checked)
    return DONE


def _show(console: Console, checked: Checked) -> None:
    if checked.after_money:
        console.paragraphs(words.money_sentence().text)
        console.line()
    if not checked.links:
        console.paragraphs(words.no_link())
    for link in checked.links:
        _show_link(console, link)
    if checked.left_out:
        console.note(words.more_links(checked.left_out))
    if checked.cut:
        console.note(words.was_cut())
    _show_related(console, checked)
    _show_advice(console, checked)


def _show_link(console: Console, link: CheckedLink) -> None:
    console.line(mask_address(link.look.given))
    console.paragraphs(of_link.link_verdict(link).text)
    for sentence in of_link.standing_sentences(link):
        console.paragraphs(sentence)
    for _sign, reason in of_link.sign_reasons(link):
        console.paragraphs(f"- {reason}")
    clean = link.look.clean
    if clean.output and clean.removed:
        console.line(_("Clean link: {link}").format(link=clean.output))
    elif clean.refused is LinkRefusal.UNSURE:
        console.note(_("To get a clean link: caregiver clean-url"))
    if link.in_library is not None:
        console.paragraphs(
            of_link.in_library(link.in_library.title, has_text=link.in_library.kind is not ItemKind.LINK)
        )
    console.line()


def _show_related(console: Console, checked: Checked) -> None:
    if not checked.related:
        console.paragraphs(words.nothing_on_this())
        return
    if checked.in_general:
        console.paragraphs(words.only_in_general(topic_title(checked.in_general, checked.in_general)))
    else:
        console.line(_("Your library has on this:"))
    for row in checked.related:
        print_row(console, row)


def _show_advice(console: Console, checked: Checked) -> None:
    console.line()
    console.paragraphs(words.remedy_sentences())
    console.paragraphs(words.whom_to_ask().text)
    console.line()
    for step in words.judging_steps():
        console.paragraphs(f"{step.name}: {step.words}")
    if checked.reply.text:
        console.line()
        console.line(_("A kind answer that you can send:"))
        console.paragraphs(checked.reply.text)
    if checked.reply.unchecked:
        console.note(words.reply_unchecked())
    console.note(words.what_was_looked_at())
