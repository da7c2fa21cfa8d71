"""What others will see: made in the share's lane from the same cards and words that leave, to the last byte."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_app.model.card import DRAWN, Channel, Rendered, ShareContent, ShareForm
from caregiver_app.model.errors import ShareError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.share.lane import ShareLane

if TYPE_CHECKING:
    from caregiver_app.bootstrap.sharing import Sharing

REST_MS = 150
"""A sheet is typeset anew when the fingers rest so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The bytes as they would leave, their words, and pictures of the pages of what is no text.

    `lacks_signs`: on the pages stand boxes for signs that no font here has.
    """

    form: ShareForm
    rendered: Rendered
    words: str = field(default="", repr=False)
    pages: tuple[bytes, ...] = field(default=(), repr=False)
    lacks_signs: bool = False


class Previewing(QObject):
    """`made` carries a `Preview` of the content as it stands, `refused` a `ShareError`: this form cannot hold it."""

    made = Signal(object)
    refused = Signal(object)

    def __init__(self, lane: ShareLane, parent: QObject, *, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._lane = lane
        self._content = ShareContent()
        self._form = ShareForm(channel=Channel.TEXT)
        self.dots_per_inch = 96.0
        self._wanted = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._ask)

    @property
    def waits(self) -> bool:
        """True while there is something to make that is not asked for yet."""
        return self._rest.isActive()

    @property
    def form(self) -> ShareForm:
        """Which form is shown."""
        return self._form

    def show_form(self, form: ShareForm) -> None:
        """Make another form, at once."""
        self._form = form
        self._ask()

    def show_content(self, content: ShareContent) -> None:
        """Make the form anew for other content, once the fingers rest."""
        if content != self._content:
            self._content = content
            if self._wanted:
                self._rest.start()

    def forget(self) -> None:
        """Hold nothing of what was shown, so that the next content is made whatever it is."""
        self._rest.stop()
        self._content = ShareContent()

    def set_wanted(self, wanted: bool) -> None:
        """Make something only while somebody can see it."""
        self._wanted = wanted
        if wanted:
            self._ask()
        else:
            self._rest.stop()

    def _ask(self) -> None:
        self._rest.stop()
        if not self._wanted or not self._content.cards:
            return
        content, form, dots = self._content, self._form, self.dots_per_inch

        def failed(error: BaseException) -> bool:
            if isinstance(error, ShareError):
                self.refused.emit(error)
            return isinstance(error, ShareError)

        self._lane.ask(
            self,
            lambda sharing, _library: preview_of(sharing, content, form, dots_per_inch=dots),
            lambda preview: self._take(content, preview),
            key="share.preview",
            failed=failed,
        )

    def _take(self, content: ShareContent, preview: Preview) -> None:
        """Show what was made, unless something else is to be shown by now: that is on its way."""
        if content == self._content and preview.form == self._form:
            self.made.emit(preview)


def preview_of(sharing: Sharing, content: ShareContent, form: ShareForm, *, dots_per_inch: float) -> Preview:
    """Return what a share would look like; takes its time where it is typeset.

    Raises:
        ShareError: this form cannot hold it.
    """
    rendered = sharing.preview(content, form)
    if form.channel in DRAWN:
        return Preview(
            form=form,
            rendered=rendered,
            pages=sharing.pictures(content, form, dots_per_inch=dots_per_inch),
            lacks_signs=sharing.lacks_signs(content, form),
        )
    words = _draft_words(rendered.data) if form.channel is Channel.EML else rendered.text
    return Preview(form=form, rendered=rendered, words=words)


def _draft_words(data: bytes) -> str:
    """Return subject and text of an e-mail as its reader sees them."""
    from email import message_from_bytes, policy

    mail = message_from_bytes(data, policy=policy.default)
    body = mail.get_body(("plain",))
    # Translators: the subject of an e-mail
    subject = _("Subject: {subject}").format(subject=mail["Subject"])
    return f"{subject}\n\n{body.get_content() if body is not None else ''}"
