"""Where one guide or checklist is written: its words, what is said about it, and beside them what families will see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.packs.text_files import OtherOnDisk, TextFile, with_words
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.studio.writing.autosave import Autosave
from caregiver_app.ui.studio.writing.filled_page import filled_page
from caregiver_app.ui.studio.writing.mark_buttons import MarkButtons
from caregiver_app.ui.studio.writing.mark_ways import MarkWays
from caregiver_app.ui.studio.writing.markdown_edit import MarkdownEdit
from caregiver_app.ui.studio.writing.other_callout import OtherCallout
from caregiver_app.ui.studio.writing.place_head import PlaceHead
from caregiver_app.ui.studio.writing.record_form import split_place
from caregiver_app.ui.studio.writing.seeing import Seeing, Seen, Wanted
from caregiver_app.ui.studio.writing.seen_part import SeenPart
from caregiver_app.ui.studio.writing.text_head import TITLE, TextHead
from caregiver_app.ui.studio.writing.text_tabs import ABOUT, WORDS, TextTabs
from caregiver_app.ui.studio.writing.work import OpenedText
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class TextPlace(QWidget):
    """`left` wants the list again, `removed` carries file and title of a text to be removed.

    `translation_asked` carries a file and a language, `pictures_asked` wants the pictures of the pack, and `changed`
    comes when the folder holds other words.
    """

    left = Signal()
    removed = Signal(str, str)
    translation_asked = Signal(str, str)
    pictures_asked = Signal()
    changed = Signal()

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folder = Path()
        self.text: TextFile | None = None
        self._opened = OpenedText(text=TextFile(file="", head={}, body=""), candidates={})
        self._language = ""
        self._failed = False  # the last write: what is typed lies nowhere yet
        theme = tools.desk.theme
        self.autosave = Autosave(self._save, self)
        self.seeing = Seeing(tools, self)
        self.head = PlaceHead(theme, _("Delete this text"))
        self.other = OtherCallout(theme)
        self.edit = MarkdownEdit(theme)
        self.buttons = MarkButtons(theme, self.edit)
        self.ways = MarkWays(tools, self.edit, self)
        self.seen = SeenPart(tools)
        self.facts = TextHead(tools, self)
        self.tabs = TextTabs(theme, tools.desk.overlay, self._words_side(), self.facts.page, self.seen)
        self._lay_out()
        self._connect()

    @property
    def title(self) -> str:
        """What the text is called now."""
        said = self.facts.read().get(TITLE, "")
        return str(said) or (self.text.file if self.text is not None else "")

    @property
    def holds_unsaved(self) -> bool:
        """Whether something was typed that does not lie in the folder."""
        return self._failed or self.other.is_open or not self.autosave.is_clean

    def show_text(self, folder: Path, opened: OpenedText) -> None:
        """Show a text; where it is the one that is shown already and nothing of it changed, nothing moves."""
        same = self.text is not None and (folder, opened.text.file) == (self._folder, self.text.file)
        if same and self.text is not None and opened.text.seen == self.text.seen:
            self.facts.show_missing(opened.missing)
            return
        if same and self.holds_unsaved:
            return
        self._folder, self.text, self._failed = folder, opened.text, False
        self.other.hide_it()
        self.seen.clear()
        self._opened = opened
        self.facts.show_head(opened)
        self.edit.show_words(opened.text.body)
        self._see(at_once=True)
        self._say_where()
        self._check_head()

    def go_to(self, line: int, field: str) -> None:
        """Put the keyboard into a line of the file, or into a field of what is said about the text."""
        if self.text is None:
            return
        name = field or next((name for name, at in self.text.lines.items() if at == line), "")
        if name:
            self._go_to_field(name)
            return
        self.tabs.show_tab(WORDS)
        self.edit.go_to_line(max(1, line - self.text.above))

    def finish(self, then: Callable[[], object]) -> None:
        """Have the words in the folder, then call `then`."""
        self.autosave.finish(then)

    def close_text(self) -> None:
        """Show nothing of the text any more, once it is saved or gone."""
        self.autosave.forget()
        self.seeing.forget()
        self.other.hide_it()
        self.text, self._failed = None, False

    def set_narrow(self, narrow: bool) -> None:
        """Show one thing at a time."""
        self.tabs.set_narrow(narrow)

    def _save(self, over: Callable[[], None]) -> None:
        text, folder, writing = self.text, self._folder, self._tools.services.pack_writing
        if text is None or self.other.is_open:
            over()
            return
        mine = with_words(text, self.facts.read(), self.edit.words())

        def work(_library: Library) -> tuple[TextFile | OtherOnDisk, tuple[PackProblem, ...]]:
            return writing.write_text(folder, mine)

        def done(answer: tuple[TextFile | OtherOnDisk, tuple[PackProblem, ...]]) -> None:
            self._failed = False
            self._take_saved(folder, *answer)
            over()

        def failed(_error: BaseException) -> None:
            self._failed = True
            over()

        self._tools.desk.ask(self, work, done, failed=failed)

    def _take_saved(self, folder: Path, written: TextFile | OtherOnDisk, problems: tuple[PackProblem, ...]) -> None:
        file = written.there.file if isinstance(written, OtherOnDisk) else written.file
        if self.text is None or (folder, file) != (self._folder, self.text.file):
            return
        if isinstance(written, OtherOnDisk):
            self.other.show_other(written.there)
            return
        self.text = replace(written, head=self.text.head, body=self.text.body)
        self.facts.show_problems(problems)
        self.changed.emit()

    def _check_head(self) -> None:
        text, folder, writing = self.text, self._folder, self._tools.services.pack_writing
        if text is None or not text.seen:
            return

        def work(_library: Library) -> tuple[PackProblem, ...]:
            return writing.head_problems(folder, text)

        self._tools.desk.ask(self, work, self.facts.show_problems, key="studio.head")

    def _take_theirs(self) -> None:
        there = self.other.take()
        if isinstance(there, TextFile):
            self.autosave.forget()
            self.text = None
            self.show_text(self._folder, replace(self._opened, text=there))

    def _keep_mine(self) -> None:
        there = self.other.take()
        if isinstance(there, TextFile) and self.text is not None:
            self.text = replace(self.text, seen=there.seen)
            self.autosave.touch()

    def _typed(self) -> None:
        self.autosave.touch()
        self._see()

    def _see(self, *, at_once: bool = False) -> None:
        head = self.facts.read()
        self._language = str(head.get("language", ""))
        wanted = Wanted(folder=self._folder, title=self.title, words=self.edit.words(), language=self._language or "en")
        self.seeing.show_text(wanted, at_once=at_once)

    def _show_seen(self, seen: Seen) -> None:
        self.seen.show_seen(seen, self._language)

    def _go_to_field(self, field: str) -> None:
        name, _inner = split_place(field)
        self.tabs.show_tab(WORDS if name == TITLE else ABOUT)
        self.facts.put_keyboard(field)

    def _go_to_line(self, number: int) -> None:
        self.tabs.show_tab(WORDS)
        self.edit.go_to_line(number)

    def _say_where(self) -> None:
        if self.other.is_open or self._failed:
            self.head.say(_("Not saved."))
        else:
            self.head.say(_("Saved in the folder.") if self.autosave.is_clean else _("Saving"))

    def _ask_translation(self, language: str) -> None:
        if self.text is not None:
            self.translation_asked.emit(self.text.file, language)

    def _remove(self) -> None:
        if self.text is not None:
            self.removed.emit(self.text.file, self.title)

    def _words_side(self) -> QWidget:
        side, column = filled_page(self._tools.desk.theme, _("Words"))
        column.addWidget(self.facts.title)
        column.addWidget(self.buttons)
        column.addWidget(self.edit, 1)
        return side

    def _lay_out(self) -> None:
        column = Column(self._tools.desk.theme, gap=10, parent=self)
        for part in (self.head, self.other):
            column.addWidget(part)
        column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.head.left.connect(self.left)
        self.head.removed.connect(self._remove)
        self.edit.typed.connect(self._typed)
        self.facts.changed.connect(self._typed)
        self.facts.translation_asked.connect(self._ask_translation)
        self.autosave.stands.connect(self._say_where)
        self.seeing.made.connect(self._show_seen)
        self.seen.line_asked.connect(self._go_to_line)
        self.other.theirs.connect(self._take_theirs)
        self.other.mine.connect(self._keep_mine)
        self.buttons.link_asked.connect(self.ways.ask_link)
        self.buttons.picture_asked.connect(lambda: self.ways.ask_picture(self._folder))
        self.ways.pictures_asked.connect(self.pictures_asked)
