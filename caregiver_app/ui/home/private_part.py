"""Open care notes on Home: today's sheet, what comes up, what to ask, what to chase.

Made at each unlock, thrown away at each lock.

It holds the only widgets of Home in which words of the notes may stand.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.today import APPOINTMENTS, QUESTIONS, CareOnHome, CareToday
from caregiver_app.ui.home.chase_card import ChaseCard
from caregiver_app.ui.home.coming_card import ComingCard
from caregiver_app.ui.home.paper_card import PaperCard
from caregiver_app.ui.home.question_card import QuestionCard
from caregiver_app.ui.home.tips_part import TipsPart, words_of_care_tips
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.focus import first_stop
from caregiver_app.ui.widgets.layouts import Column


class PrivatePart(QWidget):
    """The private cards, or one line that they are hidden."""

    def __init__(self, theme: Theme, notes: CareToday, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self.tips = TipsPart(theme, words_of_care_tips())
        self.paper = PaperCard(theme)
        self.coming = ComingCard(theme)
        self.questions = QuestionCard(theme)
        self.chases = ChaseCard(theme)
        self.hide_cards = Button(theme, _("Hide private cards"), kind=ButtonKind.QUIET, icon=Icon.EYE_OFF)
        self.show_cards = Button(theme, _("Show them"), icon=Icon.EYE, name=_("Show them: the private cards"))
        self.hidden_line = Callout(theme, Tone.PRIVATE, Icon.EYE_OFF, _("Your appointments and questions are hidden."))
        self.hidden_line.add_button(self.show_cards)
        self._cards = QWidget()
        self._lay_out(theme)
        self._connect()
        notes.follow(self.questions.line)

    def show_notes(self, notes: CareOnHome, now: Millis) -> None:
        """Show what is due."""
        today = notes.today
        had_keyboard = self.hide_cards.hasFocus() or self.show_cards.hasFocus()
        self.tips.show_tips(notes.tips)
        if today.hidden:
            self.paper.page.forget()
        else:
            self.paper.show_today(today, now)
        self.coming.show_today(today, now)
        self.questions.show_today(today)
        self.chases.show_today(today, now)
        self._cards.setVisible(not today.hidden)
        self.hidden_line.setVisible(today.hidden)
        if had_keyboard:
            (self.show_cards if today.hidden else self.hide_cards).setFocus()

    def begin(self) -> None:
        """Put the keyboard at the first thing here."""
        stop = first_stop(self)
        if stop is not None:
            stop.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        cards = Column(theme, gap=16, parent=self._cards)
        for card in (self.paper, self.coming, self.questions, self.chases):
            cards.addWidget(card)
        cards.addWidget(self.hide_cards)
        column = Column(theme, gap=16, parent=self)
        column.addWidget(self.tips)
        column.addWidget(self.hidden_line)
        column.addWidget(self._cards)

    def _connect(self) -> None:
        notes = self._notes
        self.tips.ended.connect(notes.end_tip)
        self.tips.left.connect(self.begin)
        self.coming.opened.connect(lambda number: notes.open_tab(APPOINTMENTS, number))
        self.questions.all_asked.connect(lambda: notes.open_tab(QUESTIONS))
        self.questions.asked.connect(notes.mark_asked)
        line = self.questions.line
        self.questions.written.connect(lambda text: notes.keep_question(text, then=lambda: line.clear_kept(text)))
        self.chases.all_asked.connect(lambda: notes.open_tab(APPOINTMENTS))
        self.chases.done.connect(notes.mark_done)
        self.chases.left.connect(self.questions.begin)
        self.hide_cards.clicked.connect(lambda: notes.set_hidden(True))
        self.show_cards.clicked.connect(lambda: notes.set_hidden(False))
