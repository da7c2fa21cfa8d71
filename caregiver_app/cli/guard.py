"""`caregiver guard`: does a text hold something that should not leave? Keeps nothing of it, makes no connection."""

from __future__ import annotations

import click

from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.failures import DONE, REFUSED, CommandFailed
from caregiver_app.cli.files import STANDARD, read_file, read_words
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.unlocking import unlock_care, with_passphrase
from caregiver_app.model.guard import Finding
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences import Sentence
from caregiver_app.support.sentences.guard import finding_reason, finding_suggestion, finding_word

MOST_CHARACTERS = 100_000


def guard_command() -> click.Command:
    """Return the command."""
    command = click.Command(
        "guard",
        callback=click.pass_obj(_guard),
        params=[
            click.Argument(["name"], metavar="[FILE|-]", default=STANDARD),
            click.Option(
                ["--country"], metavar="CC", default="", help=_("Whose phone numbers are read first, like GB.")
            ),
            json_option(),
        ],
        help=_(
            "Look through a text for what gives somebody away: names, numbers, addresses, and with the passphrase the "
            "words of your care notes. Exit 4 where something was found."
        ),
    )
    return with_passphrase(command)


def finding_shape(finding: Finding) -> Json:
    """Return an element of `guard`."""
    return {
        "kind": finding.kind.value,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "why": finding_reason(finding),
        "suggestion": finding_suggestion(finding),
        "level": finding.level.value,
    }


def _guard(session: Session, name: str, country: str) -> int:
    unlock_care(session)
    findings = session.services.guarding.look(_text(name), country=country)
    if session.console.as_json:
        session.console.document([finding_shape(finding) for finding in findings])
    else:
        _show(session.console, findings)
    return REFUSED if findings else DONE


def _text(name: str) -> str:
    """Return the text as it was typed: no line end is changed, so that places in it count as they do there."""
    if name == STANDARD:
        text = read_words(MOST_CHARACTERS + 1)
    else:
        text = read_file(name, limit_bytes=4 * MOST_CHARACTERS + 4).decode("utf-8", "replace")
    if len(text) > MOST_CHARACTERS:
        happened = _("The text is longer than is looked through at once.")
        raise CommandFailed("text-too-long", Sentence(happened=happened, to_do=_("Split it, then try again.")))
    return text


def _show(console: Console, findings: tuple[Finding, ...]) -> None:
    if not findings:
        console.note(_("Nothing was found that gives somebody away."))
        return
    for finding in findings:
        place = f"{finding.start}-{finding.end}: " if finding.end else ""
        said = f'"{finding.text}". ' if finding.text else ""
        console.line(f"{place}{finding_word(finding)}: {said}{finding_reason(finding)}")
    sentence = ngettext(
        "{count} detail to settle before this leaves.", "{count} details to settle before this leaves.", len(findings)
    )
    console.note(sentence.format(count=len(findings)))
