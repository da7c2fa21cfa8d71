"""`caregiver print` for what has a form of its own: a flyer of shared pages, and what is in a pack."""

from __future__ import annotations

from dataclasses import replace

import click

from caregiver_app.cli.failures import DONE, REFUSED
from caregiver_app.cli.pack_contents import contents_named
from caregiver_app.cli.print_asked import PrintAsked
from caregiver_app.cli.print_making import MadePdf, layout_of, locked, pdf_of, pdf_password, write_public
from caregiver_app.cli.print_told import tell_parts, tell_printed
from caregiver_app.cli.print_wishes import typed_words
from caregiver_app.cli.session import Session
from caregiver_app.cli.share_told import refusal_of, tell_findings
from caregiver_app.cli.unlocking import unlock_care
from caregiver_app.model.card import Channel, Draft, ShareForm, ToShare
from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import speaking


def print_flyer(session: Session, asked: PrintAsked) -> int:
    """Write a flyer as `share --to flyer` does; return the exit code. Open findings are told, and nothing is written.

    Raises:
        PrintError: no page was named.
        CommandFailed: a page may not be passed on, or the file cannot be written.
        ShareError: a flyer cannot hold it.
    """
    if asked.only_parts:
        tell_parts(session.console, ())
        return DONE
    if not asked.items:
        raise PrintError(PrintTrouble.NOTHING)
    password, layout = pdf_password(asked.password_file), layout_of(session, asked.look)
    draft = Draft(
        things=tuple(ToShare(subject=item) for item in dict.fromkeys(asked.items)),
        message=typed_words(asked.message_file),
    )
    form = ShareForm(channel=Channel.FLYER, paper=layout.paper, largest=layout.size)
    sharing = session.services.sharing
    with session.library() as library, speaking(layout.language):
        if not session.services.care.is_unlocked:
            unlock_care(session)
        judged = sharing.judge(library, draft)
        if judged.refused:
            raise refusal_of(judged)
        if judged.open_findings:
            tell_findings(session.console, judged, Channel.FLYER)
            return REFUSED
        data = sharing.release(library, draft, form).data
        boxes = sharing.lacks_signs(judged.content, form)
        write_public(session, asked, locked(data, password))
        sharing.record(library, draft.things, Channel.FLYER)
    tell_printed(session.console, asked, layout, boxes=boxes)
    return DONE


def print_contents(session: Session, asked: PrintAsked) -> None:
    """Write what is in a pack. Where no size was named it is the one in which its maker would print it.

    Raises:
        click.UsageError: no pack was named.
        PackError: there is no such pack, or a personal detail in the folder is to be decided on.
        CommandFailed: the file cannot be written.
    """
    from caregiver_app.bootstrap.pack_contents import with_signs
    from caregiver_app.paper.contents_sheet import contents_sheet

    if asked.only_parts:
        tell_parts(session.console, ())
        return
    if asked.pack is None:
        raise click.UsageError(_("Name a pack with --pack."))
    password, layout = pdf_password(asked.password_file), layout_of(session, asked.look)
    with speaking(layout.language):
        contents = contents_named(session, asked.pack)
        if asked.channel is not None:
            contents = with_signs(contents, session.services.own_channels.show(asked.channel).fingerprint)
        if asked.look.size is not None:
            contents = replace(contents, size=asked.look.size)
        made = pdf_of(contents_sheet(contents, layout), replace(layout, size=contents.size), password)
    _finish(session, asked, made)


def _finish(session: Session, asked: PrintAsked, made: MadePdf) -> None:
    write_public(session, asked, made.data)
    tell_printed(session.console, asked, made.layout, boxes=made.boxes)
