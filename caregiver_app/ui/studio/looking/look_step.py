"""Step 4, "Look it over": what is wrong with the pack or should be judged, each thing with the way to its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.settings.long_work import HowFar
from caregiver_app.ui.studio.looking import work
from caregiver_app.ui.studio.looking.look_words import problem_line, whole_words
from caregiver_app.ui.studio.looking.settle_drawer import SettleDrawer
from caregiver_app.ui.studio.looking.work import Looked
from caregiver_app.ui.studio.place import place_of_problem
from caregiver_app.ui.studio.step import StudioStep, StudioTools
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_ROWS = 9
_WIDEST = 900


class LookStep(StudioStep):
    """Looks without the internet whenever it is opened and something changed; at the links only when asked."""

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folder: Path | None = None
        self._stale = True
        self.looked: Looked | None = None
        theme = tools.desk.theme
        self.again = Button(theme, _("Look again"), kind=ButtonKind.MAIN, icon=Icon.REFRESH)
        self.links = Button(theme, _("See whether its pages are still there"), icon=Icon.LINK)
        self.list = LineList(theme, _("What to mend and what to judge"), ring=tools.desk.ring, rows=_ROWS)
        self.show_place = Button(theme, _("Show its place"), icon=Icon.CHEV_RIGHT)
        self.keep = Button(theme, _("It may stay in"), icon=Icon.CHECK)
        self.unlock = Button(theme, _("Unlock your care notes"), icon=Icon.UNLOCK)
        self.said: Callout | None = None
        self._doer: Doer[Library] = Doer(tools.desk, self)
        self._lay_out()
        self._doer.changed.connect(self._settled)
        self.again.clicked.connect(lambda _pressed: self._look())
        self.links.clicked.connect(lambda _pressed: self._look_at_links())
        self.list.picked.connect(lambda _line: self._follow_list())
        self.list.opened.connect(self._go)
        self.show_place.clicked.connect(lambda _pressed: self._go_to_current())
        self.keep.clicked.connect(lambda _pressed: self._ask_why())
        self.unlock.clicked.connect(lambda _pressed: self._unlock())

    def open(self, folder: Path) -> None:
        """Look the pack over, unless it was looked over already and nothing changed since."""
        if folder != self._folder:
            self._folder, self.looked, self._stale = folder, None, True
            self._show(None)
        if self._stale and not self._tools.work.busy:
            self._look()

    def others_changed(self) -> None:
        """Look again when this step is opened next."""
        self._stale = True

    def areas(self) -> Sequence[QWidget]:
        """Return what is said and the list."""
        return (self.page,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use less room at the sides where there is little."""
        self.page.set_narrow(layout <= FrameLayout.NARROW)

    def _look_at_links(self) -> None:
        if self._tools.updating():
            words = _("Updates are running. Try again when they are done.")
            self._tools.desk.messages.say(words, kind="studio")
        else:
            self._look(ask=True)

    def _look(self, *, ask: bool = False) -> None:
        services, folder = self._tools.services, self._folder
        known = self.looked.links if self.looked is not None else None
        if folder is None:
            return

        def looking(library: Library, control: TaskControl[HowFar]) -> Looked:
            return work.look_over(services, library, folder, control, known=known, ask=ask)

        words = _("Looking at the pages of the pack") if ask else _("Looking over the pack")
        if self._tools.work.begin(words, looking, lambda looked: self._take(folder, looked), failed=self._missed):
            self._stale = False

    def _missed(self, _error: BaseException) -> bool:
        """Look again when this is opened next; why nothing came is told elsewhere."""
        self._stale = True
        return False

    def _take(self, folder: Path, looked: Looked) -> None:
        if folder == self._folder:
            self.looked = looked
            self._show(looked)
        elif self._stale and self.isVisible():  # another pack was opened while this look went on
            self._look()

    def _show(self, looked: Looked | None) -> None:
        problems = () if looked is None else looked.problems
        titles = {} if looked is None else looked.titles
        self.list.show_lines([problem_line(number, each, titles) for number, each in enumerate(problems)])
        self.list.setVisible(bool(problems))
        if problems and not self.list.current:
            self.list.show_key("0")
        if self.said is not None:
            self._says.removeWidget(self.said)
            self.said.hide()
            self.said.deleteLater()
            self.said = None
        if looked is not None:
            tone, icon, heading, text = whole_words(looked)
            self.said = Callout(self._tools.desk.theme, tone, icon, heading, text)
            self._says.addWidget(self.said)
            self.said.setVisible(True)
            announce(heading)
        self._follow_list()

    def _follow_list(self) -> None:
        problem = self._current
        is_locked = problem is not None and problem.fault is PackFault.PRIVATE_WORDS_UNCHECKED
        self.unlock.setVisible(is_locked)
        self.show_place.setVisible(problem is not None and not is_locked)
        self.keep.setVisible(problem is not None and problem.fault is PackFault.PERSONAL_DETAIL)

    @property
    def _current(self) -> PackProblem | None:
        return self._problem(self.list.current)

    def _problem(self, key: str) -> PackProblem | None:
        return self.looked.problems[int(key)] if key and self.looked is not None else None

    def _go(self, line: Line) -> None:
        """Go to the place of a line; a personal detail may be left in too, so that is to be chosen first."""
        problem = self._problem(line.key)
        if problem is not None and problem.fault is PackFault.PERSONAL_DETAIL:
            self.show_place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif problem is not None and problem.fault is PackFault.PRIVATE_WORDS_UNCHECKED:
            self.unlock.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif problem is not None:
            self.wanted.emit(place_of_problem(problem))

    def _go_to_current(self) -> None:
        if (problem := self._current) is not None:
            self.wanted.emit(place_of_problem(problem))

    def _ask_why(self) -> None:
        problem, folder = self._current, self._folder
        if problem is None or folder is None:
            return
        drawer = SettleDrawer(self._tools.desk.theme, problem_words(problem))

        def keep(reason: str) -> None:
            self._tools.desk.overlay.close_panel()
            self._doer.do(work.settling(folder, problem, reason), kind="studio")

        drawer.kept.connect(keep)
        self._tools.desk.overlay.open_drawer(drawer)

    def _unlock(self) -> None:
        self._stale = True  # to be looked over with the words of the notes once they are open
        self._tools.unlock(_("Then the pack is looked over with the words of your notes in mind."))

    def _settled(self) -> None:
        self.changed.emit()
        self._stale = True
        if self.isVisible():
            self._look()

    def _lay_out(self) -> None:
        theme = self._tools.desk.theme
        self.page = Page(theme, _("Look it over"), widest=_WIDEST)
        tells = _("The sites of its pages see that a computer with your internet address asks for them.")
        self.links.setAccessibleDescription(tells)
        body = self.page.body
        body.addWidget(self._flow(self.again, self.links))
        body.addWidget(PlainLabel(tells, ink="text-2", wrap=True))
        self._says = Column(theme)
        body.addLayout(self._says)
        body.addWidget(self.list)
        body.addWidget(self._flow(self.show_place, self.keep, self.unlock))
        Column(theme, parent=self).addWidget(self.page)
        self._show(None)

    def _flow(self, *buttons: Button) -> QWidget:
        holder = QWidget()
        flow = Flow(self._tools.desk.theme, gap=8, parent=holder)
        for button in buttons:
            flow.addWidget(button)
        return holder
