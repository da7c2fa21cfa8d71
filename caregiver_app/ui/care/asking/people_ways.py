"""Everything about keys, each way from its start to its end: taking in, comparing, removing, and giving one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.asking.add_key_drawer import AddKeyDrawer, line
from caregiver_app.ui.care.asking.compare_drawer import CompareDrawer
from caregiver_app.ui.care.asking.files import ask_where, ask_which, read_file, save_file
from caregiver_app.ui.care.asking.new_key_drawer import NewKeyDrawer
from caregiver_app.ui.care.asking.own_key_drawer import OwnKeyDrawer
from caregiver_app.ui.care.asking.people_drawer import PeopleDrawer
from caregiver_app.ui.care.asking.steps import KnownKey, add_key, compare_key, remove_key
from caregiver_app.ui.care.asking.trusted_drawer import TrustedDrawer
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.letters.file import KEY_NAME
from caregiver_app.vault.letters.key_file import KeyFile, read_key_file, write_key_file

if TYPE_CHECKING:
    from caregiver_app.vault.exchange.correspondents import Correspondent
    from caregiver_app.vault.store import Vault

_KIND = "asking"

Then = Callable[[], object]


class PeopleWays(QObject):
    """Goes with what it was made for at the lock; dialogs for files belong to the drawers."""

    def __init__(self, desk: CareDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def open(self) -> PeopleDrawer:
        """Open the list of people."""
        drawer = PeopleDrawer(self._desk)
        drawer.picked.connect(self.open_one)
        drawer.add.clicked.connect(self.add)
        drawer.own.clicked.connect(self.own)
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def open_one(self, whom: Correspondent) -> TrustedDrawer:
        """Open what can be done with somebody's key."""
        drawer = TrustedDrawer(self._desk, whom)
        drawer.compare_wanted.connect(lambda: self.compare(KnownKey(whom=whom)))
        drawer.remove_wanted.connect(lambda: self.remove(whom))
        drawer.back.connect(self.open)
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def add(self) -> AddKeyDrawer:
        """Open the drawer in which a key is taken in."""
        drawer = AddKeyDrawer(self._desk)
        drawer.file_wanted.connect(lambda: ask_which(drawer, _("Add somebody's key"), partial(self.read_key, drawer)))
        drawer.wanted.connect(partial(self._add, drawer))
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def add_from(self, path: Path) -> AddKeyDrawer:
        """Open the drawer with the key in a file."""
        drawer = self.add()
        self.read_key(drawer, path)
        return drawer

    def read_key(self, drawer: AddKeyDrawer, path: Path) -> None:
        """Show the key in a file, to be added under a name."""
        self._desk.ask(drawer, lambda _vault: read_key_file(read_file(path)), drawer.show_key)

    def compare(self, known: KnownKey, then: Then | None = None) -> CompareDrawer:
        """Open the drawer in which a key is compared; `then` comes once it matched, the list of people without it."""
        drawer = CompareDrawer(self._desk, known.whom, other_key=known.other_key)
        drawer.wanted.connect(partial(self._judge, drawer, known.whom, then or self.open))
        self._desk.overlay.open_drawer(drawer)
        drawer.begin()
        return drawer

    def remove(self, whom: Correspondent) -> None:
        """Let a key count no more; that can be taken back."""
        step = partial(remove_key, whom=whom, at=self._desk.clock.now())
        self._desk.do(step, kind=_KIND, then=self.open)

    def own(self) -> OwnKeyDrawer:
        """Open one's own key."""
        drawer = OwnKeyDrawer(self._desk)
        drawer.save_wanted.connect(
            lambda name: ask_where(drawer, _("Save my key"), KEY_NAME, partial(self.save_key, name))
        )
        drawer.new_wanted.connect(self.ask_for_new_key)
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def save_key(self, name: str, path: Path) -> None:
        """Save one's own key for somebody, with the name that is to stand in it."""
        at, care = self._desk.clock.now(), self._desk.access.care

        def save(vault: Vault) -> None:
            key = write_key_file(KeyFile(recipient=vault.exchange.identities.own(at=at), name=name))
            save_file(care.with_files(vault).paths, path, key)

        def saved(_none: None) -> None:
            self._desk.say(_("Your key is saved. It is no secret."), kind=_KIND)

        self._desk.ask(self, save, saved)

    def ask_for_new_key(self) -> NewKeyDrawer:
        """Say what a new key means, and ask for the passphrase."""
        drawer = NewKeyDrawer(self._desk)
        drawer.wanted.connect(partial(self._renew, drawer))
        self._desk.overlay.open_drawer(drawer)
        drawer.passphrase.begin()
        return drawer

    def _add(self, drawer: AddKeyDrawer, key: str, name: str) -> None:
        at = self._desk.clock.now()

        def added(known: KnownKey) -> None:
            self._desk.changed.emit()
            if known.whom.compared_at is None:
                self.compare(known)
            else:
                drawer.set_working(False)
                self._desk.say(_("This key is here already, and was compared."), kind=_KIND)

        drawer.set_working(True)
        self._desk.access.ask(self, lambda vault: add_key(vault, key, name, at=at), added, failed=drawer.refuse)

    def _judge(
        self, drawer: CompareDrawer, whom: Correspondent, then: Then, passphrase: str, typed: Mapping[int, str]
    ) -> None:
        """Compare once the passphrase was right: five unlocked minutes must not let a stranger's key in."""
        at, care, name = self._desk.clock.now(), self._desk.access.care, line(drawer.name).text()

        def compared(_none: None) -> None:
            self._desk.say(_("The key is theirs. It counts from now on."), icon=Icon.CHECK, kind=_KIND)
            self._desk.overlay.close_panel()
            self._desk.changed.emit()
            then()

        def known(_none: None) -> None:
            compare = partial(compare_key, whom=whom, typed=typed, name=name, at=at)
            self._desk.access.ask(self, compare, compared, failed=drawer.refuse)

        drawer.set_working(True)
        self._desk.access.apart(drawer, lambda: care.check_passphrase(passphrase), known, failed=drawer.refuse)

    def _renew(self, drawer: NewKeyDrawer, passphrase: str) -> None:
        at, care = self._desk.clock.now(), self._desk.access.care

        def renewed(_key: object) -> None:
            self._desk.say(_("This is your new key. Give it to everybody who has the old one."), kind=_KIND)
            self.own()

        def known(_none: None) -> None:
            self._desk.access.ask(
                self, lambda vault: vault.exchange.identities.renew(at=at), renewed, failed=drawer.refuse
            )

        drawer.set_working(True)
        self._desk.access.apart(drawer, lambda: care.check_passphrase(passphrase), known, failed=drawer.refuse)
