"""Saving the library in open formats: a word on what it means, a place, and the work with its Stop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from caregiver_app.bootstrap.care_files import place_of_target
from caregiver_app.bootstrap.library_export import ExportedLibrary, export_library
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.library_files import not_saved_words
from caregiver_app.support.sentences.target_places import target_place_words
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.confirm import Confirm, Question, ask_first

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library

FOLDER_NAME = "caregiver-library"
_MESSAGE = "export"


class ExportWay(QObject):
    """`work` is the strip that is there while files are written; it keeps this alive."""

    def __init__(self, desk: Desk, services: Services, upkeep: Lane[Library]) -> None:
        self.work = LongWork(desk, upkeep)
        super().__init__(self.work)
        self._desk = desk
        self._services = services

    def ask(self) -> Confirm:
        """Say what leaves and who can read it, then ask for a place."""
        question = Question(
            title=_("Save the library as files for other programs?"),
            text=_(
                "Your sources, stars, collections, saved searches and checks, and the pages you kept, go into a new "
                "folder. Anybody who has it can see what you read. Care notes are not in it."
            ),
            do=_("Choose where"),
            keep=_("Not now"),
        )
        return ask_first(self._desk.overlay, self._desk.theme, question, self.ask_where)

    def ask_where(self) -> QFileDialog:
        """Ask for the new folder."""
        dialog = QFileDialog(self.work.window(), _("Save into a new folder"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Nothing is ever written over: a question about it would promise what is then refused.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(FOLDER_NAME)
        dialog.fileSelected.connect(lambda name: self.consider(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def consider(self, folder: Path) -> None:
        """Write there, or ask once more where others would get what is saved there."""

        def known(place: str) -> None:
            if not place:
                self.write(folder)
                return
            question = Question(
                title=_("Save it there all the same?"),
                text=" ".join(target_place_words(place)),
                do=_("Save it there"),
                keep=_("Do not save"),
            )
            ask_first(self._desk.overlay, self._desk.theme, question, lambda: self.write(folder))

        self._desk.ask(self, lambda _library: place_of_target(folder), known)

    def write(self, folder: Path) -> None:
        """Write everything into a new folder."""
        services = self._services

        def work(library: Library, control: TaskControl[HowFar]) -> ExportedLibrary:
            def told(done: int, total: int) -> None:
                control.progress(HowFar(done=done, total=total))

            return export_library(services, library, folder, on_part=told, cancel=control.cancel)

        self.work.begin(_("Saving the library as files"), work, lambda done: self._tell(folder, done))

    def _tell(self, folder: Path, done: ExportedLibrary) -> None:
        pages = done.pages
        words = ngettext("Saved with {count} page in {name}.", "Saved with {count} pages in {name}.", pages)
        said = [words.format(count=format_number(pages), name=folder.name)]
        said += not_saved_words(private_sources=done.private_sources, pages=done.pages_left_out)
        self._desk.messages.say(" ".join(said), icon=Icon.CHECK, kind=_MESSAGE)
