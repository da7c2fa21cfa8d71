"""All collections and saved searches, to be shown, renamed and removed, and a field for a new collection."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.model.collection import Collection, SavedSearch
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, Step
from caregiver_app.ui.library import collection_steps, search_steps
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.questions import Standing
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.name_edit import NameEdit
from caregiver_app.ui.widgets.named_row import NamedRow
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class ShelvesDrawer(Drawer):
    """`picked` carries the `Pick` that is to be shown."""

    picked = Signal(object)

    def __init__(self, desk: Desk, doer: Doer[Library], standing: Standing, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Collections and searches"), parent=parent)
        self._desk = desk
        self._doer = doer
        self._rows: QWidget | None = None
        self.new = NameEdit(desk.theme, _("New collection"), _("Make collection"))
        self.new.cancel.setVisible(False)
        self.new.named.connect(self._make)
        self.body.addWidget(self.new)
        self.show_standing(standing)

    def show_standing(self, standing: Standing) -> None:
        """Show what there is now."""
        place = self._place_of_focus()
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.setVisible(False)
            self._rows.deleteLater()
        self._rows = QWidget()
        column = Column(self._desk.theme, gap=12, parent=self._rows)
        self._heading(column, _("Collections"), _("No collections yet."), empty=not standing.collections)
        for collection in standing.collections:
            column.addWidget(self._collection(collection))
        self._heading(column, _("Saved searches"), _("No saved searches yet."), empty=not standing.searches)
        for one in standing.searches:
            column.addWidget(self._search(one.search, one.pages))
        self.body.addWidget(self._rows)
        if place is not None:
            self._focus_row(place)

    def _place_of_focus(self) -> int | None:
        """Return in which row the keyboard is, None where it is in none."""
        focused = QApplication.focusWidget()
        rows = self._rows.findChildren(NamedRow) if self._rows is not None else []
        return next((n for n, row in enumerate(rows) if focused is not None and row.isAncestorOf(focused)), None)

    def _focus_row(self, place: int) -> None:
        """Put the keyboard into a row, the last one where there are no longer so many."""
        rows = self._rows.findChildren(NamedRow) if self._rows is not None else []
        stop = rows[min(place, len(rows) - 1)].rename if rows else self.new.line
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading(self, column: Column, words: str, nothing: str, *, empty: bool) -> None:
        column.addWidget(PlainLabel(words, role=TypeRole.HEADING))
        if empty:
            column.addWidget(PlainLabel(nothing, ink="text-2", wrap=True))

    def _collection(self, collection: Collection) -> NamedRow:
        pick = Pick(collection=collection.id, title=collection.name)
        return self._row(
            pick,
            _pages(collection.items),
            lambda name: collection_steps.rename(collection, name),
            lambda: collection_steps.remove(collection, at=self._desk.clock.now()),
        )

    def _search(self, search: SavedSearch, pages: int) -> NamedRow:
        pick = Pick(search=search.id, query=search.query, title=search.name)
        # Translators: the words of a saved search, and how many pages it finds
        about = _("{words}  ·  {pages}").format(words=search.query, pages=_pages(pages))
        return self._row(
            pick, about, lambda name: search_steps.rename(search, name), lambda: search_steps.remove(search)
        )

    def _row(
        self, pick: Pick, about: str, rename: Callable[[str], Step[Library]], remove: Callable[[], Step[Library]]
    ) -> NamedRow:
        row = NamedRow(self._desk.theme, pick.title, about)
        row.opened.connect(lambda: self.picked.emit(pick))
        row.renamed.connect(lambda name: self._doer.do(rename(name), kind="shelf"))
        row.removed.connect(lambda: self._doer.do(remove(), kind="shelf"))
        return row

    def _make(self, name: str) -> None:
        step = collection_steps.make_with(name, [], at=self._desk.clock.now())
        self._doer.do(step, kind="shelf", nothing=_("There is one with this name already."), then=self.new.clear)


def _pages(count: int) -> str:
    return ngettext("{count} page", "{count} pages", count).format(count=format_number(count))
