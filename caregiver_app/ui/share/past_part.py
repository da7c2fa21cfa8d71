"""What was shared or printed: which page, in which form, on which day; never for whom. It can be erased, or be off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.past_share import PastShare
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.shares import form_word
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.ui.share.lane import ShareLane
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.confirm import Confirm, Question, ask_first
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.sharing import Sharing
    from caregiver_app.library.store import Library

_ROWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The list as it stands, and whether it is kept."""

    shares: tuple[PastShare, ...]
    kept: bool


class PastPart(QWidget):
    """`open_asked` carries the `PastShare` whose page is wanted."""

    open_asked = Signal(object)

    def __init__(self, lane: ShareLane, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._theme = lane.desk.theme
        self._past = Past(shares=(), kept=True)
        theme = self._theme
        self.list = LineList(theme, _("What I shared or printed"), ring=lane.desk.ring, rows=_ROWS)
        self.open = Button(theme, _("Open the page"), icon=Icon.LIBRARY)
        self.erase_all = Button(theme, _("Erase the list"), kind=ButtonKind.QUIET, icon=Icon.TRASH)
        self.switch = CheckBox(theme, _("Keep a list of what I share and print"))
        self._none = PlainLabel(_("Nothing is on the list."), ink="text-2", wrap=True)
        self._ways = QWidget()
        self._lay_out()
        self._connect()
        self._show(self._past)

    def refresh(self) -> None:
        """Ask for the list as it is now."""
        self._lane.ask(self, read_past, self._show, key="share.past")

    def ask_to_erase(self) -> Confirm:
        """Ask once more before the whole list goes, for that cannot be undone."""
        question = Question(
            title=_("Erase the list of what you shared and printed?"),
            text=_("Caregiver can then not tell you that a page changed since you shared or printed it."),
            do=_("Erase the list"),
            keep=_("Keep the list"),
        )
        return ask_first(self._lane.desk.overlay, self._theme, question, self._erase)

    def _current(self) -> PastShare | None:
        return next((one for one in self._past.shares if str(one.id) == self.list.current), None)

    def _open(self) -> None:
        share = self._current()
        if share is not None:
            self.open_asked.emit(share)

    def _erase(self) -> None:
        def done(_none: None) -> None:
            words = _("The list of what you shared and printed is erased.")
            self._lane.desk.messages.say(words, icon=Icon.TRASH, kind="share-past")
            self.refresh()

        self._lane.ask(self, lambda sharing, library: sharing.erase_log(library), done)

    def _switch(self, on: bool) -> None:
        self._lane.ask(self, lambda sharing, library: sharing.set_keeps_log(library, on), lambda _none: self.refresh())

    def _show(self, past: Past) -> None:
        self._past = past
        self.list.show_lines([_line(share) for share in past.shares])
        if not self.list.current and past.shares:
            self.list.show_quietly(self.list.model().index(0, 0))
        self.switch.blockSignals(True)
        self.switch.setChecked(past.kept)
        self.switch.blockSignals(False)
        for part in (self.list, self._ways):
            part.setVisible(bool(past.shares))
        self._none.setVisible(not past.shares)

    def _connect(self) -> None:
        self.list.opened.connect(lambda _line: self._open())
        self.open.clicked.connect(self._open)
        self.erase_all.clicked.connect(self.ask_to_erase)
        self.switch.toggled.connect(self._switch)

    def _lay_out(self) -> None:
        column = Column(self._theme, gap=16, parent=self)
        told = _("It says what you shared or printed, in which form and on which day. It does not say with whom.")
        column.addWidget(PlainLabel(told, wrap=True))
        column.addWidget(self._none)
        column.addWidget(self.list)
        flow = Flow(self._theme, gap=8, parent=self._ways)
        for button in (self.open, self.erase_all):
            flow.addWidget(button)
        column.addWidget(self._ways)
        card = Card(self._theme)
        card.setAccessibleName(_("The list"))
        card.body.addWidget(self.switch)
        off = _(
            "When this is off, Caregiver cannot tell you that a page changed or was withdrawn since you shared or "
            "printed it."
        )
        card.body.addWidget(PlainLabel(off, role=TypeRole.SMALL, ink="text-2", wrap=True))
        column.addWidget(card)
        column.addStretch(1)


def read_past(sharing: Sharing, library: Library) -> Past:
    """Return what the library says; runs in the share's lane."""
    return Past(shares=sharing.past(library), kept=sharing.keeps_log(library))


def _line(share: PastShare) -> Line:
    changed = PillLook(text=_("Changed since you shared or printed it"), tone=Tone.WARN, icon=Icon.HISTORY)
    # Translators: the form and the day of something that was shared or printed
    facts = _("{form}  ·  {day}").format(form=form_word(share.form), day=day_words(share.day))
    return Line(
        key=str(share.id),
        title=share.title or _("A page that is no longer here"),
        facts=facts,
        pill=changed if share.changed else None,
    )
