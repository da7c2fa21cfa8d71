"""What stands below the number: what to say on the phone, signs that mean "call now", and lines for advice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.emergency_signs import SignsOf
from caregiver_app.support.helplines import HelpKind, Helpline, lines_at
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.emergency import gap_words, phone_steps, sign_words, source_words
from caregiver_app.support.sentences.helplines import about_words, checked_words, kind_words, number_words
from caregiver_app.ui.helplines.line_part import LinePart
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import Figure, PlainLabel

_ADVICE = (HelpKind.HEALTH, HelpKind.POISON)
_MARK = 28


class SayCard(Card):
    """What to say, in order."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("What to say on the phone"), parent=parent)
        for number, words in enumerate(phone_steps(), start=1):
            self.body.addWidget(_item(theme, format_number(number), words))


class SignsCard(Card):
    """Signs in our words, and who says so. Nothing stands here that its source does not say.

    First it says that no list is whole: who reads it seeks what they see, and may not find it.
    """

    def __init__(self, theme: Theme, said: Sequence[SignsOf], *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Call now if"), parent=parent)
        self.body.addWidget(PlainLabel(_("When in doubt, call. Other things can be an emergency, too."), wrap=True))
        for each in said:
            column = Column(theme, gap=6)
            for sign in each.signs:
                column.addWidget(_item(theme, "•", sign_words(sign)))
            column.addWidget(PlainLabel(source_words(each), role=TypeRole.SMALL, ink="text-2", wrap=True))
            self.body.addLayout(column)


class AdviceCard(Card):
    """Lines that answer when it is not an emergency, or when somebody swallowed something; and which we do not know."""

    def __init__(self, theme: Theme, place: str, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("To ask for advice"), parent=parent)
        for (kind, _number), some in groupby(advice_lines(place), key=lambda line: (line.kind, line.phone)):
            lines = list(some)
            if len(lines) == 1:
                # Translators: what a line is for and whose it is, e.g. "Poisoning: Poison Control"
                name = _("{what}: {name}").format(what=kind_words(kind), name=lines[0].organisation)
                self.body.addWidget(LinePart(theme, lines[0], name, today))
            else:
                self.body.addWidget(_shared_number(theme, lines, today))
        for words in gap_words(place):
            self.body.addWidget(PlainLabel(words, wrap=True))


def advice_lines(place: str) -> tuple[Helpline, ...]:
    """Return the lines for medical advice and about poison that ship for a place, those for advice first."""
    lines = [line for line in lines_at(place) if line.kind in _ADVICE]
    return tuple(sorted(lines, key=lambda line: _ADVICE.index(line.kind)))


def _shared_number(theme: Theme, lines: Sequence[Helpline], today: date) -> QWidget:
    """Return one number that is answered by another service in each part of a country, said once."""
    holder = QWidget()
    what, number = kind_words(lines[0].kind), number_words(lines[0])
    holder.setAccessibleName(f"{what}, {number}")
    column = Column(theme, gap=2, parent=holder)
    column.addWidget(PlainLabel(what, role=TypeRole.STRONG, wrap=True))
    column.addWidget(Figure(number, role=TypeRole.TITLE, wrap=True))
    for line in lines:
        column.addWidget(PlainLabel("  ·  ".join(filter(None, (line.organisation, about_words(line)))), wrap=True))
    for words in dict.fromkeys(checked_words(line, today) for line in lines):
        column.addWidget(PlainLabel(words, role=TypeRole.SMALL, ink="text-2", wrap=True))
    return holder


def _item(theme: Theme, mark: str, words: str) -> QWidget:
    holder = QWidget()
    row = Row(theme, gap=8, parent=holder)
    before = PlainLabel(mark, role=TypeRole.STRONG)
    before.setFixedWidth(theme.px(_MARK))
    row.addWidget(before, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(words, wrap=True), 1)
    return holder
