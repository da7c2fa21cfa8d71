"""The card "Asked of me" beside one's own questions: there only where somebody asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.answering.received_drawer import open_all_received
from caregiver_app.ui.care.answering.received_looks import ReceivedLook, claimed, facts_of, read_received
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.headed_card import HeadedCard
from caregiver_app.ui.care.parts.record_rows import RecordRow, RecordRows
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.pill import Pill

_SHOWN = 4


class ReceivedCard(HeadedCard):
    """`opened` carries the number of a request."""

    opened = Signal(int)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Asked of me"), parent=parent)
        self._desk = desk
        self.rows = RecordRows(desk.theme, _("Asked of me"), self._row, fallback=self._focus_all)
        self.all = Button(desk.theme, _("All of them"), kind=ButtonKind.QUIET, name=_("All of them: asked of me"))
        self.all.clicked.connect(lambda: open_all_received(desk))
        self.body.addWidget(self.rows)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        self.setVisible(False)

    def refresh(self) -> None:
        """Read anew what others asked."""
        now = self._desk.clock.now()
        self._desk.ask(self, lambda vault: read_received(vault, now=now), self._show, key="received")

    def _show(self, looks: tuple[ReceivedLook, ...]) -> None:
        waiting = [look for look in looks if look.is_open]
        # Translators: {count} is how many requests of others wait for an answer
        heading = _("Asked of me: {count} to answer").format(count=format_number(len(waiting)))
        self.set_heading(heading if waiting else _("Asked of me"))
        self.rows.show_rows([(look.id, look) for look in (waiting or looks)[:_SHOWN]])
        self.all.setVisible(len(looks) > min(_SHOWN, len(waiting) or _SHOWN))
        self.setVisible(bool(looks))

    def _row(self, look: ReceivedLook) -> RecordRow:
        theme = self._desk.theme
        row = RecordRow(theme, look.name, pills=pills_of(self._desk, look))
        if not look.is_known and (says := claimed(look)):
            # Translators: {name} is who somebody says that they are; nobody knows whether it is so
            row.add_line(_("Says: {name}").format(name=says))
        row.add_line(facts_of(look, self._desk.clock.now()))
        words = _("Read and answer") if look.is_open else _("Read")
        name = _("{button}: {what}").format(button=words, what=f"{look.name}, {look.id}")
        button = Button(theme, words, kind=ButtonKind.QUIET, icon=Icon.MAIL, name=name)
        button.clicked.connect(lambda: self.opened.emit(look.id))
        row.add_button(button)
        return row

    def _focus_all(self) -> None:
        self.all.setFocus(Qt.FocusReason.OtherFocusReason)


def pills_of(desk: CareDesk, look: ReceivedLook) -> list[Pill]:
    """Return what has to be seen of a request at once."""
    pills = []
    if not look.is_known:
        pills.append(Pill(desk.theme, _("Not compared"), tone=Tone.WARN, icon=Icon.QUESTION))
    if look.is_late:
        pills.append(Pill(desk.theme, _("Its day is over"), tone=Tone.WARN, icon=Icon.CLOCK))
    return pills
