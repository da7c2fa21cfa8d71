"""Every connection of the application, by address or one by one, and what can be done about an address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.model.time import Millis
from caregiver_app.model.web import Why
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.settings.ledger_words import exchanged_words, line_words, times_words, when_words, whys_words
from caregiver_app.ui.settings.privacy_questions import LedgerFacts
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.plain import PlainLabel

_ROWS = 6
_LONGEST = 200
_FIND_WIDTH = 240


class Grouping(StrEnum):
    """How connections are listed."""

    ADDRESS = "address"
    LINE = "line"


class LedgerCard(Card):
    """`stop_pressed` carries the host that shall not be asked any more."""

    stop_pressed = Signal(str)

    def __init__(
        self, theme: Theme, now: Callable[[], Millis], *, ring: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Connections"), parent=parent)
        self._theme = theme
        self._now = now
        self._ledger = LedgerFacts(since=None, hosts=(), lines=())
        self._blocked: frozenset[str] = frozenset()
        self.grouping = ChipGroup(theme, _("List connections"), _groupings())
        self.words = QLineEdit()
        self.words.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.words.setPlaceholderText(_("Find an address"))
        self.words.setAccessibleName(_("Find an address"))
        self.words.setAccessibleDescription(_("The list follows while you type."))
        self.words.setMaxLength(_LONGEST)
        self.list = LineList(theme, _("Connections"), ring=ring, rows=_ROWS)
        self.nothing = PlainLabel(ink="text-2", wrap=True)
        self.about = PlainLabel(wrap=True)
        self.stop = Button(theme, _("Stop contacting this address"), icon=Icon.STOP)
        self._lay_out()
        self.grouping.chosen.connect(lambda _key: self._paint())
        self.words.textChanged.connect(lambda _words: self._paint())
        self.list.picked.connect(lambda _line: self._show_current())
        self.stop.clicked.connect(lambda: self.stop_pressed.emit(self.host))
        theme.changed.connect(self._fit)
        self._fit()
        self._paint()

    @property
    def host(self) -> str:
        """The address of the current line, empty when there is none."""
        return self.list.current.partition(" ")[0]

    def show_ledger(self, ledger: LedgerFacts) -> None:
        """Show what was connected to; what is current and where the list stands stays."""
        self._ledger = ledger
        self._paint()

    def show_blocked(self, hosts: Sequence[str]) -> None:
        """Offer to stop only what is not stopped yet."""
        self._blocked = frozenset(hosts)
        self._show_current()

    def _paint(self) -> None:
        words = self.words.text().casefold().split()
        lines = self._by_address() if self.grouping.current == Grouping.ADDRESS else self._one_by_one()
        shown = [line for line in lines if all(word in f"{line.title} {line.facts}".casefold() for word in words)]
        self.list.show_lines(shown)
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.nothing.setText(
            _("Nothing found.") if words and lines else _("This application has contacted nobody in this time.")
        )
        self._show_current()

    def _by_address(self) -> list[Line]:
        now = self._now()
        return [
            Line(key=one.host, title=one.host, facts=_totals(one.requests, one.last_at, now))
            for one in self._ledger.hosts
        ]

    def _one_by_one(self) -> list[Line]:
        now = self._now()
        lines = self._ledger.lines
        return [
            Line(key=f"{line.host} {line.at} {place}", title=line.host, facts=line_words(line, now))
            for place, line in zip(range(len(lines), 0, -1), lines, strict=True)
        ]

    def _show_current(self) -> None:
        host = self.host
        found = next((one for one in self._ledger.hosts if one.host == host), None)
        self.about.setVisible(found is not None)
        self.stop.setVisible(found is not None and host not in self._blocked)
        if found is not None:
            why = whys_words(Why(why) for why in found.whys)
            exchanged = exchanged_words(found.sent_bytes, found.received_bytes)
            self.about.setText(f"{found.host}: {why}. {exchanged}.")
            self.stop.set_words(
                _("Stop contacting this address"), name=_("Stop contacting this address: {host}").format(host=host)
            )

    def _fit(self) -> None:
        self.words.setFixedWidth(self._theme.px(_FIND_WIDTH))

    def _lay_out(self) -> None:
        tools = QWidget()
        flow = Flow(self._theme, gap=12, parent=tools)
        flow.addWidget(self.grouping)
        flow.addWidget(self.words)
        self.body.addWidget(tools)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list)
        below = Column(self._theme, gap=8)
        below.addWidget(self.about)
        below.addWidget(self.stop)
        self.body.addLayout(below)
        self.body.addWidget(
            PlainLabel(
                _("This list shows addresses only: no page, no search word, nothing you wrote."),
                role=TypeRole.SMALL,
                ink="text-2",
                wrap=True,
            )
        )


def _totals(requests: int, last_at: Millis | None, now: Millis) -> str:
    if last_at is None:
        return times_words(requests)
    # Translators: e.g. "41 times  ·  Last: today, 8:05"
    return _("{times}  ·  Last: {when}").format(times=times_words(requests), when=when_words(last_at, now, inside=True))


def _groupings() -> tuple[ChipChoice, ...]:
    return (
        ChipChoice(key=Grouping.ADDRESS.value, text=_("By address")),
        ChipChoice(key=Grouping.LINE.value, text=_("One by one")),
    )
