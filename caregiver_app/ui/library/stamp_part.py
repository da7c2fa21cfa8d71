"""Why a page may be trusted, in full: each author's stamp with its word and its sentences, one's own first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import Trust
from caregiver_app.model.trust import Stamp
from caregiver_app.support.sentences.stamps import fixed_line, stamp_sentences
from caregiver_app.ui.library.status_words import stamp_look
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

_EXPLAINED = frozenset({Trust.CHECKED, Trust.CHECK_DUE})


class StampPart(QWidget):
    """Stamps below each other, and what "Checked" means where one of them says so."""

    def __init__(
        self, theme: Theme, stamps: Sequence[Stamp], *, of_organisation: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = Column(theme, gap=8, parent=self)
        for stamp in stamps:
            look = stamp_look(stamp)
            column.addWidget(Pill(theme, look.text, tone=look.tone, icon=look.icon))
            for sentence in stamp_sentences(stamp, of_organisation=of_organisation):
                column.addWidget(PlainLabel(sentence, wrap=True))
        if any(stamp.trust in _EXPLAINED for stamp in stamps):
            column.addWidget(PlainLabel(fixed_line(), role=TypeRole.SMALL, ink="text-2", wrap=True))
