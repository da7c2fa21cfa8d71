"""Searching inside the care notes. The words typed here are kept nowhere, and what is found never leaves the notes."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import HIT_END, HIT_START
from caregiver_app.support.i18n import format_near_day, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.care.record_looks import look_of
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.finding.searchable import Hit

_REST_MS = 200
_MOST = 50


class SearchDrawer(Drawer):
    """`chosen` carries the `Hit` that was opened."""

    chosen = Signal(object)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Search in your care notes"), parent=parent)
        self._desk = desk
        self.field = PrivateLine()
        self.said = PlainLabel(ink="text-2", wrap=True)
        self.list = OptionList(desk.theme, _("What was found"), (), ring=desk.ring)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self.body.addWidget(Field(desk.theme, _("Words"), self.field))
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.field.textChanged.connect(lambda _text: self._rest.start())
        self.field.returnPressed.connect(self._ask)
        self.list.chosen.connect(self.chosen)

    def look_for(self, words: str) -> None:
        """Search for words that were typed elsewhere."""
        self.field.setText(words)
        self._ask()

    def _ask(self) -> None:
        typed, person = self.field.text(), self._desk.whom.shown
        self._rest.stop()
        self._desk.ask(
            self,
            lambda vault: vault.searchable.find(typed, person_id=person, limit=_MOST),
            self._show,
            key="search",
        )

    def _show(self, hits: tuple[Hit, ...]) -> None:
        now = self._desk.clock.now()
        self.list.show_options([self._option(hit, format_near_day(hit.at, now)) for hit in hits], fit=True)
        typed = self.field.text().strip()
        words = ngettext("{count} found", "{count} found", len(hits)).format(count=format_number(len(hits)))
        if not hits:
            words = _("Nothing found. Try a shorter word.")
        self.said.setText(words if typed else "")
        announce(words if typed else "")

    @staticmethod
    def _option(hit: Hit, day: str) -> Option[Hit]:
        look = look_of(hit.kind)
        text = hit.text.replace(HIT_START, "").replace(HIT_END, "")
        return Option(value=hit, text=text, end=day, icon=look.icon, spoken=f"{look.word}. {text}. {day}")
