"""What is said about a text: its title, which stands over the words, and the other fields on a page of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.packs.form_fields import KINDS, FormField, fields_of
from caregiver_app.packs.text_files import TextFile
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import language_name
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.studio.writing.control import FormContext
from caregiver_app.ui.studio.writing.filled_page import filled_page, show_keyboard_soon
from caregiver_app.ui.studio.writing.record_form import RecordForm, split_place
from caregiver_app.ui.studio.writing.work import OpenedText
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column, Flow

if TYPE_CHECKING:
    from caregiver_app.packs.fields import Json

TITLE = "title"
_ORDER = ("language", "summary", "topics", "by", "written_on", "review_by", "country", "translation_of", "read_on")


class TextHead(QObject):
    """Put `title` over the words and show `page` beside them. `changed` comes with each thing typed in either.

    `translation_asked` carries a language.
    """

    changed = Signal()
    translation_asked = Signal(str)

    def __init__(self, tools: StudioTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._forms: tuple[RecordForm, ...] = ()
        theme = tools.desk.theme
        self.title = QWidget()
        self._title = Column(theme, parent=self.title)
        self.page, self._about = filled_page(theme, _("About this text"))
        self._holder = QWidget()
        self._translations = Flow(theme, gap=8, parent=self._holder)
        self._about.addWidget(self._holder)
        self._about.addStretch(1)

    def show_head(self, opened: OpenedText) -> None:
        """Show what is said about a text."""
        for form in self._forms:
            form.setVisible(False)
            form.deleteLater()
        self._forms = self._made(opened)
        head = dict(opened.text.head)
        title, about = self._forms
        title.show_record({TITLE: head.pop(TITLE, "")})
        about.show_record(head)
        self._title.addWidget(title)
        self._about.insertWidget(0, about)
        for form in self._forms:
            form.setVisible(True)  # at once, or the keyboard could not be put into it
            form.changed.connect(self.changed)
        self.show_missing(opened.missing)

    def show_missing(self, languages: tuple[str, ...]) -> None:
        """Offer to translate into the languages in which the text is not there yet."""
        while (item := self._translations.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setVisible(False)
                old.deleteLater()
        for language in languages:
            words = _("Translate into {language}").format(language=language_name(language) or language)
            button = Button(self._tools.desk.theme, words, icon=Icon.PLUS)
            button.clicked.connect(lambda _pressed, tag=language: self.translation_asked.emit(tag))
            self._translations.addWidget(button)
        self._holder.setVisible(bool(languages))

    def read(self) -> dict[str, Json]:
        """Return what is said, as JSON has it."""
        head: dict[str, Json] = {}
        for form in self._forms:
            head.update(form.read_record())
        return head

    def show_problems(self, problems: tuple[PackProblem, ...]) -> None:
        """Say beside each field what is wrong."""
        for form in self._forms:
            form.show_problems(problems, everywhere=True)

    def put_keyboard(self, field: str) -> None:
        """Put the keyboard into a field."""
        name, _inner = split_place(field)
        for form in self._forms:
            if name in form.controls:
                form.put_keyboard(field)
                show_keyboard_soon(form, self._tools.desk.theme)

    def _made(self, opened: OpenedText) -> tuple[RecordForm, RecordForm]:
        desk, text = self._tools.desk, opened.text
        context = FormContext(theme=desk.theme, listed=text.kind, ring=desk.ring, candidates=_others(opened, text))
        today = self._tools.services.appraising.today()
        fields = fields_of(KINDS[text.kind])
        title = tuple(field for field in fields if field.name == TITLE)
        return RecordForm(context, title, today), RecordForm(context, _in_order(fields), today)


def _in_order(fields: tuple[FormField, ...]) -> tuple[FormField, ...]:
    """Return the fields but the title, what people fill in most first."""
    found = (field for field in fields if field.name != TITLE)
    return tuple(sorted(found, key=lambda field: _ORDER.index(field.name) if field.name in _ORDER else len(_ORDER)))


def _others(opened: OpenedText, text: TextFile) -> Mapping[str, list[tuple[str, str]]]:
    """Return what fields may lead to; a text is never the translation of itself."""
    own = str(text.head.get("id", ""))
    return {name: [each for each in some if not own or each[0] != own] for name, some in opened.candidates.items()}
