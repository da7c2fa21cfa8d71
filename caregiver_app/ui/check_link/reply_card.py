"""The kind answer that can be sent back. It is judged anew when it is copied, for care notes may be open by then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.forwarded import Checked, KindReply
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.forwarded import reply_changed, reply_unchecked
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.reader.link_popover import copy_and_tell
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

Reply = Callable[["Library", Sequence[ArticleRow]], KindReply]


class ReplyCard(Card):
    """Shows the answer, and copies the one that may leave at that moment."""

    def __init__(self, desk: Desk, checked: Checked, reply: Reply, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("A kind answer that you can send"), parent=parent)
        self._desk = desk
        self._pages = () if checked.in_general else checked.related
        self._reply = reply
        self._text = ""
        self._answer = PlainLabel("", wrap=True)
        self.note = PlainLabel("", ink="text-2", wrap=True)
        self.copy = Button(desk.theme, _("Copy this answer"), icon=Icon.COPY)
        self.copy.clicked.connect(self._judge_and_copy)
        holder = QWidget()
        Flow(desk.theme, gap=8, parent=holder).addWidget(self.copy)
        for part in (self._answer, self.note, holder):
            self.body.addWidget(part)
        self._show(checked.reply)

    def _judge_and_copy(self) -> None:
        self.copy.set_working(True)
        reply, pages = self._reply, self._pages
        self._desk.ask(
            self,
            lambda library: reply(library, pages),
            self._copy,
            key="kind-reply",
            failed=lambda _error: self.copy.set_working(False),
        )

    def _copy(self, reply: KindReply) -> None:
        self.copy.set_working(False)
        has_changed = reply.text.strip() != self._text
        self._show(reply, reply_changed() if has_changed else "")
        copy_and_tell(self._desk, self._text)

    def _show(self, reply: KindReply, before: str = "") -> None:
        self._text = reply.text.strip()
        self._answer.setText(self._text)
        told = " ".join(filter(None, (before, reply_unchecked() if reply.unchecked else "")))
        self.note.setText(told)
        self.note.setVisible(bool(told))
