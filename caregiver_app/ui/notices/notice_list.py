"""Notices below each other, made anew when they are others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.notices import Notice
from caregiver_app.model.alert import Standing
from caregiver_app.model.time import Millis
from caregiver_app.ui.notices.keeper import NoticesKeeper
from caregiver_app.ui.notices.notice_part import NoticePart, Shown
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Column


class NoticeList(QWidget):
    """`read_asked` carries the `ArticleRow` of the notice that is to be read; the keeper is told the rest."""

    read_asked = Signal(object)

    def __init__(self, theme: Theme, keeper: NoticesKeeper, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keeper = keeper
        self._column = Column(theme, gap=12, parent=self)
        self._shown: tuple[tuple[Notice, Standing], ...] = ()
        self.parts: list[NoticePart] = []

    def show_notices(self, notices: Sequence[Notice], now: Millis, *, main: bool = False) -> None:
        """Show these; with `main` the first red one has the filled button of its view."""
        wanted = tuple((notice, self._keeper.standing(notice)) for notice in notices)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._clear()
        for place, (notice, standing) in enumerate(wanted):
            of_medicine = self._keeper.is_about_medicine(notice)
            shown = Shown(standing=standing, of_medicine=of_medicine, now=now, first=main and place == 0)
            self._add(NoticePart(self._theme, notice, shown))
        self.setVisible(bool(wanted))

    def _add(self, part: NoticePart) -> None:
        part.read_asked.connect(lambda notice: self.read_asked.emit(notice.row))
        part.dealt.connect(self._keeper.put_by)
        part.back_asked.connect(self._keeper.bring_back)
        self.parts.append(part)
        self._column.addWidget(part)

    def _clear(self) -> None:
        parts, self.parts = self.parts, []
        for part in parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
