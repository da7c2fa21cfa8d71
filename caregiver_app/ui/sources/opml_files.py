"""Lists of sources in files: brought from another reader, given to one. The file dialogs never block the window.

What a list would bring is shown first; nothing is taken before the person says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.care_files import refuse_own_folder
from caregiver_app.model.errors import FeedTrouble, OpmlError
from caregiver_app.model.source import Source
from caregiver_app.support.files import read_bounded, refuse_no_file, translated_os_errors, write_whole
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.exported_names import addresses_unread, names_left_out
from caregiver_app.ui.announce import announce
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.sources.opml_drawer import OpmlDrawer, left_off_words
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.feeds.opml_writing import WrittenOpml
    from caregiver_app.feeds.sorting_out import OpmlPreview
    from caregiver_app.feeds.subscribe import OpmlImport
    from caregiver_app.library.store import Library

MOST_BYTES = 20_000_000
FILE_NAME = "sources.opml"
_MESSAGE = "opml"


class OpmlFiles(QObject):
    """`imported` comes when a list was taken, with the sources that are new."""

    imported = Signal(object)

    def __init__(self, desk: Desk, services: Services, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._window = window
        self.drawer: OpmlDrawer | None = None

    def ask_for_import(self) -> QFileDialog:
        """Ask which file to read; what is in it is shown when one was chosen."""
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
        """Show what the list in a file would bring."""
        services = self._services

        def work(library: Library) -> tuple[bytes, OpmlPreview]:
            data = _read(path)
            return data, services.preview_opml(library, data)

        self._desk.ask(self, work, lambda found: self._show(*found), key="opml")

    def _show(self, data: bytes, preview: OpmlPreview) -> None:
        drawer = OpmlDrawer(self._desk, preview)
        drawer.allowed.connect(lambda allow: self._look_again(drawer, data, allow))
        drawer.taken.connect(lambda allow: self._take(data, allow))
        self.drawer = drawer
        self._desk.overlay.open_drawer(drawer)
        drawer.take.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(drawer.summary.text())

    def _look_again(self, drawer: OpmlDrawer, data: bytes, allow: bool) -> None:
        services = self._services

        def work(library: Library) -> OpmlPreview:
            return services.preview_opml(library, data, allow_private=allow)

        self._desk.ask(drawer, work, drawer.show_preview, key="opml")

    def _take(self, data: bytes, allow: bool) -> None:
        services = self._services
        self._desk.overlay.close_panel()

        def work(library: Library) -> tuple[OpmlImport, tuple[Source, ...]]:
            before = frozenset(source.id for source in library.sources.list())
            result = services.import_opml(library, data, allow_private=allow)
            return result, tuple(source for source in library.sources.list() if source.id not in before)

        self._desk.ask(self, work, lambda done: self._tell_imported(*done))

    def export_to(self, path: Path) -> None:
        """Write the sources that are on into a file."""
        services = self._services
        self._desk.ask(self, lambda library: _export(library, services, path), self._tell_exported)

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilters([_("Lists of sources (*.opml *.xml)"), _("All files (*)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _tell_imported(self, result: OpmlImport, new: tuple[Source, ...]) -> None:
        self.imported.emit(new)
        if not new or result.known or result.refused or result.left_off:
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
        if written.names_left_out:
            parts.append(names_left_out(written.names_left_out, unchecked=written.names_unchecked))
        if written.unread:
            parts.append(addresses_unread(written.unread))
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
    if result.left_off:
        parts.append(left_off_words(len(result.left_off)))
    return " ".join(parts)


def _read(path: Path) -> bytes:
    refuse_no_file(path)
    with translated_os_errors(path, reading=True):
        data = read_bounded(path, MOST_BYTES)
    if data is None:
        raise OpmlError(FeedTrouble.TOO_LARGE)
    return data


def _export(library: Library, services: Services, path: Path) -> WrittenOpml:
    refuse_own_folder(services.paths, path)
    written = services.export_opml(library)
    with translated_os_errors(path):
        write_whole(path, written.data)
    return written
