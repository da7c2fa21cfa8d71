"""After the window ended by itself it opens where one was: the screen, the page that was open, and the place in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from caregiver_app.library.whereabouts import Whereabouts, forget_whereabouts, keep_whereabouts, take_whereabouts
from caregiver_app.model.article import ArticleRow
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.night import is_night
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.ended_badly import EndedBadly
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_KIND = "came-back"
LOOK_MS = 3_000
"""So long after a step it is kept where one is; so much of scrolling a crash may lose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    whereabouts: Whereabouts | None
    row: ArticleRow | None


class ComingBack(QObject):
    """Keeps where one is while the library is open, and goes back there once where `ended_badly` has news."""

    def __init__(
        self, desk: Desk, window: MainWindow, library: LibraryScreen, ended_badly: EndedBadly, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self._library = library
        self._ended_badly = ended_badly
        self._kept: Whereabouts | None = None
        self._is_over = False
        window.nav.changed.connect(self._hush)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LOOK_MS)
        self._soon.timeout.connect(self.keep)
        window.closing.connect(self.end)

    def begin(self) -> None:
        """Go back where one was, or forget where that was after a window that was closed; then look where one is."""
        back = self._ended_badly.take()
        self._desk.ask(self, _take, self._go_back if back else lambda _found: self._look_from_now())

    def _look_from_now(self) -> None:
        reader = self._library.shelf.reader
        for moved in (self._window.nav.changed, reader.shown, reader.page.verticalScrollBar().valueChanged):
            moved.connect(self._keep_soon)
        self._keep_soon()

    def _keep_soon(self) -> None:
        if not (self._is_over or self._soon.isActive()):
            self._soon.start()

    def rest(self) -> None:
        """Look no more: the library is about to be closed."""
        self._soon.stop()
        self._is_over = True

    def end(self) -> None:
        """Look no more and forget where one was: the library is about to be closed in order."""
        was_over = self._is_over
        self.rest()
        if not was_over:
            self._desk.ask(self, forget_whereabouts, lambda _none: None)

    def keep(self) -> None:
        """Keep where one is now, if that is news."""
        whereabouts = self._whereabouts()
        if whereabouts != self._kept and not self._is_over:
            self._kept = whereabouts
            self._desk.ask(self, partial(keep_whereabouts, whereabouts=whereabouts), lambda _none: None)

    def _whereabouts(self) -> Whereabouts:
        screen = self._window.nav.current
        reader = self._library.shelf.reader
        if screen != LIBRARY or reader.row is None or reader.row.discreet:
            return Whereabouts(screen=screen)
        return Whereabouts(screen=screen, page=reader.row.id, scrolled=reader.page.verticalScrollBar().value())

    def _go_back(self, found: _Found) -> None:
        self._look_from_now()
        screen = HOME if found.whereabouts is None else found.whereabouts.screen
        if self._window.nav.current != HOME or not self._window.stack.has(screen):
            screen = HOME  # the person went elsewhere already, or there is no such place any more
        if not self._is_quiet(screen):
            self._window.messages.say(_words(screen), icon=Icon.HISTORY, kind=_KIND, at_once=True)
        if screen == HOME:
            return
        self._window.open_screen(screen)
        if found.row is not None and found.whereabouts is not None:
            self._library.shelf.reader.begin_at(found.row.id, found.whereabouts.scrolled)
            self._library.open_row(found.row)

    def _is_quiet(self, screen: str) -> bool:
        """Return whether there is only room for what cannot wait: whom to call, or the few lines of the night."""
        return screen == EMERGENCY_PAGE or (screen == HOME and is_night(self._desk.clock.now()))

    def _hush(self) -> None:
        if self._is_quiet(self._window.nav.current):
            self._window.messages.drop(_KIND)


def _take(library: Library) -> _Found:
    whereabouts = take_whereabouts(library)
    if whereabouts is None or whereabouts.page is None:
        return _Found(whereabouts=whereabouts, row=None)
    return _Found(whereabouts=whereabouts, row=library.articles.rows_of([whereabouts.page])[0])


def _words(screen: str) -> str:
    if screen == HOME:
        return _("Caregiver closed by itself last time. What you saved is kept.")
    if screen == CARE:
        return _("Caregiver closed by itself last time. Unlock your notes to go on where you were.")
    return _("Caregiver closed by itself last time. You are back where you were.")
