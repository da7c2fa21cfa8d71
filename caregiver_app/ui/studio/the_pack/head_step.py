"""Step 1, "The pack": what it is called and about, who makes it, and until when it holds. Saves as one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

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
    gaps_said,
    gaps_typed,
    head_fields,
    parts_of,
    said_of,
    topics_in,
    typed_of,
    understood,
    words_in,
)
from caregiver_app.ui.studio.the_pack.other_words import OtherWords
from caregiver_app.ui.studio.the_pack.topic_boxes import TopicBoxes
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel

_REST_MS = 500
_WIDEST = 720
_GAPS_HIGH = 96

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
        self.other_words = OtherWords(tools.desk.theme)
        self.gaps = QPlainTextEdit()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.finish(lambda: None))
        self._lay_out()
        for part in (self.topics, self.other_words):
            part.changed.connect(self._typed)
        self.gaps.textChanged.connect(self._typed)
        self.edits["languages"].textEdited.connect(lambda _text: self._show_languages())

    def open(self, folder: Path) -> None:
        """Show what the pack says of itself; what is being typed stays."""
        if folder != self._folder:
            self._folder, self._dirty = folder, False

        def read(library: Library) -> Said:
            return read_head(folder), library.topics.list()

        self._tools.desk.ask(self, read, lambda said: self._show(folder, said), key="studio.head")

    def go_to(self, place: Place) -> bool:
        """Put the keyboard into the field of a problem."""
        if place.listed or place.file or place.first_field not in (*self.fields, "topics", "words"):
            return False
        self._goal = place.field
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
        said |= {"words": self.other_words.said, "gaps": gaps_said(self.gaps.toPlainText())}

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
            self._show_languages()
            self.other_words.show_words(words_in(raw))
            if gaps_said(self.gaps.toPlainText()) != gaps_said(gaps_typed(raw)):
                self.gaps.setPlainText(gaps_typed(raw))
            self._dirty = False
            self._rest.stop()
        self._reach()

    def _show_languages(self) -> None:
        self.other_words.show_languages(parts_of(self.edits["languages"].text())[1:])

    def _reach(self) -> None:
        goal, self._goal = self._goal, ""
        if goal.startswith("topics"):
            self.topics.begin()
        elif goal:
            field = self._field_of(goal)
            self.page.ensureWidgetVisible(field)
            field.show_error(field.error)

    def _field_of(self, goal: str) -> Field:
        """Return the field of a place; of a language that is not the first, the name of the pack in it."""
        name, number, _inner = _taken_apart(goal)
        languages = parts_of(self.edits["languages"].text())
        if name == "words" and 0 < number <= len(self.other_words.said):
            other = self.other_words.reach(self.other_words.said[number - 1]["language"])
        else:
            other = self.other_words.reach(languages[number - 1]) if 1 < number <= len(languages) else None
        if name in ("languages", "words") and other is not None:
            return other
        return self.fields["languages" if name == "words" else name]

    def _typed(self) -> None:
        self._dirty = True
        self._rest.start()

    def _tell(self, problems: tuple[PackProblem, ...]) -> None:
        self.other_words.clear_errors()
        words: dict[str, str] = {}
        for problem in reversed(problems):
            name, number, inner = _taken_apart(problem.where)
            why = problem_words(problem)
            # Translators: a line of what somebody typed, and what is wrong with it
            words[name] = _("Line {number}: {why}").format(number=number, why=why) if name == "gaps" else why
            if name == "words":
                self.other_words.show_error(number, inner, why)
        for key, field in self.fields.items():
            if field.error != words.get(key, ""):
                field.set_error(words.get(key, ""))
        self.topics.set_error(words.get("topics", ""))

    def _say_names(self, key: str) -> None:
        if key in self._names:
            words = understood(key, self.edits[key].text())
            self._names[key].setText(words)
            self._names[key].setVisible(bool(words))

    def _resize(self) -> None:
        self.gaps.setFixedHeight(self._tools.desk.theme.px(_GAPS_HIGH))

    def _lay_out(self) -> None:
        theme = self._tools.desk.theme
        self.page = Page(theme, _("What the pack says of itself"), widest=_WIDEST)
        for head in head_fields():
            self.page.body.addWidget(self._field(head))
        theme.changed.connect(self._resize)
        self._resize()
        hint = _("One country on a line, its two letters first, such as IE: No phone lines yet.")
        self.fields["gaps"] = Field(theme, _("What it has not got"), self.gaps, hint=hint)
        self.page.body.addWidget(self.fields["gaps"])
        for part in (self.topics, self.other_words):  # last, as in the order of Tab: they come when the pack is read
            self.page.body.addWidget(part)
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


def _taken_apart(where: str) -> tuple[str, int, str]:
    """Return the field of a problem, the number in it (0 without one) and what follows that."""
    name, _bracket, rest = where.partition("[")
    number, _end, inner = rest.partition("]")
    return name, int(number) if number.isdecimal() else 0, inner.lstrip(".")
