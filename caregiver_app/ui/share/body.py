"""The inside of Share, made when it is first opened: what is written at one side, what they will see at the other.

Where there is little room each has the whole width, under tabs. The ways out stay in sight below both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.card import Candidate, Channel, Judged, Network, PictureForm, ShareForm
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.shares import share_sentence
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.share.add_drawer import AddDrawer
from caregiver_app.ui.share.basket import Basket
from caregiver_app.ui.share.channel_words import channel_words
from caregiver_app.ui.share.findings_part import FindingsPart
from caregiver_app.ui.share.foot import ShareFoot, waiting_words
from caregiver_app.ui.share.forms import file_name, usual_form
from caregiver_app.ui.share.items_part import ItemsPart
from caregiver_app.ui.share.judging import Judging
from caregiver_app.ui.share.lane import ShareLane
from caregiver_app.ui.share.message_edit import MessageEdit
from caregiver_app.ui.share.past_part import PastPart
from caregiver_app.ui.share.pieces import Piece
from caregiver_app.ui.share.places import SEE, WRITE, SharePlaces
from caregiver_app.ui.share.preview_part import PreviewPart
from caregiver_app.ui.share.previewing import Previewing
from caregiver_app.ui.share.sending import Sending
from caregiver_app.ui.share.steps import ShareSteps
from caregiver_app.ui.share.write_part import WritePart
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import ScreenHeader

_WAITS = "share-waits"


class ShareBody(QWidget):
    """Signals lead elsewhere: `left` closes the screen, `check_asked` carries a `Candidate` nobody has checked.

    `page_asked` carries a `PastShare` whose page is wanted, `added` the row of a page that was picked for the basket.
    """

    left = Signal()
    check_asked = Signal(object)
    page_asked = Signal(object)
    added = Signal(object)
    unlock_asked = Signal()

    def __init__(self, basket: Basket, lane: ShareLane, *, may_check: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = lane.desk.theme
        self._desk = lane.desk
        self._shown: Judged | None = None
        self._compact = False
        self._line = Hairline(theme)
        self._basket = basket
        self.judging = Judging(basket, lane, self)
        self.sending = Sending(basket, lane, self)
        self.edit = MessageEdit(theme)
        self.steps = ShareSteps(basket, self.edit, self._desk.messages, self)
        self.items = ItemsPart(theme)
        self.items.set_may_check(may_check)
        self.findings = FindingsPart(theme, self._desk.overlay, self.steps)
        self.preview = PreviewPart(theme, Previewing(lane, self), usual_form)
        self.past = PastPart(lane)
        self.write = WritePart(theme, self.items, self.edit, self.findings)
        self.places = SharePlaces(theme, self._desk.overlay, self.write, self.preview, self.past)
        self.foot = ShareFoot(theme)
        self.header = ScreenHeader(theme, _("Share"))
        self.past_button = Button(theme, _("What I shared"), kind=ButtonKind.QUIET, icon=Icon.HISTORY)
        self.close_button = Button(theme, _("Close"), icon=Icon.CLOSE)
        self._lay_out()
        self._connect()
        self._say_where()
        self.judging.look()

    def areas(self) -> Sequence[QWidget]:
        """Return header, tabs, the parts that are shown, and the ways out."""
        return (self.header, self.places.tabs, self.write, self.preview, self.past, self.foot)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Put both sides below tabs where there is no room for them, and less in sight where there is hardly any."""
        compact = layout is FrameLayout.COMPACT
        stacked = layout <= FrameLayout.NARROW
        self.places.set_stacked(stacked)
        self.preview.set_alone(stacked)
        self.foot.set_short(compact)
        self.foot.set_stacked(stacked)
        self._compact = compact
        self._say_where()
        self._outer.set_margins(
            (12, 8, 12, 8) if compact else (20, 16, 20, 16) if layout < FrameLayout.WIDE else (32, 24, 32, 20)
        )

    def begin(self) -> None:
        """Show what is in the basket and is to be settled, with the keyboard where it is needed first."""
        self.places.show_place(WRITE)
        (self.edit if self._basket.draft.things else self.items.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        """Leave the list of what was shared; return whether it was open."""
        was_open = self.places.shows_past
        self.places.show_past(False)
        return was_open

    def notes_changed(self, *, is_open: bool) -> None:
        """Look by what the care notes know now: once they are locked, nothing may be seen that only they know."""
        if is_open:
            self.judging.look_with_notes()
        else:
            self.judging.forget_private()

    def open_add(self) -> None:
        """Open the drawer that finds another page."""
        drawer = AddDrawer(self._desk)
        drawer.chosen.connect(self._add_chosen)
        self._desk.overlay.open_drawer(drawer)
        drawer.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_where(self, form: ShareForm) -> QFileDialog | None:
        """Show a form and ask where to save it; None where something is to be settled first."""
        if not self.is_settled():
            return None
        self.preview.choose(form)
        # Translators: the title of a file dialog; {form} is e.g. "Flyer"
        title = _("Save: {form}").format(form=channel_words()[form.channel])
        return self.sending.ask_where(self.window(), form, title, file_name(form))

    def is_settled(self) -> bool:
        """Return whether a share may leave as far as is known here; else lead to what is in the way."""
        judged = self.judging.now
        if not self._basket.draft.things:
            self.places.show_place(WRITE)
            self.items.begin_at_add()
            self._desk.messages.say(_("Add a page first."), icon=Icon.LINK, kind=_WAITS, at_once=True)
        elif waiting_words(judged):
            self._lead_to_open(judged)
        else:
            return True
        return False

    def _lead_to_open(self, judged: Judged) -> None:
        self.places.show_place(WRITE)
        if not self.findings.begin():
            self.items.begin_at_refused()
        # Translators: the words before the full stop say what must be decided first
        self._desk.messages.say(
            _("{what}.").format(what=waiting_words(judged)), icon=Icon.ALERT, kind=_WAITS, at_once=True
        )

    def _refused(self, error: ShareError) -> None:
        """Show why the service lets nothing leave: what it found may be newer than what stands here."""
        if error.kind in (ShareTrouble.NOT_SETTLED, ShareTrouble.NOT_SHAREABLE):
            self.judging.look()
        said = share_sentence(error)
        words = " ".join(part for part in (said.happened, said.means, said.to_do) if part)
        self._desk.messages.say(words, icon=Icon.ALERT, kind=_WAITS, at_once=True)

    def _say_gone(self) -> None:
        self._desk.messages.say(_("A page is no longer in your library, so it is not shared."), icon=Icon.INFO)

    def _show_judged(self, judged: Judged) -> None:
        before = waiting_words(self._shown) if self._shown is not None else ""
        self._shown = judged
        self.items.show_judged(judged)
        self.findings.show_judged(judged)
        self.edit.show_marks(
            [
                Piece(start=one.finding.start, end=one.finding.end)
                for one in judged.open_findings
                if one.title_of is None
            ]
        )
        self.preview.show_content(judged.content)
        self.foot.show_judged(judged)
        waiting = waiting_words(judged)
        if waiting != before:
            announce(waiting or _("All details are settled."))

    def _add_chosen(self, row: ArticleRow) -> None:
        self._desk.overlay.close_panel()
        self.added.emit(row)

    def _take_away(self, candidate: Candidate) -> None:
        thing = next((one for one in self._basket.draft.things if one.subject == candidate.subject), None)
        if thing is not None:
            self.steps.take_away(thing, candidate.title)

    def _take_away_at(self, place: int) -> None:
        if place < len(self.judging.now.candidates):
            self._take_away(self.judging.now.candidates[place])

    def _answer_link(self, candidate: Candidate, keep: bool) -> None:
        doubtful = candidate.link.doubtful if candidate.link is not None else ()
        self._basket.answer_link(candidate.subject, doubtful, keep=keep)

    def _say_where(self) -> None:
        self.header.set_title(_("What I shared") if self.places.shows_past else _("Share"))
        nothing = _("Nothing leaves this computer until you press a button below.")
        self.header.set_subtitle("" if self.places.shows_past else nothing)
        self.header.show_words(not self._compact)
        self.header.setVisible(not self._compact or self.places.shows_past)
        self.past_button.setVisible(not self.places.shows_past)
        for part in (self.foot, self._line):
            part.setVisible(not self.places.shows_past)
        self.close_button.set_words(_("Back to sharing") if self.places.shows_past else _("Close"))

    def _show_past(self, shown: bool) -> None:
        self._say_where()
        if shown:
            self.past.refresh()

    def _close(self) -> None:
        if not self.go_back():
            self.left.emit()

    def _connect(self) -> None:
        self.edit.textChanged.connect(lambda: self._basket.put_message(self.edit.toPlainText()))
        self.judging.judged.connect(self._show_judged)
        self.judging.refused.connect(self._refused)
        self.judging.gone.connect(self._say_gone)
        self.items.add_asked.connect(self.open_add)
        self.items.removed.connect(self._take_away)
        self.items.check_asked.connect(self.check_asked)
        self.items.link_answered.connect(self._answer_link)
        self.findings.page_taken.connect(self._take_away_at)
        self.findings.unlock_asked.connect(self.unlock_asked)
        self.findings.settled.connect(lambda: self.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        self.sending.refused.connect(self._refused)
        self.sending.left.connect(self.past.refresh)
        self.past.open_asked.connect(self.page_asked)
        self.places.past_shown.connect(self._show_past)
        self.past_button.clicked.connect(lambda: self.places.show_past(True))
        self.close_button.clicked.connect(self._close)
        self._connect_ways_out()

    def _connect_ways_out(self) -> None:
        foot = self.foot
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(foot.mail.click)

        def save(channel: Channel, picture: PictureForm = PictureForm.PNG) -> None:
            self.ask_where(replace(usual_form(channel), picture=picture))

        def when_settled(act: Callable[[], object]) -> None:
            if self.is_settled():
                act()

        foot.copy_pressed.connect(lambda: when_settled(self.sending.copy))
        foot.mail_pressed.connect(lambda: when_settled(self.sending.mail))
        foot.flyer_pressed.connect(lambda: save(Channel.FLYER))
        foot.draft_pressed.connect(lambda: save(Channel.EML))
        foot.picture_pressed.connect(lambda svg: save(Channel.QR, PictureForm.SVG if svg else PictureForm.PNG))
        foot.page_pressed.connect(lambda: save(Channel.HTML))
        foot.markdown_pressed.connect(lambda: save(Channel.MARKDOWN))
        foot.network_chosen.connect(self._show_post)
        foot.anew_pressed.connect(self.steps.begin_anew)
        foot.past_pressed.connect(lambda: self.places.show_past(True))
        self.preview.post_copied.connect(
            lambda place: when_settled(lambda: self.sending.copy_post(self.preview.form, place))
        )

    def _show_post(self, network: Network) -> None:
        self.places.show_place(SEE)
        self.preview.choose(ShareForm(channel=Channel.SOCIAL, network=network))

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self._outer = Column(theme, margins=(32, 24, 32, 20), gap=12, parent=self)
        self.header.add_action(self.past_button)
        self.header.add_action(self.close_button)
        self._outer.addWidget(self.header)
        self._outer.addWidget(self.places, 1)
        self._outer.addWidget(self._line)
        self._outer.addWidget(self.foot)
