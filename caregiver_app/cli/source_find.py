"""`caregiver source find`: what may be followed at an address. Adds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.source_consent import disclosed_by, tell_disclosure
from caregiver_app.links.tokens import mask_address
from caregiver_app.model.source import SourceFormat
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.feeds.candidates import Candidate


def find_command() -> click.Command:
    """Return the command that looks without adding."""
    return click.Command(
        "find",
        callback=click.pass_obj(_find),
        params=[
            click.Argument(["address"]),
            click.Option(
                ["--allow-private"], is_flag=True, help=_("Take an address on this computer or the home network.")
            ),
            json_option(),
        ],
        help=_("Look what could be followed at ADDRESS. It may be a site, a feed or an account; nothing is added."),
    )


def _find(session: Session, address: str, allow_private: bool) -> None:
    with session.library() as library:
        found = session.services.find_sources(library, address, allow_private=allow_private)
    if session.console.as_json:
        session.console.document([_candidate_shape(candidate) for candidate in found])
        return
    for candidate in found:
        session.console.line(candidate.title or mask_address(candidate.url))
        session.console.line(f"    {mask_address(candidate.url)}")
        session.console.line(f"    {_facts_line(candidate)}")
        tell_disclosure(session.console, candidate.url)


def _facts_line(candidate: Candidate) -> str:
    if candidate.format is SourceFormat.PAGE:
        return _("No feed was found here. The page itself can be followed: caregiver source add --page ADDRESS")
    if not candidate.checked and candidate.disclosure is not None:
        return _("Nobody has looked at it yet. That happens when you add it.")
    if not candidate.checked:
        return _("Named by the site, not looked at yet.")
    entries = ngettext("{count} article", "{count} articles", candidate.entries).format(count=candidate.entries)
    if candidate.newest_at is None:
        return entries
    # Translators: e.g. "30 articles, the newest of 23 November 2026"
    day = format_short_day(candidate.newest_at, year=True)
    return _("{entries}, the newest of {day}").format(entries=entries, day=day)


def _candidate_shape(candidate: Candidate) -> Json:
    disclosed = disclosed_by(candidate.url)
    return {
        "url": mask_address(candidate.url),
        "title": candidate.title,
        "format": candidate.format.value,
        "kind": candidate.kind.value,
        "carries": candidate.rank.name.lower(),
        "checked": candidate.checked,
        "entries": candidate.entries,
        "newest_at": to_iso(candidate.newest_at),
        "language": candidate.language,
        "source_id": candidate.known,
        "discloses": "" if disclosed is None else disclosed.message,
    }
