"""The screen "Care notes": set-up while there are none, a card while they are locked, header and tabs while open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.logs import note
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.access import CareAccess, LockState
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.opening import Opened, read_opened, write_first
from caregiver_app.ui.care.tabs import JOURNAL, care_tabs, sheet_of_tab, tab_of_draft
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.focus import first_stop
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.ui.care.header_ways import HeaderWays
    from caregiver_app.ui.care.open_body import OpenBody
    from caregiver_app.ui.care.set_up import Wish
    from caregiver_app.ui.care.shut_pages import ShutPages
    from caregiver_app.vault.store import Vault


class CareScreen(Screen):
    """`was_opened` carries what was read after an unlock, once it is shown; `was_made` the passphrase of new notes.

    `set_up_over` comes once new notes were opened by their owner, unless something else was wanted of them.
    """

    was_opened = Signal(object)
    was_made = Signal(str)
    set_up_over = Signal()

    def __init__(self, desk: CareDesk, *, library_too: bool = False, parent: QWidget | None = None) -> None:
        """`library_too` says that the library opens and closes with the notes."""
        super().__init__(parent)
        self._desk = desk
        self._library_too = library_too
        self._access: CareAccess = desk.access
        self._layout = FrameLayout.WIDE
        self._last_tab = ""
        self._then: Callable[[], object] | None = None
        self._first_wish: Callable[[], object] | None = None
        self._shut: ShutPages | None = None
        self.body: OpenBody | None = None
        self.ways: HeaderWays | None = None
        self.stack = QStackedWidget()
        Column(desk.theme, parent=self).addWidget(self.stack)
        self._access.changed.connect(self._state_changed)
        desk.opening_asked.connect(self._open_record)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_tab)

    @property
    def shut(self) -> ShutPages:
        """What is seen while the notes are shut, made when somebody first looks."""
        if self._shut is None:
            from caregiver_app.ui.care.shut_pages import ShutPages

            desk = self._desk
            self._shut = ShutPages(desk, library_too=self._library_too, parent=self.stack)
            self._shut.set_frame_layout(self._layout)
            self._shut.was_opened.connect(lambda: desk.ask(self, read_opened, self._show_open))
            self._shut.was_made.connect(self._begin_new)
            self.stack.addWidget(self._shut)
        return self._shut

    def print_tab(self) -> None:
        """Go to where the sheet of the open tab is printed; while the notes are shut, say so."""
        if self.body is not None:
            self._desk.print_sheet(sheet_of_tab(self.body.tab_key))
        elif self._access.state is LockState.LOCKED:
            self._say(_("Your notes are locked. Unlock them to print from them."))
        elif self._access.state is LockState.ABSENT:
            self._say(_("There are no care notes to print from yet."))

    def _say(self, words: str) -> None:
        self._desk.say_openly(words, icon=Icon.PRINT, kind="print", at_once=True)

    def title(self) -> str:
        """Return another title than that of the care notes while the library is shut with them."""
        is_shut = self._library_too and not self._access.is_open
        # Translators: title of the window while everything in it is locked
        return _("Locked") if is_shut else ""

    def opened(self) -> None:
        """Show how it stands; what an earlier visit wanted after the unlock is wanted no more."""
        self._then = None
        if self.body is not None:
            self.body.refresh()
        else:
            self.shut.locked.say("")

    def new_day(self) -> None:
        """Have the open tab speak of the day that has begun: who is up with somebody writes on through midnight."""
        if self.body is not None:
            self.body.refresh()

    def forget_typed(self) -> None:
        """Forget what was typed to open notes or to make them: whoever comes next could have it shown."""
        if self._shut is not None:
            self._shut.clear()
            self._shut.show_state()

    def after_unlock(self, then: Callable[[], object] | None, line: str) -> None:
        """Do something with open notes: now, or once the person has unlocked them, who is told why by `line`.

        None means that they shall only be open. Where there are no notes yet, it waits for the end of the set-up.
        """
        if self.body is not None:
            if then is not None:
                then()
            return
        self._then = then
        if self._access.state is LockState.LOCKED:
            self.shut.ask_for_passphrase(line)
        else:
            self.shut.begin()

    def end_set_up(self, line: str) -> None:
        """Ask for the passphrase of new notes, and then go on to what the set-up was begun for."""
        wish, self._first_wish = self._first_wish, None
        self.after_unlock(wish or self.set_up_over.emit, line)

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return self.body.areas() if self.body is not None else (self,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        self._layout = layout
        if self._shut is not None:
            self._shut.set_frame_layout(self._layout)
        if self.body is not None:
            self.body.set_frame_layout(self._layout)

    def show_minutes_left(self, minutes: int) -> None:
        """Say in how many minutes the notes lock by themselves."""
        if self.body is not None:
            self.body.header.show_minutes(minutes)

    def new(self) -> bool:
        """Begin a new record of the kind that is shown; while the notes are locked a note that is sealed."""
        if self.body is None:
            is_due = self._access.state is LockState.LOCKED and self._desk.overlay.panel is None
            if is_due:
                self.write_sealed_note()
            return is_due
        return self.body.tab is not None and self.body.tab.new()

    def write_note(self) -> None:
        """Begin a new note in the open notes, whatever was looked at last."""
        if self.body is not None:
            self.body.open_tab(JOURNAL)
            self.new()

    def write_sealed_note(self) -> None:
        """Write a note without unlocking, wherever one is."""
        self.shut.write_sealed_note()

    def search(self) -> bool:
        """Search in the open notes."""
        if self.ways is not None:
            self.ways.search()
        return self.ways is not None

    def go_back(self) -> bool:
        """Leave an inner place; while the notes are being opened there is none to go to."""
        if self._access.state is LockState.OPENING:
            return True
        if self.body is None:
            return self._shut is not None and self._shut.go_back()
        return self.body.tab is not None and self.body.tab.go_back()

    def _begin_new(self, wish: Wish) -> None:
        """Keep what was chosen, show the notes, and let who listens go on with the recovery sheet."""
        at = self._desk.clock.now()

        def first(vault: Vault) -> Opened:
            write_first(vault, wish, at=at)
            return read_opened(vault)

        def show(opened: Opened) -> None:
            self._first_wish, self._then = self._then, None
            self._show_open(opened)
            self.was_made.emit(wish.passphrase)

        self._desk.ask(self, first, show)

    def _state_changed(self) -> None:
        if self._access.state in (LockState.LOCKED, LockState.ABSENT) and self._shut is not None:
            self._shut.rest()
            if self.body is not None:
                self._throw_away(self.body)

    def _show_open(self, opened: Opened) -> None:
        from caregiver_app.ui.care.header_ways import HeaderWays
        from caregiver_app.ui.care.open_body import OpenBody

        had_keyboard = self._has_keyboard()
        desk = self._desk
        desk.drafts.put_back(opened.drafts)
        desk.whom.show_people(opened.people, opened.person)
        self.body = OpenBody(desk, care_tabs(), parent=self.stack)
        self.body.set_frame_layout(self._layout)
        self.body.header.lock_pressed.connect(self._access.lock)
        self.stack.addWidget(self.body)
        self.stack.setCurrentWidget(self.body)
        self.ways = HeaderWays(desk, self.body)
        self.shut.clear()
        tab = self.body.open_tab(self._last_tab or tab_of_draft(opened.drafts))
        announce(_("Care notes are unlocked."))
        if had_keyboard and not self._has_keyboard(tab) and desk.overlay.panel is None:
            stop = first_stop(tab)
            if stop is not None:
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.was_opened.emit(opened)
        then, self._then = self._then, None
        if then is not None:
            then()
        note("care.shown")

    def _throw_away(self, body: OpenBody) -> None:
        """Take every widget with words of the notes out of the window; they are deleted once this event is over."""
        had_keyboard = self._has_keyboard() or self._desk.overlay.panel is not None
        self.body = self.ways = None
        self._last_tab = body.tab_key
        self._desk.forget()
        self.stack.setCurrentWidget(self.shut)
        self.shut.show_state()
        if had_keyboard and self.isVisible():
            self.shut.begin()
        self.stack.removeWidget(body)
        body.hide()
        body.deleteLater()
        announce(_("Caregiver is locked.") if self._library_too else _("Care notes are locked."))

    def _open_record(self, tab: str, record_id: int) -> None:
        if self.body is not None:
            opened = self.body.open_tab(tab)
            if record_id:
                opened.show_record(record_id)

    def _has_keyboard(self, part: QWidget | None = None) -> bool:
        focused, part = QApplication.focusWidget(), part or self
        return focused is not None and (focused is part or part.isAncestorOf(focused))
