"""Has sheets typeset for the eye, apart from the window and from the care notes: their words first, then their pages.

Only the newest wish counts. Nothing is kept but what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_app.model.sheets.kinds import PRIVATE, SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.support.i18n import reads_from_right
from caregiver_app.ui.sheets.wanted import Look
from caregiver_app.ui.tasks import Lane, Task, TaskControl

if TYPE_CHECKING:
    from caregiver_app.paper.typeset import Layout

_LEAST_DOTS = 20.0

REST_MS = 80
"""Sheets are typeset anew when the fingers rest so long."""

WARM_UP_MS = 400
"""The screen is shown first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is seen of sheets: their words, and pictures of their pages; None: those are still being made.

    `lacks_signs`: on the pages stand boxes for signs that no font here has.
    """

    words: str = field(default="", repr=False)
    pages: tuple[bytes, ...] | None = field(default=None, repr=False)
    lacks_signs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Sheets as they are chosen, how they are to look, and what the file of them is called."""

    sheets: tuple[Sheet, ...] = field(repr=False)
    look: Look
    title: str = ""

    @property
    def is_private(self) -> bool:
        """Whether any of them is made of care notes."""
        return any(sheet.private or sheet.kind in PRIVATE for sheet in self.sheets)


class Previewing(QObject):
    """`made` carries a `Seen`: once with words alone, then with pages. `failed` carries what went wrong."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, lane: Lane[None], parent: QObject, *, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._lane = lane
        self._shown: Shown | None = None
        self._is_made = False
        self._is_private = False
        self._task: Task | None = None
        self.dots_per_inch = 96.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._make)
        QTimer.singleShot(WARM_UP_MS, self, self._warm_up)

    @property
    def waits(self) -> bool:
        """True while what is seen is older than what was chosen."""
        return self._rest.isActive() or self._task is not None

    @property
    def is_private(self) -> bool:
        """Whether something of care notes is seen, or may be still."""
        return self._is_private

    def _warm_up(self) -> None:
        """Have the typesetter and its fonts loaded, which takes longer than most sheets."""
        if not self._lane.runner.closed:
            self._lane.run(lambda _none, _control: _load(), owner=self, done=_nothing, failed=self.failed.emit)

    def show(self, shown: Shown) -> None:
        """Make other sheets, once the fingers rest; nothing where these are the very sheets that are seen."""
        if shown == self._shown and (self._is_made or self.waits):
            return
        self._shown = shown
        self._is_made = False
        self._is_private = self._is_private or shown.is_private
        self._rest.start()

    def again(self) -> None:
        """Make the same sheets once more, e.g. for another zoom."""
        if self._shown is not None:
            self._rest.start()

    def forget(self) -> None:
        """Hold nothing, and deliver nothing that is on its way."""
        self._rest.stop()
        self._shown = None
        self._is_made = self._is_private = False
        if self._task is not None:
            self._task.drop()
            self._task = None

    def _make(self) -> None:
        shown, dots = self._shown, self.dots_per_inch
        if shown is None or self._lane.runner.closed:
            return

        def done(seen: Seen) -> None:
            self._task = None
            if shown is self._shown:
                self._is_made, self._is_private = True, shown.is_private
            self.made.emit(seen)

        def failed(error: BaseException) -> None:
            self._task = None
            self.failed.emit(error)

        self._task = self._lane.run(
            lambda _none, control: see(shown, dots, control),
            owner=self,
            done=done,
            failed=failed,
            progress=self.made.emit,
            key="sheets.preview",
        )


def see(shown: Shown, dots_per_inch: float, control: TaskControl[Seen]) -> Seen:
    """Return what is seen of sheets; tells the words as soon as they are there, and the pages. Takes its time.

    Raises:
        Cancelled: nobody wants it any more.
    """
    from caregiver_app.paper.as_text import as_text
    from caregiver_app.paper.sheets import typeset

    words = as_text(shown.sheets)
    control.progress(Seen(words=words))
    control.check()
    made = typeset(shown.sheets, layout_of(shown.look), title=shown.title)
    pages = made.pages(dots_per_inch=dots_per_inch)
    control.progress(Seen(words=words, pages=pages))
    control.check()
    return Seen(words=words, pages=pages, lacks_signs=made.lacks_signs())


def _load() -> None:
    from caregiver_app.paper.sheets import typeset

    blank = Sheet(kind=SheetKind.GUIDE, title=" ", language="en", printed_on="", parts=())
    typeset([blank], layout_of(Look())).pages(dots_per_inch=_LEAST_DOTS)


def _nothing(_answer: object) -> None:
    return None


def layout_of(look: Look) -> Layout:
    """Return how sheets lie on the paper."""
    from caregiver_app.paper.typeset import Layout

    tag = look.language
    return Layout(paper=look.paper, size=look.size, language=tag, right_to_left=reads_from_right(tag))
