"""The popovers of the care notes' header: whom to look at, and what else there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel

WIDTH = 360
_TALL = 460

Action = Callable[[], object]


class CareMenu(QWidget):
    """`chosen` carries what to do; who opened the popover closes it first."""

    chosen = Signal(object)

    def __init__(
        self,
        desk: CareDesk,
        heading: str,
        options: Sequence[Option[Action]],
        current: Action | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        column = Column(desk.theme, margins=12, gap=8, parent=self)
        column.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
        self.list = OptionList(desk.theme, heading, options, current, ring=desk.ring, tall=_TALL)
        self.list.chosen.connect(self.chosen)
        column.addWidget(self.list)


def open_menu(
    desk: CareDesk,
    anchor: QWidget,
    heading: str,
    options: Sequence[Option[Action]],
    current: Action | None = None,
) -> CareMenu:
    """Open a popover below `anchor` and do what is chosen there, with the keyboard back where it was."""
    menu = CareMenu(desk, heading, options, current)

    def choose(action: Action) -> None:
        desk.overlay.close_panel()
        action()

    menu.chosen.connect(choose)
    desk.overlay.open_popover(menu, anchor=anchor, width=WIDTH)
    return menu


def person_options(desk: CareDesk, add: Action) -> tuple[Sequence[Option[Action]], Action]:
    """Return everybody who may be looked at, and who is now."""
    whom = desk.whom
    everybody: Action = partial(whom.choose, None)
    options = [Option(value=everybody, text=_("Everybody"), icon=Icon.PERSON)]
    current = everybody
    for person in whom.people:
        choose: Action = partial(whom.choose, person.id)
        options.append(Option(value=choose, text=person.name, icon=Icon.PERSON))
        if whom.person is not None and whom.person.id == person.id:
            current = choose
    options.append(Option(value=add, text=_("Add a person"), icon=Icon.PLUS))
    return options, current
