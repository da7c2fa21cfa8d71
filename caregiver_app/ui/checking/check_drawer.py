"""The check drawer: what was found, the points, what comes of the answers, who checks, and when the next look is due.

What is answered is kept as it is answered (`kept`), so that a check can be left at any moment and gone on with later.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.trust import Answer, Answers, AppraisalDraft, Outcome, Verdict
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.ui.announce import announce
from caregiver_app.ui.checking.check_sheet import CheckSheet, GroupWords
from caregiver_app.ui.checking.found_part import FoundPart
from caregiver_app.ui.checking.found_words import found_lines
from caregiver_app.ui.checking.history_words import history_words
from caregiver_app.ui.checking.point_row import PointRow
from caregiver_app.ui.checking.reviewer_part import ReviewerPart
from caregiver_app.ui.checking.verdict_part import VerdictPart
from caregiver_app.ui.checking.verdict_words import verdict_words
from caregiver_app.ui.library.stamp_part import StampPart
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.plain import PlainLabel

_MOST_CHECKS = 12
_REST_MS = 500  # answers are kept after so long without another

Judge = Callable[[Answers], Verdict]


class CheckDrawer(Drawer):
    """`kept` carries a draft as it stands, `finished` one whose points are all answered; `begun_anew` forgets it.

    `withdrawn` comes when the person no longer stands by their last check, `page_asked` carries the address of the
    page, to be looked at where it is.
    """

    kept = Signal(object)
    finished = Signal(object)
    begun_anew = Signal()
    withdrawn = Signal()
    page_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        sheet: CheckSheet,
        judge: Judge,
        *,
        ring: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _heading(sheet), parent=parent)
        self.sheet = sheet
        self._judge = judge
        self._dirty = self._saved = False
        self._begun = sheet.begun
        chosen = sheet.draft.check_by
        self._check_by = chosen if chosen in {one.day for one in sheet.next_checks} else None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.flush)
        self.rows: list[PointRow] = []
        self.verdict = VerdictPart(theme, sheet.rule)
        self.reviewer = ReviewerPart(theme)
        self.next_check = FoldChoice(theme, _("Next check"), ring=ring)
        self.save = Button(theme, _("Save this check"), kind=ButtonKind.MAIN)
        self.anew = Button(theme, _("Start again"), kind=ButtonKind.QUIET)
        self.withdraw = Button(theme, _("Take back my check"), kind=ButtonKind.QUIET, icon=Icon.UNDO)
        self._fill()
        self._connect()
        self._show_draft()

    @property
    def draft(self) -> AppraisalDraft:
        """What is answered so far."""
        given = {row.point: row.answer for row in self.rows if row.answer is not None}
        reasons = {row.point: row.reason_text for row in self.rows if row.reason_text}
        return AppraisalDraft(
            subject=self.sheet.subject,
            answers=Answers(given=given, reasons=reasons),
            reviewer=self.reviewer.reviewer,
            check_by=self._check_by,
        )

    def beginning(self) -> None:
        """Begin at the way out: what was found is read first, and a key pressed twice must neither answer nor open."""

    def flush(self) -> None:
        """Have what was answered kept now, if something changed since it was kept last."""
        if self._dirty:
            self._dirty = False
            self._rest.stop()
            self.kept.emit(self.draft)

    @property
    def is_half_done(self) -> bool:
        """True while answers are there that were begun here or before, and not saved as a check."""
        return bool(self.draft.answers.given) and self._begun and not self._saved

    def _fill(self) -> None:
        theme, sheet = self._theme, self.sheet
        self.body.addWidget(PlainLabel(sheet.title, role=TypeRole.HEADING, wrap=True))
        self.body.addWidget(StampPart(theme, sheet.stamps, of_organisation=sheet.of_organisation))
        before = _before(sheet)
        if before:
            self.body.addWidget(PlainLabel(before, role=TypeRole.STRONG, wrap=True))
        if sheet.found is not None:
            self.body.addWidget(FoundPart(theme, found_lines(sheet.found, sheet.language)))
            self._add_way_to_page(sheet.found.clean_address or sheet.found.address)
        for group in sheet.groups:
            self._add_group(group)
        self.body.addWidget(PlainLabel(_("What comes of it"), role=TypeRole.HEADING, wrap=True))
        self.body.addWidget(self.verdict)
        self.body.addWidget(PlainLabel(_("Who checks"), role=TypeRole.HEADING, wrap=True))
        self.body.addWidget(self.reviewer)
        self.body.addWidget(PlainLabel(_("Next check"), role=TypeRole.HEADING, wrap=True))
        self.body.addWidget(self.next_check)
        self._add_history()
        self.body.addWidget(self.withdraw)
        self.withdraw.setVisible(sheet.last is not None and sheet.last.withdrawn_on is None)
        self.add_foot(self.save, self.anew)

    def _add_group(self, group: GroupWords) -> None:
        self.body.addWidget(PlainLabel(group.heading, role=TypeRole.HEADING, wrap=True))
        for words in group.points:
            row = PointRow(self._theme, words, len(self.rows) + 1)
            row.changed.connect(self._changed)
            self.rows.append(row)
            self.body.addWidget(row)

    def _add_way_to_page(self, address: str) -> None:
        if address:
            look = Button(self._theme, _("Open in my web browser"), icon=Icon.EXTERNAL)
            look.clicked.connect(lambda: self.page_asked.emit(address))
            self.body.addWidget(look)

    def _add_history(self) -> None:
        if self.sheet.history:
            self.body.addWidget(PlainLabel(_("Checks until now"), role=TypeRole.HEADING, wrap=True))
        for appraisal in self.sheet.history[:_MOST_CHECKS]:
            self.body.addWidget(PlainLabel(history_words(appraisal), wrap=True))

    def _connect(self) -> None:
        self.reviewer.changed.connect(self._changed)
        self.next_check.chosen.connect(self._choose_day)
        self.save.clicked.connect(self._save)
        self.anew.clicked.connect(self._begin_anew)
        self.withdraw.clicked.connect(self.withdrawn)

    def _show_draft(self) -> None:
        draft = self.sheet.draft
        for row in self.rows:
            row.show_answer(draft.answers.given.get(row.point), draft.answers.reasons.get(row.point, ""))
        self.reviewer.show_reviewer(draft.reviewer)
        self._show_days()
        self._show_verdict()

    def _show_days(self) -> None:
        options = [Option(value=one.day, text=one.words) for one in self.sheet.next_checks]
        days = [one.day for one in self.sheet.next_checks]
        self.next_check.show_options(options, self._check_by if self._check_by in days else days[0])

    def _show_verdict(self) -> None:
        verdict = self._judge(self.draft.answers)
        self.verdict.show_verdict(verdict.outcome, verdict_words(verdict, self.sheet.asks))
        self.anew.setVisible(bool(self.draft.answers.given))

    def _choose_day(self, day: date) -> None:
        self._check_by = day
        self._show_days()
        self._changed()

    def _changed(self) -> None:
        self._dirty = self._begun = True
        self._rest.start()
        self._show_verdict()

    def _save(self) -> None:
        verdict = self._judge(self.draft.answers)
        if verdict.outcome is Outcome.UNFINISHED:
            self._show_first_open()
            return
        self.flush()  # should the check not be taken, the answers are there still
        self._saved = True
        self.finished.emit(self.draft)

    def _show_first_open(self) -> None:
        """Say what is missing by going there, instead of leaving the button dead."""
        announce(self.verdict.words)
        for row in self.rows:
            if row.answer is None:
                row.ask_for_answer()
                return
            if row.answer is Answer.NO and not row.reason_text:
                row.ask_for_reason()
                return

    def _begin_anew(self) -> None:
        for row in self.rows:
            row.show_answer(None, "")
        self._check_by = None
        self._rest.stop()
        self._dirty = self._begun = False
        self._show_days()
        self._show_verdict()
        self.begun_anew.emit()


def _before(sheet: CheckSheet) -> str:
    if sheet.begun:
        return _("You began this check before. Your answers are here.")
    if sheet.last is None:
        return ""
    pattern = _("These are your answers of {day}. Look at each again, then save.")
    return pattern.format(day=day_words(sheet.last.checked_on))


def _heading(sheet: CheckSheet) -> str:
    return _("Check this organisation") if sheet.of_organisation else _("Check this page")
