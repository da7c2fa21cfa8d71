"""`caregiver export library`: what a person has in the library as files that other programs read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.cli.unlocking import unlock_care, with_passphrase
from caregiver_app.cli.vault.care_files import consider_place, synced_option, target_option
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.library_files import not_saved_words

if TYPE_CHECKING:
    from caregiver_app.bootstrap.library_export import ExportedLibrary


def library_command() -> click.Command:
    """Return the command that lets the library out."""
    return with_passphrase(
        click.Command(
            "library",
            callback=click.pass_obj(_export),
            params=[
                target_option("FOLDER", _("Write into this folder, which must not be there yet.")),
                synced_option(),
                json_option(),
            ],
            help=_(
                "Save the library for other programs. Sources, stars, collections, saved searches and your own checks "
                "become OPML and JSON, and pages that you starred, archived, collected or kept become Markdown. It is "
                "not encrypted, and nothing is fetched."
            ),
        )
    )


def _export(session: Session, target: Path, allow_synced: bool) -> None:
    from caregiver_app.bootstrap.library_export import export_library

    consider_place(
        session, target, allowed=allow_synced, question=_("Write what you read and checked there all the same?")
    )
    unlock_care(session)
    with Stop() as stop, session.library() as library:
        exported = export_library(session.services, library, target, cancel=stop)
    if session.console.as_json:
        session.console.document({"target": str(target), **_shape(exported)})
    else:
        _tell(session, target, exported)


def _shape(exported: ExportedLibrary) -> dict[str, int]:
    return {
        "sources": exported.sources,
        "private_sources": exported.private_sources,
        "marks": exported.marks,
        "collections": exported.collections,
        "searches": exported.searches,
        "checks": exported.checks,
        "pages": exported.pages,
        "pages_left_out": exported.pages_left_out,
        "size_bytes": exported.size_bytes,
    }


def _tell(session: Session, target: Path, exported: ExportedLibrary) -> None:
    sentence = ngettext("{count} page saved in {name}.", "{count} pages saved in {name}.", exported.pages)
    session.console.line(sentence.format(count=format_number(exported.pages), name=target))
    session.console.line(_("It is not encrypted: whoever has it can read it."))
    for words in not_saved_words(private_sources=exported.private_sources, pages=exported.pages_left_out):
        session.console.note(words)
