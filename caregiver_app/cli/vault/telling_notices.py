"""Tells on standard error what an unlock found; nothing of it is the result of a command."""

from __future__ import annotations

from caregiver_app.cli.session import Session
from caregiver_app.support.sentences import care_notice_sentence, joined_sentence
from caregiver_app.vault.folder.opening import Unlocked


def tell_notices(session: Session, unlocked: Unlocked) -> None:
    """Say what was changed beside the notes, and what written while locked came in."""
    for notice in unlocked.notices:
        session.console.note(care_notice_sentence(notice).text)
    if unlocked.joined:
        session.console.note(joined_sentence(unlocked.joined))
