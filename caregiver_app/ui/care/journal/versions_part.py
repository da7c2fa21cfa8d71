"""What a note said before: for thirty days, to be read and brought back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_clock, format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.journal.note_looks import version_lines
from caregiver_app.ui.care.journal.steps import bring_back
from caregiver_app.ui.care.parts.record_rows import RecordRow, RecordRows
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.changes.versions import Version

_SHOWN_CHARS = 1_500


class VersionsPart(QWidget):
    """Folded away until asked for."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName(_("Earlier versions"))
        self.none = PlainLabel(_("Nothing was changed in the last 30 days."), ink="text-2", wrap=True)
        self.open = Button(
            desk.theme, _("Show earlier versions"), kind=ButtonKind.QUIET, icon=Icon.HISTORY, checkable=True
        )
        self.open.clicked.connect(self._fold)
        self.rows = RecordRows(desk.theme, _("Earlier versions"), self._row, fallback=self._focus_open)
        column = Column(desk.theme, gap=8, parent=self)
        column.addWidget(PlainLabel(_("Earlier versions"), role=TypeRole.STRONG))
        column.addWidget(self.none)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.rows)
        self.rows.setVisible(False)

    def show_versions(self, versions: tuple[Version, ...], *, kept: bool = False) -> None:
        """Show what there is; `kept` leaves out what would change the note."""
        self.none.setVisible(not versions)
        self.open.setVisible(bool(versions))
        self.rows.show_rows([(one.id, (one, kept)) for one in versions])
        self.rows.setVisible(bool(versions) and self.open.isChecked())

    def _row(self, value: tuple[Version, bool]) -> RecordRow:
        version, kept = value
        now = self._desk.clock.now()
        # Translators: {day} is a day and {time} a time of day, until which a note said something
        title = _("Until {day}, {time}")
        day = format_near_day(version.at, now, inside=True)
        row = RecordRow(self._desk.theme, title.format(day=day, time=format_clock(version.at)))
        for line in version_lines(version):
            row.add_line(shorten(line, _SHOWN_CHARS), ink="text")
        if not kept:
            back = Button(
                self._desk.theme,
                _("Bring back"),
                kind=ButtonKind.QUIET,
                icon=Icon.UNDO,
                name=_("Bring back what it said {until}").format(until=title.lower()),
            )
            back.clicked.connect(lambda: self._bring_back(version))
            row.add_button(back)
        return row

    def _bring_back(self, version: Version) -> None:
        self._desk.do(partial(bring_back, version_id=version.id, at=self._desk.clock.now()), kind="note")

    def _fold(self) -> None:
        self.rows.setVisible(self.open.isChecked())

    def _focus_open(self) -> None:
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)
