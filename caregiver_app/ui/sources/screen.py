"""The sources page: every source by topic with its health, and beside or instead of the list one of them in full, or
what can be done with several.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.source import Source, SourceId
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.sources.bulk_pane import BulkPane
from caregiver_app.ui.sources.nothing_words import nothing_found, nothing_in
from caregiver_app.ui.sources.panes import Panes
from caregiver_app.ui.sources.questions import AllSources, all_sources
from caregiver_app.ui.sources.source_actions import SourceActions
from caregiver_app.ui.sources.source_details import SourceDetails
from caregiver_app.ui.sources.source_list import SourceList
from caregiver_app.ui.sources.source_model import SourceChip, SourceListModel, SourceRow, count_in, source_rows
from caregiver_app.ui.sources.sources_head import SourcesHead
from caregiver_app.ui.sources.topic_choice import TopicChoice
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.focus import focused_name, stop_named
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services


class SourcesScreen(Screen):
    """`update_asked` carries the ids of the sources to ask; `pages_asked` a `Pick`; `left` comes on Back."""

    left = Signal()
    update_asked = Signal(object)
    pages_asked = Signal(object)

    def __init__(self, desk: Desk, services: Services, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._found: AllSources | None = None
        self._current: SourceId | None = None
        self.doings = SourceActions(desk, self)
        self.doings.changed.connect(self.refresh)
        self.head = SourcesHead(desk.theme)
        self.model = SourceListModel(desk.clock.now, self)
        self.list = SourceList(desk.theme, self.model, desk.clock.now, ring=desk.ring)
        self.nothing = EmptyState(desk.theme, Icon.SOURCES, "")
        self.details: SourceDetails | None = None
        self.bulk = BulkPane(desk.theme, parent=self)  # goes with this page, shown or not
        self.bulk.hide()
        self.panes = Panes(desk.theme, self.list, self.nothing)
        self._lay_out()
        self._connect()

    def opened(self) -> None:
        """Ask the library for the sources."""
        self.refresh()

    def refresh(self) -> None:
        """Show the sources as they are now."""
        services = self._services
        self._desk.ask(self, lambda library: all_sources(library, services), self._take, key="sources")

    def show_chip(self, chip: SourceChip) -> None:
        """Show only the sources of a chip."""
        self.head.chips.set_current(chip.value)
        self._show_rows()

    def show_troubled(self) -> None:
        """Show only the sources that need a look."""
        self.show_chip(SourceChip.TROUBLED)

    def search(self) -> bool:
        """Put the focus into the field that searches the sources."""
        self.head.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def areas(self) -> Sequence[QWidget]:
        """Return head, list and details."""
        return (self.head, self.panes.left, self.panes.right)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Show list and details side by side where there is room for both."""
        self.head.set_narrow(layout <= FrameLayout.NARROW)
        self.panes.set_one(layout <= FrameLayout.NARROW)

    def go_back(self) -> bool:
        """Leave the details where they have the pane to themselves; then the selection of several."""
        if self.panes.reading:
            self.panes.turn(right=False)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.head.several.isChecked():
            self.head.several.click()
            return True
        return False

    def _go_out(self) -> None:
        """Go back to the list where one source has the pane to itself, else to the library."""
        if self.panes.reading:
            self.go_back()
        else:
            self.left.emit()

    def _take(self, found: AllSources) -> None:
        self._found = found
        self.head.show_counts({chip: count_in(found.sources, chip) for chip in SourceChip})
        self.head.show_offline(found.stays_offline)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._found is None:
            return
        chip = SourceChip(self.head.chips.current)
        words = self.head.words.text().strip()
        rows = source_rows(self._found.sources, self._found.topics, chip, words)
        selected = self.list.selected
        self.model.show_rows(rows)
        self.nothing.set_message(*(nothing_found(words) if words else nothing_in(chip)))
        self.panes.show_rows(bool(rows))
        if len(selected) > 1 or self.head.several.isChecked():
            self.list.select(selected)
        else:
            self.list.show_current(self._current)
        self._show_details()

    def _source(self) -> Source | None:
        sources = self._found.sources if self._found is not None else ()
        return next((source for source in sources if source.id == self._current), None)

    def _pick(self, row: SourceRow) -> None:
        if row.source is not None:
            self._current = row.source.id
            self._show_details()

    def _open(self, row: SourceRow) -> None:
        self._pick(row)
        if self.panes.one and self.details is not None:
            self.panes.turn(right=True)
            self.details.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_details(self) -> None:
        source = self._source()
        focused = focused_name(self.details)
        if self.details is not None:
            self.panes.drop(self.details)
            self.details = None
        if self._is_several():
            self.bulk.show_count(len(self.list.selected))
            self.panes.show_right(self.bulk)
        else:
            self.details = None if source is None else self._made(source)
            self.panes.show_right(self.details)
        self._turned()
        if focused and self.details is not None:
            stop = stop_named(self.details, focused) or self.details.on
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, source: Source) -> SourceDetails:
        assert self._found is not None
        move = next((one for one in self._found.moves if (one.source_id, one.to_url) == (source.id, source.url)), None)
        details = SourceDetails(self._desk, source, move=move, topics=self._found.topics)
        details.kept.connect(lambda on: self.doings.keep([source], on))
        details.moved_back.connect(lambda: self.doings.move_back(source))
        details.switched.connect(lambda on: self.doings.switch([source], on))
        details.topics_pressed.connect(lambda: self._choose_topics([source]))
        details.removed.connect(lambda: self._remove([source]))
        details.asked_now.connect(lambda: self.update_asked.emit([source.id]))
        details.pages_wanted.connect(lambda: self.pages_asked.emit(Pick.of_source(source.id, source.title)))
        return details

    def _remove(self, sources: Sequence[Source]) -> None:
        self._current = self.list.neighbour_of([source.id for source in sources])
        self.doings.remove(sources)
        self.panes.turn(right=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _selected(self) -> list[Source]:
        wanted = frozenset(self.list.selected)
        return [source for source in (self._found.sources if self._found is not None else ()) if source.id in wanted]

    def _is_several(self) -> bool:
        return self.head.several.isChecked() or len(self.list.selected) > 1

    def _several(self, several: bool) -> None:
        chosen = self.list.selected
        self.list.set_several(several)
        if not several and len(chosen) != 1:
            self.list.show_current(self._current)
        self._show_details()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _selection_changed(self, _count: int) -> None:
        if self._is_several() or self.panes.right.currentWidget() is self.bulk:
            self._show_details()

    def _choose_topics(self, sources: Sequence[Source]) -> None:
        if self._found is None or not sources:
            return
        drawer = TopicChoice(self._desk.theme, self._found.topics, sources)
        drawer.chosen.connect(self._desk.overlay.close_panel)
        drawer.chosen.connect(lambda topic_ids: self.doings.sort(sources, topic_ids))
        self._desk.overlay.open_drawer(drawer)

    def _open_bulk(self) -> None:
        self.panes.turn(right=True)
        self.bulk.all.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned(self) -> None:
        self.head.set_reading(self.panes.reading)
        self.panes.show_bar(len(self.list.selected), several=self._is_several())

    def _connect(self) -> None:
        self.head.left.connect(self._go_out)
        self.head.chips.chosen.connect(lambda _key: self._show_rows())
        self.head.words.textChanged.connect(lambda _words: self._show_rows())
        self.head.several.toggled.connect(self._several)
        self.list.picked.connect(self._pick)
        self.list.opened.connect(self._open)
        self.list.several_selected.connect(self._selection_changed)
        self.bulk.switched.connect(lambda on: self.doings.switch(self._selected(), on))
        self.bulk.kept.connect(lambda on: self.doings.keep(self._selected(), on))
        self.bulk.topics_pressed.connect(lambda: self._choose_topics(self._selected()))
        self.bulk.removed.connect(lambda: self._remove(self._selected()))
        self.bulk.asked_now.connect(lambda: self.update_asked.emit(list(self.list.selected)))
        self.bulk.all_pressed.connect(lambda: self.list.select(self.model.ids()))
        self.bulk.none_pressed.connect(lambda: self.list.select(()))
        self.panes.turned.connect(self._turned)
        self.panes.several_pressed.connect(self._open_bulk)

    def _lay_out(self) -> None:
        set_look(self, kind="surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = Column(self._desk.theme, parent=self)
        column.addWidget(self.head)
        column.addWidget(Hairline(self._desk.theme))
        column.addWidget(self.panes, 1)
