"""Everything about somebody in one row of time, newest first, by day. What is chosen opens in its own tab."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import as_beginning, format_clock, format_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import summary_of
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.record_looks import look_of
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.across.timeline import TimelineEntry, TimelineKey
from caregiver_app.vault.records.note_html import note_title

_PAGE = 40
_SHOWN_CHARS = 160


class TimelineDrawer(Drawer):
    """`chosen` carries the `TimelineEntry` that was opened."""

    chosen = Signal(object)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Everything by time"), parent=parent)
        self._desk = desk
        self._entries: tuple[TimelineEntry, ...] = ()
        self.said = PlainLabel(_("Nothing is written yet."), ink="text-2", wrap=True)
        self.said.setVisible(False)
        self.list = OptionList(desk.theme, _("Everything by time"), (), ring=desk.ring)
        self.more = Button(desk.theme, _("Show earlier ones"), kind=ButtonKind.QUIET, icon=Icon.CHEV_DOWN)
        self.more.setVisible(False)
        self.more.clicked.connect(self._ask)
        self.list.chosen.connect(self.chosen)
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self._ask()

    def _ask(self) -> None:
        person, before = self._desk.whom.shown, self._last_key()
        self._desk.ask(
            self,
            lambda vault: vault.timeline.page(person, before=before, limit=_PAGE),
            self._show,
            key="timeline",
        )

    def _last_key(self) -> TimelineKey | None:
        return self._entries[-1].key if self._entries else None

    def _show(self, entries: tuple[TimelineEntry, ...]) -> None:
        self._entries += entries
        self.list.show_options(list(_options(self._entries)), keep=True, fit=True)
        self.list.setVisible(bool(self._entries))
        self.said.setVisible(not self._entries)
        self.more.setVisible(len(entries) == _PAGE)


def _options(entries: tuple[TimelineEntry, ...]) -> Iterator[Option[TimelineEntry]]:
    """Return the entries under the days on which they happened."""
    last = ""
    for entry in entries:
        day = as_beginning(format_day(Millis(entry.at), year=True))
        if day != last:
            yield Option(value=None, text=day)
        last = day
        look, clock = look_of(entry.kind), format_clock(entry.at)
        text = _beginning(entry) or look.word
        yield Option(value=entry, text=text, end=clock, icon=look.icon, spoken=f"{look.word}. {text}. {day}, {clock}")


def _beginning(entry: TimelineEntry) -> str:
    """Return the beginning of a record in one line; of a note without the signs of Markdown."""
    if entry.kind == "note":
        return note_title(entry.text, _SHOWN_CHARS)
    return summary_of(", ".join(filter(None, map(str.strip, entry.text.splitlines()))), _SHOWN_CHARS)
