"""What stands over the text of a page: its trust word, whose it is, and whether it changed. Scrolls with the text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from caregiver_app.model.article import ItemKind
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import leads_to_sentence, says_ours
from caregiver_app.ui.leaving_callout import LeavingCallout
from caregiver_app.ui.library.reader.alert_words import alert_look
from caregiver_app.ui.library.reader.open_page import OpenPage
from caregiver_app.ui.library.reader.reading_words import page_line
from caregiver_app.ui.library.reader.unsaved_page import UnsavedPage
from caregiver_app.ui.library.reader.versions import LastSeen
from caregiver_app.ui.library.status_words import page_look
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

_WORDS_BELOW = 420  # the words stand below the pill in less room than this


class PageTop(QWidget):
    """The card with the trust word, and a callout when the publisher changed the page."""

    about_pressed = Signal()
    open_pressed = Signal()
    changes_pressed = Signal()
    source_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pill = Pill(theme)
        self._words = PlainLabel(role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.about = Button(theme, _("About this page"), kind=ButtonKind.QUIET)
        self.about.clicked.connect(self.about_pressed)
        self.source = Button(theme, _("About this source"), kind=ButtonKind.QUIET)
        self.source.clicked.connect(self.source_pressed)
        self.leaving = LeavingCallout(theme, parent=self)
        self.unsaved = UnsavedPage(theme, parent=self)
        self.unsaved.browser.clicked.connect(self.open_pressed)
        self._alert: Callout | None = None
        self._card = QFrame()
        self._changed = Callout(theme, Tone.WARN, Icon.HISTORY, "", slim=True)
        see = Button(theme, _("See what changed"), kind=ButtonKind.QUIET)
        see.clicked.connect(self.changes_pressed)
        self._changed.add_button(see)
        self._lay_out(theme)

    def show_page(self, opened: OpenPage, now: Millis) -> None:
        """Say whose page this is, and whether it changed since the person knew it."""
        article = opened.article
        self._pill.set_look(page_look(article.row, opened.stamp))
        line = page_line(article, now, whose=not says_ours(article.row, opened.stamp))
        said = (line, leads_to_sentence(opened.stamp))
        self._words.setText("\n".join(filter(None, said)))
        self.source.setVisible(article.row.kind is ItemKind.ARTICLE)
        self.leaving.setVisible(article.row.discreet)
        self.unsaved.show_row(article.row)
        self._show_alert(opened, now)
        changed_at = article.changed_at if article.revisions else None
        self._changed.setVisible(changed_at is not None)
        if changed_at is not None:
            self._changed.set_message(changed_words(changed_at, opened.seen, now))

    def _show_alert(self, opened: OpenPage, now: Millis) -> None:
        if self._alert is not None:
            self._column.removeWidget(self._alert)
            self._alert.setVisible(False)
            self._alert.deleteLater()
            self._alert = None
        facts = opened.article.alert
        if facts is not None:
            look = alert_look(facts, now, ended=opened.alert_ended)
            self._alert = Callout(self._theme, look.tone, look.icon, look.heading, look.text)
            self._column.insertWidget(1, self._alert)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words below the pill where there is little room."""
        super().resizeEvent(event)
        self._direct(self._inner, _WORDS_BELOW)

    def sizeHint(self) -> QSize:
        """Return the size at the width it has now."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def _direct(self, row: Row, below: int) -> None:
        stacked = self.width() < self._theme.px(below)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if row.direction() != direction:
            row.setDirection(direction)

    def _lay_out(self, theme: Theme) -> None:
        set_look(self._card, kind="inset")
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._inner = Row(theme, gap=10)
        self._inner.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._inner.addWidget(self._words, 1)
        outer = Column(theme, margins=(12, 10, 8, 2), gap=2, parent=self._card)
        outer.addLayout(self._inner)
        holder = QWidget()
        ways = Flow(theme, gap=0, parent=holder)
        ways.addWidget(self.about)
        ways.addWidget(self.source)
        outer.addWidget(holder)
        self._column = Column(theme, gap=10, parent=self)
        self._column.addWidget(self.leaving)
        self._column.addWidget(self._card)
        self._column.addWidget(self._changed)
        self._column.addWidget(self.unsaved)


def changed_words(at: Millis, seen: LastSeen, now: Millis) -> str:
    """Return that a page was changed, since when the person does not know it, and when."""
    day = format_near_day(at, now)
    return _changed_pattern(seen, at, day).format(day=day)


def _changed_pattern(seen: LastSeen, at: Millis, day: str) -> str:
    since = seen.before(at)
    if since is not None and since == seen.shared_at:
        today = _("The publisher changed this page today, since you shared or printed it.")
        yesterday = _("The publisher changed this page yesterday, since you shared or printed it.")
        other = _("The publisher changed this page on {day}, since you shared or printed it.")
    elif since is not None and since == seen.saved_at:
        today = _("The publisher changed this page today, since you saved it.")
        yesterday = _("The publisher changed this page yesterday, since you saved it.")
        other = _("The publisher changed this page on {day}, since you saved it.")
    elif since is not None:
        today = _("The publisher changed this page today, since you read it.")
        yesterday = _("The publisher changed this page yesterday, since you read it.")
        other = _("The publisher changed this page on {day}, since you read it.")
    else:
        today = _("The publisher changed this page today.")
        yesterday = _("The publisher changed this page yesterday.")
        other = _("The publisher changed this page on {day}.")
    return {_("Today"): today, _("Yesterday"): yesterday}.get(day, other)
