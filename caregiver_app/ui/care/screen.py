"""The screen "Care notes": set-up while there are none, a card while they are locked, header and tabs while open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.access import CareAccess, LockState
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.header_ways import HeaderWays
from caregiver_app.ui.care.locked_screen import LockedScreen
from caregiver_app.ui.care.open_body import OpenBody
from caregiver_app.ui.care.opening import Opened, read_opened, write_first
from caregiver_app.ui.care.set_up import SetUpScreen, Wish
from caregiver_app.ui.care.tabs import care_tabs
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.widgets.focus import first_stop
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.vault.store import Vault


class CareScreen(Screen):
    """`was_opened` carries what was read after an unlock, once it is shown; `was_made` comes when they are new."""

    was_opened = Signal(object)
    was_made = Signal()

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._access: CareAccess = desk.access
        self._layout = FrameLayout.WIDE
        self._last_tab = ""
        self._then: Callable[[], object] | None = None
        self.locked = LockedScreen(desk.theme)
        self.body: OpenBody | None = None
        self.ways: HeaderWays | None = None
        self.stack = QStackedWidget()
        self.set_up = SetUpScreen(desk.theme, desk.access)
        for page in (self.set_up, self.locked):
            self.stack.addWidget(page)
        Column(desk.theme, parent=self).addWidget(self.stack)
        self.locked.unlock_asked.connect(self.unlock)
        self.set_up.wanted.connect(self._make)
        self._access.changed.connect(self._state_changed)
        self._state_changed()
        desk.opening_asked.connect(self._open_record)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search)

    def opened(self) -> None:
        """Show how it stands; locked notes have the keyboard in the passphrase when the screen was opened by a key."""
        if self.body is not None:
            self.body.refresh()

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase."""
        self.locked.set_working(True)
        self._access.open_with(lambda care: care.unlock(passphrase), self._read, self._refused)

    def after_unlock(self, then: Callable[[], object], line: str) -> None:
        """Do something with open notes: now, or once the person has unlocked them, who is told why by `line`."""
        if self.body is not None:
            then()
            return
        self._then = then
        self.locked.say(line)
        self.locked.begin()

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return self.body.areas() if self.body is not None else (self.stack,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        self._layout = layout
        narrow = layout <= FrameLayout.NARROW
        for page in (self.locked, self.set_up):
            page.set_narrow(narrow)
        if self.body is not None:
            self.body.set_narrow(narrow)

    def show_minutes_left(self, minutes: int) -> None:
        """Say in how many minutes the notes lock by themselves."""
        if self.body is not None:
            self.body.header.show_minutes(minutes)

    def new(self) -> bool:
        """Begin a new record of the kind that is shown."""
        return self.body is not None and self.body.tab is not None and self.body.tab.new()

    def search(self) -> bool:
        """Search in the open notes."""
        if self.ways is not None:
            self.ways.search()
        return self.ways is not None

    def go_back(self) -> bool:
        """Leave an inner place of the tab, or go back in the set-up."""
        if self.stack.currentWidget() is self.set_up:
            return self.set_up.go_back()
        return self.body is not None and self.body.tab is not None and self.body.tab.go_back()

    def _read(self) -> None:
        self._desk.ask(self, read_opened, self._show_open)

    def _refused(self, error: BaseException) -> None:
        self.locked.set_working(False)
        if isinstance(error, CaregiverError):
            self.locked.refuse(sentence_for(error).text)
        else:
            self._desk.tell(error)

    def _make(self, wish: Wish) -> None:
        """Make the notes, open them, and go on with the recovery sheet."""
        self.set_up.set_working(True)
        at = self._desk.clock.now()

        def first(vault: Vault) -> Opened:
            write_first(vault, wish, at=at)
            return read_opened(vault)

        def show(opened: Opened) -> None:
            self.set_up.clear()
            self._show_open(opened)
            self.was_made.emit()

        def refused(error: BaseException) -> None:
            self.set_up.set_working(False)
            self._desk.tell(error)

        def made() -> None:
            self._desk.ask(self, first, show)

        self._access.open_with(lambda care: care.create(wish.passphrase), made, refused)

    def _show_shut(self) -> None:
        state = self._access.state
        if state is LockState.ABSENT:
            self.stack.setCurrentWidget(self.set_up)
        elif state is LockState.LOCKED:
            self.stack.setCurrentWidget(self.locked)

    def _state_changed(self) -> None:
        if self._access.state in (LockState.LOCKED, LockState.ABSENT) and self.body is not None:
            self._throw_away()
        if self.body is None:
            self._show_shut()

    def _show_open(self, opened: Opened) -> None:
        had_keyboard = self._has_keyboard()
        desk = self._desk
        desk.drafts.put_back(opened.drafts)
        desk.whom.show_people(opened.people, opened.person)
        self.body = OpenBody(desk, care_tabs())
        self.body.set_narrow(self._layout <= FrameLayout.NARROW)
        self.body.header.lock_pressed.connect(self._access.lock)
        self.ways = HeaderWays(desk, self.body)
        self.stack.addWidget(self.body)
        self.stack.setCurrentWidget(self.body)
        self.locked.clear()
        self.locked.say("")
        tab = self.body.open_tab(self._last_tab)
        announce(_("Care notes are unlocked."))
        self.was_opened.emit(opened)
        then, self._then = self._then, None
        if then is not None:
            then()
        elif had_keyboard and not self._has_keyboard():
            stop = first_stop(tab)
            if stop is not None:
                stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _throw_away(self) -> None:
        """Take every widget with words of the notes out of the window; they are deleted once this event is over."""
        body, self.body, self.ways = self.body, None, None
        if body is None:
            return
        had_keyboard = self._has_keyboard()
        self._last_tab = body.tab_key
        self._desk.forget()
        self.stack.setCurrentWidget(self.locked)
        if had_keyboard:
            self.locked.begin()
        self.stack.removeWidget(body)
        body.hide()
        body.deleteLater()
        announce(_("Care notes are locked."))

    def _open_record(self, tab: str, record_id: int) -> None:
        if self.body is not None:
            opened = self.body.open_tab(tab)
            if record_id:
                opened.show_record(record_id)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))
