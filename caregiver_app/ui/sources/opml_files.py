"""Lists of sources in files: brought from another reader, given to one. The file dialogs never block the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.model.errors import FeedTrouble, OpmlError
from caregiver_app.support.files import read_bounded, translated_os_errors, write_whole
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.desk import Desk
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap import Services
    from caregiver_app.feeds.opml_writing import WrittenOpml
    from caregiver_app.feeds.subscribe import OpmlImport
    from caregiver_app.library.store import Library

MOST_BYTES = 20_000_000
FILE_NAME = "sources.opml"
_MESSAGE = "opml"


class OpmlFiles(QObject):
    """`imported` comes when sources were added."""

    imported = Signal()

    def __init__(self, desk: Desk, services: Services, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._window = window

    def ask_for_import(self) -> QFileDialog:
        """Ask which file to read; what is in it is added when one was chosen."""
        dialog = self._dialog(_("Import a list of sources"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_from(Path(name)))
        dialog.open()
        return dialog

    def ask_for_export(self) -> QFileDialog:
        """Ask where to save; the list is written when a place was chosen."""
        dialog = self._dialog(_("Export the list of sources"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("opml")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()
        return dialog

    def import_from(self, path: Path) -> None:
        """Add the sources that a file lists."""
        services = self._services
        self._desk.ask(self, lambda library: _import(library, services, path), self._tell_imported)

    def export_to(self, path: Path) -> None:
        """Write the sources that are on into a file."""
        services = self._services
        self._desk.ask(self, lambda library: _export(library, services, path), self._tell_exported)

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilters([_("Lists of feeds (*.opml *.xml)"), _("All files (*)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _tell_imported(self, result: OpmlImport) -> None:
        self.imported.emit()
        self._desk.messages.say(imported_words(result), icon=Icon.SOURCES, kind=_MESSAGE)

    def _tell_exported(self, written: WrittenOpml) -> None:
        words = ngettext("Saved {count} source.", "Saved {count} sources.", written.written)
        parts = [words.format(count=format_number(written.written))]
        if written.left_out:
            private = ngettext(
                "{count} was left out: its address is private.",
                "{count} were left out: their addresses are private.",
                len(written.left_out),
            )
            parts.append(private.format(count=format_number(len(written.left_out))))
        self._desk.messages.say(" ".join(parts), icon=Icon.CHECK, kind=_MESSAGE)


def imported_words(result: OpmlImport) -> str:
    """Return what a list brought, in words."""
    added = ngettext("{count} source added.", "{count} sources added.", result.added)
    parts = [added.format(count=format_number(result.added))]
    if result.known:
        known = ngettext("{count} was here already.", "{count} were here already.", result.known)
        parts.append(known.format(count=format_number(result.known)))
    if result.refused:
        refused = ngettext("{count} address was not taken.", "{count} addresses were not taken.", len(result.refused))
        parts.append(refused.format(count=format_number(len(result.refused))))
    return " ".join(parts)


def _import(library: Library, services: Services, path: Path) -> OpmlImport:
    with translated_os_errors(path):
        data = read_bounded(path, MOST_BYTES)
    if data is None:
        raise OpmlError(FeedTrouble.TOO_LARGE)
    return services.import_opml(library, data)


def _export(library: Library, services: Services, path: Path) -> WrittenOpml:
    written = services.export_opml(library)
    with translated_os_errors(path):
        write_whole(path, written.data)
    return written
