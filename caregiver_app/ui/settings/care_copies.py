"""Going back to a copy of the care notes: the passphrase first, then what it lacks, then a yes. The notes are locked.

Nothing here depends on the page: while its library is protected, the page goes with the lock.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject

from caregiver_app.bootstrap.care_copy_look import CopyLook, look_at_copy
from caregiver_app.bootstrap.ways_in import WayIn, way_typed
from caregiver_app.model.errors import CaregiverError, VaultError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.settings.backup_asking import Asked, AskPassphrase
from caregiver_app.ui.settings.care_copies_words import go_back_question, look_question
from caregiver_app.ui.settings.ledger_words import when_words
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.confirm import ask_first

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care_copies import WentBack
    from caregiver_app.bootstrap.services import Services

T = TypeVar("T")


class CareFiles(Protocol):
    """Work on the files of the care notes, in a lane of their own."""

    def beside(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[BaseException], None],
    ) -> None:
        """Have `work` done beside the notes, locked or not."""
        ...

    def run(
        self, work: Callable[[], T], done: Callable[[T], object], *, failed: Callable[[BaseException], object]
    ) -> None:
        """Lock the notes, then have `work` done."""
        ...


class CareCopiesWays:
    """From a press beside a copy to the notes as they were then."""

    def __init__(self, desk: Desk, services: Services, files: CareFiles, ask_passphrase: AskPassphrase) -> None:
        self._theme = desk.theme
        self._overlay = desk.overlay
        self._messages = desk.messages
        self._services = services
        self._files = files
        self._ask_passphrase = ask_passphrase

    def ask(self, name: str) -> None:
        """Ask for the passphrase, and look into the copy called `name`."""
        self._ask_passphrase(look_question(), lambda typed, asked: self._look(name, typed, asked), of_today=True)

    def _look(self, name: str, typed: str, asked: Asked) -> None:
        care, clock, way = self._services.care, self._services.clock, way_typed(typed)

        def failed(error: BaseException) -> None:
            if isinstance(error, VaultError):
                asked.refuse(sentence_for(error).text)
            else:
                self._overlay.close_panel()
                self._tell(error)

        self._files.beside(
            asked.owner,
            lambda: look_at_copy(care.places, way, clock, name),
            lambda look: self._confirm(look, way),
            failed=failed,
        )

    def _confirm(self, look: CopyLook, way: WayIn) -> None:
        self._overlay.close_panel()
        question = go_back_question(look, self._services.clock.now())
        ask_first(self._overlay, self._theme, question, lambda: self._go_back(look.copy.name, way))

    def _go_back(self, name: str, way: WayIn) -> None:
        services = self._services

        def done(went: WentBack) -> None:
            when = when_words(went.to.copy.at, services.clock.now(), inside=True)
            # Translators: {when} is e.g. "yesterday, 8:05"
            words = _("Your care notes are as they were {when}. Open them with your passphrase.")
            self._messages.say(words.format(when=when), icon=Icon.HISTORY, kind="care-copy")

        self._files.run(lambda: services.go_back_in_care(way, name=name), done, failed=self._tell)

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, CaregiverError):
            raise error
        self._messages.fail(error)
