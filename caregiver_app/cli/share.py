"""`caregiver share`: pages that may be trusted, with typed words, in a form that carries nothing else.

It refuses, with exit code 4 and nothing written, what may not be passed on and words that give somebody away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.failures import DONE, REFUSED
from caregiver_app.cli.files import STANDARD, read_file, read_words, write_file
from caregiver_app.cli.options import json_option
from caregiver_app.cli.paper_options import paper_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.share_told import kept_of, refusal_of, share_shape, tell_findings, tell_shared
from caregiver_app.cli.subjects import SubjectType
from caregiver_app.cli.unlocking import unlock_care
from caregiver_app.model.card import (
    DRAWN,
    LONGEST_MESSAGE,
    Channel,
    Draft,
    Judged,
    Network,
    PictureForm,
    Rendered,
    ShareForm,
    ToShare,
)
from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.model.trust import Subject
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.shares import lacks_signs_sentence

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the command was told, as it was told."""

    things: tuple[ToShare, ...]
    message: str
    form: ShareForm
    file: str
    keep: tuple[tuple[str, str], ...]
    keep_look: bool
    country: str


def share_command() -> click.Command:
    """Return the command that passes on."""
    return click.Command(
        "share",
        callback=click.pass_obj(_share),
        params=[
            click.Argument(["items"], type=SubjectType(), nargs=-1, required=True, metavar="ITEM ..."),
            *_options_of_words(),
            *_options_of_form(),
            json_option(),
        ],
        help=_(
            "Pass pages on, with your words. Each ITEM is like article:12, link:3, guide:4, page:5, org:7 or "
            "checklist:8. Only pages that were checked, or that lie on a known organisation's own site. Nothing is "
            "sent: the file is yours to send."
        ),
    )


def _options_of_words() -> list[click.Parameter]:
    return [
        click.Option(["--message"], default="", metavar="TEXT", help=_("Your words.")),
        click.Option(["--message-file"], metavar="FILE|-", help=_("A file with your words; - reads standard input.")),
        click.Option(
            ["--keep"],
            nargs=2,
            multiple=True,
            metavar="PLACE REASON",
            help=_("Let the detail at this place pass, like 23-35, because of this; can be given again."),
        ),
        click.Option(["--keep-look"], is_flag=True, help=_("Let all that is only to be looked at pass.")),
        click.Option(["--country"], metavar="CC", default="", help=_("Whose phone numbers are read first, like GB.")),
        click.Option(
            ["--keep-part"], multiple=True, metavar="NAME", help=_("Keep this part of links; see clean-url --keep.")
        ),
        click.Option(
            ["--leave-out"], multiple=True, metavar="NAME", help=_("Leave out this part of links; see clean-url.")
        ),
    ]


def _options_of_form() -> list[click.Parameter]:
    return [
        click.Option(
            ["--to"],
            type=click.Choice([channel.value for channel in Channel]),
            required=True,
            help=_("In which form."),
        ),
        click.Option(
            ["-o", "--output", "file"],
            metavar="FILE|-",
            help=_("Write it there; - is standard output. For qr the name ends in .png or .svg."),
        ),
        click.Option(
            ["--network"],
            type=click.Choice([network.value for network in Network]),
            default=Network.ANY.value,
            show_default=True,
            help=_("Of social: whose length holds."),
        ),
        paper_option(_("Of a flyer."), default=PaperSize.A4),
    ]


def _share(
    session: Session,
    *,
    items: Sequence[Subject],
    message: str,
    message_file: str | None,
    keep: Sequence[tuple[str, str]],
    keep_look: bool,
    country: str,
    keep_part: Sequence[str],
    leave_out: Sequence[str],
    to: str,
    file: str | None,
    network: str,
    paper: PaperSize,
) -> int:
    asked = _Asked(
        things=tuple(
            ToShare(subject=item, keep=tuple(keep_part), leave_out=tuple(leave_out)) for item in dict.fromkeys(items)
        ),
        message=_words(message, message_file),
        form=ShareForm(channel=Channel(to), picture=_picture_of(file), network=Network(network), paper=paper),
        file=_target(session, Channel(to), file),
        keep=tuple(keep),
        keep_look=keep_look,
        country=country,
    )
    with session.library() as library:
        if not session.services.care.is_unlocked:
            unlock_care(session)
        return _pass_on(session, library, asked)


def _pass_on(session: Session, library: Library, asked: _Asked) -> int:
    """Judge, write, and only then put it into the log. The service decides; here it is told what stands in the way.

    Raises:
        CommandFailed: something among it may not be passed on, or a place has no detail.
        ShareError: this form cannot hold it, or the message is too long.
    """
    sharing = session.services.sharing
    draft = Draft(things=asked.things, message=asked.message)
    judged = sharing.judge(library, draft, country=asked.country)
    if judged.refused:
        raise refusal_of(judged)
    draft = replace(draft, kept=kept_of(judged, asked.keep, asked.keep_look))
    judged = sharing.judge(library, draft, country=asked.country)
    if judged.open_findings:
        tell_findings(session.console, judged, asked.form.channel)
        return REFUSED
    rendered = sharing.release(library, draft, asked.form, country=asked.country)
    _deliver(session, rendered, judged, asked.file)
    if asked.form.channel in DRAWN and sharing.lacks_signs(judged.content, asked.form):
        session.console.note(lacks_signs_sentence())
    sharing.record(library, asked.things, asked.form.channel)
    return DONE


def _deliver(session: Session, rendered: Rendered, judged: Judged, file: str) -> None:
    if file == STANDARD:
        session.console.data(rendered.data)
        return
    write_file(file, rendered.data)
    if session.console.as_json:
        session.console.document(share_shape(judged, rendered.channel, file))
    else:
        tell_shared(session.console, rendered, file)


def _words(message: str, file: str | None) -> str:
    """Return the typed words, each sign as it was typed."""
    if file is None:
        return message
    if message:
        raise click.UsageError(_("Take one of --message and --message-file."))
    if file == STANDARD:
        return read_words(LONGEST_MESSAGE + 1)
    return read_file(file, limit_bytes=4 * LONGEST_MESSAGE + 4).decode("utf-8", "replace")


def _target(session: Session, channel: Channel, file: str | None) -> str:
    """Return where it goes; text goes to standard output where nothing is named."""
    if file is None and channel in DRAWN:
        raise click.UsageError(_("Name a file with -o."))
    if session.console.as_json and file in (None, STANDARD):
        raise click.UsageError(_("With --json name a file with -o."))
    if channel is Channel.QR and file != STANDARD and not str(file).lower().endswith((".png", ".svg")):
        raise click.UsageError(_("Name a file that ends in .png or .svg."))
    return STANDARD if file is None else file


def _picture_of(file: str | None) -> PictureForm:
    return PictureForm.SVG if file is not None and file.lower().endswith(".svg") else PictureForm.PNG
