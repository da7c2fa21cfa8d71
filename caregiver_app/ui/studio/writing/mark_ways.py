"""The ways to a link and to a picture in a text: what is to be known is asked first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.studio.writing.link_asking import LinkAsking
from caregiver_app.ui.studio.writing.markdown_edit import MarkdownEdit
from caregiver_app.ui.studio.writing.picture_asking import PictureAsking

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class MarkWays(QObject):
    """`pictures_asked` wants the pictures of the pack, to add one."""

    pictures_asked = Signal()

    def __init__(self, tools: StudioTools, edit: MarkdownEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._edit = edit

    def ask_link(self) -> LinkAsking:
        """Ask for a link."""
        asking = LinkAsking(self._tools.desk.theme, self._edit.marked())
        asking.asked.connect(self._put)
        self._tools.desk.overlay.open_drawer(asking)
        return asking

    def ask_picture(self, folder: Path) -> None:
        """Ask for one of the pack's pictures."""
        writing = self._tools.services.pack_writing

        def work(_library: Library) -> list[str]:
            return [entry.key for entry in writing.entries(folder, "pictures")]

        self._tools.desk.ask(self, work, self._show_pictures, key="studio.pictures")

    def _show_pictures(self, files: list[str]) -> None:
        desk = self._tools.desk
        asking = PictureAsking(desk.theme, files, desk.ring)
        asking.asked.connect(self._put)
        asking.add_asked.connect(self._ask_for_more)
        desk.overlay.open_popover(asking)

    def _put(self, words: str) -> None:
        self._tools.desk.overlay.close_panel()
        self._edit.change_words(lambda _marked: words)

    def _ask_for_more(self) -> None:
        self._tools.desk.overlay.close_panel()
        self.pictures_asked.emit()
