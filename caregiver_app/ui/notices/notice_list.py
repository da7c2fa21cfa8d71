"""Notices below each other. One that stays, stays as it is: the keyboard keeps its place in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.notices import Notice
from caregiver_app.model.alert import Standing
from caregiver_app.model.time import Millis, day_of
from caregiver_app.ui.notices.keeper import NoticesKeeper
from caregiver_app.ui.notices.notice_part import NoticePart, Shown
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """All by which one notice looks other than another; `number` tells apart those of one title.

    `day` is that on which it is shown: it says "Today" of days and ends.
    """

    notice: Notice
    standing: Standing
    of_medicine: bool
    first: bool
    number: int
    day: date


class NoticeList(QWidget):
    """`read_asked` carries the `ArticleRow` of the notice that is to be read; the keeper is told the rest."""

    read_asked = Signal(object)

    def __init__(self, theme: Theme, keeper: NoticesKeeper, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keeper = keeper
        self._column = Column(theme, gap=12, parent=self)
        self._shown: dict[_Wanted, NoticePart] = {}
        self.setVisible(False)

    @property
    def parts(self) -> tuple[NoticePart, ...]:
        """What stands there, from the top."""
        return tuple(self._shown.values())

    def show_notices(self, notices: Sequence[Notice], now: Millis, *, main: bool = False) -> None:
        """Show these; with `main` the first red one has the filled button of its view."""
        before, place = self._shown, self._place_of_keyboard()
        self._shown = {}
        for at, wanted in enumerate(self._wanted(notices, now, main=main)):
            part = before.pop(wanted, None) or self._made(wanted, now)
            self._shown[wanted] = part
            if self._column.indexOf(part) != at:
                self._column.insertWidget(at, part)
        for gone in before.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.setVisible(bool(self._shown))
        if place is not None and self._shown and self._place_of_keyboard() is None:
            self.parts[min(place, len(self.parts) - 1)].read.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self, notices: Sequence[Notice], now: Millis, *, main: bool) -> Iterator[_Wanted]:
        alike: Counter[str] = Counter()
        day = day_of(now)
        for at, notice in enumerate(notices):
            alike[notice.row.title] += 1
            yield _Wanted(
                notice=notice,
                standing=self._keeper.standing(notice),
                of_medicine=self._keeper.is_about_medicine(notice),
                first=main and at == 0,
                number=alike[notice.row.title],
                day=day,
            )

    def _place_of_keyboard(self) -> int | None:
        focused: QWidget | None = self.window().focusWidget()
        if focused is None:
            return None
        return next((at for at, part in enumerate(self.parts) if part.isAncestorOf(focused)), None)

    def _made(self, wanted: _Wanted, now: Millis) -> NoticePart:
        shown = Shown(
            standing=wanted.standing,
            of_medicine=wanted.of_medicine,
            now=now,
            first=wanted.first,
            number=wanted.number,
        )
        part = NoticePart(self._theme, wanted.notice, shown)
        part.read_asked.connect(lambda notice: self.read_asked.emit(notice.row))
        part.dealt.connect(self._keeper.put_by)
        part.back_asked.connect(self._keeper.bring_back)
        return part
