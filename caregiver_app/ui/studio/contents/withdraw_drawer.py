"""Withdraws something that families have already: why, and what to use in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.ui.studio.contents.entries import PackEntry
from caregiver_app.ui.studio.place import WITHDRAWN
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.plain import PlainLabel


class WithdrawDrawer(Drawer):
    """`wanted` carries the reason and the id of what to use in its place, empty where there is none."""

    wanted = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        entry: PackEntry,
        others: Sequence[PackEntry],
        *,
        ring: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("Withdraw"), parent=parent)
        self._replacement = ""
        self._options = _options(entry, others)
        self.reason = QPlainTextEdit()
        hint = _("Families are told this where they have it, and where they passed it on.")
        self.field = Field(theme, _("Why do you no longer stand by it?"), self.reason, hint=hint)
        self.replacement = FoldChoice(theme, _("What to use in its place"), ring=ring)
        self.act = Button(theme, _("Withdraw it"), kind=ButtonKind.MAIN, icon=Icon.MINUS)
        self.body.addWidget(PlainLabel(entry.title, role=TypeRole.HEADING, wrap=True))
        self.body.addWidget(self.field)
        self.body.addWidget(PlainLabel(_("What to use in its place"), role=TypeRole.STRONG, wrap=True))
        self.body.addWidget(self.replacement)
        self.add_foot(self.act)
        self._show_replacement()
        self.replacement.chosen.connect(self._choose)
        self.act.clicked.connect(lambda _pressed: self._withdraw())
        self.setFocusProxy(self.reason)

    def show_problems(self, problems: Sequence[PackProblem]) -> None:
        """Say why it was not withdrawn."""
        for problem in problems[:1]:
            self.field.show_error(problem_words(problem))

    def _withdraw(self) -> None:
        reason = " ".join(self.reason.toPlainText().split())
        if reason:
            self.wanted.emit(reason, self._replacement)
        else:
            self.field.show_error(_("Say why, in a sentence."))

    def _choose(self, identifier: str) -> None:
        self._replacement = identifier
        self._show_replacement()

    def _show_replacement(self) -> None:
        self.replacement.show_options(self._options, self._replacement)


def _options(entry: PackEntry, others: Sequence[PackEntry]) -> tuple[Option[str], ...]:
    """Return nothing, then what is of the same kind, then the rest."""
    usable = [each for each in others if each.listed != WITHDRAWN and each.key != entry.key]
    ordered = sorted(usable, key=lambda each: each.listed != entry.listed)
    rest = (Option(value=each.key, text=each.title) for each in ordered)
    return (Option(value="", text=_("Nothing")), *rest)
