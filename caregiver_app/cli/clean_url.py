"""`caregiver clean-url`: the form in which a link can be passed on. Opens nothing, keeps nothing, asks nobody."""

from __future__ import annotations

from collections.abc import Sequence

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.failures import DONE, REFUSED
from caregiver_app.cli.files import STANDARD, read_words
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.links.clean import clean_link
from caregiver_app.links.clean_part import Wishes
from caregiver_app.links.tokens import mask_address
from caregiver_app.model.clean_link import CleanLink
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience, sentence_for_refused_link

_LONGEST_CHARS = 1_000_000


def clean_url_command() -> click.Command:
    """Return the command that cleans links."""
    return click.Command(
        "clean-url",
        callback=click.pass_obj(_clean),
        params=[
            click.Argument(["links"], nargs=-1, required=True, metavar="URL ..."),
            click.Option(
                ["--keep"],
                multiple=True,
                metavar="NAME",
                help=_("Keep this part though it may be about you; can be given again."),
            ),
            click.Option(
                ["--leave-out"],
                multiple=True,
                metavar="NAME",
                help=_("Leave out this part whatever it is; can be given again."),
            ),
            json_option(),
        ],
        help=_(
            "Take out of each URL what tells who follows it, and unwrap what mail services wrapped. A URL of - reads "
            "them from standard input, one a line. No connection is made."
        ),
    )


def _clean(session: Session, links: Sequence[str], keep: Sequence[str], leave_out: Sequence[str]) -> int:
    wishes = Wishes(keep=keep, leave_out=leave_out)
    cleaned = [clean_link(link, wishes=wishes) for link in _given(links)]
    if session.console.as_json:
        session.console.document([clean_link_shape(link) for link in cleaned])
    else:
        _show(session, cleaned)
    return REFUSED if any(link.refused for link in cleaned) else DONE


def clean_link_shape(link: CleanLink) -> Json:
    """Return an element of `clean-url`."""
    return {
        "input": link.input,
        "output": None if link.refused else link.output,
        "removed": list(link.removed),
        "refused": None if link.refused is None else ":".join((link.refused.value, *dict.fromkeys(link.doubtful))),
    }


def _show(session: Session, cleaned: Sequence[CleanLink]) -> None:
    for link in cleaned:
        if link.refused is None:
            session.console.line(link.output)
        else:
            session.console.note(mask_address(link.input))
            session.console.note("    " + sentence_for_refused_link(link, Audience.COMMAND).text)


def _given(links: Sequence[str]) -> list[str]:
    if tuple(links) != (STANDARD,):
        return list(links)
    return [line for line in read_words(_LONGEST_CHARS).splitlines() if line.strip()]
