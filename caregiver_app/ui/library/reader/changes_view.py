"""See what changed: the newest text of a page beside an earlier one, word by word, and the way from change to change.

An old version can be kept for good.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ItemId
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import compared_sentence
from caregiver_app.ui.announce import announce
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.reader.marks_of_html import CHANGE
from caregiver_app.ui.library.reader.page_view import PageView
from caregiver_app.ui.library.reader.versions import LastSeen, PageChanges, Version, page_changes, version_words
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.drawer import DrawerHeading
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.plain import PlainLabel


class ChangesView(QWidget):
    """A drawer's content. `closed` asks to be taken away, `keep_asked` carries a `Version` and whether to keep it."""

    closed = Signal()
    keep_asked = Signal(object, bool)

    def __init__(
        self, desk: Desk, item_id: ItemId, changes: PageChanges, seen: LastSeen, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.item_id = item_id
        self._seen = seen
        self._changes = changes
        self._here = -1
        self.setAccessibleName(_("What changed"))
        self.versions = FoldChoice(desk.theme, _("Compare with"), ring=desk.ring)
        self.versions.chosen.connect(self._choose)
        self._summary = PlainLabel(ink="text-2", wrap=True)
        self.previous = Button(desk.theme, _("Previous change"), repeats=True)
        self.following = Button(desk.theme, _("Next change"), repeats=True)
        self.text = PageView(desk.theme, compact=True)
        self.text.setAccessibleName(_("Text with its changes"))
        self.keep = CheckBox(desk.theme, _("Keep the old version too"))
        self._lay_out()
        self._connect()
        self.show_changes(changes)

    def show_changes(self, changes: PageChanges) -> None:
        """Show what changed since another version."""
        self._changes, self._here = changes, -1
        now = self._desk.clock.now()
        options = [Option(value=one, text=version_words(one, changes.versions, now)) for one in changes.versions]
        self.versions.show_options(options, changes.since)
        self.versions.setVisible(len(options) > 1)
        self._summary.setText(_summary(changes))
        self.text.show_html(changes.text.html)
        for button in (self.previous, self.following):
            button.setVisible(bool(changes.text.spoken))
        self.show_kept(changes.since)

    def show_kept(self, version: Version) -> None:
        """Show whether the version that is compared is kept for good."""
        if version.n == self._changes.since.n:
            self.keep.blockSignals(True)
            self.keep.setChecked(version.kept)
            self.keep.blockSignals(False)

    def step(self, by: int) -> None:
        """Go to the next change (1) or the one before (-1), round the ends, and say it."""
        spoken = self._changes.text.spoken
        if not spoken:
            return
        start = self._here if self._here >= 0 else -1 if by > 0 else 0
        self._here = (start + by) % len(spoken)
        self.text.go_to(f"{CHANGE}{self._here}")
        announce(_place_words(self._here, spoken))

    def _choose(self, version: Version) -> None:
        item_id, seen = self.item_id, self._seen
        self._desk.ask(
            self,
            lambda library: page_changes(library, item_id, seen, version.n),
            lambda found: self.show_changes(found) if found is not None else None,
            key="versions",
        )

    def _lay_out(self) -> None:
        theme = self._desk.theme
        column = Column(theme, margins=(12, 16, 8, 8), gap=8, parent=self)
        head = Row(theme, margins=(8, 0, 8, 0))
        heading = DrawerHeading(theme, _("What changed"))
        heading.closed.connect(self.closed)
        head.addWidget(heading)
        column.addLayout(head)
        over = QWidget()  # scrolls with the text: with large letters there is little room for it
        said = Column(theme, gap=8, parent=over)
        said.addWidget(self.versions)
        said.addWidget(self._summary)
        self.text.set_top(over)
        column.addWidget(self.text, 1)
        holder = QWidget()
        ways = Flow(theme, gap=8, parent=holder)
        for widget in (self.previous, self.following, self.keep):
            ways.addWidget(widget)
        foot = Row(theme, margins=(8, 0, 8, 0))
        foot.addWidget(holder)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self.step(-1))
        self.following.clicked.connect(lambda: self.step(1))
        self.keep.toggled.connect(lambda kept: self.keep_asked.emit(self._changes.since, kept))
        for keys, by in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.step, by))


def _summary(changes: PageChanges) -> str:
    """Return how much changed, and which texts are compared where that is not plain."""
    return " ".join(part for part in (_count_words(changes), compared_sentence(changes.compared)) if part)


def _count_words(changes: PageChanges) -> str:
    number = len(changes.text.spoken)
    if not number:
        return _("No words changed since then.")
    count = ngettext("{count} change", "{count} changes", number).format(count=format_number(number))
    # Translators: e.g. "3 changes, the last seen on 20 November."
    return _("{count}, the last seen on {day}.").format(count=count, day=format_short_day(changes.versions[0].ended_at))


def _place_words(here: int, spoken: tuple[str, ...]) -> str:
    place = _("Change {here} of {all}").format(here=format_number(here + 1), all=format_number(len(spoken)))
    # Translators: spoken on the way from change to change, e.g. "Change 1 of 3. Added: water"
    return _("{place}. {change}").format(place=place, change=spoken[here])
