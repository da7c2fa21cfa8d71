"""The cards of what was found, under headings, a bounded number at a time; or that nothing was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.help_choosing import EVERYWHERE
from caregiver_app.model.help_lines import HelpDirectory, HelpGroup, HelpLine
from caregiver_app.model.opening_hours import Opening, OpenState, opening_at
from caregiver_app.model.pack_help import HelplineKind
from caregiver_app.model.time import day_of
from caregiver_app.support.helplines import HelpKind
from caregiver_app.support.i18n import country_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import from_words, kind_words, nation_words
from caregiver_app.ui.help_lines.desk import HelpDesk
from caregiver_app.ui.help_lines.group_card import GroupCard
from caregiver_app.ui.help_lines.line_card import LineCard
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

AT_ONCE = 10
"""So many cards are made at a time; more come by a button."""

_A_DAY = timedelta(days=1)  # it is tomorrow already where a pack was published

_TO_TALK = (HelplineKind.ABUSE, HelplineKind.CARING, HelplineKind.GRIEF)
"""Somebody who rings one of these in vain can talk to a crisis line."""

Entries = Sequence[HelpLine | HelpGroup]


class Results(QWidget):
    """`more_asked` wants further entries to be shown; who listens makes this anew with a greater `most`.

    Whether a line is open is said only of one that somebody checked, and only while the clock shows no day before one
    on which something that ships was published.
    """

    more_asked = Signal()

    def __init__(
        self, desk: HelpDesk, directory: HelpDirectory, entries: Entries, most: int, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now = desk.clock.now()
        self._today: date = day_of(self._now)
        self._tells_time = directory.newest is None or self._today + _A_DAY >= directory.newest
        self._lines = directory.lines
        self.cards: list[LineCard | GroupCard] = []
        self.more: Button | None = None
        self._column = Column(desk.theme, gap=12, parent=self)
        called = _called(entries)
        shown = list(entries[:most])
        for heading, some in groupby(shown, key=_heading):
            self._column.addWidget(PlainLabel(heading, role=TypeRole.HEADING, wrap=True))
            for each in some:
                card = self._card(each, called[len(self.cards)])
                self.cards.append(card)
                self._column.addWidget(card)
        if len(entries) > most:
            self._add_more(len(entries) - most)

    def _add_more(self, left: int) -> None:
        # Translators: {count} is how many further entries there are
        self.more = Button(self._desk.theme, _("Show more ({count} left)").format(count=left))
        self.more.clicked.connect(self.more_asked)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def _card(self, each: HelpLine | HelpGroup, called: str) -> LineCard | GroupCard:
        if isinstance(each, HelpGroup):
            return GroupCard(self._desk, each, called=called)
        opening = self._opening(each)
        instead = self._open_instead(each) if opening.state is OpenState.CLOSED else None
        return LineCard(self._desk, each, opening, self._now, self._today, called=called, instead=instead)

    def _opening(self, each: HelpLine) -> Opening:
        if not self._tells_time or each.taken_back is not None or each.line.checked_on is None:
            return Opening(state=OpenState.UNKNOWN)
        return opening_at(each.line.hours, each.line.zone, self._now)

    def _open_instead(self, closed: HelpLine) -> HelpLine | None:
        """Return a line that ships, of the same country or nation, that answers day and night: for the same, else to
        talk.
        """
        shipped = [each for each in self._lines if not each.publisher]
        there = [each for each in shipped if each.line.country in (closed.line.country, closed.state)]
        kinds = (closed.line.kind, HelplineKind.CRISIS) if closed.line.kind in _TO_TALK else (closed.line.kind,)
        for kind in kinds:
            for each in there:
                if each.line.kind is kind and each.line.phone and self._opening(each).state is OpenState.ALWAYS:
                    return each
        return None


def _heading(each: HelpLine | HelpGroup) -> str:
    if isinstance(each, HelpLine):
        return from_words(each.publisher) or kind_words(HelpKind(each.line.kind.value))
    return _("For people everywhere") if each.state == EVERYWHERE else country_name(each.state)


def _called(entries: Entries) -> list[str]:
    """Return what each is called where it must not be taken for another: with its country, then its number or site."""
    names = [_name(each) for each in entries]
    placed = [f"{name}, {_where(each)}" for name, each in zip(names, entries, strict=True)]
    once, twice = Counter(names), Counter(placed)
    return [
        name if once[name] == 1 else place if twice[place] == 1 else f"{place}, {_detail(each)}"
        for name, place, each in zip(names, placed, entries, strict=True)
    ]


def _name(each: HelpLine | HelpGroup) -> str:
    return each.line.name if isinstance(each, HelpLine) else each.group.name


def _where(each: HelpLine | HelpGroup) -> str:
    country = each.line.country if isinstance(each, HelpLine) else each.group.country
    return nation_words(country.partition("-")[2]) or country_name(each.state)


def _detail(each: HelpLine | HelpGroup) -> str:
    return each.line.phone or each.line.page if isinstance(each, HelpLine) else each.group.address
