"""One page of the settings: a title, a line below it, and cards. Pages are made when they are first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel

WIDEST = 760


class SettingsPart(Page):
    """Base of the pages. A page asks when it is opened and paints what comes back; it never waits."""

    def __init__(self, theme: Theme, title: str, subtitle: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, widest=WIDEST, parent=parent)
        self.title = title
        heading = Column(theme, gap=2)
        heading.addWidget(PlainLabel(title, role=TypeRole.TITLE, wrap=True))
        if subtitle:
            heading.addWidget(PlainLabel(subtitle, ink="text-2", wrap=True))
        self.body.addLayout(heading)

    def opened(self) -> None:
        """Do what is due whenever the page is opened."""

    def search(self) -> bool:
        """Put the focus into the field that searches this page, and return whether there is one."""
        return False

    def left(self) -> None:
        """Do what is due when another page or screen is opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsEntry:
    """How a page stands in the list of settings, and how it is made."""

    key: str
    title: str
    icon: Icon
    make: Callable[[], SettingsPart]
