"""What of a list did not come into a new pack, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel

_SHOWN = 100


class LeftOutDrawer(Drawer):
    """Says why, and asks nothing: the rows can be mended and added by hand."""

    def __init__(
        self, theme: Theme, taken: int, problems: Sequence[PackProblem], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Not all could be taken"), parent=parent)
        words = ngettext("{count} item is in the pack.", "{count} items are in the pack.", taken)
        self.body.addWidget(PlainLabel(words.format(count=format_number(taken)), wrap=True))
        for problem in problems[:_SHOWN]:
            # Translators: a row of a spreadsheet that was not taken, and why
            row = _("Row {number}: {why}").format(number=problem.where.partition(".")[0], why=problem_words(problem))
            self.body.addWidget(PlainLabel(row, wrap=True))
        if len(problems) > _SHOWN:
            more = ngettext("{count} more row", "{count} more rows", len(problems) - _SHOWN)
            self.body.addWidget(PlainLabel(more.format(count=format_number(len(problems) - _SHOWN)), ink="text-2"))
