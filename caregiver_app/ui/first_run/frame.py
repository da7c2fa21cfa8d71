"""The frame of a first start: numbered steps on top, one step in a centred column, and the buttons below it.

It knows how steps follow each other, and nothing of what they ask. Each can be left for another screen at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.first_run.foot import WIDEST, RunFoot
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.screen_help.texts import FIRST_RUN
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.step_row import StepLook, StepRow, StepState
from caregiver_app.ui.widgets.tab_order import put_in_order

Keep = Callable[[str, Mapping[str, StepState], Callable[[], None]], object]
"""Remembers which step is open (its key) and how others were left, then calls what follows."""


class FirstRunScreen(Screen):
    """`over` comes after the last step."""

    over = Signal()

    def __init__(
        self,
        theme: Theme,
        looks: Sequence[StepLook],
        makers: Mapping[str, Callable[[], RunStep]],
        keep: Keep,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`makers` make the steps, by the keys of `looks`."""
        super().__init__(parent)
        self._makers = makers
        self._keep = keep
        self._keys = [look.key for look in looks]
        self._onward = True
        self._moving = False
        self._skips = False
        self._passed: dict[str, StepState] = {}
        self.step: RunStep | None = None
        self.page = Page(theme, _("First steps"), widest=WIDEST, centred=True)
        # It scrolls: what a message takes goes from it, never from the buttons.
        self.page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.row = StepRow(theme, _("Steps"), looks)
        self.short = PlainLabel(role=TypeRole.SMALL_STRONG, ink="text-2")
        self.short.setVisible(False)
        self.header = ScreenHeader(theme, "")
        self.foot = RunFoot(theme)
        self._place = Column(theme)
        self._lay_out(theme)
        self.row.asked.connect(self._go_back_to)
        self.foot.back.clicked.connect(self.go_back)
        self.foot.skip.clicked.connect(self._press_skip)
        self.foot.main.clicked.connect(self._press_main)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._press_main)

    @property
    def key(self) -> str:
        """The key of the step that is open."""
        return self.row.current

    def title(self) -> str:
        """Return what the steps are called, wherever they are shown."""
        return _("Welcome")

    def stands_apart(self) -> bool:
        """Return that no place is marked: who takes the first steps has not been anywhere yet."""
        return True

    def begin(self, key: str, passed: Mapping[str, StepState] | None = None) -> None:
        """Open a step, as it is when nothing was done there yet; `passed`: how others were left an earlier time."""
        self._passed.update(passed or {})
        self._show(key)

    def help_key(self) -> str:
        """Return that it has a help of its own: it stands where the Library does."""
        return FIRST_RUN

    def areas(self) -> Sequence[QWidget]:
        """Return the steps with what is asked, and the buttons below."""
        return (self.page, self.foot)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        narrow = layout <= FrameLayout.NARROW
        low = layout is FrameLayout.COMPACT
        # A step may have nothing that takes the keyboard: where it does not fit, the page does, to be scrolled.
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus if low else Qt.FocusPolicy.NoFocus)
        self.page.set_narrow(narrow)
        self.foot.set_narrow(narrow, low=low)
        self.row.setVisible(not low)
        self.short.setVisible(low)

    def go_back(self) -> bool:
        """Go to the step before; from the first one nowhere."""
        place = self._keys.index(self.key)
        if place > 0 and not self.waits:
            self._onward = False
            self._move(self._keys[place - 1])
        return True

    @property
    def waits(self) -> bool:
        """Whether a press counts for nothing now: what it is about is being kept, or goes."""
        return self._moving or self.step is None or self.step.busy

    def _press_skip(self) -> None:
        self._answer(lambda step: step.skip(), skips=True)

    def _press_main(self) -> None:
        self._answer(lambda step: step.go_on(), skips=False)

    def _answer(self, answer: Callable[[RunStep], None], *, skips: bool) -> None:
        if self.step is not None and not self.waits:
            self._skips = skips
            answer(self.step)

    def _go_back_to(self, key: str) -> None:
        if not self.waits:
            self._onward = False
            self._move(key)

    def _go_on(self) -> None:
        self._onward = True
        self._passed[self.key] = StepState.SKIPPED if self._skips else StepState.DONE
        self._pass()

    def _pass_unseen(self) -> None:
        self._passed[self.key] = StepState.NOT_NEEDED
        self._pass()

    def _pass(self) -> None:
        """Leave the open step the way one came: a step that has nothing to ask is not seen."""
        place = self._keys.index(self.key) + (1 if self._onward else -1)
        if place == len(self._keys):
            self.over.emit()
        elif place < 0:
            self._onward = True
            self._pass()
        else:
            self._move(self._keys[place])

    def _move(self, key: str) -> None:
        """Open another step once it is remembered."""
        if not self._moving:
            self._moving = True
            self._keep(key, dict(self._passed), lambda: self._show(key))

    def _show(self, key: str) -> None:
        self._moving = False
        self._take_away()
        before = self._keys[: self._keys.index(key)]
        behind = {each: self._passed.get(each, StepState.DONE) for each in before}
        asked = [each for each, state in behind.items() if state is not StepState.NOT_NEEDED]
        self.row.show_steps(key, behind=behind, open_to=asked)
        # Translators: which step this is, where there is no room for all of them, e.g. "Step 2 of 6"
        place = _("Step {number} of {count}")
        number = format_number(len(before) + 1)
        self.short.setText(place.format(number=number, count=format_number(len(self._keys))))
        step = self.step = self._makers[key]()
        step.ready.connect(self._show_ready)
        step.changed.connect(self._show_words)
        step.done.connect(self._go_on)
        step.empty.connect(self._pass_unseen)
        self._place.addWidget(step)
        step.begin()

    def _show_ready(self) -> None:
        if self.step is None:
            return
        self.header.set_title(self.step.heading)
        self.header.set_subtitle(self.step.subtitle)
        self._show_words()
        put_in_order(self)
        self.page.verticalScrollBar().setValue(0)
        if self.isVisible():
            announce(f"{self.row.buttons[self.key].accessibleName()}. {self.step.heading}")
            if not self.step.focus_first():
                self.foot.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self) -> None:
        if self.step is not None:
            self.foot.show_step(self.step, is_first=self.key == self._keys[0])

    def _take_away(self) -> None:
        step, self.step = self.step, None
        if step is not None:
            step.left()
            self._place.removeWidget(step)
            step.setVisible(False)
            step.deleteLater()

    def _lay_out(self, theme: Theme) -> None:
        self.page.body.addWidget(self.row)
        self.page.body.addWidget(self.short)
        self.page.body.addWidget(self.header)
        self.page.body.addLayout(self._place)
        column = Column(theme, parent=self)
        column.addWidget(self.page, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self.foot)
