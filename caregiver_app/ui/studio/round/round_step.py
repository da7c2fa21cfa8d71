"""The monthly round in the window: one list, and for each row one of three keys: still right, change, withdraw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_round import Round
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.settings.long_work import HowFar
from caregiver_app.ui.studio.place import Place, place_of
from caregiver_app.ui.studio.round import work
from caregiver_app.ui.studio.round.withdrawing import Withdrawing
from caregiver_app.ui.studio.round.words import round_line, whole_words
from caregiver_app.ui.studio.step import StudioStep, StudioTools
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.line_list import LineList
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.packs.round import RoundRow

_ROWS = 9
_WIDEST = 900


class RoundStep(StudioStep):
    """Shows what is known without the internet; opens the pages only when asked."""

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folder: Path | None = None
        self.round: Round | None = None
        self._last = 0  # where the list stood: the next row takes the place of one that was answered
        theme = tools.desk.theme
        self.links = Button(theme, _("Open its pages and look"), icon=Icon.LINK)
        self.list = LineList(theme, _("What changed, is gone or is due"), ring=tools.desk.ring, rows=_ROWS)
        self.right = Button(theme, _("Still right"), kind=ButtonKind.MAIN, icon=Icon.CHECK)
        self.change = Button(theme, _("Change"), icon=Icon.NOTES)
        self.withdraw = Button(theme, _("Withdraw"), icon=Icon.MINUS)
        self.said: Callout | None = None
        self._doer: Doer[Library] = Doer(tools.desk, self)
        self.withdrawing = Withdrawing(tools, self._doer, self)
        self._lay_out()
        self._connect()

    def open(self, folder: Path) -> None:
        """Show what is due now."""
        if folder != self._folder:
            self._folder, self.round = folder, None
        self._refresh()

    def go_to(self, _place: Place) -> bool:
        """Return False: nothing is written here."""
        return False

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self.page,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use less room at the sides where there is little."""
        self.page.set_narrow(layout <= FrameLayout.NARROW)

    @property
    def current(self) -> RoundRow | None:
        """The row that an answer is about."""
        key = self.list.current
        return self.round.rows[int(key)] if key and self.round is not None else None

    def _refresh(self) -> None:
        services, folder = self._tools.services, self._folder
        if folder is not None:
            self._tools.desk.ask(
                self,
                lambda library: work.read_round(services, library, folder),
                lambda found: self._take(folder, found),
                key="studio.round",
            )

    def _open_pages(self) -> None:
        services, folder = self._tools.services, self._folder
        if self._tools.updating():
            words = _("Updates are running. Try again when they are done.")
            self._tools.desk.messages.say(words, kind="studio")
        elif folder is not None:

            def asking(library: Library, control: TaskControl[HowFar]) -> Round:
                return work.ask_round(services, library, folder, control)

            self._tools.work.begin(
                _("Looking at the pages of the pack"), asking, lambda found: self._take(folder, found)
            )

    def _take(self, folder: Path, found: Round) -> None:
        if folder != self._folder:
            return
        self._last = int(self.list.current or 0)
        before, self.round = self.round, found
        self.list.show_lines([round_line(number, row) for number, row in enumerate(found.rows)])
        self.list.setVisible(bool(found.rows))
        if found.rows and not self.list.current:
            self.list.show_key(str(min(self._last, len(found.rows) - 1)))
        self._say(found, aloud=before is not None and len(before.rows) != len(found.rows))
        self._follow()

    def _say(self, found: Round, *, aloud: bool) -> None:
        if self.said is not None:
            self._says.removeWidget(self.said)
            self.said.hide()
            self.said.deleteLater()
        tone, icon, heading, text = whole_words(found)
        self.said = Callout(self._tools.desk.theme, tone, icon, heading, text)
        self._says.addWidget(self.said)
        self.said.setVisible(True)
        if aloud:
            announce(heading)

    def _follow(self) -> None:
        row = self.current
        self._answers.setVisible(row is not None)
        self.withdraw.setVisible(row is not None and bool(row.listed))

    def _still_right(self) -> None:
        if (row := self.current) is not None and self._folder is not None:
            self._doer.do(work.still_right(self._tools.services, self._folder, row), kind="studio-round")

    def _change(self) -> None:
        if (row := self.current) is not None:
            self.wanted.emit(place_of(row.where))

    def _withdraw(self) -> None:
        row, folder = self.current, self._folder
        if row is not None and row.listed and folder is not None and self.round is not None:
            self.withdrawing.ask(folder, row, self.round.ids)

    def _answered(self) -> None:
        self.changed.emit()
        if self.isVisible():
            self._refresh()

    def _connect(self) -> None:
        self.links.clicked.connect(lambda _pressed: self._open_pages())
        self.list.picked.connect(lambda _line: self._follow())
        self.list.opened.connect(lambda _line: self._change())
        self._doer.changed.connect(self._answered)
        answers: tuple[tuple[Button, str, Callable[[], None]], ...] = (
            (self.right, "S", self._still_right),
            (self.change, "C", self._change),
            (self.withdraw, "W", self._withdraw),
        )
        for button, key, act in answers:
            button.clicked.connect(lambda _pressed, act=act: act())
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        theme = self._tools.desk.theme
        self.page = Page(theme, _("Monthly round"), widest=_WIDEST)
        tells = _("The sites of its pages see that a computer with your internet address asks for them.")
        self.links.setAccessibleDescription(tells)
        self._says = Column(theme)
        self._answers = QWidget()
        flow = Flow(theme, gap=8, parent=self._answers)
        for button in (self.right, self.change, self.withdraw):
            flow.addWidget(button)
        keys = _("In the list: S still right, C change, W withdraw.")
        body = self.page.body
        holder = QWidget()
        Flow(theme, parent=holder).addWidget(self.links)
        body.addWidget(holder)
        body.addWidget(PlainLabel(tells, ink="text-2", wrap=True))
        body.addLayout(self._says)
        for part in (self.list, self._answers, PlainLabel(keys, ink="text-2", wrap=True)):
            body.addWidget(part)
        Column(theme, parent=self).addWidget(self.page)
        self.list.setVisible(False)
        self._answers.setVisible(False)
