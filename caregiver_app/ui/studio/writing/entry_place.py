"""Where one thing of a pack that is no text is filled in: a form, saved as it is typed once its fields hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.packs.folder_entries import Entry, PutEntry
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.studio.writing.autosave import Autosave
from caregiver_app.ui.studio.writing.control import Candidates
from caregiver_app.ui.studio.writing.entry_form import called, entry_form
from caregiver_app.ui.studio.writing.filled_page import filled_page, show_keyboard_soon
from caregiver_app.ui.studio.writing.kind_words import new_words
from caregiver_app.ui.studio.writing.other_callout import OtherCallout
from caregiver_app.ui.studio.writing.picture_part import PicturePart
from caregiver_app.ui.studio.writing.place_head import PlaceHead
from caregiver_app.ui.studio.writing.record_form import RecordForm
from caregiver_app.ui.studio.writing.work import OpenedEntry, Typed, put_picture
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.packs.fields import Json

_WIDEST = 760


class EntryPlace(QWidget):
    """`left` wants the list again, `removed` carries an `Entry` to be taken out, `changed` comes after each write."""

    left = Signal()
    removed = Signal(object)
    changed = Signal()

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folder = Path()
        self.listed = ""
        self.key = ""
        self._before: Mapping[str, Json] = {}
        self._unsaved = False  # something typed does not hold yet
        self._failed = False  # the last write: what is typed lies nowhere
        self.form: RecordForm | None = None
        theme = tools.desk.theme
        self.autosave = Autosave(self._save, self)
        self.head = PlaceHead(theme, _("Delete"))
        self.other = OtherCallout(theme)
        self.give_up = Button(theme, _("Throw away what I typed"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        self.page, self._column = filled_page(theme, _("What is filled in"))
        self.picture = PicturePart(tools)
        self._inside = QWidget()
        self._holder = Column(theme, gap=16, parent=self._inside)
        self._lay_out()
        self._connect()

    def show_entry(self, folder: Path, listed: str, opened: OpenedEntry) -> None:
        """Show an entry or the form of a new one, with what was typed about it and does not hold yet."""
        entry = opened.entry
        key = "" if entry is None else entry.key
        same = (folder, listed, key) == (self._folder, self.listed, self.key) and self.form is not None
        waits = self._unsaved or not self.autosave.is_clean
        if same and (waits or (entry is not None and dict(entry.said) == dict(self._before))):
            return
        self._folder, self.listed, self.key = folder, listed, key
        self._before = {} if entry is None else entry.said
        self._unsaved = opened.unfinished is not None
        self.autosave.forget()
        self.other.hide_it()
        self.give_up.setVisible(self._unsaved)
        self._make_form(opened.candidates, self._before if opened.unfinished is None else opened.unfinished)
        self.picture.show_picture(folder, key if listed == "pictures" else None)
        self.head.show_title(new_words(listed) if entry is None else entry.title)
        self.head.remove.setVisible(entry is not None)
        self.head.say("" if entry is None else _("Saved in the folder."))
        if self._unsaved:
            self.autosave.touch()  # says what is missing

    def put_keyboard(self, field: str = "") -> None:
        """Put the keyboard into a field by its place in the entry."""
        if self.form is not None and not self.form.put_keyboard(field):
            self.form.put_keyboard()
        show_keyboard_soon(self, self._tools.desk.theme)

    def finish(self, then: Callable[[], object]) -> None:
        """Have in the folder what can be there, then call `then`; what does not hold stays in the form."""
        self.autosave.finish(then)

    def close_entry(self) -> None:
        """Forget what is filled in."""
        self.autosave.forget()
        self.other.hide_it()
        self._unsaved = self._failed = False
        self._drop_form()
        self.key, self.listed = "", ""

    def leave(self) -> None:
        """Go back to the list once all is in the folder, what does not hold yet too."""
        self.autosave.finish(self._leave_if_kept)

    def _leave_if_kept(self) -> None:
        if not self._failed and not self.other.is_open:
            self.left.emit()

    def _give_up(self) -> None:
        folder, listed, key, writing = self._folder, self.listed, self.key, self._tools.services.pack_writing

        def dropping(_library: Library) -> None:
            writing.drop_unfinished(folder, listed, key)

        def dropped(_nothing: None) -> None:
            self.close_entry()
            self.left.emit()

        self.autosave.forget()
        self._tools.desk.ask(self, dropping, dropped)

    def _save(self, over: Callable[[], None]) -> None:
        if self.form is None or self.other.is_open:
            over()
            return
        folder, listed, key, services = self._folder, self.listed, self.key, self._tools.services
        typed = Typed(listed=listed, key=key, said=self.form.read_record(), before=self._before)
        made, name = self.picture.made, self.picture.name

        def work(_library: Library) -> PutEntry:
            if listed == "pictures" and not key:
                return put_picture(services, folder, typed, made, name)
            return services.pack_writing.put(folder, listed, key, typed.said, typed.before)

        def done(put: PutEntry) -> None:
            self._failed = False
            if (folder, listed, key) == (self._folder, self.listed, self.key):
                self._take_put(put)
            over()

        def failed(_error: BaseException) -> None:
            self._unsaved = self._failed = True
            self.head.say(_("Not saved."))
            over()

        self._tools.desk.ask(self, work, done, failed=failed)

    def _take_put(self, put: PutEntry) -> None:
        if put.other is not None:
            self._unsaved = True
            self.other.show_other(put.other)
        elif not put.key:
            self._take_refused(put.problems)
        else:
            was_new = not self.key
            self.key, self._before, self._unsaved = put.key, put.said, False
            if self.form is not None:
                self.form.keep_beside(put.said)
                self.form.show_problems(put.problems, everywhere=True)
            self.give_up.setVisible(False)
            self.head.remove.setVisible(True)
            if was_new:
                self.picture.show_picture(self._folder, put.key if self.listed == "pictures" else None)
            self.changed.emit()

    def _take_refused(self, problems: tuple[PackProblem, ...]) -> None:
        self._unsaved = True
        self.give_up.setVisible(True)
        if self.form is not None:
            self.form.show_problems(problems, everywhere=bool(self.key))
        count = len(problems) or 1
        words = ngettext("Not in the pack yet: {count} field is missing or wrong.",
                         "Not in the pack yet: {count} fields are missing or wrong.", count)  # fmt: skip
        self.head.say(words.format(count=format_number(count)))

    def _typed(self) -> None:
        self.autosave.touch()
        if self.form is not None:
            self.head.show_title(called(self.form.read_record()) or self.key or new_words(self.listed))

    def _say_where(self) -> None:
        if not self.autosave.is_clean:
            self.head.say(_("Saving"))
        elif not self._unsaved and self.key:
            self.head.say(_("Saved in the folder."))

    def _take_theirs(self) -> None:
        there = self.other.take()
        if isinstance(there, dict) and self.form is not None:
            self.autosave.forget()
            self._before, self._unsaved = there, False
            self.form.show_record(there)
            self._say_where()

    def _keep_mine(self) -> None:
        there = self.other.take()
        if isinstance(there, dict):
            self._before = there
            self.autosave.touch()

    def _remove(self) -> None:
        if self.key:
            title = called(self._before) or self.key
            self.removed.emit(Entry(listed=self.listed, key=self.key, title=title, said=self._before))

    def _make_form(self, candidates: Mapping[str, Candidates], said: Mapping[str, Json]) -> None:
        self._drop_form()
        self.form = entry_form(self._tools, self.listed, candidates, own=str(self._before.get("id", "")))
        self.form.show_record(said)
        self.form.changed.connect(self._typed)
        self._holder.addWidget(self.form)
        self.form.setVisible(True)  # at once, or the keyboard could not be put into it

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.setVisible(False)
            self.form.deleteLater()
            self.form = None

    def _lay_out(self) -> None:
        self._holder.addWidget(self.picture)
        across = Row(self._tools.desk.theme)
        across.addWidget(self._inside, 1000)
        across.addStretch(1)
        self._column.addLayout(across)
        self._column.addStretch(1)
        self._tools.desk.theme.changed.connect(self._resize)
        self._resize()
        column = Column(self._tools.desk.theme, gap=10, parent=self)
        for part in (self.head, self.give_up, self.other):
            column.addWidget(part)
        column.addWidget(self.page, 1)
        self.give_up.setVisible(False)

    def _resize(self) -> None:
        self._inside.setMaximumWidth(self._tools.desk.theme.px(_WIDEST))

    def _connect(self) -> None:
        self.head.left.connect(self.leave)
        self.head.removed.connect(self._remove)
        self.give_up.clicked.connect(self._give_up)
        self.picture.chosen.connect(self._typed)
        self.autosave.stands.connect(self._say_where)
        self.other.theirs.connect(self._take_theirs)
        self.other.mine.connect(self._keep_mine)
