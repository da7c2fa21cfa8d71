"""`caregiver opml`: sources from and to the lists of other readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.failures import DONE, PARTLY, REFUSED
from caregiver_app.cli.files import STANDARD, read_file, write_file
from caregiver_app.cli.opml_preview import left_off_words, preview_shape, refused_shape, tell_preview
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import source_shape
from caregiver_app.cli.source_table import name_of
from caregiver_app.cli.unlocking import unlock_care
from caregiver_app.links.tokens import mask_address, shown_title
from caregiver_app.model.source import Source
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences import Audience, address_sentence
from caregiver_app.support.sentences.exported_names import addresses_unread, names_left_out

if TYPE_CHECKING:
    from caregiver_app.feeds.opml_writing import WrittenOpml
    from caregiver_app.feeds.subscribe import OpmlImport

LIMIT_BYTES = 10_000_000


def opml_group() -> click.Group:
    """Return the commands about subscription lists."""
    return click.Group("opml", (_import(), _export()), help=_("Bring sources in from an OPML file, or write one."))


def _import() -> click.Command:
    return click.Command(
        "import",
        callback=click.pass_obj(_import_file),
        params=[
            click.Argument(["file"]),
            click.Option(
                ["--allow-private"], is_flag=True, help=_("Take addresses on this computer or the home network.")
            ),
            click.Option(["--preview"], is_flag=True, help=_("Only say what it would bring.")),
            json_option(),
        ],
        help=_("Add the sources of an OPML file. Nothing is fetched yet; - reads standard input."),
    )


def _export() -> click.Command:
    return click.Command(
        "export",
        callback=click.pass_obj(_export_file),
        params=[click.Argument(["file"]), json_option()],
        help=_(
            "Write the sources that are on to an OPML file. Private addresses are left out; - writes standard output."
        ),
    )


def _import_file(session: Session, file: str, allow_private: bool, preview: bool) -> int:
    data = read_file(file, limit_bytes=LIMIT_BYTES)
    if preview:
        return _preview_file(session, data, allow_private)
    with session.writing("opml import"), session.library() as library:
        done = session.services.import_opml(library, data, allow_private=allow_private)
    if session.console.as_json:
        session.console.document(_import_shape(done))
    else:
        _tell_import(session, done)
    if not done.refused:
        return DONE
    return PARTLY if done.added or done.known else REFUSED


def _preview_file(session: Session, data: bytes, allow_private: bool) -> int:
    with session.library() as library:
        preview = session.services.preview_opml(library, data, allow_private=allow_private)
    if session.console.as_json:
        session.console.document(preview_shape(preview))
    else:
        tell_preview(session.console, preview)
    return DONE


def _export_file(session: Session, file: str) -> None:
    unlock_care(session)
    with session.library() as library:
        done = session.services.export_opml(library)
    if file == STANDARD:
        session.console.data(done.data)
    else:
        write_file(file, done.data)
        _tell_export(session, file, done)
    if done.left_out:
        sentence = ngettext(
            "{count} source is left out: its address is private.",
            "{count} sources are left out: their addresses are private.",
            len(done.left_out),
        )
        session.console.note(sentence.format(count=len(done.left_out)))
    if done.names_left_out:
        session.console.note(names_left_out(done.names_left_out, unchecked=done.names_unchecked))
    if done.unread:
        session.console.note(addresses_unread(done.unread))
    if done.pages:
        sentence = ngettext(
            "{count} followed page is left out: other readers follow feeds only.",
            "{count} followed pages are left out: other readers follow feeds only.",
            len(done.pages),
        )
        session.console.note(sentence.format(count=len(done.pages)))


def _tell_export(session: Session, file: str, done: WrittenOpml) -> None:
    if session.console.as_json:
        session.console.document(
            {
                "file": file,
                "written": done.written,
                "left_out": len(done.left_out),
                "pages": len(done.pages),
                "names_left_out": done.names_left_out,
                "unread": done.unread,
            }
        )
    else:
        sentence = ngettext("{count} source written to {name}.", "{count} sources written to {name}.", done.written)
        session.console.line(sentence.format(count=done.written, name=file))


def _import_shape(done: OpmlImport) -> Json:
    refused: list[Json] = [refused_shape(*each) for each in done.refused]
    left_off: list[Json] = [source_shape(source) for source in done.left_off]
    return {"added": done.added, "known": done.known, "refused": refused, "left_off": left_off}


def _tell_import(session: Session, done: OpmlImport) -> None:
    say = session.console.line
    say(ngettext("{count} source added.", "{count} sources added.", done.added).format(count=done.added))
    if done.known:
        say(ngettext("{count} was there already.", "{count} were there already.", done.known).format(count=done.known))
    for title, address, trouble in done.refused:
        say(_("Not added: {title}").format(title=f"{shown_title(title)} <{mask_address(address)}>"))
        say("    " + address_sentence(trouble, Audience.COMMAND).text)
    if done.left_off:
        _tell_left_off(session, done.left_off)
    if done.added:
        session.console.note(_("To fill them now: caregiver sync"))


def _tell_left_off(session: Session, sources: Sequence[Source]) -> None:
    session.console.line(left_off_words(len(sources)))
    for source in sources:
        session.console.line(f"  {name_of(source)}")
    session.console.note(_("To switch one on: caregiver source enable ID"))
