"""The studio over one pack: the row of steps on top, below it the step that is open, and the way to the next.

What was typed is in the folder before another step, or the end, is reached.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_folders import FolderLook, looks_at
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.studio.place import Place
from caregiver_app.ui.studio.step import StudioStep, StudioTools
from caregiver_app.ui.studio.steps import LOOK_OVER, THE_PACK, step_looks, step_makers, steps_for
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.page_stack import PageStack
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.step_row import StepRow


class StudioScreen(Screen):
    """`left` comes when somebody goes back to the packs."""

    left = Signal()

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._layout = FrameLayout.WIDE
        self._steps: dict[str, StudioStep] = {}
        self.folder: Path | None = None
        self.row = StepRow(tools.desk.theme, _("Steps to a pack"), step_looks())
        self.back = Button(tools.desk.theme, _("Back to packs"), kind=ButtonKind.QUIET, icon=Icon.BACK)
        self.next = Button(tools.desk.theme, "", icon=Icon.CHEV_RIGHT)
        self._title = PlainLabel(role=TypeRole.TITLE, wrap=True)
        self.stack = PageStack()
        self._lay_out()
        self.row.asked.connect(self.show_step)
        self.back.clicked.connect(lambda _pressed: self.leave())
        self.next.clicked.connect(lambda _pressed: self.show_step(self._following))

    @property
    def step(self) -> StudioStep | None:
        """The step that is open."""
        return self._steps.get(self.row.current) if self.folder is not None else None

    def begin(self, folder: Path, title: str) -> None:
        """Show the pack of a folder, from its first step."""
        self.folder = folder
        self.show_title(title)
        self._show(THE_PACK)

    def show_title(self, title: str) -> None:
        """Say how the pack is called."""
        self._title.setText(title)

    def show_step(self, key: str) -> None:
        """Go to a step, once all that was typed in this one is in the folder."""
        self._finish(lambda: self._show(key))

    def go_to(self, place: Place) -> None:
        """Open the step that a place of the pack is about, and the place in it."""
        self._finish(lambda: self._go_to(place))

    def leave(self) -> None:
        """Go back to the packs, once all that was typed is in the folder."""
        self._finish(self.left.emit)

    def opened(self) -> None:
        """Show what is in the folder now: somebody may have changed it meanwhile."""
        if self.folder is not None and self.step is not None:
            self.step.open(self.folder)

    def go_back(self) -> bool:
        """Leave what is open inside the step, or else the studio; what was typed is kept first."""
        if self.step is None or not self.step.go_back():
            self.leave()
        return True

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self.top, self.row, *(() if self.step is None else self.step.areas()))

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Arrange for the room there is."""
        self._layout = layout
        self._title.setVisible(layout > FrameLayout.COMPACT)
        edge = 20 if layout <= FrameLayout.NARROW else 32
        self._head.set_margins((edge, 12, edge, 0))
        self._say_next()
        for step in self._steps.values():
            step.set_frame_layout(layout)

    def hideEvent(self, event: QHideEvent) -> None:
        """Have in the folder what was typed, before the window closes or shows something else."""
        super().hideEvent(event)
        self._finish(lambda: None)

    def _finish(self, then: Callable[[], object]) -> None:
        if self.step is None:
            then()
        else:
            self.step.finish(then)

    @property
    def _following(self) -> str:
        keys = list(self.row.buttons)
        return keys[min(keys.index(self.row.current) + 1, len(keys) - 1)]

    def _show(self, key: str) -> StudioStep | None:
        if self.folder is None:
            return None
        step = self._made(key)
        self.row.show_steps(key, open_to=tuple(self.row.buttons))
        self._say_next()
        self.stack.setCurrentWidget(step)
        step.open(self.folder)
        return step

    def _say_next(self) -> None:
        following = self._following
        self.next.setVisible(following != self.row.current)
        # Translators: {step} is the next step of making a pack, e.g. "Continue: What is in it"
        name = _("Continue: {step}").format(step=self.row.buttons[following].look.text)
        words = name if self._layout > FrameLayout.COMPACT else _("Continue")
        self.next.set_words(words, name=name)

    def _go_to(self, place: Place) -> None:
        for key in steps_for(place):
            step = self._show(key)
            if step is not None and step.go_to(place):
                return
        # Translators: {place} is a file of a pack, or a field of one
        words = _("This is mended in the folder of the pack itself: {place}")
        self._tools.desk.messages.say(words.format(place=place.where), icon=Icon.INFO, kind="studio")

    def _made(self, key: str) -> StudioStep:
        if key not in self._steps:
            step = self._steps[key] = step_makers()[key](self._tools)
            step.set_frame_layout(self._layout)
            step.wanted.connect(self.go_to)
            step.look_over_wanted.connect(lambda: self.show_step(LOOK_OVER))
            step.changed.connect(partial(self._changed, step))
            self.stack.addWidget(step)
        return self._steps[key]

    def _changed(self, by: StudioStep) -> None:
        self._ask_title()
        for step in self._steps.values():
            if step is not by:
                step.others_changed()
        if self.step is not by:  # an undo of what another step did
            self.opened()

    def _ask_title(self) -> None:
        folder = self.folder

        def show(looks: tuple[FolderLook, ...]) -> None:
            if folder == self.folder and looks[0].title:
                self.show_title(looks[0].title)

        if folder is not None:
            self._tools.desk.ask(self, lambda _library: looks_at((folder,)), show, key="studio.title")

    def _lay_out(self) -> None:
        theme = self._tools.desk.theme
        self.top = QWidget()
        self.top.setAccessibleName(_("Make a pack"))
        row = Row(theme, gap=16, parent=self.top)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        row.addStretch(0)
        row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        self._head = Column(theme, gap=8)
        for part in (self.top, self.row, self._tools.work):
            self._head.addWidget(part)
        column = Column(theme, gap=8, parent=self)
        column.addLayout(self._head)
        column.addWidget(self.stack, 1)
