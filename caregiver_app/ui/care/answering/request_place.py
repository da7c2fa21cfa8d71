"""What somebody asked, in a place of its own: from whom, exactly as it came, and room for an answer to each question.

Nothing of a file comes here before it was opened and judged whole. Who made it nobody can know: anybody with our key
can make such a file. So the answer goes to the one key in it, once that was compared.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.answering.answering_ways import AnsweringWays
from caregiver_app.ui.care.answering.question_part import QuestionPart
from caregiver_app.ui.care.answering.received_looks import ReceivedLook, read_request
from caregiver_app.ui.care.answering.sent_text import SentText, sent_moment, sent_top
from caregiver_app.ui.care.answering.stay_part import StayPart
from caregiver_app.ui.care.answering.stranger_callout import StrangerCallout
from caregiver_app.ui.care.asking.add_key_drawer import line
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.form import Form, line_part
from caregiver_app.ui.care.parts.placed_tab import InnerPlace, back_to
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.tab_order import put_in_order
from caregiver_app.vault.changes.kinds import RECEIVED
from caregiver_app.vault.letters.request import LINE_CHARS, AskItem, ItemKind

PLACE = f"{RECEIVED}/"
"""How the names of drafts begin that are written here."""


class RequestPlace(InnerPlace):
    """Read anew after each step; what is being written stays. It closes where the request is gone."""

    def __init__(self, desk: CareDesk, look: ReceivedLook, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _heading(look), back=back_to(_("Questions")), parent=parent)
        self._desk = desk
        self._look = look
        self.ways = AnsweringWays(desk, look.id, self)
        self.stranger = StrangerCallout(desk.theme)
        self.questions = [QuestionPart(desk, item) for item in look.request.body.of_kind(ItemKind.QUESTION)]
        self.call = Field(
            desk.theme,
            _("If it cannot wait, they call"),
            PrivateLine(longest=LINE_CHARS),
            hint=_("It goes along with your answer. Empty: their doctor or the emergency number."),
        )
        self.save = Button(desk.theme, _("Save my answer"), kind=ButtonKind.MAIN, icon=Icon.USB)
        self.stay = StayPart(desk)
        self._lay_out(look)
        self.form = Form(desk, f"{PLACE}{look.id}", self)
        for part in self.questions:
            self.form.add(part.form_part())
        self.form.add(line_part("call", line(self.call), self.call))
        self.form.begin({})
        self._connect()
        self._show(look)

    def begin(self) -> None:
        """Put the keyboard where one was writing, else where one begins to read."""
        if self.form.is_changed:
            self.form.focus()
        else:
            super().begin()

    def closing(self) -> None:
        """Keep what is written as a draft."""
        self.form.leave()

    def refresh(self) -> None:
        """Read the request anew."""
        now, received_id = self._desk.clock.now(), self._look.id
        self._desk.ask(
            self,
            lambda vault: read_request(vault, received_id, now=now),
            self._show,
            key="received-one",
            failed=lambda _error: self.left.emit(),
        )

    def answer(self) -> None:
        """Ask where the file goes, once there is an answer that fits into one."""
        if self.save.isHidden():
            return
        texts = {part.number: part.answer for part in self.questions if part.answer}
        if not texts:
            announce(_("Write an answer first."), urgent=True)
            self.questions[0].field.show_error(_("Write an answer first."))
        elif all(part.check() for part in self.questions):
            self.ways.ask_where_to_save(texts, line(self.call).text())

    def _show(self, look: ReceivedLook) -> None:
        self._look = look
        now = self._desk.clock.now()
        self.set_heading(_heading(look))
        self.stranger.show_request(look)
        for part in self.questions:
            part.show_given(look.request.given, now)
            part.set_answerable(look.is_known)
        for widget in (self.call, self.save):
            widget.setVisible(look.is_known and bool(self.questions))
        self.stay.show_request(look, now)
        put_in_order(self)

    def _written(self) -> None:
        """Begin with empty answers again: what stood there is written down."""
        self.form.show({f"answer-{part.number}": "" for part in self.questions})
        self.form.finish()

    def _gone(self) -> None:
        """Leave, without a draft of an answer to what is no longer there."""
        self.form.finish()
        self.left.emit()

    def _connect(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.answer)
        self.stranger.compare.clicked.connect(lambda: self.ways.compare(self._look))
        self.save.clicked.connect(self.answer)
        self.ways.answered.connect(self._written)
        self.stay.again.connect(self.ways.ask_where_again)
        self.stay.keep_wanted.connect(self.ways.keep)
        self.stay.let_go_wanted.connect(self.ways.let_go)
        self.stay.record_wanted.connect(lambda: self.ways.ask_where_record(self.stay.target))
        self.stay.delete_wanted.connect(lambda: self.ways.delete(self._gone))

    def _lay_out(self, look: ReceivedLook) -> None:
        theme, body = self._desk.theme, look.request.body
        urgent = Callout(
            theme,
            Tone.INFO,
            Icon.INFO,
            _("Not for urgent questions"),
            _("An answer by file takes its time. Where something cannot wait, call them."),
        )
        top = Card(theme, _("As it came"))
        top.body.addWidget(SentText(theme, _("What stands at its top"), sent_top(body)))
        notes = [_note_card(self._desk, item) for item in body.of_kind(ItemKind.NOTE)]
        for part in (urgent, self.stranger, top, *self.questions, *notes, self.call):
            self.body.addWidget(part)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.stay)


def _heading(look: ReceivedLook) -> str:
    # Translators: {name} is who asked
    return _("Questions from {name}").format(name=look.name) if look.is_known else _("Questions to you")


def _note_card(desk: CareDesk, item: AskItem) -> Card:
    heading = _("Note {number}, {when}").format(number=item.number, when=sent_moment(item.at))
    card = Card(desk.theme, heading)
    card.body.addWidget(SentText(desk.theme, _("Note {number} as it came").format(number=item.number), item.text))
    return card
