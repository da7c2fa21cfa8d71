"""Why a detail may leave: four ready answers, and a field for words of one's own. Nothing of it is kept anywhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.card import KeepReason
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.guard import finding_word
from caregiver_app.ui.share.grouping import Detail
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.name_edit import NameEdit
from caregiver_app.ui.widgets.plain import PlainLabel

WIDTH = 460


class KeepPopover(QWidget):
    """`kept` carries a `KeepReason` and words, which are empty but for `OTHER`; `left` comes on Cancel."""

    kept = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme, detail: Detail, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = _("Why may this stay in?")
        self.setAccessibleName(heading)
        column = Column(theme, margins=20, gap=12, parent=self)
        column.addWidget(PlainLabel(heading, role=TypeRole.HEADING, wrap=True))
        column.addWidget(PlainLabel(_said(detail), wrap=True))
        holder = QWidget()
        answers = Flow(theme, gap=8, parent=holder)
        self.answers: dict[KeepReason, Button] = {}
        for reason, words in reason_words().items():
            button = Button(theme, words)
            button.clicked.connect(lambda _on=False, reason=reason: self.kept.emit(reason, ""))
            self.answers[reason] = button
            answers.addWidget(button)
        column.addWidget(holder)
        self.own = NameEdit(theme, _("Another reason"), _("Keep it"))
        self.own.named.connect(lambda words: self.kept.emit(KeepReason.OTHER, words))
        self.own.left.connect(self.left)
        column.addWidget(self.own)


def reason_words() -> dict[KeepReason, str]:
    """Return the ready answers with their words."""
    return {
        KeepReason.PUBLIC: _("Everybody may know it"),
        KeepReason.AGREED: _("They agree"),
        KeepReason.MINE: _("It is about me, and I mean it"),
        KeepReason.NO_DETAIL: _("It is nothing personal"),
    }


def _said(detail: Detail) -> str:
    word = finding_word(detail.first)
    # Translators: a kind of detail and the words themselves, e.g. "Phone number: 07700 900 461"
    return _("{word}: {text}").format(word=word, text=detail.text) if detail.text else word
