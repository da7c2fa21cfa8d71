"""The window around the screens: navigation, messages, popovers, focus ring, and the keys that work everywhere.

It knows how to show screens, not what they do. It never waits and never opens a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStack
from caregiver_app.ui.announce import announce
from caregiver_app.ui.areas import Areas
from caregiver_app.ui.breakpoints import FrameLayout, layout_for
from caregiver_app.ui.fittings import Fittings
from caregiver_app.ui.focus_rescue import FocusRescue
from caregiver_app.ui.letter_keys import switch_letters
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.nav_bars import NavBars
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.screens import Screens
from caregiver_app.ui.way_back import WayBack
from caregiver_app.ui.widgets.focus import first_stop
from caregiver_app.ui.widgets.focus_ring import FocusRing
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.nav_state import NavEntry, NavState
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.toast_host import ToastHost
from caregiver_app.ui.window_settings import WindowSettings

SMALLEST = (960, 640)
"""The window's minimum; it does not grow with the text."""


class MainWindow(QWidget):
    """The one window. Screens are added with `add_screen` and opened with `open_screen`."""

    closing = Signal()

    def __init__(self, fittings: Fittings, entries: Sequence[NavEntry]) -> None:
        super().__init__()
        self._fittings = fittings
        self._theme = fittings.theme
        self._layout: FrameLayout | None = None
        self.setMinimumSize(*SMALLEST)
        self.nav = NavState(entries, self)
        self.stack = Screens()
        self.toasts = ToastHost(self._theme)
        self._build()
        self.overlay = OverlayHost(self._theme, self)
        self.overlay.leave_free(self.toasts)
        self.overlay.leave_in_sight(beside=self.bars.rail, above=self.bars.topbar)
        self.way = WayBack(self.overlay, self.stack, self.nav, self.open_screen)
        self.ring = FocusRing(self._theme, self)
        self.messages = Messages(self.toasts, fittings.undo, fittings.sentence, self)
        self._areas = Areas(self._all_areas, self)
        self.nav.asked.connect(self._asked)
        self.bars.topbar.menu_pressed.connect(lambda: self.bars.open_menu(self.overlay))
        self.bars.topbar.back_pressed.connect(self.way.leave_screen)
        self._bind_keys(entries)
        self._theme.changed.connect(self._arrange)
        FocusRescue(self, self._find_focus)
        self._settings = WindowSettings(self, fittings.theme, fittings.remembered, toasts=self.toasts, ring=self.ring)

    @property
    def remembered(self) -> Remembered:
        """The plain preferences in force."""
        return self._fittings.remembered

    @property
    def undo_stack(self) -> UndoStack:
        """What was done and can be taken back."""
        return self._fittings.undo

    @property
    def frame_layout(self) -> FrameLayout:
        """The layout in force."""
        return self._layout if self._layout is not None else FrameLayout.WIDE

    def add_screen(self, key: str, screen: Screen) -> None:
        """Put the screen of the entry `key` into the window.

        Raises:
            RuntimeError: that entry has a screen already.
        """
        if self.stack.has(key):
            raise RuntimeError(f"two screens for {key}")
        self.put_screen(key, screen)

    def put_screen(self, key: str, screen: Screen) -> None:
        """Have the entry `key` lead to `screen`, in place of what it led to before, which leaves the window.

        Several entries may lead to one screen. Who made a screen that leaves deletes it.
        """
        if self.stack.put(key, screen):
            screen.set_frame_layout(self.frame_layout)
            screen.came_to.connect(partial(self._came_to, screen))
            switch_letters(screen, self.remembered.settings.letter_keys)

    def open_screen(self, key: str) -> None:
        """Show the screen of the entry `key`.

        Raises:
            KeyError: there is no such screen.
        """
        screen = self.stack.of(key)
        self.overlay.close_panel()
        self.way.note(key)
        self.nav.set_current(key)
        leaves = screen is not self.stack.currentWidget() and self._has_focus(self.stack)
        if leaves or self._has_focus(*self.bars.all):
            self.focus_navigation()
        self.stack.setCurrentWidget(screen)
        announce(self.say_title())
        screen.opened()

    def say_title(self) -> str:
        """Have the title of the window name the open screen as it stands now; return that name."""
        shown = self.stack.shown
        if shown is not None:
            self.nav.call(shown.title(), apart=shown.stands_apart())
        title = self.nav.title()
        self.setWindowTitle(_("{screen}, Caregiver").format(screen=title))
        return title

    def forget(self) -> None:
        """Forget the way, all messages and steps, those to be done again too; close all dialogs."""
        self.way.forget()
        self.overlay.close_panel()
        self.messages.forget_all()
        for dialog in self.findChildren(QDialog):
            dialog.close()
            dialog.deleteLater()

    def add_shortcut(self, keys: str, action: Callable[[], object]) -> QShortcut:
        """Have `keys` (e.g. "Ctrl+F") do `action` anywhere in the window."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(action)
        return shortcut

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the layout that fits, and let the layers cover the window."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and tell that the window closes."""
        self._settings.remember_place()
        self.messages.close()
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew on a screen with another pixel ratio."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._theme.redraw()

    def _build(self) -> None:
        bars = self.bars = NavBars(self._theme, self.nav, self)
        row = Row(self._theme, parent=self)
        row.addWidget(bars.sidebar)
        row.addWidget(bars.rail)
        column = Column(self._theme)
        column.addWidget(bars.topbar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.toasts)
        row.addLayout(column, 1)

    def _bind_keys(self, entries: Sequence[NavEntry]) -> None:
        actions: Mapping[str, Callable[[], object]] = {
            "F6": lambda: self._areas.step(1),
            "Shift+F6": lambda: self._areas.step(-1),
            "Ctrl++": lambda: self._theme.step_scale(1),
            "Ctrl+=": lambda: self._theme.step_scale(1),
            "Ctrl+-": lambda: self._theme.step_scale(-1),
            "Ctrl+0": lambda: self._theme.set_percent(100),
            "Ctrl+Z": self.messages.undo,
            "Ctrl+Shift+Z": self.messages.redo,
            "Ctrl+S": lambda: self.messages.say(_("Already saved."), kind="saved", at_once=True),
            "Esc": self.way.leave,
            "Alt+Left": self.way.back,
            "Alt+Right": self.way.forward,
        }
        for keys, action in actions.items():
            self.add_shortcut(keys, action)
        for entry in entries:
            if entry.shortcut:
                self.add_shortcut(entry.shortcut, partial(self._asked_by_key, entry.key))

    def _asked(self, key: str) -> None:
        if self.stack.has(key):
            self.open_screen(key)

    def _asked_by_key(self, key: str) -> None:
        """Open a screen with the keyboard on its entry, wherever it was (UX 5.2).

        In the screen that is open already it stays: where a passphrase is asked for, it is typed there.
        """
        if self.stack.has(key):
            is_shown = self.stack.of(key) is self.stack.shown and self.overlay.panel is None
            stays = is_shown and self._has_focus(self.stack)
            self.overlay.close_panel()
            if not stays:
                self.focus_navigation()
        self.nav.asked.emit(key)

    def _came_to(self, screen: Screen, place: int) -> None:
        if self.stack.shown is screen:
            self.way.note_place(place)

    def _all_areas(self) -> list[QWidget]:
        if self.overlay.panel is not None:
            return [self.overlay.panel]
        inside = self.stack.shown.areas() if self.stack.shown is not None else ()
        return [*self.bars.all, *inside, self.toasts]

    def _arrange(self) -> None:
        layout = layout_for(self.width(), self.height(), self._theme.scale)
        self.overlay.cover()
        self.ring.cover()
        if layout == self._layout:
            return
        had_focus = self._has_focus(*self.bars.all)
        self._layout = layout
        self.bars.arrange(layout)
        self.toasts.set_compact(layout == FrameLayout.COMPACT)
        for screen in self.stack.all():
            screen.set_frame_layout(layout)
        if had_focus:
            self.focus_navigation()

    def focus_navigation(self) -> None:
        """Put the focus on the entry of the open screen."""
        self.bars.focus_current()

    @staticmethod
    def _has_focus(*parts: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and any(part.isAncestorOf(focused) for part in parts)

    def _find_focus(self) -> None:
        part = self.overlay.panel or self.stack.currentWidget()
        stop = first_stop(part) if part is not None else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_navigation()
