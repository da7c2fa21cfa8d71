"""Why a page may be trusted, in full: each author's stamp with its word and its sentences, one's own first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleRow, Trust
from caregiver_app.model.trust import Stamp
from caregiver_app.support.sentences.stamps import fixed_line, ours_sentence, says_ours, stamp_sentences
from caregiver_app.ui.library.status_words import page_look, stamp_look
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

_EXPLAINED = frozenset({Trust.CHECKED, Trust.CHECK_DUE})


class StampPart(QWidget):
    """Stamps below each other, and what "Checked" means where one of them says so."""

    def __init__(
        self,
        theme: Theme,
        stamps: Sequence[Stamp],
        *,
        row: ArticleRow | None = None,
        of_organisation: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`row` is the page they are of, where it is one of the library."""
        super().__init__(parent)
        column = Column(theme, gap=8, parent=self)
        for stamp in stamps:
            ours = row is not None and says_ours(row, stamp)
            look = stamp_look(stamp) if row is None else page_look(row, stamp)
            column.addWidget(Pill(theme, look.text, tone=look.tone, icon=look.icon))
            sentences = (ours_sentence(),) if ours else stamp_sentences(stamp, of_organisation=of_organisation)
            for sentence in sentences:
                column.addWidget(PlainLabel(sentence, wrap=True))
        if any(stamp.trust in _EXPLAINED for stamp in stamps):
            column.addWidget(PlainLabel(fixed_line(), role=TypeRole.SMALL, ink="text-2", wrap=True))
