"""The place of the care notes on Home: what is said while they are shut, and the private cards while they are open.

At each lock the cards are taken away in the same moment; nothing of them is kept here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.notices import SheetNotice
from caregiver_app.ui.care.today import CareOnHome, CareToday
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.home.copy_notice import CopyNotice
from caregiver_app.ui.home.shut_part import ShutPart
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.ui.home.private_part import PrivatePart


class NotesPlace(QObject):
    """`notices` go above everything else of Home, `holder` has the cards. `turned` comes with whatever changes here.

    `greeted` carries whom to greet: a name with what was read of open notes, an empty one at the lock.
    `picture_wanted` and `print_asked` carry the `PaperWish` of a sheet; `take_picture` is the answer to the first.
    """

    turned = Signal()
    greeted = Signal(str)
    copy_asked = Signal()
    picture_wanted = Signal(object)
    print_asked = Signal(object)

    def __init__(self, desk: Desk, notes: CareToday, home: QWidget) -> None:
        """While `home` is not seen, nothing is asked."""
        super().__init__(home)
        self._desk = desk
        self._notes = notes
        self._home = home
        self._backed_up_at: Millis | None = None
        self._kept_since: Millis | None = None
        self._keyboard_waits = False
        self._is_loud = True
        self.shut = ShutPart(desk.theme)
        self.sheet = SheetNotice(desk.theme)
        self.copy = CopyNotice(desk.theme)
        self.holder = QWidget()
        self._column = Column(desk.theme, parent=self.holder)
        self.cards: PrivatePart | None = None
        notes.changed.connect(self.show_state)
        notes.stepped.connect(self._ask_if_seen)
        self.shut.set_up_asked.connect(notes.set_up)
        self.sheet.pressed.connect(notes.open_sheet)
        self.copy.pressed.connect(self.copy_asked)

    @property
    def notices(self) -> tuple[QWidget, ...]:
        """What may be said above the cards, or in their place."""
        return (self.shut, self.sheet, self.copy)

    @property
    def are_there(self) -> bool:
        """Whether there are care notes at all."""
        return self._notes.state is not LockState.ABSENT

    def ask(self) -> None:
        """Ask open notes what is due; of shut ones nothing is known."""
        if self._notes.state is LockState.OPEN:
            self._notes.read(self, self._show)

    def take_backup(self, at: Millis | None) -> None:
        """Take in when the last copy was made."""
        self._backed_up_at = at
        self._show_copy()

    @property
    def shows_picture(self) -> bool:
        """Whether the picture of today's sheet is there."""
        return self.cards is not None and self.cards.paper.page.has_picture

    def take_picture(self, png: bytes) -> None:
        """Show the picture of today's sheet; not where the notes were locked or hidden meanwhile."""
        if self.cards is not None and self.cards.paper.isVisibleTo(self.cards):
            self.cards.paper.page.show_picture(png)

    def be_louder(self, louder: bool) -> None:
        """Have the filled button of the view, or leave it to what matters more now."""
        self._is_loud = louder
        self.shut.be_louder(louder)
        if self.cards is not None:
            self.cards.paper.be_louder(louder)

    def begin_when_open(self) -> None:
        """Put the keyboard at the cards as soon as they are there."""
        self._keyboard_waits = True

    def show_state(self) -> None:
        """Show how it stands with the lock; to be called once when all parts are in their places."""
        state = self._notes.state
        if state is not LockState.OPEN:
            self._throw_away()
        self.shut.show_state(state)
        self._ask_if_seen()
        self.turned.emit()

    def _ask_if_seen(self) -> None:
        if self._home.isVisible():
            self.ask()

    def _show(self, found: CareOnHome) -> None:
        if self.cards is None:
            self.cards = self._made_cards()
        self.cards.show_notes(found, self._desk.clock.now())
        self.sheet.setVisible(True)
        self.sheet.show_state(found.sheet)
        self._kept_since = found.today.kept_since
        self._show_copy()
        self.greeted.emit(found.writer)
        self.turned.emit()
        waits, self._keyboard_waits = self._keyboard_waits, False
        if waits:
            self.cards.begin()

    def _made_cards(self) -> PrivatePart:
        from caregiver_app.ui.home.private_part import PrivatePart

        cards = PrivatePart(self._desk.theme, self._notes)
        cards.paper.be_louder(self._is_loud)
        cards.paper.wanted.connect(self.picture_wanted)
        cards.paper.print_asked.connect(self.print_asked)
        cards.coming.print_asked.connect(self.print_asked)
        self._column.addWidget(cards)
        self.holder.setVisible(True)
        return cards

    def _throw_away(self) -> None:
        cards, self.cards = self.cards, None
        self.greeted.emit("")
        self._kept_since = None
        for part in (self.sheet, self.copy, self.holder):
            part.setVisible(False)
        if cards is not None:
            self._column.removeWidget(cards)
            cards.hide()
            cards.paper.page.forget()
            cards.deleteLater()

    def _show_copy(self) -> None:
        now = self._desk.clock.now()
        self.copy.show_copy(kept_since=self._kept_since, backed_up_at=self._backed_up_at, now=now)
