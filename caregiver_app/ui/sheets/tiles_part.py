"""Which sheet: the sets that are needed together first, then every single one, by who may see it. One Tab stop."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import PRIVATE, PUBLIC, SECRET, SETS, SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.sheets.tile import SheetTile
from caregiver_app.ui.sheets.wanted import What
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.roving import Roving


class TilesPart(Page):
    """`chosen` carries the sheet or the set of a tile that was pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, *, makes_packs: bool, parent: QWidget | None = None) -> None:
        """Keys for packs concern only those who make some."""
        super().__init__(theme, _("Sheets"), margins=False, parent=parent)
        self.tiles: dict[What, SheetTile] = {}
        self._roving = Roving(self)
        self._theme = theme
        # Translators: heading over sets of sheets that are needed together
        self._add_group(_("Ready together"), TypeRole.HEADING, SETS, private=True)
        self.body.addWidget(PlainLabel(_("All sheets"), role=TypeRole.HEADING, wrap=True))
        self._add_group(_("From your care notes"), TypeRole.SMALL_STRONG, PRIVATE, private=True)
        self._add_group(_("Without anything private"), TypeRole.SMALL_STRONG, PUBLIC)
        keys = SECRET if makes_packs else (SheetKind.RECOVERY,)
        self._add_group(_("Your keys"), TypeRole.SMALL_STRONG, keys, private=True)

    def show_chosen(self, what: What | None) -> None:
        """Mark the tile of what is shown."""
        for each, tile in self.tiles.items():
            tile.setChecked(each == what)
        if what is not None:
            self._roving.set_stop(self.tiles[what])
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.tiles[what]))  # once it has its place

    def set_locked(self, locked: bool) -> None:
        """Show a lock on what needs the passphrase first."""
        for what, tile in self.tiles.items():
            tile.set_locked(locked or what in SECRET)

    def begin(self) -> None:
        """Put the keyboard on the tile that Tab would reach."""
        if self._roving.stop is not None:
            self._roving.stop.setFocus()

    def _add_group(self, heading: str, role: TypeRole, whats: Iterable[What], *, private: bool = False) -> None:
        group = QWidget()
        column = Column(self._theme, gap=8, parent=group)
        column.addWidget(PlainLabel(heading, role=role, wrap=True))
        for what in whats:
            tile = SheetTile(self._theme, what, private=private and what is not SheetKind.KEY_SHEET)
            tile.clicked.connect(lambda _on=False, what=what: self.chosen.emit(what))
            self._roving.add(tile)
            self.tiles[what] = tile
            column.addWidget(tile)
        self.body.addWidget(group)
