"""The inside of Share, made when it is first opened: what is written at one side, what they will see at the other.

Where there is little room each has the whole width, under tabs. The ways out stay in sight below both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.card import Candidate, Judged
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.share.add_drawer import AddDrawer
from caregiver_app.ui.share.at_the_lock import AtTheLock
from caregiver_app.ui.share.basket import Basket
from caregiver_app.ui.share.findings_part import FindingsPart
from caregiver_app.ui.share.foot import ShareFoot, waiting_words
from caregiver_app.ui.share.forms import usual_form
from caregiver_app.ui.share.items_part import ItemsPart
from caregiver_app.ui.share.judging import Judging
from caregiver_app.ui.share.lane import ShareLane
from caregiver_app.ui.share.message_edit import MessageEdit
from caregiver_app.ui.share.past_part import PastPart
from caregiver_app.ui.share.pieces import Piece
from caregiver_app.ui.share.places import BESIDE_RING, WRITE, SharePlaces
from caregiver_app.ui.share.preview_part import PreviewPart
from caregiver_app.ui.share.previewing import Previewing
from caregiver_app.ui.share.sending import Sending
from caregiver_app.ui.share.steps import ShareSteps
from caregiver_app.ui.share.ways_out import OutParts, WaysOut
from caregiver_app.ui.share.write_part import WritePart
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import ScreenHeader
from caregiver_app.ui.widgets.tab_order import put_in_order


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
        self.desk = lane.desk
        self._shown: Judged | None = None
        self._compact = False
        self._line = Hairline(theme)
        self._basket = basket
        self.judging = Judging(basket, lane, self)
        self.sending = Sending(basket, lane, self)
        self.edit = MessageEdit(theme)
        self.steps = ShareSteps(basket, self.edit, self.desk.messages, self)
        self.items = ItemsPart(theme)
        self.items.set_may_check(may_check)
        self.findings = FindingsPart(theme, self.desk.overlay, self.steps)
        self.preview = PreviewPart(theme, Previewing(lane, self), usual_form)
        self._at_the_lock = AtTheLock(basket, self.edit, self.judging, self.preview)
        self.past = PastPart(lane)
        self.write = WritePart(theme, self.items, self.edit, self.findings)
        self.places = SharePlaces(theme, self.desk.overlay, self.write, self.preview, self.past)
        self.foot = ShareFoot(theme)
        self.header = ScreenHeader(theme, _("Share"))
        self.past_button = Button(theme, _("What I shared or printed"), kind=ButtonKind.QUIET, icon=Icon.HISTORY)
        self.close_button = Button(theme, _("Close"), icon=Icon.CLOSE)
        self._lay_out()
        self._connect()
        self._put_in_order()
        self.out = self._made_ways_out()
        self._say_where()
        self.judging.look()

    @property
    def has_pages(self) -> bool:
        """Whether there is anything in the basket."""
        return bool(self._basket.draft.things)

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
            (15, 8, 15, 8) if compact else (15, 16, 15, 16) if layout < FrameLayout.WIDE else (27, 24, 27, 20)
        )

    def begin(self) -> None:
        """Show what is in the basket and is to be settled, with the keyboard where it is needed first."""
        self.places.show_place(WRITE)
        (self.edit if self.has_pages else self.items.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        """Leave the list of what was shared; return whether it was open."""
        was_open = self.places.shows_past
        self.places.show_past(False)
        return was_open

    def notes_changed(self, *, is_open: bool) -> None:
        """Look by what the care notes know now: once they are locked, nothing may be seen that only they know."""
        self._at_the_lock.notes_changed(is_open=is_open)

    def open_add(self) -> None:
        """Open the drawer that finds another page."""
        drawer = AddDrawer(self.desk)
        drawer.chosen.connect(self._add_chosen)
        self.desk.overlay.open_drawer(drawer)
        drawer.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_gone(self) -> None:
        self.desk.messages.say(_("A page is no longer in your library, so it is not shared."), icon=Icon.INFO)

    def _show_judged(self, judged: Judged) -> None:
        before = waiting_words(self._shown) if self._shown is not None else ""
        self._shown = judged
        self.items.show_judged(judged)
        self.findings.show_judged(judged)
        self.edit.show_marks(
            [
                Piece(start=one.finding.start, end=one.finding.end)
                for one in judged.open_findings
                if one.page is None and one.finding.text
            ]
        )
        self.preview.show_judged(judged)
        self.foot.show_judged(judged)
        waiting = waiting_words(judged)
        if waiting != before:
            announce(waiting or _("All details are settled."))

    def _add_chosen(self, row: ArticleRow) -> None:
        self.desk.overlay.close_panel()
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
        self.header.set_title(_("What I shared or printed") if self.places.shows_past else _("Share"))
        nothing = _("Nothing leaves this computer until you press a button below.")
        self.header.set_subtitle("" if self.places.shows_past else nothing)
        self.header.show_words(not self._compact)
        self.header.setVisible(not self._compact or self.places.shows_past)
        self.past_button.setVisible(not self.places.shows_past)
        for part in (self.foot, self._line):
            part.setVisible(not self.places.shows_past)
        if self.places.shows_past:
            self.close_button.set_words(_("Back to sharing"))
        else:
            self.close_button.set_words(_("Close"), name=_("Close sharing"))

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
        self.judging.gone.connect(self._say_gone)
        self.items.add_asked.connect(self.open_add)
        self.items.removed.connect(self._take_away)
        self.items.check_asked.connect(self.check_asked)
        self.items.link_answered.connect(self._answer_link)
        self.findings.page_taken.connect(self._take_away_at)
        self.findings.unlock_asked.connect(self.unlock_asked)
        self.findings.settled.connect(lambda: self.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        self.sending.left.connect(self.past.refresh)
        self.past.open_asked.connect(self.page_asked)
        self.places.past_shown.connect(self._show_past)
        self.past_button.clicked.connect(lambda: self.places.show_past(True))
        self.close_button.clicked.connect(self._close)
        for part in (self.items, self.findings, self.preview.posts):
            part.arranged.connect(self._put_in_order)
        self._bind_keys()

    def _made_ways_out(self) -> WaysOut:
        parts = OutParts(
            messages=self.desk.messages,
            has_pages=lambda: self.has_pages,
            judging=self.judging,
            sending=self.sending,
            steps=self.steps,
            items=self.items,
            findings=self.findings,
            preview=self.preview,
            places=self.places,
            foot=self.foot,
        )
        return WaysOut(parts, self)

    def _put_in_order(self) -> None:
        """Let Tab go as it all stands, whatever was made first."""
        put_in_order(self)
        for before, after in pairwise((self.close_button, *self.places.tabs.buttons.values())):
            QWidget.setTabOrder(before, after)

    def _bind_keys(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.foot.mail.click)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self._outer = Column(theme, margins=(27, 24, 27, 20), gap=12, parent=self)
        self.header.add_action(self.past_button)
        self.header.add_action(self.close_button)
        head, below = Column(theme, margins=BESIDE_RING), Column(theme, margins=BESIDE_RING, gap=12)
        head.addWidget(self.header)
        below.addWidget(self._line)
        below.addWidget(self.foot)
        self._outer.addLayout(head)
        self._outer.addWidget(self.places, 1)
        self._outer.addLayout(below)
