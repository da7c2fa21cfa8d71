"""The sheet that matters today, as a small picture: that of a visit today or tomorrow, else the emergency sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.time import Millis, day_of
from caregiver_app.model.today import ComingUp, PrivateToday
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sheet_names import sheet_name
from caregiver_app.ui.home.small_page import SmallPage
from caregiver_app.ui.home.when import clock_words, zone_named
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

_SOON = timedelta(days=1)
_BESIDE_FROM = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWish:
    """Which sheet is shown; `visit` is the number of the appointment that a visit sheet is for, else 0."""

    kind: SheetKind
    visit: int = 0


class PaperCard(Card):
    """`wanted` carries the `PaperWish` whose picture is to be made, `print_asked` the one that is to be printed."""

    wanted = Signal(object)
    print_asked = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(_("Today's sheet"))
        self._theme = theme
        self._wish = PaperWish(kind=SheetKind.EMERGENCY)
        self.page = SmallPage(theme)
        self.title = PlainLabel(role=TypeRole.STRONG, wrap=True)
        self.why = PlainLabel(ink="text-2", wrap=True)
        self.print = Button(theme, "", kind=ButtonKind.MAIN, icon=Icon.PRINT)
        self._lay_out(theme)
        self.print.clicked.connect(lambda: self.print_asked.emit(self._wish))
        self.page.pressed.connect(self.print.click)

    @property
    def wish(self) -> PaperWish:
        """Which sheet is shown."""
        return self._wish

    def show_today(self, today: PrivateToday, now: Millis) -> None:
        """Show which sheet matters at a moment; its picture comes once it is made."""
        visit = _visit_soon(today, now)
        wish = PaperWish(kind=SheetKind.VISIT, visit=visit.id) if visit else PaperWish(kind=SheetKind.EMERGENCY)
        if wish != self._wish:
            self.page.forget()
        self._wish = wish
        self.title.setText(sheet_name(wish.kind))
        self.why.setText(_about(visit, now) if visit else _("What others must know when you cannot tell them."))
        self.print.set_words(_("Print the visit sheet") if visit else _("Print the emergency sheet"))
        self.wanted.emit(wish)

    def be_louder(self, louder: bool) -> None:
        """Have the filled button of the view, or leave it to what matters more now."""
        self.print.set_kind(ButtonKind.MAIN if louder else ButtonKind.NORMAL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the picture above the words, where there is no room beside them."""
        super().resizeEvent(event)
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if event.size().width() < self._theme.px(_BESIDE_FROM) else along)

    def _lay_out(self, theme: Theme) -> None:
        titled = QWidget()
        flow = Flow(theme, gap=10, parent=titled)
        flow.addWidget(PlainLabel(_("Today's sheet"), role=TypeRole.HEADING))
        flow.addWidget(Pill(theme, _("Private"), tone=Tone.PRIVATE, icon=Icon.UNLOCK))
        words = Column(theme, gap=8)
        for part in (titled, self.title, self.why):
            words.addWidget(part)
        holder = QWidget()
        Flow(theme, gap=8, parent=holder).addWidget(self.print)
        words.addWidget(holder)
        words.addStretch(1)
        self._row = Row(theme, gap=20)
        self._row.addWidget(self.page, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)


def is_soon(one: ComingUp, now: Millis) -> bool:
    """Return whether an appointment is today or tomorrow, by the clock of its place."""
    zone = zone_named(one.zone)
    return day_of(one.at, zone) <= day_of(now, zone) + _SOON


def _visit_soon(today: PrivateToday, now: Millis) -> ComingUp | None:
    return next((one for one in today.coming if is_soon(one, now)), None)


def _about(visit: ComingUp, now: Millis) -> str:
    zone = zone_named(visit.zone)
    time = clock_words(visit.at, zone, visit.zone)
    if day_of(visit.at, zone) == day_of(now, zone):
        # Translators: an appointment and its time, e.g. "Memory clinic, today at 2:30 pm"
        return _("{what}, today at {time}").format(what=visit.title, time=time)
    # Translators: an appointment and its time, e.g. "Memory clinic, tomorrow at 2:30 pm"
    return _("{what}, tomorrow at {time}").format(what=visit.title, time=time)
