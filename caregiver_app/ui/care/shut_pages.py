"""What is seen while the notes are shut: set-up, the passphrase, the recovery sheet. Opens them and holds no word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from caregiver_app.bootstrap.care_copies import (
    CareCopy,
    WentBack,
    go_back_to_copy,
    key_in_force,
    newest_good_copy,
)
from caregiver_app.bootstrap.ways_in import ByPassphrase
from caregiver_app.model.errors import CaregiverError, VaultError, VaultTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.logs import note
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.locked_screen import LockedScreen, locked_words
from caregiver_app.ui.care.recover_screen import RecoverScreen
from caregiver_app.ui.care.sealed_note import SealedNoteDrawer
from caregiver_app.ui.care.set_up import SetUpScreen, Wish
from caregiver_app.ui.helplines.help_part import HelpPart
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.focus import first_stop


class ShutPages(QStackedWidget):
    """`was_opened` comes when the notes are open, `was_made` with the `Wish` when they are new."""

    was_opened = Signal()
    was_made = Signal(object)

    def __init__(self, desk: CareDesk, *, library_too: bool = False, parent: QWidget | None = None) -> None:
        """`library_too` says that the library opens with the notes."""
        super().__init__(parent)
        self.setAccessibleName(_("Care notes"))
        self._desk = desk
        self._access = desk.access
        self.set_up = SetUpScreen(desk.theme, desk.access)
        self.locked = LockedScreen(desk.theme, locked_words(library_too=library_too))
        self.recover = RecoverScreen(desk.theme, desk.access)
        self.help = HelpPart(desk.theme, desk.overlay, desk.clock) if library_too else None
        if self.help is not None:
            self.locked.column.insertWidget(0, self.help.short)
            self.locked.column.addWidget(self.help)
        for page in (self.set_up, self.locked, self.recover):
            self.addWidget(page)
        self.set_up.wanted.connect(self._make)
        self.locked.unlock_asked.connect(self._unlock)
        self.locked.sheet_asked.connect(self.ask_for_sheet)
        self.locked.note_asked.connect(self.write_sealed_note)
        self.locked.damaged.put_back_asked.connect(self._put_copy_back)
        self.recover.wanted.connect(self._recover)
        self.recover.left.connect(self.ask_for_passphrase)
        self.show_state()

    def show_state(self) -> None:
        """Show the set-up while there are no notes, else the passphrase."""
        absent = self._access.state is LockState.ABSENT and self.help is None  # a protected library waits for its key
        self.setCurrentWidget(self.set_up if absent else self.locked)

    def ask_for_passphrase(self, line: str = "") -> None:
        """Show the card with the passphrase, with the keyboard in it; `line` says why."""
        self.recover.clear()
        self.locked.say(line)
        self.show_state()
        self.begin()

    def ask_for_sheet(self) -> None:
        """Show the way in by the recovery sheet."""
        self.setCurrentWidget(self.recover)
        self.recover.begin()

    def begin(self) -> None:
        """Put the keyboard into what is shown."""
        if self.currentWidget() is self.locked:
            self.locked.begin()
            return
        page = self.currentWidget()
        stop = first_stop(page) if page is not None else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Show that nothing is being tried any more. New notes that were locked at once ask as others do.

        Where all were erased, new ones can be set up.
        """
        for page in (self.set_up, self.locked, self.recover):
            page.set_working(False)
        if self.currentWidget() is self.set_up or self._access.state is LockState.ABSENT:
            self.show_state()

    def clear(self) -> None:
        """Forget all that was typed."""
        self.locked.clear()
        self.locked.say("")
        self.recover.clear()
        self.set_up.clear()

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        for page in (self.set_up, self.locked, self.recover):
            page.set_narrow(layout <= FrameLayout.NARROW)
        if self.help is not None:
            low = layout is FrameLayout.COMPACT
            self.help.short.setVisible(low)
            self.locked.set_low(low)

    def go_back(self) -> bool:
        """Go back from the sheet to the passphrase, or a step in the set-up."""
        if self.currentWidget() is self.recover:
            self.ask_for_passphrase()
            return True
        return self.currentWidget() is self.set_up and self.set_up.go_back()

    def write_sealed_note(self) -> None:
        """Open the drawer in which a note is written without unlocking."""
        drawer = SealedNoteDrawer(self._desk.theme, self._access)

        def kept() -> None:
            self._desk.overlay.close_panel()
            self._desk.say_openly(_("Sealed. It joins your notes when you unlock them."), icon=Icon.LOCK, kind="sealed")

        drawer.sealed_one.connect(kept)
        drawer.failed.connect(self._desk.tell)
        panel = self._desk.overlay.open_drawer(drawer)
        panel.closed.connect(drawer.seal_rest)
        drawer.begin()

    def _unlock(self, passphrase: str) -> None:
        self.locked.set_working(True)
        self._open(
            lambda care: care.unlock(passphrase),
            self.was_opened.emit,
            self.locked.set_working,
            self.locked.refuse,
            damaged=lambda: self._look_for_copy(passphrase),
        )

    def _look_for_copy(self, passphrase: str) -> None:
        """Say which copy of damaged notes is good, for who typed the right passphrase."""
        care, clock, way = self._access.care, self._desk.clock, ByPassphrase(passphrase=passphrase)

        def look() -> CareCopy | None:
            with key_in_force(care.places, way) as data_key:
                return newest_good_copy(care.places, data_key, clock)

        self._access.apart(
            self,
            look,
            lambda found: self.locked.damaged.show_copy(found, clock.now()),
            key="copy",
            failed=self._desk.tell,
        )

    def _put_copy_back(self) -> None:
        """Put the last good copy in the place of damaged notes, then open them."""
        passphrase = self.locked.passphrase.text()
        if not passphrase:
            self.locked.passphrase.refuse(_("Type your passphrase."))
            return
        care, clock, way = self._access.care, self._desk.clock, ByPassphrase(passphrase=passphrase)
        self.locked.damaged.button.set_working(True)

        def put_back() -> WentBack:
            with key_in_force(care.places, way) as data_key:
                return go_back_to_copy(care.places, data_key, clock)

        def done(_went: WentBack) -> None:
            self.locked.damaged.rest()
            self._desk.say_openly(_("The last good copy is back."), icon=Icon.HISTORY, kind="care-copy")
            self._unlock(passphrase)

        def failed(error: BaseException) -> None:
            self.locked.damaged.button.set_working(False)
            self._desk.tell(error)

        self._access.apart(self, put_back, done, failed=failed)

    def _recover(self, typed: str, passphrase: str) -> None:
        self.recover.set_working(True)
        self._open(
            lambda care: care.recover(typed, passphrase),
            self.was_opened.emit,
            self.recover.set_working,
            self.recover.refuse,
        )

    def _make(self, wish: Wish) -> None:
        family = (wish.name,) if wish.name else ()
        self.set_up.set_working(True)
        self._open(
            lambda care: care.create(wish.passphrase, family=family),
            lambda: self.was_made.emit(wish),
            self.set_up.set_working,
            self.set_up.choice.field.refuse,
        )

    def _open(
        self,
        unlock: Callable[..., object],
        done: Callable[[], object],
        set_working: Callable[[bool], None],
        refuse: Callable[[str], None],
        *,
        damaged: Callable[[], None] = lambda: None,
    ) -> None:
        def opened() -> None:
            set_working(False)
            done()

        def refused(error: BaseException) -> None:
            set_working(False)
            if isinstance(error, CaregiverError):
                refuse(sentence_for(error).text)
                note("care.refused", kind=error.kind if isinstance(error, VaultError) else None)
                if isinstance(error, VaultError) and error.kind is VaultTrouble.DAMAGED:
                    damaged()
            else:
                self._desk.tell(error)

        self._access.open_with(unlock, opened, refused)
