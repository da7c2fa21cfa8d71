"""A word on what following an account tells to whom, and a person's yes, before anybody is asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Console
from caregiver_app.cli.failures import REFUSED, CommandFailed
from caregiver_app.cli.session import Session
from caregiver_app.links.disclosure import disclosure_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence, disclosure_sentence

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def disclosed_by(address: str) -> Sentence | None:
    """Return what following the feed at an address tells to whom; None for an organisation's own."""
    facts = disclosure_of(address)
    if facts is None:
        return None
    return disclosure_sentence(facts.service.value, host=facts.host, operator=facts.operator)


def tell_disclosure(console: Console, address: str) -> None:
    """Say what following an account tells to whom; nothing for an organisation's own feed."""
    disclosed = disclosed_by(address)
    if disclosed is not None:
        console.note(disclosed.message)


def agree_to_follow(session: Session, library: Library, typed: str, *, allow_private: bool, yes: bool) -> bool:
    """Say what following the account that somebody typed tells to whom; return whether it is one, and agreed to.

    One that is followed already tells nobody more.

    Raises:
        AddressRefused: it is no address that may be asked.
        CommandFailed: nobody said yes, and there is nobody to ask.
        click.Abort: the answer was no.
    """
    from caregiver_app.feeds.known_sources import KnownSources
    from caregiver_app.feeds.typed_address import read_typed

    address = read_typed(typed, allow_private=allow_private).address.url
    disclosed = disclosed_by(address)
    known = None if disclosed is None else KnownSources(library).find(address)
    if disclosed is None or (known is not None and library.sources.get(known).enabled):
        return False
    if yes or _can_ask(session):
        session.console.note(disclosed.message)
        if not yes:
            click.confirm(_("Follow it all the same?"), default=False, abort=True, err=True)
        return True
    means = _("Nobody was asked, and nothing was added.")
    refusal = Sentence(happened=disclosed.message, means=means, to_do=_("To follow it all the same, add --yes."))
    raise CommandFailed("not-confirmed", refusal, REFUSED)


def _can_ask(session: Session) -> bool:
    return not session.console.as_json and sys.stdin is not None and sys.stdin.isatty()
