"""Name and summary of a pack in its other languages: two lines for each, which come and go with the languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import language_name
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column

_MOST = {"title": 200, "summary": 600}
_MOST_LANGUAGES = 12


class OtherWords(QWidget):
    """`changed` comes with each sign typed. What was typed for a language that is taken away comes back with it."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fields: dict[tuple[str, str], Field] = {}
        self.edits: dict[tuple[str, str], QLineEdit] = {}
        self._languages: tuple[str, ...] = ()
        self._column = Column(theme, gap=16, parent=self)
        self.setVisible(False)

    @property
    def said(self) -> list[dict[str, str]]:
        """What is typed, as `pack.json` has it; nothing of a language without a word."""
        found = []
        for language in self._languages:
            words = {name: " ".join(self.edits[language, name].text().split()) for name in _MOST}
            if any(words.values()):
                kept = {name: text for name, text in words.items() if text or name == "title"}
                found.append({"language": language, **kept})
        return found

    def show_languages(self, languages: Sequence[str]) -> None:
        """Have lines for these languages and no others."""
        self._languages = tuple(dict.fromkeys(each for each in languages if language_name(each)))[:_MOST_LANGUAGES]
        for language in self._languages:
            for name in _MOST:
                self._have(language, name)
        for (language, _name), field in self.fields.items():
            field.setVisible(language in self._languages)
        self.setVisible(bool(self._languages))

    def show_words(self, words: Sequence[Mapping[str, object]]) -> None:
        """Put what the pack says into the lines; an empty line for what it does not say."""
        said = {each.get("language"): each for each in words}
        for (language, name), edit in self.edits.items():
            text = said.get(language, {}).get(name, "")
            if isinstance(text, str) and edit.text() != text:
                edit.setText(text)

    def show_error(self, number: int, name: str, words: str) -> None:
        """Say what is wrong with a line of the `number`-th of what is said, counted from 1."""
        said = self.said
        if 1 <= number <= len(said) and (said[number - 1]["language"], name) in self.fields:
            self.fields[said[number - 1]["language"], name].set_error(words)

    def clear_errors(self) -> None:
        """Nothing is wrong."""
        for field in self.fields.values():
            if field.error:
                field.set_error("")

    def reach(self, language: str) -> Field | None:
        """Return the line for the name in a language, None where there is none."""
        return self.fields.get((language, "title"))

    def _have(self, language: str, name: str) -> None:
        if (language, name) in self.edits:
            return
        edit = self.edits[language, name] = QLineEdit()
        edit.setMaxLength(_MOST[name])
        edit.textEdited.connect(self._typed)
        patterns = {"title": _("Name in {language}"), "summary": _("In one or two sentences, in {language}")}
        label = patterns[name].format(language=language_name(language))
        field = self.fields[language, name] = Field(self._theme, label, edit)
        self._column.addWidget(field)

    def _typed(self, _text: str) -> None:
        self.changed.emit()
