"""Privacy: every connection this application made, how to end some or all of them, and where each file lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.care_files import refuse_own_folder
from caregiver_app.support.files import translated_os_errors, write_whole
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.ledger_export import ledger_csv
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, Step, putting
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.offline_switch import switch_offline
from caregiver_app.ui.settings.erase_card import EraseCard
from caregiver_app.ui.settings.ledger_card import LedgerCard
from caregiver_app.ui.settings.ledger_life import LedgerLife
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.settings.places_card import all_places
from caregiver_app.ui.settings.privacy_questions import LedgerFacts, PrivacyFacts, ledger_facts, privacy_facts
from caregiver_app.ui.settings.privacy_words import summary_words, unseen
from caregiver_app.ui.settings.proxy_card import ProxyCard
from caregiver_app.ui.settings.seen_card import SeenCard
from caregiver_app.ui.settings.stopped_card import StoppedCard
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.confirm import Question, ask_first
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library

LIVE_MS = 250
"""While updates run, the list is read anew at most this often."""

_FILE_NAME = "connections.csv"
_MESSAGE = "privacy"


class PrivacyPart(SettingsPart):
    """The page "Privacy"."""

    def __init__(
        self,
        desk: Desk,
        services: Services,
        updates: Updates,
        *,
        seen: SeenCard,
        care_files: QWidget,
        erasing: EraseCard,
    ) -> None:
        """`care_files` leads to taking the care notes along and to erasing them."""
        super().__init__(
            desk.theme, _("Privacy"), _("What this application told to whom. All of it stays on this computer.")
        )
        self._desk = desk
        self._services = services
        self._updates = updates
        self.seen = seen
        self.care_files = care_files
        self.erasing = erasing
        self.summary = PlainLabel(role=TypeRole.HEADING, wrap=True)
        self.offline = CheckBox(desk.theme, _("Stay offline: make no connections at all"), tile=True)
        self.ledger = LedgerCard(desk.theme, desk.clock.now, ring=desk.ring)
        self.stopped = StoppedCard(desk.theme)
        self.life = LedgerLife(desk.theme)
        self.proxy = ProxyCard(desk, services)
        self._doer: Doer[Library] = Doer(desk, self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(LIVE_MS)
        self._lay_out()
        self._connect()

    def opened(self) -> None:
        """Ask for the ledger and the choices."""
        self._read_ledger()
        self._read_choices()
        self.proxy.refresh()
        self.care_files.setVisible(self._services.care.exists())

    def search(self) -> bool:
        """Search the connections."""
        self.ledger.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _lay_out(self) -> None:
        theme = self._desk.theme
        said = Card(theme)
        said.setAccessibleName(_("In short"))
        said.body.addWidget(self.summary)
        said.body.addWidget(PlainLabel(_("This app has no way to send notes."), wrap=True))
        for part in (said, self.offline, self.ledger, self.stopped, self.life, unseen(theme), self.proxy):
            self.body.addWidget(part)
        for card in (self.seen, self.care_files, self.erasing):
            self.body.addWidget(card)
        self.body.addWidget(all_places(theme, self._services.paths, self._desk.messages))

    def _connect(self) -> None:
        self.offline.clicked.connect(self._switch_offline)
        self.ledger.stop_pressed.connect(self._stop_contacting)
        self.stopped.allow_pressed.connect(self._allow_again)
        self.life.days_chosen.connect(self._live_for)
        self.life.export_pressed.connect(self.ask_for_export)
        self.life.erase_pressed.connect(self._ask_to_erase)
        self._doer.changed.connect(self._read_ledger)
        self._doer.changed.connect(self._read_choices)
        self._wait.timeout.connect(lambda: self._read_ledger() if self.isVisible() else None)
        self._updates.changed.connect(self._read_soon)

    def _read_soon(self) -> None:
        """Let the list grow while updates come, a few times a second."""
        if self.isVisible():
            self.offline.setChecked(self._services.stays_offline())
            if not self._wait.isActive():
                self._wait.start()

    def _read_ledger(self) -> None:
        self._desk.ask(self, ledger_facts, self._show_ledger, key="ledger")

    def _read_choices(self) -> None:
        services = self._services
        self._desk.ask(self, lambda library: privacy_facts(library, services), self._show_choices, key="privacy")

    def _show_ledger(self, facts: LedgerFacts) -> None:
        self.summary.setText(summary_words(facts, self._desk.clock.now()))
        self.ledger.show_ledger(facts)

    def _show_choices(self, facts: PrivacyFacts) -> None:
        self.offline.setChecked(facts.stays_offline)
        self.ledger.show_blocked(facts.blocked)
        self.stopped.show_hosts(facts.blocked)
        self.life.show_days(facts.life_days)

    def _switch_offline(self, on: bool) -> None:
        switch_offline(self._updates, self._desk.messages, on, show=self.offline.setChecked)

    def _stop_contacting(self, host: str) -> None:
        text = _("{host} is not contacted any more.").format(host=host)
        self._doer.do(self._blocking(host, text, block=True, icon=Icon.STOP), kind=_MESSAGE)

    def _allow_again(self, host: str) -> None:
        text = _("{host} may be contacted again.").format(host=host)
        self._doer.do(self._blocking(host, text, block=False, icon=Icon.CHECK), kind=_MESSAGE)

    def _blocking(self, host: str, text: str, *, block: bool, icon: Icon) -> Step[Library]:
        network, at = self._services.network, self._desk.clock.now()

        def put(library: Library, blocked: bool) -> None:
            if blocked:
                network.block(library, host, at=at)
            else:
                network.unblock(library, host)

        return putting(text, put, before=not block, after=block, icon=icon)

    def _live_for(self, before: int, days: int) -> None:
        now = self._desk.clock.now()
        words = ngettext(
            "Single connections are kept for {count} day.", "Single connections are kept for {count} days.", days
        )

        def put(library: Library, value: int) -> None:
            library.ledger.set_life_days(value, now=now)

        text = words.format(count=format_number(days))
        self._doer.do(putting(text, put, before=before, after=days, icon=Icon.CLOCK), kind=_MESSAGE)

    def ask_for_export(self) -> QFileDialog:
        """Ask where to save the list of connections; it is written when a place was chosen."""
        dialog = QFileDialog(self.window(), _("Save the list of connections"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilters([_("Lists for spreadsheets (*.csv)"), _("All files (*)")])
        dialog.selectFile(_FILE_NAME)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def export_to(self, path: Path) -> None:
        """Write every single connection into a file."""
        paths = self._services.paths

        def work(library: Library) -> int:
            refuse_own_folder(paths, path)
            lines = library.ledger.list(limit=_ALL)
            with translated_os_errors(path):
                write_whole(path, ledger_csv(lines))
            return len(lines)

        def done(count: int) -> None:
            words = ngettext(
                "Saved {count} line. It tells of health.", "Saved {count} lines. They tell of health.", count
            )
            self._desk.messages.say(words.format(count=format_number(count)), icon=Icon.CHECK, kind=_MESSAGE)

        self._desk.ask(self, work, done)

    def _ask_to_erase(self) -> None:
        question = Question(
            title=_("Erase the list of connections?"),
            text=_("This cannot be undone. Copies of the library forget it too. A backup never held it."),
            do=_("Erase the list"),
            keep=_("Keep the list"),
        )
        ask_first(self._desk.overlay, self._desk.theme, question, self._erase)

    def _erase(self) -> None:
        def done(_nothing: None) -> None:
            self._desk.messages.say(_("The list of connections is empty now."), icon=Icon.TRASH, kind=_MESSAGE)
            self._read_ledger()

        self._desk.ask(self, self._services.erase_ledger, done)


_ALL = (1 << 31) - 1
