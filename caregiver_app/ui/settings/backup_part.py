"""Backup: one file with all of the library, made, checked and put back; and the copies that are made by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.ways_in import WayIn, way_typed
from caregiver_app.bootstrap.whole_backups import is_whole, try_way_in
from caregiver_app.model.errors import BackupError, VaultError
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.restoring import From, RestoreWish
from caregiver_app.ui.settings.backup_asking import (
    Asked,
    AskPassphrase,
    check_question,
    locked_question,
    restore_question,
)
from caregiver_app.ui.settings.backup_words import facts_words, last_words, whole_words
from caregiver_app.ui.settings.copies_card import CopiesCard
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.confirm import Question, ask_first
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap import Services
    from caregiver_app.bootstrap.backups import BackupProgress
    from caregiver_app.bootstrap.going_back import KeptCopy
    from caregiver_app.library.store import Library

BACKED_UP_AT = "backed_up_at"
"""The choice that remembers when the last backup was made from the window."""

SUFFIX = "caregiver-backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """What the page shows: the last backup, and the copies."""

    last_at: Millis | None
    copies: tuple[KeptCopy, ...]


class BackupPart(SettingsPart):
    """The page "Backup"."""

    def __init__(
        self,
        desk: Desk,
        services: Services,
        upkeep: Lane[Library],
        restore: Callable[[RestoreWish], None],
        ask_passphrase: AskPassphrase,
    ) -> None:
        super().__init__(
            desk.theme, _("Backup"), _("One copy is no copy. Keep one on a stick, away from this computer.")
        )
        self._desk = desk
        self._services = services
        self._restore = restore
        self._ask_passphrase = ask_passphrase
        self.last = PlainLabel(role=TypeRole.HEADING, wrap=True)
        self.make = Button(desk.theme, _("Back up now"), kind=ButtonKind.MAIN, icon=Icon.USB)
        self.check = Button(desk.theme, _("Check a backup"), icon=Icon.CHECK)
        self.bring = Button(desk.theme, _("Restore"), icon=Icon.HISTORY, name=_("Restore a backup"))
        self.work = LongWork(desk, upkeep)
        self.outcome = Callout(desk.theme, Tone.OK, Icon.CHECK, "")
        self.outcome.setVisible(False)
        self.copies = CopiesCard(desk.theme, desk.clock.now)
        self._lay_out()
        self.make.clicked.connect(self.ask_what)
        self.check.clicked.connect(self.ask_which_to_check)
        self.bring.clicked.connect(self.ask_which_to_restore)
        self.copies.wanted.connect(self._ask_to_go_back)

    def opened(self) -> None:
        """Ask when the last backup was made, and which copies there are."""
        services = self._services

        def work(library: Library) -> BackupState:
            at = library.choices.get(BACKED_UP_AT, 0)
            return BackupState(last_at=Millis(at) if at else None, copies=services.kept_copies())

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
        dialog = self._dialog(_("Back up"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"caregiver-{to_datetime(self._desk.clock.now()).date().isoformat()}.{SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.back_up_to(Path(name)))
        dialog.open()
        return dialog

    def ask_which_to_check(self) -> QFileDialog:
        """Ask for a backup; it is read through when one was chosen."""
        return self._ask_which(_("Check a backup"), self.check_backup)

    def ask_which_to_restore(self) -> QFileDialog:
        """Ask for a backup; the question follows when one was chosen."""
        return self._ask_which(_("Restore a backup"), self.ask_to_restore)

    def back_up_to(self, path: Path) -> None:
        """Write all of the library into a file, and the care notes too while they are unlocked."""
        services, at = self._services, self._desk.clock.now()
        whole = services.care.is_unlocked

        def work(library: Library, control: TaskControl[HowFar]) -> str:
            if whole:
                words = whole_words(
                    services.create_whole_backup(path, on_progress=_told(control), cancel=control.cancel)
                )
            else:
                words = facts_words(services.create_backup(path, on_progress=_told(control), cancel=control.cancel))
            library.choices.put(BACKED_UP_AT, at)
            return words

        def done(words: str) -> None:
            self._say(_("The backup is made"), words)
            self.opened()

        self._begin(_("Backing up"), work, done)

    def check_backup(self, path: Path) -> None:
        """Read a backup through and say what is in it; one with care notes asks for its passphrase."""

        def known(whole: bool) -> None:
            if whole:
                self._ask_passphrase(
                    check_question(),
                    lambda typed, asked: self._try(path, typed, asked, lambda way: self._check_whole(path, way)),
                    lambda: self._check_whole(path, None),
                )
            else:
                self._check_library(path)

        self._desk.ask(self, lambda _library: is_whole(path), known, key="backup.kind")

    def _check_library(self, path: Path) -> None:
        services = self._services

        def work(_library: Library, control: TaskControl[HowFar]) -> str:
            return facts_words(services.verify_backup(path, on_progress=_told(control), cancel=control.cancel))

        self._begin(_("Checking the backup"), work, lambda words: self._say(_("The backup is whole"), words))

    def _check_whole(self, path: Path, way: WayIn | None) -> None:
        services = self._services

        def work(_library: Library, control: TaskControl[HowFar]) -> str:
            return whole_words(
                services.verify_whole_backup(path, way, on_progress=_told(control), cancel=control.cancel)
            )

        self._begin(_("Checking the backup"), work, lambda words: self._say(_("The backup is whole"), words))

    def _try(self, path: Path, typed: str, asked: Asked, act: Callable[[WayIn], None]) -> None:
        """Go on with what was typed if it opens the backup, else say so where it was typed."""
        paths, way = self._services.paths, way_typed(typed)

        def work(_library: Library) -> str:
            try:
                try_way_in(path, paths, way)
            except (BackupError, VaultError) as error:
                return sentence_for(error).text
            return ""

        def known(trouble: str) -> None:
            if trouble:
                asked.refuse(trouble)
            else:
                self._desk.overlay.close_panel()
                act(way)

        self._desk.ask(self, work, known)

    def ask_to_restore(self, path: Path) -> None:
        """Ask before a backup takes the place of what is here; one with care notes asks for its passphrase."""

        def known(whole: bool) -> None:
            if whole:
                self._ask_passphrase(
                    restore_question(),
                    lambda typed, asked: self._try(
                        path,
                        typed,
                        asked,
                        lambda way: self._restore(RestoreWish(source=From.BACKUP, path=path, way=way)),
                    ),
                )
            else:
                self._ask_to_restore_library(path)

        self._desk.ask(self, lambda _library: is_whole(path), known, key="backup.kind")

    def _ask_to_restore_library(self, path: Path) -> None:
        question = Question(
            title=_("Put the backup in the place of what is here?"),
            text=_(
                "Sources, pages, stars and collections will be as they were in the backup. What is here now is kept "
                "as a copy, to which you can go back. The window opens again by itself."
            ),
            do=_("Restore the backup"),
            keep=_("Keep what is here"),
        )
        wish = RestoreWish(source=From.BACKUP, path=path)
        ask_first(self._desk.overlay, self._desk.theme, question, lambda: self._restore(wish))

    def _ask_to_go_back(self, name: str) -> None:
        question = Question(
            title=_("Go back to this copy?"),
            text=_(
                "Everything since then goes out of sight: new pages, stars, sources. What is here now is kept as a "
                "copy too, so you can come back. The window opens again by itself."
            ),
            do=_("Go back"),
            keep=_("Stay here"),
        )
        wish = RestoreWish(source=From.COPY, path=Path(name))
        ask_first(self._desk.overlay, self._desk.theme, question, lambda: self._restore(wish))

    def _begin(
        self,
        words: str,
        work: Callable[[Library, TaskControl[HowFar]], str],
        done: Callable[[str], None],
    ) -> None:
        self.outcome.setVisible(False)
        self.work.begin(words, work, done)

    def _ask_which(self, title: str, act: Callable[[Path], None]) -> QFileDialog:
        dialog = self._dialog(title, QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: act(Path(name)))
        dialog.open()
        return dialog

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self.window(), title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilters([_("Backups ({pattern})").format(pattern=f"*.{SUFFIX} *.zip"), _("All files (*)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _show(self, state: BackupState) -> None:
        self.last.setText(last_words(state.last_at, self._desk.clock.now()))
        self.copies.show_copies(state.copies)

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
        for part in (card, readable, self.copies):
            self.body.addWidget(part)


def _told(control: TaskControl[HowFar]) -> Callable[[BackupProgress], None]:
    def tell(progress: BackupProgress) -> None:
        control.progress(HowFar(done=progress.done, total=progress.total))

    return tell
