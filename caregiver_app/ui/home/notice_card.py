"""Safety notices in calm form, and never that there is no danger: only that none was found, and when was looked.

Which of them concern this family, and so are to be seen in red, nobody judges here.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.home.questions import Notices
from caregiver_app.ui.home.when import checked_words
from caregiver_app.ui.library.reader.alert_words import alert_look
from caregiver_app.ui.library.row_words import publisher_of
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card, Hairline
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel

STALE_MS = 3 * 24 * 3600 * 1000
"""After so long without an answer, having found nothing says little."""

_NAME_CHARS = 80


class NoticeCard(Card):
    """`opened` carries the `ArticleRow` of the notice that is to be read."""

    opened = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(_("Safety notices"))
        self.heading = PlainLabel(_("Safety notices"), role=TypeRole.HEADING)
        self._listed = Column(theme, gap=12)
        self.more = PlainLabel(ink="text-2", wrap=True)
        self.looked = _Looked(theme)
        self.body.addWidget(self.heading)
        self.body.addLayout(self._listed)
        self.body.addWidget(self.more)
        self.body.addWidget(self.looked)
        self._shown: Notices | None = None

    def show_notices(self, notices: Notices, now: Millis) -> None:
        """Show what is known."""
        if notices.rows != (() if self._shown is None else self._shown.rows):
            self._list(notices, now)
        self._shown = notices
        self.heading.setVisible(bool(notices.rows))
        further = notices.count - len(notices.rows)
        words = ngettext(
            "{count} more notice is in the Library.", "{count} more notices are in the Library.", further
        ).format(count=format_number(further))
        self.more.setText(words)
        self.more.setVisible(further > 0)
        self.looked.show_looked(found=notices.count > 0, at=notices.checked_at, now=now)

    def _list(self, notices: Notices, now: Millis) -> None:
        while (item := self._listed.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, alert in zip(notices.rows, notices.facts, strict=True):
            look = alert_look(alert.facts, now)
            self._listed.addWidget(self._row(row, look.text))
            self._listed.addWidget(Hairline(self._theme))

    def _row(self, row: ArticleRow, facts: str) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(row.title)
        line = Row(self._theme, gap=14, parent=holder)
        words = Column(self._theme, gap=2)
        words.addWidget(PlainLabel(row.title, role=TypeRole.STRONG, wrap=True))
        if facts:
            words.addWidget(PlainLabel(facts, wrap=True))
        words.addWidget(PlainLabel(publisher_of(row), role=TypeRole.SMALL, ink="text-2", wrap=True))
        line.addWidget(IconLabel(self._theme, Icon.OCTAGON, tone=Tone.WARN))
        line.addLayout(words, 1)
        # Translators: spoken for the button of one notice, e.g. "Read the notice: Heat warning"
        name = _("Read the notice: {title}").format(title=shorten(row.title, _NAME_CHARS))
        read = Button(self._theme, _("Read the notice"), kind=ButtonKind.NORMAL, name=name)
        read.clicked.connect(lambda: self.opened.emit(row))
        line.addWidget(read)
        return holder


class _Looked(QWidget):
    """One line: whether something was found, and when was looked; amber once that is long ago."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.icon = IconLabel(theme, Icon.CHECK, size=20)
        self.words = PlainLabel(wrap=True)
        row = Row(theme, gap=10, parent=self)
        row.addWidget(self.icon)
        row.addWidget(self.words, 1)

    def show_looked(self, *, found: bool, at: Millis | None, now: Millis) -> None:
        text, stale = looked_words(found=found, at=at, now=now)
        self.words.setText(text)
        self.words.setProperty("ink", "warn" if stale else "text-2")
        self.words.style().polish(self.words)
        self.icon.set_icon(Icon.ALERT if stale else Icon.CLOCK, Tone.WARN if stale else None)


def looked_words(*, found: bool, at: Millis | None, now: Millis) -> tuple[str, bool]:
    """Return what is said of the last look for notices, and whether that is too long ago to mean much."""
    if at is None:
        return _("Safety notices were not all checked yet. Get updates to check now."), True
    when = checked_words(at, now)
    # Translators: {when} is e.g. "Monday 23 November, 8:05" or "16 November"
    text = _("Last checked {when}.") if found else _("No notices found. Last checked {when}.")
    return text.format(when=when), now - at > STALE_MS
