"""All that others asked of us, in a drawer: what waits first, then what was answered and when that goes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.answering.received_looks import ReceivedLook, claimed, facts_of, read_received
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import Action
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.plain import PlainLabel

_ROWS = 12
_QUESTIONS = "questions"


class ReceivedDrawer(Drawer):
    """Enter on a line opens it in the tab of the questions."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Asked of me"), parent=parent)
        self._desk = desk
        self.said = PlainLabel(ink="text-2", wrap=True)
        self.list = LineList(desk.theme, _("Asked of me"), ring=desk.ring, rows=_ROWS)
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.list.setVisible(False)
        self.list.opened.connect(lambda line: desk.open(_QUESTIONS, -int(line.key)))
        now = desk.clock.now()
        desk.ask(self, lambda vault: read_received(vault, now=now), self._show, key="received-all")

    def _show(self, looks: tuple[ReceivedLook, ...]) -> None:
        now = self._desk.clock.now()
        self.list.show_lines([_line(look, now) for look in looks])
        self.list.setVisible(bool(looks))
        self.said.setText(
            _("Press one to read it. What you answered goes for good after thirty days, unless you keep it.")
            if looks
            else _("Nobody asked you anything yet. Their questions come as a file that only you can open.")
        )


def open_all_received(desk: CareDesk) -> ReceivedDrawer:
    """Open the list."""
    drawer = ReceivedDrawer(desk)
    desk.overlay.open_drawer(drawer)
    return drawer


def received_option(desk: CareDesk) -> Option[Action]:
    """Return what the menu of open notes offers."""
    return Option(value=partial(open_all_received, desk), text=_("Asked of me"), icon=Icon.QUESTION)


def _line(look: ReceivedLook, now: Millis) -> Line:
    says = claimed(look)
    name = look.name if look.is_known or not says else f"{look.name}: {says}"
    return Line(key=str(look.id), title=name, facts=facts_of(look, now))
