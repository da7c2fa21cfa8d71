"""Packs as a screen; its inside is made when somebody first opens it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.packs.notice_words import changes_of
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channel_asking import ChannelNews
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.ui.packs.body import PacksBody
    from caregiver_app.ui.tasks import Lane


class PacksScreen(Screen):
    """`changed` comes when packs changed what is in the library, `made` carries the inside once it is there,
    `shown_again` comes whenever it is shown anew. `counted` carries how many packs have a newer version.

    Behind it another screen may lie, in which packs are made: it is shown in the place of the inside.
    """

    changed = Signal()
    made = Signal(object)
    shown_again = Signal()
    counted = Signal(int)

    def __init__(self, desk: Desk, services: Services, lane: Lane[Library], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._lane = lane
        self._layout = FrameLayout.WIDE
        self._column = Column(desk.theme, parent=self)
        self.body: PacksBody | None = None
        self.behind: Screen | None = None
        self._news: ChannelNews | None = None
        self._changes: tuple[str, ...] = ()

    def take_news(self, news: ChannelNews) -> None:
        """Show what came of asking for newer packs, now or once this is opened; nothing is said aloud."""
        self.counted.emit(news.newer)
        self._news = news
        self._changes += tuple(sentence for checked in news.checked for sentence in changes_of(checked))
        if self.body is not None and self.body.isVisible():
            self._show_news()
            self.body.refresh()

    def look_at_file(self, file: Path) -> None:
        """Show which packs are in a file; what is made behind this screen stays as it is. The screen must be open."""
        self.show_packs()
        if self.body is not None:
            self.body.taking_in.look_at_path(file)

    def opened(self) -> None:
        """Show what is here and offered now; no connection is made."""
        if self.body is None:
            self.body = self._made()
            self.made.emit(self.body)
        if self.behind is not None:
            self.behind.opened()
        self._show_news()
        self.body.refresh()
        self.shown_again.emit()

    def areas(self) -> Sequence[QWidget]:
        """Return the parts in their order."""
        if self.behind is not None:
            return self.behind.areas()
        return (self,) if self.body is None else self.body.areas()

    def go_back(self) -> bool:
        """Leave the screen behind, or a place in it."""
        if self.behind is None:
            return False
        if not self.behind.go_back():
            self.show_packs()
        return True

    def show_behind(self, screen: Screen) -> None:
        """Show a screen in the place of the packs."""
        if self.behind is not screen:
            self.show_packs()
            if self.body is not None:
                self.body.setVisible(False)
            self.behind = screen
            if self._column.indexOf(screen) < 0:
                self._column.addWidget(screen)
        screen.set_frame_layout(self._layout)
        screen.setVisible(True)
        screen.opened()

    def show_packs(self) -> None:
        """Show the packs again."""
        if self.behind is not None:
            self.behind.setVisible(False)
            self.behind = None
            if self.body is not None:
                self.body.setVisible(True)
                self._show_news()
                self.body.refresh()
                self.body.begin()
                self.shown_again.emit()

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Arrange for the room there is."""
        self._layout = layout
        if self.body is not None:
            self.body.set_frame_layout(layout)
        if self.behind is not None:
            self.behind.set_frame_layout(layout)

    def _show_news(self) -> None:
        if self.body is not None and self._news is not None:
            self.body.take_news(self._news, self._changes)
            self._news, self._changes = None, ()

    def _made(self) -> PacksBody:
        from caregiver_app.ui.packs.body import PacksBody

        body = PacksBody(self._desk, self._services, self._lane)
        body.set_frame_layout(self._layout)
        body.changed.connect(self.changed)
        body.counted.connect(self.counted)
        self._column.addWidget(body)
        body.setVisible(True)  # at once, or the keyboard could not be put into it
        return body
