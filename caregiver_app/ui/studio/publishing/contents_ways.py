"""The contents of a pack on paper: sent to a printer, or saved as PDF to be printed elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.model.printing import Pages
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.support.files import translated_os_errors, write_whole
from caregiver_app.support.i18n import current_locale
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.regional import paper_here
from caregiver_app.ui.printing import PrintWay
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.own_channel_facts import OwnChannelFacts


class ContentsPages:
    """The list as a printer takes it; typesets in the thread that asks."""

    def __init__(self, sheet: Sheet, size: PrintSize) -> None:
        self._sheet = sheet
        self._size = size

    def pdf(self) -> bytes:
        """Return the PDF."""
        return self._typeset().pdf()

    def pages(self, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """Return a PNG of each page."""
        return self._typeset().pages(dots_per_inch=dots_per_inch)

    def _typeset(self) -> Pages:
        from caregiver_app.paper.sheets import typeset
        from caregiver_app.paper.typeset import Layout

        return typeset([self._sheet], Layout(paper=paper_here(), size=self._size))


class ContentsWays(QObject):
    """With a channel its signs stand below the list."""

    def __init__(self, tools: StudioTools, print_way: Callable[[], PrintWay], parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._print_way = print_way
        self._window = parent

    def print_it(self, folder: Path, facts: OwnChannelFacts | None) -> None:
        """Ask for a printer and send the list there."""

        def ask(pages: ContentsPages) -> None:
            self._print_way().ask(pages, private=False, save_instead=lambda: self.ask_where(folder, facts))

        self._tools.desk.ask(self, lambda _library: self._read(folder, facts), ask)

    def ask_where(self, folder: Path, facts: OwnChannelFacts | None) -> QFileDialog:
        """Ask where to save the list."""
        dialog = QFileDialog(self._window.window(), _("Save the contents as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{folder.name}.pdf")
        dialog.fileSelected.connect(lambda name: self.save(folder, facts, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, folder: Path, facts: OwnChannelFacts | None, path: Path) -> None:
        """Save the list."""

        def in_lane(_none: None, _control: TaskControl[None]) -> None:
            pdf = self._read(folder, facts).pdf()
            with translated_os_errors(path):
                write_whole(path, pdf)

        def saved(_none: None) -> None:
            said = _("Saved: {name}").format(name=path.name)
            self._tools.desk.messages.say(said, icon=Icon.DOWNLOAD, kind="studio-saved")

        self._tools.looks.run(in_lane, owner=self, done=saved, failed=self._tools.desk.tell)

    def _read(self, folder: Path, facts: OwnChannelFacts | None) -> ContentsPages:
        from caregiver_app.bootstrap.pack_contents import contents_of_folder, with_signs

        services = self._tools.services
        contents = contents_of_folder(folder, services.guarding)
        if facts is not None:
            contents = with_signs(contents, facts.fingerprint)
        return ContentsPages(services.public_sheets.of_contents(contents, current_locale()), contents.size)
