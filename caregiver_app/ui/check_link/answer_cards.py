"""What stands below the links of an answer: whom to ask, what the library has, how to judge, and a kind reply."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.article import ArticleRow
from caregiver_app.model.forwarded import Checked
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import checked_links as of_link
from caregiver_app.support.sentences import forwarded as words
from caregiver_app.ui.check_link.link_card import LinkCard
from caregiver_app.ui.check_link.reply_card import Reply, ReplyCard
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.row_words import short_facts
from caregiver_app.ui.library.status_words import page_look
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.plain import PlainLabel


class AnswerView(QWidget):
    """All that is said of what was pasted. `opened` carries a page of the library to be read."""

    opened = Signal(object)

    def __init__(self, desk: Desk, checked: Checked, reply: Reply, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._checked = checked
        headings = _headings(len(checked.links))
        self.links = [LinkCard(desk, link, heading) for link, heading in zip(checked.links, headings, strict=True)]
        self.related = _related_list(desk, checked.related) if checked.related else None
        self.money = _money(desk) if checked.after_money else None
        self.reply = None if checked.after_money else ReplyCard(desk, checked, reply)
        self._column = Column(desk.theme, gap=16, parent=self)
        if self.money is not None:
            self._column.addWidget(self.money)
        self._add_links()
        self._column.addWidget(self._related_card())
        if self.reply is not None:
            self._column.addWidget(self.reply)
        self._column.addWidget(_steps_card(desk))
        if self.money is not None:
            self._column.addWidget(PlainLabel(words.remedy_sentences(), ink="text-2", wrap=True))
        self._column.addWidget(PlainLabel(words.what_was_looked_at(), ink="text-2", wrap=True))

    @property
    def spoken(self) -> str:
        """What a screen reader says when the answer has come."""
        first = of_link.link_verdict(self._checked.links[0]).text if self._checked.links else words.no_link()
        if self._checked.after_money:
            return f"{words.money_sentence().text} {first}"
        return f"{first} {words.remedy_sentences()}"

    def _add_links(self) -> None:
        """Put what everybody has to know behind the link that asks for most care, before all others."""
        if not self.links:
            self._column.addWidget(Callout(self._desk.theme, Tone.NEUTRAL, Icon.INFO, words.no_link()))
            self._add_remedies()
        for place, card in enumerate(self.links):
            card.opened.connect(self.opened)
            self._column.addWidget(card)
            if not place:
                self._add_remedies()
        told = (
            words.more_links(self._checked.left_out) if self._checked.left_out else "",
            words.was_cut() if self._checked.cut else "",
        )
        for sentence in filter(None, told):
            self._column.addWidget(PlainLabel(sentence, ink="text-2", wrap=True))

    def _add_remedies(self) -> None:
        """Say it beside the link; where money is what it is about, it stands below everything."""
        if self.money is None:
            self._column.addWidget(_remedies(self._desk))

    def _related_card(self) -> Card:
        card = Card(self._desk.theme, _("In your library on this"))
        if self.related is None:
            card.body.addWidget(PlainLabel(words.nothing_on_this(), wrap=True))
            if self.money is None:
                card.body.addWidget(PlainLabel(words.whom_to_ask().happened, wrap=True))
        else:
            if self._checked.in_general:
                title = topic_title(self._checked.in_general, self._checked.in_general)
                card.body.addWidget(PlainLabel(words.only_in_general(title), wrap=True))
            self.related.opened.connect(self._open)
            card.body.addWidget(self.related)
        return card

    def _open(self, line: Line) -> None:
        row = next((row for row in self._checked.related if str(row.id) == line.key), None)
        if row is not None:
            self.opened.emit(row)


def _headings(count: int) -> list[str]:
    if count == 1:
        return [_("The link")]
    numbers = range(1, count + 1)
    # Translators: over one of several web addresses in a message
    return [_("Link {number} of {count}").format(number=format_number(n), count=format_number(count)) for n in numbers]


def _money(desk: Desk) -> Callout:
    said = words.money_sentence()
    return Callout(desk.theme, Tone.WARN, Icon.ALERT, said.happened, f"{said.means} {said.to_do}")


def _remedies(desk: Desk) -> Callout:
    return Callout(desk.theme, Tone.WARN, Icon.PILL, words.remedy_sentences(), words.whom_to_ask().text)


def _related_list(desk: Desk, rows: Sequence[ArticleRow]) -> LineList:
    found = LineList(desk.theme, _("In your library on this"), ring=desk.ring, rows=len(rows))
    found.show_lines(
        [Line(key=str(row.id), title=row.title, facts=short_facts(row), pill=page_look(row)) for row in rows]
    )
    return found


def _steps_card(desk: Desk) -> Card:
    card = Card(desk.theme, _("Judge it yourself"))
    for step in words.judging_steps():
        holder = QWidget()
        column = Column(desk.theme, gap=2, parent=holder)
        column.addWidget(PlainLabel(step.name, role=TypeRole.STRONG))
        column.addWidget(PlainLabel(step.words, wrap=True))
        card.body.addWidget(holder)
    return card
