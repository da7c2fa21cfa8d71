"""The page "Backup": one file with all of it, made, checked and put back; and copies that are made by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.restoring import RestoreWish
from caregiver_app.ui.settings.backup_asking import AskPassphrase, locked_question
from caregiver_app.ui.settings.backup_files import SUFFIX, backup_dialog, which_backup
from caregiver_app.ui.settings.backup_jobs import BACKED_UP_AT, BackupJobs
from caregiver_app.ui.settings.backup_restoring import RestoreAsking
from caregiver_app.ui.settings.backup_words import last_words
from caregiver_app.ui.settings.care_copies import CareCopiesWays
from caregiver_app.ui.settings.care_copies_words import care_words
from caregiver_app.ui.settings.copies_card import CopiesCard
from caregiver_app.ui.settings.long_work import LongWork
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.tasks import Lane
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.confirm import ask_first
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.going_back import KeptCopy
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """What the page shows: the last backup, the copies of the library, and those of care notes where there are any."""

    last_at: Millis | None
    copies: tuple[KeptCopy, ...]
    care_copies: tuple[KeptCopy, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupWays:
    """What leads on from the page: to a restored library, to a passphrase, to a copy of the care notes."""

    restore: Callable[[RestoreWish], None]
    ask_passphrase: AskPassphrase
    care_copies: CareCopiesWays


class BackupPart(SettingsPart):
    """The page "Backup"."""

    def __init__(self, desk: Desk, services: Services, upkeep: Lane[Library], ways: BackupWays) -> None:
        super().__init__(
            desk.theme, _("Backup"), _("One copy is no copy. Keep one on a stick, away from this computer.")
        )
        self._desk = desk
        self._services = services
        self._ways = ways  # a signal holds what its method belongs to by a weak reference alone
        self.last = PlainLabel(role=TypeRole.HEADING, wrap=True)
        self.make = Button(desk.theme, _("Back up now"), kind=ButtonKind.MAIN, icon=Icon.USB)
        self.check = Button(desk.theme, _("Check a backup"), icon=Icon.CHECK)
        self.bring = Button(desk.theme, _("Restore"), icon=Icon.HISTORY, name=_("Restore a backup"))
        self.work = LongWork(desk, upkeep)
        self.outcome = Callout(desk.theme, Tone.OK, Icon.CHECK, "")
        self.outcome.setVisible(False)
        self.copies = CopiesCard(desk.theme, desk.clock.now)
        self.care_copies = CopiesCard(desk.theme, desk.clock.now, care_words())
        self.care_copies.setVisible(False)
        self.jobs = BackupJobs(desk, services, self.work, ways.ask_passphrase, self)
        self.restoring = RestoreAsking(desk, services.paths, ways.restore, ways.ask_passphrase, self)
        self._lay_out()
        self.make.clicked.connect(self.ask_what)
        self.check.clicked.connect(self.ask_which_to_check)
        self.bring.clicked.connect(self.ask_which_to_restore)
        self.copies.wanted.connect(self.restoring.ask_to_go_back)
        self.care_copies.wanted.connect(ways.care_copies.ask)
        self.jobs.began.connect(self.outcome.hide)
        self.jobs.said.connect(self._say)
        self.jobs.made.connect(self.opened)

    def opened(self) -> None:
        """Ask when the last backup was made, and which copies there are."""
        services = self._services

        def work(library: Library) -> BackupState:
            at = library.choices.get(BACKED_UP_AT, 0)
            return BackupState(
                last_at=Millis(at) if at else None,
                copies=services.kept_copies(),
                care_copies=services.care_copies() if services.care.exists() else None,
            )

        self._desk.ask(self, work, self._show, key="backup")

    def ask_what(self) -> None:
        """Ask where to write a backup; before that, while the care notes are locked, whether without them."""
        care = self._services.care
        if care.exists() and not care.is_unlocked:
            ask_first(self._desk.overlay, self._desk.theme, locked_question(), self.ask_where)
        else:
            self.ask_where()

    def ask_where(self) -> QFileDialog:
        """Ask where to write a backup; it is made when a place was chosen."""
        dialog = backup_dialog(self.window(), _("Back up"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"caregiver-{to_datetime(self._desk.clock.now()).date().isoformat()}.{SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.jobs.back_up_to(Path(name)))
        dialog.open()
        return dialog

    def ask_which_to_check(self) -> QFileDialog:
        """Ask for a backup; it is read through when one was chosen."""
        return self._ask_which(_("Check a backup"), self.jobs.check_backup)

    def ask_which_to_restore(self) -> QFileDialog:
        """Ask for a backup; the question follows when one was chosen."""
        return self._ask_which(_("Restore a backup"), self.restoring.ask_to_restore)

    def _ask_which(self, title: str, act: Callable[[Path], None]) -> QFileDialog:
        dialog = which_backup(self.window(), title)
        dialog.fileSelected.connect(lambda name: act(Path(name)))
        dialog.open()
        return dialog

    def _show(self, state: BackupState) -> None:
        self.last.setText(last_words(state.last_at, self._desk.clock.now()))
        self.copies.show_copies(state.copies)
        self.care_copies.show_copies(state.care_copies or ())
        self.care_copies.setVisible(state.care_copies is not None)

    def _say(self, heading: str, text: str) -> None:
        self.outcome.set_message(heading, text)
        self.outcome.setVisible(True)
        self._desk.messages.say(f"{heading}. {text}", icon=Icon.CHECK, kind="backup")

    def _lay_out(self) -> None:
        theme = self._desk.theme
        card = Card(theme)
        card.setAccessibleName(_("Backup"))
        words = _(
            "A backup is one file with your sources, pages, pictures, stars, collections and choices, and with your "
            "care notes while they are unlocked. The list of connections is not in it."
        )
        buttons = QWidget()
        flow = Flow(theme, gap=8, parent=buttons)
        for button in (self.make, self.check, self.bring):
            flow.addWidget(button)
        for widget in (self.last, PlainLabel(words, wrap=True), buttons, self.work, self.outcome):
            card.body.addWidget(widget)
        readable = Callout(
            theme,
            Tone.WARN,
            Icon.UNLOCK,
            _("Without care notes the file is not locked"),
            _(
                "Whoever has it can read which sources and pages you keep. With care notes all of it is locked: the "
                "passphrase of that day opens it, or your recovery sheet."
            ),
        )
        for part in (card, readable, self.copies, self.care_copies):
            self.body.addWidget(part)
