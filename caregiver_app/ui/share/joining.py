"""Joins Share into the window: its lane, its screen, the ways to it, and what the lock of the care notes changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.commands import Command
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.share.commands import SHARE, share_commands
from caregiver_app.ui.share.lane import ShareLane
from caregiver_app.ui.share.screen import ShareScreen
from caregiver_app.ui.share.ways import Elsewhere, ShareWays
from caregiver_app.ui.tasks import Lane

if TYPE_CHECKING:
    from caregiver_app.bootstrap.sharing import Sharing
    from caregiver_app.library.store import Library
    from caregiver_app.ui.care.joining import CareParts
    from caregiver_app.ui.frame import MainWindow
    from caregiver_app.ui.library.screen import LibraryScreen


class OpensCheck(Protocol):
    """Opens the check of something."""

    def __call__(self, subject: Subject, *, then: Callable[[], object]) -> object:
        """Open it; `then` is called once the check is saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSurroundings:
    """What Share stands in. `to_library` opens the Library; without `check` nothing can be checked from here."""

    window: MainWindow
    care: CareParts
    sharing: Sharing
    library: LibraryScreen
    to_library: Callable[[], object]
    check: OpensCheck | None = None


class ShareParts(QObject):
    """Share in one window."""

    def __init__(self, desk: Desk, lane: Lane[Library], around: ShareSurroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._desk = desk
        library = self._library = around.library
        share_lane = ShareLane(desk, lane, around.sharing)
        self.screen = ShareScreen(share_lane, may_check=lambda: around.check is not None)
        elsewhere = Elsewhere(
            open=self._open,
            leave=around.to_library,
            unlock=self._unlock,
            show_page=self._show_page,
            check=None if around.check is None else self._check_first,
        )
        self.ways = ShareWays(share_lane, self.screen, elsewhere, self)
        library.shelf.reader.toolbar.share_pressed.connect(lambda: library.with_row(self.ways.share_row))
        library.lists.share_asked.connect(self.ways.share_list)
        library.lists.share_rows_asked.connect(self.ways.share_rows)
        around.care.access.changed.connect(self._follow_notes)
        around.care.access.closed.connect(self._follow_notes)  # only by then the guard looks without them

    def commands(self) -> tuple[Command, ...]:
        """Return what the palette offers."""
        return share_commands(self.screen, self._open, self._row_here, self._share_here)

    def _share_here(self, row: ArticleRow) -> None:
        """Share the rows that are marked together in the list, else the page that keys are about."""
        self.ways.share_rows(self._library.shelf.pane.list.marked_rows or (row,))

    def _row_here(self) -> ArticleRow | None:
        in_library = self._library.isVisible() and self._library.behind is None
        return self._library.shelf.row_here if in_library else None

    def _open(self) -> None:
        if self._around.window.nav.current != SHARE:
            self._around.window.open_screen(SHARE)

    def _unlock(self) -> None:
        line = _("Unlock, so that the names and words in your notes are looked for too.")
        self._around.care.open_then(self._open, line)

    def _check_first(self, subject: Subject) -> None:
        """Open the check of something; whoever came for a share comes back to it with what was checked."""
        if self._around.check is not None:
            self._around.check(subject, then=partial(self.ways.share_checked, subject))

    def _show_page(self, subject: Subject) -> None:
        if subject.kind is SubjectKind.ORGANISATION:
            self._desk.messages.say(_("This is an organisation. Its pages are in the Library."), kind="share-page")
            return
        ids = (ItemId(subject.id),)
        self._desk.ask(self, lambda library: library.articles.rows_of(ids), self._open_rows, key="share.page")

    def _open_rows(self, rows: tuple[ArticleRow, ...]) -> None:
        if rows:
            self._around.to_library()
            self._library.open_row(rows[0])
        else:
            self._desk.messages.say(_("This page is no longer in your library."), kind="share-page")

    def _follow_notes(self) -> None:
        self.screen.notes_changed(is_open=self._around.care.access.is_open)
