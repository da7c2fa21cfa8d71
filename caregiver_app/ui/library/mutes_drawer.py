"""Muted words: what keeps pages out of the list, how many each, and the words of a title to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.model.collection import MuteWord
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.library.mute_steps import mute, unmute
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.focus import first_stop
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.name_edit import NameEdit
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_SHORTEST = 4
_MOST_OFFERED = 12


class MutesDrawer(Drawer):
    """Follows the library: what is taken back elsewhere shows here too."""

    def __init__(
        self,
        desk: Desk,
        doer: Doer[Library],
        words: Sequence[MuteWord],
        title: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`title` is that of a page whose words are offered."""
        super().__init__(desk.theme, _("Muted words"), parent=parent)
        self._desk = desk
        self._doer = doer
        self._rows: QWidget | None = None
        hint = _("Pages with this word in their title are left out of the list. Safety notices never are.")
        self.new = NameEdit(desk.theme, _("Word to mute"), _("Mute"), hint=hint)
        self.new.cancel.setVisible(False)
        self.new.named.connect(self._mute)
        self.body.addWidget(self.new)
        if offered := title_words(title):
            self.body.addWidget(PlainLabel(_("Words of this title"), role=TypeRole.SMALL_STRONG, ink="text-2"))
            self.body.addWidget(self._offer(offered))
        doer.changed.connect(self._refresh)
        self.show_words(words)

    def show_words(self, words: Sequence[MuteWord]) -> None:
        """Show the words that are muted now."""
        focused = QApplication.focusWidget()
        was_here = self._rows is not None and focused is not None and self._rows.isAncestorOf(focused)
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.setVisible(False)
            self._rows.deleteLater()
        self._rows = QWidget()
        column = Column(self._desk.theme, gap=8, parent=self._rows)
        column.addWidget(PlainLabel(_("Muted now"), role=TypeRole.HEADING))
        if not words:
            column.addWidget(PlainLabel(_("No word is muted."), ink="text-2", wrap=True))
        for word in words:
            column.addWidget(self._row(word))
        self.body.addWidget(self._rows)
        if was_here:
            (first_stop(self._rows) or self.new.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, word: MuteWord) -> QWidget:
        holder = QWidget()
        row = Row(self._desk.theme, gap=8, parent=holder)
        said = Column(self._desk.theme, gap=2)
        said.addWidget(PlainLabel(word.word, role=TypeRole.STRONG, wrap=True))
        pages = ngettext("{count} page left out", "{count} pages left out", word.items)
        about = pages.format(count=format_number(word.items))
        said.addWidget(PlainLabel(about, role=TypeRole.SMALL, ink="text-2", wrap=True))
        row.addLayout(said, 1)
        name = _("Show again: pages with {word}").format(word=word.word)
        again = Button(self._desk.theme, _("Show again"), kind=ButtonKind.QUIET, icon=Icon.EYE, name=name)
        again.clicked.connect(lambda: self._doer.do(unmute(word.word, at=self._desk.clock.now()), kind="mute"))
        row.addWidget(again)
        return holder

    def _offer(self, words: Sequence[str]) -> QWidget:
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        what_for = _("mute this word")
        for word in words:
            button = Button(self._desk.theme, word, name=f"{word}: {what_for}")
            button.clicked.connect(lambda _on=False, word=word: self._mute(word))
            flow.addWidget(button)
        return holder

    def _mute(self, word: str) -> None:
        step = mute(word, at=self._desk.clock.now())
        self._doer.do(step, kind="mute", nothing=_("This word is muted already."), then=self.new.clear)

    def _refresh(self) -> None:
        self._desk.ask(self, lambda library: library.mutes.list(), self.show_words, key="mutes")


def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title that may be worth muting, in its order: the longer ones, each once."""
    plain = (word.strip(".,:;?!“”\"'()[]«»…") for word in title.split())
    longer = [word for word in plain if len(word) >= _SHORTEST]
    first = {word.casefold(): word for word in reversed(longer)}
    return tuple(word for word in dict.fromkeys(longer) if first[word.casefold()] == word)[:_MOST_OFFERED]
