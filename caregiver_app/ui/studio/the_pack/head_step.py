"""Step 1, "The pack": what it is called and about, who makes it, and until when it holds. Saves as one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.bootstrap.pack_folders import describe, read_head
from caregiver_app.library.store import Library
from caregiver_app.model.organisation import Topic
from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.studio.place import Place
from caregiver_app.ui.studio.step import StudioStep, StudioTools
from caregiver_app.ui.studio.the_pack.head_fields import (
    HeadField,
    head_fields,
    said_of,
    topics_in,
    typed_of,
    understood,
)
from caregiver_app.ui.studio.the_pack.topic_boxes import TopicBoxes
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel

_REST_MS = 500
_WIDEST = 720

Said = tuple[Mapping[str, object], tuple[Topic, ...]]


class HeadStep(StudioStep):
    """What is typed is in the folder half a second after the last sign, and before another step is reached."""

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folder: Path | None = None
        self._dirty = False
        self._goal = ""
        self.fields: dict[str, Field] = {}
        self.edits: dict[str, QLineEdit] = {}
        self._names: dict[str, PlainLabel] = {}
        self.topics = TopicBoxes(tools.desk.theme)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.finish(lambda: None))
        self._lay_out()
        self.topics.changed.connect(self._typed)

    def open(self, folder: Path) -> None:
        """Show what the pack says of itself; what is being typed stays."""
        if folder != self._folder:
            self._folder, self._dirty = folder, False

        def read(library: Library) -> Said:
            return read_head(folder), library.topics.list()

        self._tools.desk.ask(self, read, lambda said: self._show(folder, said), key="studio.head")

    def go_to(self, place: Place) -> bool:
        """Put the keyboard into the field of a problem."""
        if place.listed or place.file or place.first_field not in (*self.fields, "topics"):
            return False
        self._goal = place.first_field
        self._reach()
        return True

    def finish(self, then: Callable[[], object]) -> None:
        """Write down what was typed, then go on."""
        self._rest.stop()
        folder = self._folder
        if not self._dirty or folder is None:
            then()
            return
        self._dirty = False
        said = said_of({key: edit.text() for key, edit in self.edits.items()}, self.topics.ticked)

        def written(problems: tuple[PackProblem, ...]) -> None:
            self._tell(problems)
            self.changed.emit()
            then()

        def failed(_error: BaseException) -> None:
            self._dirty = True  # what was typed stays here, and is written with the next change
            then()

        self._tools.desk.ask(self, lambda _library: describe(folder, said), written, failed=failed)

    def areas(self) -> Sequence[QWidget]:
        """Return the form."""
        return (self.page,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use less room at the sides where there is little."""
        self.page.set_narrow(layout <= FrameLayout.NARROW)

    def _show(self, folder: Path, said: Said) -> None:
        raw, topics = said
        if folder != self._folder:
            return
        self.topics.know(topics)
        if not self._dirty:
            for key, words in typed_of(raw).items():
                if self.edits[key].text() != words:
                    self.edits[key].setText(words)
                self._say_names(key)
            self.topics.tick(topics_in(raw))
            self._dirty = False
            self._rest.stop()
        self._reach()

    def _reach(self) -> None:
        goal, self._goal = self._goal, ""
        if goal == "topics":
            self.topics.begin()
        elif goal:
            self.page.ensureWidgetVisible(self.fields[goal])
            self.fields[goal].show_error(self.fields[goal].error)

    def _typed(self) -> None:
        self._dirty = True
        self._rest.start()

    def _tell(self, problems: tuple[PackProblem, ...]) -> None:
        words = {problem.where.partition("[")[0]: problem_words(problem) for problem in reversed(problems)}
        for key, field in self.fields.items():
            if field.error != words.get(key, ""):
                field.set_error(words.get(key, ""))
        self.topics.set_error(words.get("topics", ""))

    def _say_names(self, key: str) -> None:
        if key in self._names:
            words = understood(key, self.edits[key].text())
            self._names[key].setText(words)
            self._names[key].setVisible(bool(words))

    def _lay_out(self) -> None:
        theme = self._tools.desk.theme
        self.page = Page(theme, _("What the pack says of itself"), widest=_WIDEST)
        for head in head_fields():
            self.page.body.addWidget(self._field(head))
        self.page.body.addWidget(self.topics)  # last, as in the order of Tab: its boxes come when topics are read
        Column(theme, parent=self).addWidget(self.page)

    def _field(self, head: HeadField) -> QWidget:
        theme = self._tools.desk.theme
        edit = self.edits[head.key] = QLineEdit()
        edit.setMaxLength(head.most)
        edit.setPlaceholderText(head.example)
        field = self.fields[head.key] = Field(theme, head.label, edit, hint=head.hint)
        edit.textEdited.connect(lambda _text: self._typed())
        if head.key not in ("languages", "countries"):
            return field
        holder = QWidget()
        column = Column(theme, gap=4, parent=holder)
        column.addWidget(field)
        names = self._names[head.key] = PlainLabel(ink="text-2", wrap=True)
        names.setVisible(False)
        column.addWidget(names)
        edit.textEdited.connect(lambda _text: self._say_names(head.key))
        return holder
