"""What left these care notes: when, how, to whom, to which key, why. Counts here; the words of a request behind it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.asking.left_read import Left, came_back, read_left
from caregiver_app.ui.care.asking.left_words import how_it_left, how_much
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.plain import PlainLabel


class LeftDrawer(Drawer):
    """A list, newest first. `picked` carries a `Left`."""

    picked = Signal(object)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("What left these notes"), parent=parent)
        self._desk = desk
        self._left: dict[str, Left] = {}
        self.said = PlainLabel(_("Nothing has left them yet."), ink="text-2", wrap=True)
        self.list = LineList(desk.theme, _("What left these notes"), ring=desk.ring, rows=12)
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.list.setVisible(False)
        self.list.opened.connect(lambda line: self.picked.emit(self._left[line.key]))
        desk.ask(self, read_left, self._show, key="left")

    def _show(self, left: tuple[Left, ...]) -> None:
        now = self._desk.clock.now()
        self._left = {each.disclosure.uid: each for each in left}
        self.list.show_lines([_line(each, format_near_day(each.disclosure.at, now)) for each in left])
        self.list.setVisible(bool(left))
        self.said.setText(
            _("Press one to see more of it. What is written here stays in your notes.")
            if left
            else _("Nothing has left them yet.")
        )


def _line(each: Left, day: str) -> Line:
    disclosed = each.disclosure.disclosed
    parts = (how_much(disclosed.what), came_back(each), disclosed.why)
    return Line(
        key=each.disclosure.uid,
        title=f"{day}: {how_it_left(disclosed)}",
        facts="  ·  ".join(part for part in parts if part),
    )
