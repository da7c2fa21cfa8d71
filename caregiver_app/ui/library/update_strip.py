"""The button that gets updates; while one runs, how far it is and the way to stop it; and what the status pill says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.notices import says_little
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.sync import SyncProgress, SyncReport
from caregiver_app.model.time import Clock
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.support.sentences import sentence_for_report
from caregiver_app.ui.library.updates import Updates, silent_sources
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.progress import ProgressStrip, WorkPhase, WorkPhases
from caregiver_app.ui.widgets.status_pill import StatusPill

_TITLE_CHARS = 40


class UpdateStrip(QWidget):
    """Shows an update as long as people feel it: a button at work, then a strip with Stop, then only a button to stop.

    `details_asked` comes when the person wants to know which sources did not answer.
    """

    details_asked = Signal()
    arranged = Signal()

    def __init__(self, theme: Theme, updates: Updates, messages: Messages, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._updates = updates
        self._messages = messages
        self.button = Button(theme, _("Get updates"), icon=Icon.REFRESH)
        self.button.clicked.connect(self._pressed)
        self.strip = ProgressStrip(theme)
        self.strip.stop_pressed.connect(updates.stop)
        self._phases = WorkPhases(self)
        self._phases.entered.connect(lambda _phase: self._show())
        self.see_which = see_which_button(theme)
        self.see_which.clicked.connect(self.details_asked)
        column = Column(theme, parent=self)
        column.addWidget(self.strip)
        self._buttons = Row(theme, gap=8)
        self._buttons.addWidget(self.see_which)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        self.take_button()
        updates.begun.connect(self._phases.begin)
        updates.changed.connect(self._show)
        updates.finished.connect(self._tell)

    @property
    def shows_progress(self) -> bool:
        """True while the strip with the bar is shown."""
        return self.strip.isVisibleTo(self)

    def take_button(self) -> None:
        """Have the button here, where it was lent to another place."""
        self._buttons.insertWidget(0, self.button)

    def _pressed(self) -> None:
        if self._updates.running:
            self._updates.stop()
        else:
            self._updates.begin()

    def _show(self) -> None:
        if self._updates.running:
            self._show_running()
        else:
            self._phases.end()
            self.strip.finish()
            self._show_button(_("Get updates"), Icon.REFRESH)
        self.see_which.setVisible(silent_now(self._updates) > 0)
        self.arranged.emit()

    def _show_running(self) -> None:
        phase = self._phases.phase
        in_strip = phase is WorkPhase.LONG
        self.button.setVisible(not in_strip)
        self.button.set_working(phase is WorkPhase.SHORT)
        if in_strip:
            progress = self._updates.progress
            done, total = (progress.done, progress.total) if progress is not None else (0, 0)
            self.strip.show_words(progress_words(progress), done=done, total=total)
        elif phase is WorkPhase.BACKGROUND:
            self.strip.finish()
            self._show_button(_("Stopping") if self._updates.stopping else _("Stop updating"), Icon.STOP)

    def _show_button(self, words: str, icon: Icon) -> None:
        self.button.set_working(False)
        self.button.set_words(words)
        self.button.set_icon(icon)
        self.button.setVisible(True)

    def _tell(self, report: SyncReport) -> None:
        if self._updates.is_quiet:
            return
        text = sentence_for_report(report).text
        if silent_sources(report) and not report.cancelled:
            self._messages.say(
                text, icon=Icon.INFO, action=_("See which"), on_action=self.details_asked.emit, kind="update"
            )
        else:
            self._messages.say(text, icon=Icon.OFFLINE if report.offline else Icon.CHECK, kind="update")


def progress_words(progress: SyncProgress | None) -> str:
    """Return how far an update is, in words."""
    if progress is None or not (progress.total or progress.for_packs):
        return _("Getting updates")
    title = shorten(shown_title(progress.current), _TITLE_CHARS)
    if progress.for_packs:
        # Translators: {name} is who makes the packs, e.g. "Northfield Nurses"
        return _("Asking {name} for newer packs").format(name=title)
    counted = _("{done} of {total} sources").format(
        done=format_number(progress.done), total=format_number(progress.total)
    )
    # Translators: e.g. "4 of 12 sources. Last: Harbour Dementia Trust"
    return _("{counted}. Last: {title}").format(counted=counted, title=title) if title else counted


def silent_now(updates: Updates) -> int:
    """Return how many sources did not answer, 0 where the pill has something else to say."""
    found, report = updates.freshness, updates.report
    says_else = (found is not None and found.stays_offline) or (report is not None and report.offline)
    if updates.running or says_else:
        return 0
    return max(silent_sources(report), found.notices.silent if found is not None and found.notices is not None else 0)


def see_which_button(theme: Theme) -> Button:
    """Return the button that stays while sources are silent: the message that leads to them goes after a while."""
    button = Button(theme, _("See which"), kind=ButtonKind.QUIET, name=_("See which sources did not answer"))
    button.setVisible(False)
    return button


def show_status(pill: StatusPill, updates: Updates, clock: Clock) -> None:
    """Have the pill say how current the library is: never that all is well while notices may be missing."""
    now = clock.now()
    found = updates.freshness
    notices = found.notices if found is not None else None
    silent = silent_now(updates)
    if updates.running:
        progress = updates.progress
        pill.show_updating(progress.done if progress else 0, progress.total if progress else 0)
    elif found is not None and found.stays_offline:
        pill.show_off()
    elif updates.report is not None and updates.report.offline:
        pill.show_offline(found.last_good_at if found is not None else None, now)
    elif silent:
        pill.show_silent_sources(silent)
    elif found is None or found.last_good_at is None:
        pill.show_never()
    elif notices is not None and says_little(notices.at, now):
        pill.show_unseen_notices()
    elif updates.report is not None or now - found.last_good_at < _DAY_MS:
        pill.show_current(found.last_good_at, now)
    else:
        pill.show_offline(found.last_good_at, now)


_DAY_MS = 24 * 3600 * 1000
