"""Save to collection: on which collections a page stands, each switched at once, and a field for a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleRow, CollectionId, ItemId
from caregiver_app.model.collection import Collection
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.library import collection_steps
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.name_edit import NameEdit
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """All collections, and those on which a page stands."""

    collections: tuple[Collection, ...]
    on: frozenset[CollectionId]


def holding(library: Library, item_id: ItemId) -> Holding:
    """Return on which collections an item stands; runs in the library's thread."""
    return Holding(collections=library.collections.list(), on=frozenset(library.collections.holding(item_id)))


class CollectDrawer(Drawer):
    """Follows the library: what is taken back elsewhere shows here too."""

    def __init__(
        self, desk: Desk, doer: Doer[Library], row: ArticleRow, found: Holding, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, _("Save to collection"), parent=parent)
        self._desk = desk
        self._doer = doer
        self._row = row
        self._boxes: dict[CollectionId, CheckBox] = {}
        self._holder = QWidget()
        self._list = Column(desk.theme, gap=4, parent=self._holder)
        self.new = NameEdit(desk.theme, _("New collection"), _("Make and save"))
        self.new.cancel.setVisible(False)
        self.new.named.connect(self._make)
        self.body.addWidget(PlainLabel(row.title, role=TypeRole.STRONG, wrap=True))
        self.body.addWidget(self._holder)
        self.body.addWidget(Hairline(desk.theme))
        self.body.addWidget(self.new)
        doer.changed.connect(self._refresh)
        self._show(found)

    @property
    def boxes(self) -> tuple[CheckBox, ...]:
        """The collections as they are shown."""
        return tuple(self._boxes.values())

    def _refresh(self) -> None:
        item_id = self._row.id
        self._desk.ask(self, lambda library: holding(library, item_id), self._show, key="holding")

    def _show(self, found: Holding) -> None:
        if [one.id for one in found.collections] != list(self._boxes):
            self._rebuild(found)
        for collection_id, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(collection_id in found.on)
            box.blockSignals(False)
        self._holder.setVisible(bool(self._boxes))

    def _rebuild(self, found: Holding) -> None:
        for box in self._boxes.values():
            self._list.removeWidget(box)
            box.deleteLater()
        self._boxes.clear()
        for collection in found.collections:
            box = CheckBox(self._desk.theme, collection.name)
            box.toggled.connect(lambda on, collection=collection: self._switch(collection, on))
            self._boxes[collection.id] = box
            self._list.addWidget(box)

    def _switch(self, collection: Collection, on: bool) -> None:
        ids = [self._row.id]
        if on:
            self._doer.do(collection_steps.put_on(collection, ids, at=self._desk.clock.now()), kind="collection")
        else:
            self._doer.do(collection_steps.take_off(collection, ids), kind="collection")

    def _make(self, name: str) -> None:
        step = collection_steps.make_with(name, [self._row.id], at=self._desk.clock.now())
        self._doer.do(step, kind="collection", nothing=_("It is there already."), then=self.new.clear)
