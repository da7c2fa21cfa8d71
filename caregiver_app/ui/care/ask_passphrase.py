"""A question that is answered with a passphrase, over whatever is shown. It is forgotten when the panel goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.confirm import Question
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDTH = 560


class PassphraseQuestion(QWidget):
    """The question, the field, the two buttons. Who asked calls `refuse`, or closes the panel."""

    def __init__(
        self,
        theme: Theme,
        question: Question,
        act: Callable[[str, PassphraseQuestion], None],
        *,
        of_today: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """The passphrase is that of a backup's day, or with `of_today` the one in force."""
        super().__init__(parent)
        self._act = act
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(question.text)
        self.field = (
            PassphraseField(theme, _("Your passphrase"))
            if of_today
            else PassphraseField(
                theme, _("Passphrase of that day"), hint=_("Or all groups of the recovery sheet, as they stand there.")
            )
        )
        self.keep = Button(theme, question.keep)
        self.act = Button(theme, question.do, kind=ButtonKind.MAIN)
        self.act.clicked.connect(self._go_on)
        self.field.entered.connect(self._go_on)
        outer = Row(theme, margins=24, gap=14, parent=self)
        outer.addWidget(IconLabel(theme, Icon.LOCK, size=28, tone=Tone.PRIVATE), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(theme, gap=10)
        column.addWidget(PlainLabel(question.title, role=TypeRole.TITLE, wrap=True))
        column.addWidget(PlainLabel(question.text, wrap=True))
        column.addWidget(self.field)
        buttons = QWidget()
        flow = Flow(theme, gap=12, parent=buttons)
        flow.addWidget(self.keep)
        flow.addWidget(self.act)
        column.addWidget(buttons)
        outer.addLayout(column, 1)

    @property
    def owner(self) -> QObject:
        """What answers belong to: they are dropped once the question is gone."""
        return self

    def refuse(self, sentence: str) -> None:
        """Say that this did not open it."""
        self.act.set_working(False)
        self.field.refuse(sentence)

    def _go_on(self) -> None:
        typed = self.field.text()
        if not typed:
            self.field.refuse(_("Type the passphrase."))
        elif self.act.isEnabled():
            self.act.set_working(True)
            self._act(typed, self)


def ask_passphrase(
    overlay: OverlayHost,
    theme: Theme,
    question: Question,
    act: Callable[[str, PassphraseQuestion], None],
    *,
    of_today: bool = False,
) -> PassphraseQuestion:
    """Ask; `act` gets what was typed, each time. Esc and a press elsewhere keep all as it is."""
    asked = PassphraseQuestion(theme, question, act, of_today=of_today)
    asked.keep.clicked.connect(overlay.close_panel)
    panel = overlay.open_popover(asked, width=_WIDTH)
    panel.closed.connect(asked.field.clear)
    asked.field.begin()
    announce(f"{question.title} {question.text}")
    return asked
