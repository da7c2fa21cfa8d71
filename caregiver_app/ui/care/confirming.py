"""Lets pass who types the passphrase in force: for what needs it once more although all is open."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.model.errors import VaultError
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.care.ask_passphrase import PassphraseQuestion, ask_passphrase
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.widgets.confirm import Question


def confirm_passphrase(desk: CareDesk, question: Question, act: Callable[[str], None]) -> PassphraseQuestion:
    """Ask for the passphrase of the open notes; `act` is called with it once it was the right one."""
    care = desk.access.care

    def tried(typed: str, asked: PassphraseQuestion) -> None:
        def right(_none: None) -> None:
            desk.overlay.close_panel()
            act(typed)

        def refused(error: BaseException) -> None:
            if isinstance(error, VaultError):
                asked.refuse(sentence_for(error).text)
            else:
                asked.act.set_working(False)
                desk.tell(error)

        desk.access.apart(asked, lambda: care.check_passphrase(typed), right, failed=refused)

    return ask_passphrase(desk.overlay, desk.theme, question, tried, of_today=True)
