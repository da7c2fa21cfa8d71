"""A text as families will see it, made anew when the fingers rest: rendered in a worker, away from the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from caregiver_app.model.errors import Cancelled, CaregiverError
from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.tasks import TaskControl

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services

REST_MS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The text that is to be seen."""

    folder: Path
    title: str
    words: str = field(repr=False)
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the view shows: `html` is None where the text is too long or too tangled for that."""

    html: str | None = field(repr=False)
    pictures: Mapping[str, QImage] = field(default_factory=dict, repr=False)
    grade: float | None = None
    problems: tuple[PackProblem, ...] = ()


class Seeing(QObject):
    """`made` carries a `Seen` of the text as it stood a moment ago."""

    made = Signal(object)

    def __init__(self, tools: StudioTools, parent: QObject, *, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._tools = tools
        self._wanted: Wanted | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._ask)

    def show_text(self, wanted: Wanted, *, at_once: bool = False) -> None:
        """Make a text to be seen, when the fingers rest or at once."""
        self._wanted = wanted
        if at_once:
            self._ask()
        else:
            self._rest.start()

    def forget(self) -> None:
        """Show nothing more of the text."""
        self._rest.stop()
        self._wanted = None

    def _ask(self) -> None:
        self._rest.stop()
        wanted, services = self._wanted, self._tools.services
        if wanted is None or self._tools.looks.runner.closed:
            return

        def work(_none: None, _control: TaskControl[None]) -> Seen:
            return seen_of(services, wanted)

        def done(seen: Seen) -> None:
            if self._wanted is not None and self._wanted.folder == wanted.folder:
                self.made.emit(seen)

        self._tools.looks.run(work, owner=self, done=done, failed=self._tell, key="studio.look")

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled | CaregiverError):
            raise error  # what is in the way of a look is told by what is in the way of saving


def seen_of(services: Services, wanted: Wanted) -> Seen:
    """Return a text as it will be seen; takes a worker's time.

    Raises:
        StorageError: a picture cannot be read.
        Cancelled: the worker was ended.
    """
    from caregiver_app.ui.library.reader.marks_of_html import Missing
    from caregiver_app.ui.library.reader.page_html import page_html
    from caregiver_app.ui.library.reader.stored_pictures import read_pictures

    look = services.pack_writing.look(wanted.folder, wanted.words, wanted.language)
    if look.html is None:
        return Seen(html=None, problems=look.problems)
    pictures = read_pictures(look.pictures.keys(), look.pictures.get)
    names = {address: name for address, name in look.names.items() if name in pictures}
    html = page_html(wanted.title, look.html, names, Missing.FAILED)
    return Seen(html=html, pictures=pictures, grade=look.grade, problems=look.problems)
