"""The drawer of the recovery sheet: asks the passphrase, then print, save or copy by hand, then compares."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.opening import SheetState
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.care.sheet.choices import SheetChoices
from caregiver_app.ui.care.sheet.compare import Compare
from caregiver_app.ui.care.sheet.files import NAME, save_sheet, why_not_there
from caregiver_app.ui.care.sheet.groups import GroupsShown
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class SheetDrawer(Drawer):
    """`reached` carries each `SheetState` that is reached, `finished` comes when it may close.

    `print_wanted` carries the sheet; who prints it calls `printed` once the printer took it.
    """

    reached = Signal(object)
    finished = Signal()
    print_wanted = Signal(object)

    def __init__(self, theme: Theme, access: CareAccess, data_dir: Path, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Recovery sheet"), parent=parent)
        self._access = access
        self._data_dir = data_dir
        self._sheet: RecoverySheet | None = None
        self._stage: QWidget | None = None
        self.passphrase = PassphraseField(
            theme, _("Passphrase"), hint=_("It is asked again, so that nobody else can print your key.")
        )
        self.prove = Button(theme, _("Continue"), kind=ButtonKind.MAIN)
        self.prove.clicked.connect(self._prove)
        self.passphrase.entered.connect(self._prove)
        self.ways: SheetChoices | None = None
        self.compare: Compare | None = None
        self._show(self._proving())

    def use(self, passphrase: str) -> None:
        """Go on with a passphrase that was typed just now."""
        self.prove.set_working(True)

        def refused(error: BaseException) -> None:
            self.prove.set_working(False)
            if not isinstance(error, CaregiverError):
                raise error
            self.passphrase.refuse(sentence_for(error).text)

        def take(sheet: RecoverySheet) -> None:
            self.prove.set_working(False)
            self.passphrase.clear()
            self.show_sheet(sheet)

        care = self._access.care
        self._access.apart(self, lambda: care.sheet(passphrase), take, failed=refused)

    def show_sheet(self, sheet: RecoverySheet) -> None:
        """Offer the ways in which a sheet gets onto paper."""
        self._sheet = sheet
        self.ways = SheetChoices(self._theme, self._access)
        self.ways.print_it.clicked.connect(lambda: self.print_wanted.emit(self._sheet))
        self.ways.save_it.clicked.connect(self._save)
        self.ways.copy_it.clicked.connect(self.copy_by_hand)
        self.ways.later.clicked.connect(self.finished)
        self._show(self.ways)
        self.ways.print_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_file(self) -> None:
        """Put the keyboard where the sheet is saved: whether with a password is for the person to say."""
        if self.ways is not None:
            self.ways.save_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def printed(self) -> None:
        """The sheet is on paper: have its last group typed."""
        self.reached.emit(SheetState.MADE)
        self.ask_last_group()

    def ask_last_group(self) -> None:
        """Have the last group typed from the paper."""
        if self._sheet is not None:
            self._compare([len(self._sheet.groups)])

    def save_to(self, path: Path, password: str = "") -> None:
        """Save the sheet as PDF, where it may lie, locked where a password is given."""
        sheet, reason = self._sheet, why_not_there(path, self._data_dir)
        if reason or sheet is None:
            self._say(reason)
            return

        def refused(error: BaseException) -> None:
            if not isinstance(error, CaregiverError):
                raise error
            self._say(sentence_for(error).text)

        save = partial(save_sheet, sheet, path, password)
        self._access.apart(self, save, lambda _none: self.printed(), failed=refused)

    def ask_where(self, password: str = "") -> QFileDialog:
        """Ask where to save it."""
        dialog = QFileDialog(self.window(), _("Save the recovery sheet"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(NAME)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name), password))
        dialog.finished.connect(dialog.deleteLater)
        self.destroyed.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def copy_by_hand(self) -> None:
        """Show the groups, large."""
        if self._sheet is None:
            return
        holder = QWidget()
        column = Column(self._theme, gap=12, parent=holder)
        column.addWidget(PlainLabel(_("Write the groups on paper, in order."), wrap=True))
        column.addWidget(GroupsShown(self._theme, self._sheet))
        done = Button(self._theme, _("I have written them down"), kind=ButtonKind.MAIN)
        done.clicked.connect(self.written_down)
        column.addWidget(done)
        self._show(holder)
        done.setFocus(Qt.FocusReason.OtherFocusReason)

    def written_down(self) -> None:
        """Have every group typed back from the paper."""
        if self._sheet is not None:
            self._compare(list(range(1, len(self._sheet.groups) + 1)))

    def _compare(self, places: list[int]) -> None:
        if self._sheet is None:
            return
        self.compare = Compare(self._theme, self._sheet, places)
        self.compare.right.connect(self._right)
        self.compare.later.connect(self.finished)
        self.compare.again.connect(self.copy_by_hand)
        self._show(self.compare)
        self.compare.begin()

    def _right(self) -> None:
        self.reached.emit(SheetState.CHECKED)
        announce(_("Your sheet is right. Keep it where you keep your passport."))
        self.finished.emit()

    def _prove(self) -> None:
        typed = self.passphrase.text()
        if typed:
            self.use(typed)
        else:
            self.passphrase.refuse(_("Type your passphrase."))

    def _save(self) -> None:
        """Ask for a place, once it is clear with which password or without one."""
        if self.ways is not None:
            self.ways.lock.take(self.ask_where)

    def _say(self, words: str) -> None:
        if self.ways is not None:
            self.ways.show_problem(words)
        announce(words, urgent=True)

    def _show(self, stage: QWidget) -> None:
        before, self._stage = self._stage, stage
        self.body.addWidget(stage)
        stage.setVisible(True)  # else only later, and the keyboard could not go there yet
        if before is not None:
            self.body.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _proving(self) -> QWidget:
        holder = QWidget()
        column = Column(self._theme, gap=12, parent=holder)
        column.addWidget(self.passphrase)
        column.addWidget(self.prove)
        return holder
