"""Why a detail may leave: four ready answers, and a field for words of one's own. Nothing of it is kept anywhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.card import KeepReason
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.guard import finding_word
from caregiver_app.ui.share.grouping import Detail
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.name_edit import NameEdit
from caregiver_app.ui.widgets.plain import PlainLabel


class KeepDrawer(Drawer):
    """`kept` carries a `KeepReason` and words, which are empty but for `OTHER`."""

    kept = Signal(object, str)

    def __init__(self, theme: Theme, detail: Detail, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Why may this stay in?"), parent=parent)
        self.body.addWidget(PlainLabel(_said(detail), role=TypeRole.STRONG, wrap=True))
        self.answers: dict[KeepReason, Button] = {}
        for reason, words in reason_words().items():
            button = Button(theme, words)
            button.clicked.connect(partial(self._keep, reason))
            self.answers[reason] = button
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.own = NameEdit(theme, _("Another reason"), _("Keep it"))
        self.own.named.connect(lambda words: self.kept.emit(KeepReason.OTHER, words))
        self.own.left.connect(self.closed)
        self.body.addWidget(self.own)

    def begin(self) -> None:
        """Put the keyboard on the first answer."""
        next(iter(self.answers.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, reason: KeepReason) -> None:
        self.kept.emit(reason, "")


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
