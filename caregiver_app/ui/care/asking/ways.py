"""What the menu of open care notes offers for sending to somebody one trusts: each way from its start to its end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.ui.care.asking.compare_drawer import CompareDrawer
from caregiver_app.ui.care.asking.files import ask_where, ask_which, read_file, save_file
from caregiver_app.ui.care.asking.left_drawer import LeftDrawer
from caregiver_app.ui.care.asking.people_drawer import PeopleDrawer
from caregiver_app.ui.care.asking.preview_drawer import PreviewDrawer
from caregiver_app.ui.care.asking.send_drawer import Chosen, SendDrawer
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import Action
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.vault.letters.file import KEY_NAME, REQUEST_NAME
from caregiver_app.vault.letters.key_file import KeyFile, read_key_file, write_key_file

if TYPE_CHECKING:
    from caregiver_app.vault.exchange.composing import AskDraft
    from caregiver_app.vault.exchange.correspondents import Correspondent
    from caregiver_app.vault.exchange.store import TakenIn
    from caregiver_app.vault.store import Vault

_QUESTIONS = "questions"


class AskWays(QObject):
    """Goes with the body of one unlock."""

    def __init__(self, desk: CareDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent

    def options(self) -> tuple[Option[Action], ...]:
        """Return what the menu offers."""
        return (
            Option(value=self.send, text=_("Send to someone I trust"), icon=Icon.MAIL),
            Option(value=self.take_in, text=_("Open what came back"), icon=Icon.DOWNLOAD),
            Option(value=self.people, text=_("People I trust"), icon=Icon.PERSON),
            Option(value=self.left, text=_("What left these notes"), icon=Icon.HISTORY),
        )

    def send(self) -> SendDrawer:
        """Open the drawer in which is chosen what goes."""
        drawer = SendDrawer(self._desk)
        drawer.wanted.connect(partial(self._compose, drawer))
        drawer.key_wanted.connect(self.people)
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def people(self) -> PeopleDrawer:
        """Open the drawer with people's keys."""
        drawer = PeopleDrawer(self._desk)
        drawer.picked.connect(self._compare)
        drawer.add.clicked.connect(lambda: ask_which(self._window, _("Add somebody's key"), self.add_key))
        drawer.give.clicked.connect(lambda: ask_where(self._window, _("Save my key"), KEY_NAME, self.save_key))
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def left(self) -> LeftDrawer:
        """Open the list of what left these notes."""
        drawer = LeftDrawer(self._desk)
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def take_in(self) -> None:
        """Ask for a file that somebody sent, and take it in."""
        ask_which(self._window, _("Open what came back"), self.take_in_from)

    def take_in_from(self, path: Path) -> None:
        """Take in a file: an answer lands beside its questions, a request is kept for who answers it."""
        at = self._desk.clock.now()
        self._desk.ask(self, lambda vault: vault.exchange.take_in(read_file(path), at=at), self._taken_in)

    def add_key(self, path: Path) -> None:
        """Add the key in a file, under the name that stands in it."""
        at = self._desk.clock.now()

        def add(vault: Vault) -> Correspondent:
            key = read_key_file(read_file(path))
            added = vault.exchange.correspondents.add(key.recipient, key.name, at=at)
            return vault.exchange.correspondents.get(added.id)

        self._desk.ask(self, add, self._key_added)

    def save_key(self, path: Path) -> None:
        """Save one's own key for somebody who shall send or be sent to."""
        at = self._desk.clock.now()

        def save(vault: Vault) -> None:
            own = vault.exchange.identities.own(at=at)
            save_file(path, write_key_file(KeyFile(recipient=own, name="")))

        def saved(_none: None) -> None:
            self._desk.say(_("Your key is saved. It is no secret."), kind="asking")

        self._desk.ask(self, save, saved)

    def _compose(self, drawer: SendDrawer, chosen: Chosen) -> None:
        at = self._desk.clock.now()

        def compose(vault: Vault) -> tuple[AskDraft, str]:
            draft = vault.exchange.asking.compose(chosen.wishes, questions=chosen.questions, notes=chosen.notes, at=at)
            return draft, vault.exchange.correspondents.get(chosen.wishes.to).name

        self._desk.access.ask(self, compose, lambda made: self._preview(*made), failed=drawer.refuse)

    def _preview(self, draft: AskDraft, name: str) -> None:
        from caregiver_app.vault.exchange.shown import shown_request

        drawer = PreviewDrawer(self._desk, shown_request(draft.body), name)
        drawer.back.connect(self.send)
        drawer.saved.connect(
            lambda: ask_where(self._window, _("Save the file"), REQUEST_NAME, partial(self.save_request, draft))
        )
        self._desk.overlay.open_drawer(drawer)
        drawer.begin()

    def save_request(self, draft: AskDraft, path: Path) -> None:
        """Write a request down, and save its file."""
        at = self._desk.clock.now()

        def send(vault: Vault) -> None:
            save_file(path, vault.exchange.asking.send(draft, at=at).data)

        def done(_none: None) -> None:
            self._desk.overlay.close_panel()
            self._desk.say(_("The file is saved. It is on its way only when you send it yourself."), kind="asking")
            self._desk.changed.emit()

        self._desk.ask(self, send, done)

    def _compare(self, whom: Correspondent) -> None:
        drawer = CompareDrawer(self._desk, whom)
        drawer.wanted.connect(partial(self._judge, drawer, whom))
        self._desk.overlay.open_drawer(drawer)
        drawer.begin()

    def _judge(self, drawer: CompareDrawer, whom: Correspondent, passphrase: str, typed: Mapping[int, str]) -> None:
        """Compare once the passphrase was right: five unlocked minutes must not let a stranger's key in."""
        at, care = self._desk.clock.now(), self._desk.access.care

        def compare(vault: Vault) -> None:
            vault.exchange.correspondents.compare(whom.id, typed, at=at)

        def compared(_none: None) -> None:
            self._desk.say(_("The key is theirs. You can send to them now."), icon=Icon.CHECK, kind="asking")
            self._desk.changed.emit()
            self.people()

        def known(_none: None) -> None:
            self._desk.access.ask(self, compare, compared, failed=drawer.refuse)

        drawer.set_working(True)
        self._desk.access.apart(drawer, lambda: care.check_passphrase(passphrase), known, failed=drawer.refuse)

    def _key_added(self, whom: Correspondent) -> None:
        self._desk.changed.emit()
        if whom.compared_at is None:
            self._compare(whom)
        else:
            self._desk.say(_("This key is here already, and was compared."), kind="asking")

    def _taken_in(self, came: TakenIn) -> None:
        self._desk.changed.emit()
        if came.landed is None:
            self._desk.say(_("These are questions to you. They are kept in your care notes."), kind="asking")
            return
        count = len(came.landed.question_ids)
        words = ngettext("{count} answer came from {name}.", "{count} answers came from {name}.", count)
        self._desk.say(words.format(count=count, name=came.landed.by_whom), icon=Icon.MAIL, kind="asking")
        if came.landed.question_ids:
            self._desk.open(_QUESTIONS, came.landed.question_ids[0])
