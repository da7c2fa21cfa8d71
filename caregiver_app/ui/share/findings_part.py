"""All that is to be settled before a share leaves: what stops, each by itself, then what is to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.card import Judged, KeepReason, ShareFinding
from caregiver_app.model.guard import FindingKind, Level
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.ui.share.finding_row import FindingRow
from caregiver_app.ui.share.grouping import Detail, details_of
from caregiver_app.ui.share.steps import ShareSteps
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.focus import focused_name, stop_named
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.tone_frame import ToneFrame


class FindingsPart(QWidget):
    """`page_taken` carries the place of a page whose card holds a detail; `unlock_asked` wants the care notes open.

    `settled` comes when the last detail is decided on, `arranged` when other buttons stand here.
    """

    page_taken = Signal(int)
    unlock_asked = Signal()
    settled = Signal()
    arranged = Signal()

    def __init__(self, theme: Theme, overlay: OverlayHost, steps: ShareSteps, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._overlay = overlay
        self._steps = steps
        self._titles: tuple[str, ...] = ()
        self._findings: tuple[ShareFinding, ...] = ()
        self._rows: list[FindingRow] = []
        self._box = ToneFrame(theme, Tone.WARN)
        self._heading = PlainLabel(role=TypeRole.STRONG, ink="warn", wrap=True)
        self._list = Column(theme, gap=14)
        self.keep_all = Button(theme, _("Keep all"))
        self.keep_all.clicked.connect(lambda: self._steps.keep_all(self._findings))
        self._look_heading = PlainLabel(_("Look at these once"), role=TypeRole.STRONG, wrap=True)
        self._kept = PlainLabel(role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.again = Button(theme, _("Look again"), kind=ButtonKind.QUIET, icon=Icon.EYE)
        self.again.clicked.connect(steps.look_again)
        self._kept_row = QWidget()
        self._lay_out()

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """The details that are still open, as they are shown."""
        return tuple(self._rows)

    def show_judged(self, judged: Judged) -> None:
        """Show what is open now; the keyboard stays at the same detail, else goes to the next one."""
        self._findings = judged.findings
        details = details_of(judged.open_findings)
        titles = tuple(candidate.title for candidate in judged.candidates)
        if [one.key for one in details] != [row.detail.key for row in self._rows] or titles != self._titles:
            self._titles = titles
            self._rebuild(details)
        for row, detail in zip(self._rows, details, strict=True):
            row.detail = detail  # the same words may stand elsewhere by now
        kept = len(details_of(one for one in judged.findings if one.settled))
        self._kept.setText(ngettext("{count} detail stays in.", "{count} details stay in.", kept).format(count=kept))
        self._kept_row.setVisible(bool(kept))
        self.setVisible(bool(details) or bool(kept))

    def begin(self) -> bool:
        """Put the keyboard on the first detail that is open; return whether there is one."""
        if self._rows:
            self._rows[0].begin()
        return bool(self._rows)

    def _rebuild(self, details: tuple[Detail, ...]) -> None:
        had, place = focused_name(self._box), self._place_of_focus()
        kept = {row.detail.key: row for row in self._rows if row.detail.page is None}
        before, self._rows = self._rows, [kept.get(detail.key) or self._made(detail) for detail in details]
        for row in before:
            self._list.removeWidget(row)
            if row not in self._rows:
                row.setVisible(False)
                row.deleteLater()
        self._place_rows()
        self._box.setVisible(bool(details))
        heading = ngettext(
            "{count} personal detail to check before you share",
            "{count} personal details to check before you share",
            len(details),
        ).format(count=len(details))
        self._heading.setText(heading)
        self._box.setAccessibleName(heading)
        self.arranged.emit()
        if had:
            self._find_focus(had, place)

    def _place_rows(self) -> None:
        for part in (self._look_heading, self.keep_all):
            self._list.removeWidget(part)
        looks = [row for row in self._rows if row.detail.level is Level.LOOK]
        for row in self._rows:
            if looks and row is looks[0]:
                self._list.addWidget(self._look_heading)
            self._list.addWidget(row)
        self._list.addWidget(self.keep_all, 0, Qt.AlignmentFlag.AlignLeading)
        self._look_heading.setVisible(bool(looks))
        self.keep_all.setVisible(len(looks) > 1)
        names = ", ".join(row.detail.named for row in looks)
        # Translators: spoken for a button that keeps several details, e.g. "Keep all: Anna, Ward 4"
        self.keep_all.set_words(_("Keep all"), name=_("Keep all: {details}").format(details=names))

    def _made(self, detail: Detail) -> FindingRow:
        title = self._titles[detail.page] if detail.page is not None else ""
        row = FindingRow(self._theme, detail, title)
        row.taken.connect(partial(self._take_out, row))
        row.replace_asked.connect(partial(self._ask_words, row))
        row.keep_asked.connect(partial(self._ask_reason, row))
        row.unlock_asked.connect(self.unlock_asked)
        return row

    def _take_out(self, row: FindingRow) -> None:
        detail = row.detail
        if detail.page is None:
            self._steps.take_out(detail)
        else:
            self.page_taken.emit(detail.page)

    def _ask_words(self, row: FindingRow) -> None:
        from caregiver_app.ui.share.replace_popover import WIDTH, ReplacePopover

        detail = row.detail
        popover = ReplacePopover(self._theme, detail)
        popover.named.connect(lambda words: self._close_then(lambda: self._steps.replace(detail, words)))
        popover.left.connect(self._overlay.close_panel)
        self._overlay.open_popover(popover, anchor=row.first, width=WIDTH)

    def _ask_reason(self, row: FindingRow) -> None:
        detail = row.detail
        if detail.level is Level.LOOK:
            self._steps.keep(detail)
            return
        if detail.kind is FindingKind.PRIVATE_WORDS_UNCHECKED:
            self._ask_without_notes(detail)
            return
        from caregiver_app.ui.share.keep_drawer import KeepDrawer

        def keep(reason: KeepReason, words: str) -> None:
            self._close_then(lambda: self._steps.keep(detail, reason, words))

        drawer = KeepDrawer(self._theme, detail)
        drawer.kept.connect(keep)
        self._overlay.open_drawer(drawer)
        drawer.begin()

    def _ask_without_notes(self, detail: Detail) -> None:
        from caregiver_app.ui.share.locked_drawer import LockedDrawer

        drawer = LockedDrawer(self._theme)
        drawer.kept.connect(lambda reason: self._close_then(lambda: self._steps.keep(detail, reason)))
        drawer.unlock_asked.connect(lambda: self._close_then(self.unlock_asked.emit))
        self._overlay.open_drawer(drawer)
        drawer.begin()

    def _close_then(self, act: Callable[[], object]) -> None:
        self._overlay.close_panel()
        act()

    def _place_of_focus(self) -> int:
        places = (place for place, row in enumerate(self._rows) if focused_name(row))
        return next(places, 0)

    def _find_focus(self, name: str, place: int) -> None:
        """Stay at the same button, else go to the detail that follows; without any more tell that all is settled."""
        stop = stop_named(self._box, name)
        if stop is None and self._rows:
            stop = self._rows[min(place, len(self._rows) - 1)].first
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.settled.emit()

    def _lay_out(self) -> None:
        outer = Column(self._theme, gap=8, parent=self)
        inner = Column(self._theme, margins=(20, 14, 16, 14), gap=12, parent=self._box)
        head = Row(self._theme, gap=10)
        head.addWidget(IconLabel(self._theme, Icon.ALERT, size=24, tone=Tone.WARN), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._heading, 1)
        inner.addLayout(head)
        inner.addLayout(self._list)
        outer.addWidget(self._box)
        kept = Row(self._theme, gap=8, parent=self._kept_row)
        kept.addWidget(self._kept, 1)
        kept.addWidget(self.again)
        outer.addWidget(self._kept_row)
        self._box.setVisible(False)
        self._kept_row.setVisible(False)
        self.setVisible(False)
