"""The step in which a pack is written: lists of what it has, and a place in which one of them is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.packs.folder_entries import TEXTS, Entry
from caregiver_app.packs.text_files import TextFile
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.studio.place import Place
from caregiver_app.ui.studio.step import StudioStep, StudioTools
from caregiver_app.ui.studio.writing import work
from caregiver_app.ui.studio.writing.beginning import Beginning
from caregiver_app.ui.studio.writing.entry_place import EntryPlace
from caregiver_app.ui.studio.writing.removing import Removing
from caregiver_app.ui.studio.writing.shelf import Shelf
from caregiver_app.ui.studio.writing.text_place import TextPlace
from caregiver_app.ui.studio.writing.work import Listing, OpenedEntry, OpenedText
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    pass


class WritingStep(StudioStep):
    """See `StudioStep`. What is open stays open while its folder is the same."""

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.folder: Path | None = None
        self.removing = Removing(tools, self)
        self.shelf = Shelf(tools.desk.theme, tools.desk.ring)
        self.text = TextPlace(tools)
        self.entry = EntryPlace(tools)
        self.beginning = Beginning(tools, self)
        self.stack = PageStack()
        for page in (self.shelf, self.text, self.entry):
            self.stack.addWidget(page)
        self._outer = Column(tools.desk.theme, margins=(32, 8, 32, 16), parent=self)
        self._outer.addWidget(self.stack)
        self._connect()

    def open(self, folder: Path) -> None:
        """Show what the folder has now; what is being written stays open in the same folder."""
        if folder != self.folder:
            self.folder = folder
            self.text.close_text()
            self.entry.close_entry()
            self.stack.setCurrentWidget(self.shelf)
        self._refresh()

    def go_to(self, place: Place) -> bool:
        """Show a text or an entry, with the keyboard in the line or the field that a place names."""
        listed = place.listed or (place.field if work.is_written_here(place.field) else place.file.partition("/")[0])
        if not work.is_written_here(listed) or place.first_field == "appraisal":
            return False
        if place.file and listed in TEXTS:
            self._open_text(place.file, line=place.line, field=place.field)
        elif listed in TEXTS and place.entry:
            self._find_text(listed, place.entry, place.field)
        elif place.file or place.entry:
            self._open_entry(listed, place.file or place.entry, place.field)
        else:
            self._list(listed)
        return True

    def finish(self, then: Callable[[], object]) -> None:
        """Have in the folder all that can be there, then call `then`."""
        self.text.finish(lambda: self.entry.finish(then))

    def go_back(self) -> bool:
        """Go back to the list from what is written."""
        shown = self.stack.currentWidget()
        if shown is self.text:
            self._leave_text()
        elif shown is self.entry:
            self.entry.leave()
        return shown is not self.shelf

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        if self.stack.currentWidget() is self.text:
            return (self.text.head, self.text.tabs, self.text.seen)
        return (self.entry if self.stack.currentWidget() is self.entry else self.shelf,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Show one thing at a time where there is little room."""
        self.text.set_narrow(layout < FrameLayout.WIDE)
        side = 20 if layout <= FrameLayout.NARROW else 32
        self._outer.set_margins((side, 8, side, 16))

    def _refresh(self) -> None:
        shown = self.stack.currentWidget()
        if shown is self.text and self.text.text is not None:
            self._open_text(self.text.text.file, keep=True)
        elif shown is self.entry and self.entry.form is not None:
            if self.entry.key:
                self._open_entry(self.entry.listed, self.entry.key, keep=True)
        else:
            self._list(self.shelf.listed)

    def _list(self, listed: str) -> None:
        folder, services = self.folder, self._tools.services
        if folder is None:
            return

        def show(listing: Listing) -> None:
            if folder == self.folder:
                self.shelf.show_kind(listed, listing)
                if self.stack.currentWidget() is not self.shelf:
                    self.shelf.put_keyboard()  # first: a chip that the keyboard came back to would be chosen by that
                    self.stack.setCurrentWidget(self.shelf)

        self._tools.desk.ask(
            self, lambda _library: work.list_entries(services, folder, listed), show, key="studio.writing"
        )

    def _open_text(self, file: str, *, line: int = 0, field: str = "", keep: bool = False) -> None:
        """Open a text; with `keep` the keyboard stays where it is."""
        folder, services = self.folder, self._tools.services
        if folder is None:
            return

        def show(opened: OpenedText) -> None:
            if folder != self.folder:
                return
            self.text.show_text(folder, opened)
            self.stack.setCurrentWidget(self.text)
            if not keep:
                self.text.go_to(line, field)

        def failed(_error: BaseException) -> None:
            self.text.close_text()
            self._list(file.partition("/")[0])

        asked = self._tools.desk.ask
        asked(self, lambda _library: work.open_text(services, folder, file), show, key="studio.writing", failed=failed)

    def _find_text(self, listed: str, key: str, field: str) -> None:
        folder, services = self.folder, self._tools.services
        if folder is None:
            return

        def found(file: str) -> None:
            if file:
                self._open_text(file, field=field)
            else:
                self._list(listed)

        self._tools.desk.ask(
            self, lambda _library: work.file_of(services, folder, listed, key), found, key="studio.writing"
        )

    def _open_entry(self, listed: str, key: str, field: str = "", *, keep: bool = False) -> None:
        """Open an entry by its key, a new one for an empty key."""
        folder, services = self.folder, self._tools.services
        if folder is None:
            return

        def show(opened: OpenedEntry) -> None:
            if folder != self.folder:
                return
            if key and opened.entry is None:
                self.entry.close_entry()
                self._list(listed)
                return
            self.entry.show_entry(folder, listed, opened)
            self.stack.setCurrentWidget(self.entry)
            if not keep:
                self.entry.put_keyboard(field)

        self._tools.desk.ask(
            self, lambda _library: work.open_entry(services, folder, listed, key), show, key="studio.writing"
        )

    def _open(self, key: str) -> None:
        if self.shelf.listed in TEXTS:
            self._open_text(key)
        else:
            self._open_entry(self.shelf.listed, key)

    def _ask_new(self) -> None:
        listed = self.shelf.listed
        if listed not in TEXTS:
            self.entry.close_entry()
            self._open_entry(listed, "")
        elif self.folder is not None:
            self.beginning.ask_title(self.folder, listed)

    def _translate(self, file: str, language: str) -> None:
        folder = self.folder
        if folder is not None:
            self.text.finish(lambda: self.beginning.translate(folder, file, language))

    def _begun(self, text: TextFile) -> None:
        self.changed.emit()
        self._open_text(text.file, line=text.above + 1)

    def _remove_text(self, file: str, title: str) -> None:
        if self.folder is not None:
            self.text.close_text()
            self.removing.remove_text(self.folder, file, title, lambda: self._list(file.partition("/")[0]))

    def _remove_entry(self, entry: Entry) -> None:
        if self.folder is not None:
            self.entry.close_entry()
            self.removing.remove_entry(self.folder, entry, lambda: self._list(entry.listed))

    def _leave_text(self) -> None:
        listed = self.text.text.kind if self.text.text is not None else self.shelf.listed

        def then() -> None:
            if not self.text.holds_unsaved:
                self.text.close_text()
                self._list(listed)

        self.text.finish(then)

    def _leave_entry(self) -> None:
        listed = self.entry.listed or self.shelf.listed
        self.entry.close_entry()
        self._list(listed)

    def _undone(self) -> None:
        self.changed.emit()
        if self.stack.currentWidget() is self.shelf:
            self._list(self.shelf.listed)

    def _connect(self) -> None:
        self.shelf.kind_asked.connect(self._list)
        self.shelf.opened.connect(self._open)
        self.shelf.new_asked.connect(self._ask_new)
        self.beginning.begun.connect(self._begun)
        self.text.left.connect(self._leave_text)
        self.text.removed.connect(self._remove_text)
        self.text.translation_asked.connect(self._translate)
        self.text.pictures_asked.connect(lambda: self.text.finish(lambda: self._list("pictures")))
        self.text.changed.connect(self.changed)
        self.entry.left.connect(self._leave_entry)
        self.entry.removed.connect(self._remove_entry)
        self.entry.changed.connect(self.changed)
        self.removing.changed.connect(self._undone)
        QShortcut(QKeySequence("Ctrl+N"), self.shelf).activated.connect(self._ask_new)
