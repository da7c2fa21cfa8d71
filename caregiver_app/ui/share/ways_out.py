"""What each way out does: first it looks whether all is settled, and leads to what is not; the service looks again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.model.card import Channel, Judged, Network, PictureForm, ShareForm
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.shares import share_sentence
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.share.channel_words import channel_words
from caregiver_app.ui.share.findings_part import FindingsPart
from caregiver_app.ui.share.foot import ShareFoot, waiting_words
from caregiver_app.ui.share.forms import file_name, usual_form
from caregiver_app.ui.share.items_part import ItemsPart
from caregiver_app.ui.share.judging import Judging
from caregiver_app.ui.share.places import SEE, WRITE, SharePlaces
from caregiver_app.ui.share.preview_part import PreviewPart
from caregiver_app.ui.share.sending import Sending
from caregiver_app.ui.share.steps import ShareSteps
from caregiver_app.ui.theme import Icon

_KIND = "share-waits"
_SETTLED_HERE = (ShareTrouble.NOT_SETTLED, ShareTrouble.NOT_SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutParts:
    """The parts of Share that ways out lead through. `has_pages` tells whether there is anything in the basket."""

    messages: Messages
    has_pages: Callable[[], bool]
    judging: Judging
    sending: Sending
    steps: ShareSteps
    items: ItemsPart
    findings: FindingsPart
    preview: PreviewPart
    places: SharePlaces
    foot: ShareFoot


class WaysOut(QObject):
    """Has the buttons of the foot do what they say."""

    def __init__(self, parts: OutParts, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._window = parent
        self._messages = parts.messages
        self._leads = False  # to what is open, as soon as it is known
        parts.sending.refused.connect(self._refused)
        parts.judging.refused.connect(self._say_why)
        parts.judging.judged.connect(self._judged)
        self._connect_foot()

    def ask_where(self, form: ShareForm) -> QFileDialog | None:
        """Show a form and ask where to save it; None where something is to be settled first."""
        if not self.is_settled():
            return None
        self._parts.preview.choose(form)
        # Translators: the title of a file dialog; {form} is e.g. "Flyer"
        title = _("Save: {form}").format(form=channel_words()[form.channel])
        return self._parts.sending.ask_where(self._window.window(), form, title, file_name(form))

    def is_settled(self) -> bool:
        """Return whether a share may leave as far as is known here; else lead to what is in the way."""
        parts = self._parts
        if not parts.has_pages():
            parts.places.show_place(WRITE)
            parts.items.begin_at_add()
            self._messages.say(_("Add a page first."), icon=Icon.LINK, kind=_KIND, at_once=True)
        elif waiting_words(parts.judging.now):
            self._lead_to_open(parts.judging.now)
        else:
            return True
        return False

    def _lead_to_open(self, judged: Judged) -> None:
        parts = self._parts
        parts.places.show_place(WRITE)
        if not parts.findings.begin():
            parts.items.begin_at_refused()
        # Translators: the words before the full stop say what must be decided first
        words = _("{what}.").format(what=waiting_words(judged))
        self._messages.say(words, icon=Icon.ALERT, kind=_KIND, at_once=True)

    def _refused(self, error: ShareError) -> None:
        """Lead to what the service found: it may be newer than what stands here."""
        if error.kind in _SETTLED_HERE:
            self._leads = True
            self._parts.judging.look()
        else:
            self._say_why(error)

    def _judged(self, judged: Judged) -> None:
        leads, self._leads = self._leads, False
        if leads and waiting_words(judged):
            self._lead_to_open(judged)

    def _say_why(self, error: ShareError) -> None:
        said = share_sentence(error)
        words = " ".join(part for part in (said.happened, said.means, said.to_do) if part)
        self._messages.say(words, icon=Icon.ALERT, kind=_KIND, at_once=True)

    def _connect_foot(self) -> None:
        parts, foot = self._parts, self._parts.foot
        foot.copy_pressed.connect(lambda: self._when_settled(parts.sending.copy))
        foot.mail_pressed.connect(lambda: self._when_settled(parts.sending.mail))
        foot.flyer_pressed.connect(lambda: self._save(Channel.FLYER))
        foot.draft_pressed.connect(lambda: self._save(Channel.EML))
        foot.picture_pressed.connect(lambda svg: self._save(Channel.QR, PictureForm.SVG if svg else PictureForm.PNG))
        foot.page_pressed.connect(lambda: self._save(Channel.HTML))
        foot.markdown_pressed.connect(lambda: self._save(Channel.MARKDOWN))
        foot.network_chosen.connect(self._show_post)
        foot.anew_pressed.connect(parts.steps.begin_anew)
        foot.past_pressed.connect(lambda: parts.places.show_past(True))
        parts.preview.gate.refused.connect(self.is_settled)
        parts.preview.post_copied.connect(
            lambda place: self._when_settled(lambda: parts.sending.copy_post(parts.preview.form, place))
        )

    def _save(self, channel: Channel, picture: PictureForm = PictureForm.PNG) -> None:
        self.ask_where(replace(usual_form(channel), picture=picture))

    def _when_settled(self, act: Callable[[], object]) -> None:
        if self.is_settled():
            act()

    def _show_post(self, network: Network) -> None:
        self._parts.places.show_place(SEE)
        self._parts.preview.choose(ShareForm(channel=Channel.SOCIAL, network=network))
