"""Begins guides, checklists and translations: the title is asked first, and a file made that is written in at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.packs.text_files import TextFile
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.studio.writing.kind_words import new_words
from caregiver_app.ui.widgets.name_edit import NamePopover

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class Beginning(QObject):
    """`begun` carries a `TextFile` that lies in the folder now."""

    begun = Signal(object)

    def __init__(self, tools: StudioTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools

    def ask_title(self, folder: Path, listed: str) -> NamePopover:
        """Ask how a new text is called, and begin it."""
        overlay = self._tools.desk.overlay
        hint = _("The title that families will see.")
        asking = NamePopover(self._tools.desk.theme, new_words(listed), _("Begin"), hint=hint)
        asking.named.connect(lambda title: self._begin(folder, listed, title))
        asking.left.connect(overlay.close_panel)
        overlay.open_popover(asking)
        return asking

    def translate(self, folder: Path, file: str, language: str) -> None:
        """Begin the translation of a text."""
        writing = self._tools.services.pack_writing

        def begin(_library: Library) -> TextFile:
            return writing.begin_translation(folder, file, language)

        self._tools.desk.ask(self, begin, self.begun.emit)

    def _begin(self, folder: Path, listed: str, title: str) -> None:
        self._tools.desk.overlay.close_panel()
        writing = self._tools.services.pack_writing

        def begin(_library: Library) -> TextFile:
            return writing.begin_text(folder, listed, title)

        self._tools.desk.ask(self, begin, self.begun.emit)
