"""Passes a share on: to the clipboard, into a file, to the person's own mail program. Nothing here sends anything.

Each way asks the service, which refuses while something is open. What has left is written down with its day, and only
then: a log that cannot be written holds nothing back.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.care_files import refuse_own_folder
from caregiver_app.model.card import Channel, Draft, Rendered, ShareForm
from caregiver_app.model.errors import CaregiverError, LibraryError, ShareError, StorageError
from caregiver_app.support.files import translated_os_errors, write_whole
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.open_outside import write_mail
from caregiver_app.ui.share.basket import Basket
from caregiver_app.ui.share.copying import copy_shared
from caregiver_app.ui.share.lane import ShareLane
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.sharing import Sharing
    from caregiver_app.library.store import Library

_KIND = "shared"
_LOG_KIND = "share-log"  # apart from the above: it must not take the place of what says where the share is now
_NOT_WRITTEN_DOWN = (StorageError, LibraryError)


class Sending(QObject):
    """`refused` comes with the `ShareError` of a share that may not leave; `left` once one has left."""

    refused = Signal(object)
    left = Signal()

    def __init__(self, basket: Basket, lane: ShareLane, parent: QObject) -> None:
        super().__init__(parent)
        self._basket = basket
        self._lane = lane
        self._messages: Messages = lane.desk.messages
        self._open_mail: Callable[[], bool] = write_mail

    def open_mail_with(self, open_mail: Callable[[], bool]) -> None:
        """Have mail opened by this from now on; it returns whether that was possible."""
        self._open_mail = open_mail

    def copy(self) -> None:
        """Copy the message with its links."""
        self._share(ShareForm(channel=Channel.TEXT), self._copied)

    def copy_post(self, form: ShareForm, place: int) -> None:
        """Copy one of the posts."""

        def copied(rendered: Rendered) -> bool:
            if place >= len(rendered.posts):
                return False
            copy_shared(rendered.posts[place])
            self._say(_("Copied. Paste it where you like."), Icon.COPY)
            return True

        self._share(form, copied)

    def mail(self) -> None:
        """Copy the message and open the person's own mail program, which is told nothing."""
        self._share(ShareForm(channel=Channel.TEXT), self._mailed, left_as=Channel.EML)

    def save(self, form: ShareForm, path: Path) -> None:
        """Write a share into a file."""

        def written(trouble: CaregiverError | None) -> None:
            self._say(_("Saved: {name}").format(name=path.name), Icon.DOWNLOAD)
            if trouble is not None:
                self._tell_not_written_down(trouble)
            self.left.emit()

        draft, paths = self._basket.draft, self._lane.desk.paths

        def work(sharing: Sharing, library: Library) -> CaregiverError | None:
            refuse_own_folder(paths, path)
            return save_share(sharing, library, draft, form, path)

        self._lane.ask(
            self,
            work,
            written,
            failed=self._failed,
        )

    def ask_where(self, parent: QWidget, form: ShareForm, title: str, name: str) -> QFileDialog:
        """Ask where to save a share; the name that is offered says nothing of it."""
        dialog = QFileDialog(parent, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save(form, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _share(self, form: ShareForm, hand_out: Callable[[Rendered], bool], *, left_as: Channel | None = None) -> None:
        """Release a share and hand it out; `hand_out` returns whether anything left."""
        draft = self._basket.draft

        def released(rendered: Rendered) -> None:
            if hand_out(rendered):
                self._write_down(draft, left_as or form.channel)
                self.left.emit()  # the list is read in the same lane, so after this is written

        self._lane.ask(
            self, lambda sharing, library: sharing.release(library, draft, form), released, failed=self._failed
        )

    def _write_down(self, draft: Draft, channel: Channel) -> None:
        self._lane.ask(
            self,
            lambda sharing, library: sharing.record(library, draft.things, channel),
            lambda _none: None,
            failed=self._tell_not_written_down,
        )

    def _tell_not_written_down(self, error: BaseException) -> bool:
        """Say first that it was shared all the same: what the error says by itself sounds as if it were not."""
        self._lane.desk.tell(error)
        if isinstance(error, _NOT_WRITTEN_DOWN):
            words = _("It was shared, but it could not be put on the list “What I shared or printed”.")
            self._messages.say(words, icon=Icon.ALERT, kind=_LOG_KIND, at_once=True)  # before what offers a remedy
        return True

    def _copied(self, rendered: Rendered) -> bool:
        copy_shared(rendered.text)
        self._say(_("Copied. Paste it where you like."), Icon.COPY)
        return True

    def _mailed(self, rendered: Rendered) -> bool:
        copy_shared(rendered.text)
        if self._open_mail():
            self._say(_("Your mail program is asked to open. Paste the message there: it is copied."), Icon.MAIL)
        else:
            self._say(_("No mail program opened. The message is copied: paste it where you like."), Icon.COPY)
        return True

    def _failed(self, error: BaseException) -> bool:
        if not isinstance(error, ShareError):
            return False
        self.refused.emit(error)
        return True

    def _say(self, words: str, icon: Icon) -> None:
        self._messages.say(words, icon=icon, kind=_KIND)


def save_share(sharing: Sharing, library: Library, draft: Draft, form: ShareForm, path: Path) -> CaregiverError | None:
    """Write a share whole, or not at all, and only then into the log; runs in the share's lane.

    Returns what kept it out of the log, None where nothing did: the file is there either way.

    Raises:
        ShareError: it may not leave, or this form cannot hold it; nothing was written.
        StorageError: no room or no right.
    """
    rendered = sharing.release(library, draft, form)
    with translated_os_errors(path):
        write_whole(path, rendered.data)
    try:
        sharing.record(library, draft.things, form.channel)
    except _NOT_WRITTEN_DOWN as error:
        return error
    return None
