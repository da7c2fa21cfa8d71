"""A screen that shows every part once, for tests of what holds for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card, Hairline
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.progress import ProgressStrip
from caregiver_app.ui.widgets.status_pill import StatusPill

LONG = "Safety notice: check the batch number on thickening powder before the next meal and keep the old tin"


class PartsScreen(Screen):
    """Every part, with words long enough to wrap."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = Column(theme, parent=self)
        self.page = Page(theme, "All parts")
        column.addWidget(self.page)
        self.header = ScreenHeader(theme, "Good morning", "Everything here is saved on this computer.")
        self.header.add_action(StatusPill(theme))
        self.refresh = Button(theme, "Get updates", icon=Icon.REFRESH)
        self.header.add_action(self.refresh)
        self.page.body.addWidget(self.header)
        self._add_callouts()
        self._add_card()
        self._add_fields()
        self._add_rest()

    def areas(self) -> Sequence[QWidget]:
        """The header, then the page."""
        return (self.header, self.page)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Stack where it is narrow."""
        narrow = layout <= FrameLayout.NARROW
        self.page.set_narrow(narrow)
        self.header.set_stacked(narrow)

    def _add_callouts(self) -> None:
        for tone in Tone:
            callout = Callout(self._theme, tone, Icon.OCTAGON, f"{tone}: {LONG}", LONG)
            callout.add_button(Button(self._theme, "Read", kind=ButtonKind.MAIN, name=f"Read {tone}"))
            callout.add_button(Button(self._theme, "Not for us", name=f"Not for us: {tone}"))
            self.page.body.addWidget(callout)

    def _add_card(self) -> None:
        theme = self._theme
        card = Card(theme, LONG, button=Button(theme, "All appointments", kind=ButtonKind.QUIET))
        pills = Flow(theme)
        card.body.addLayout(pills)
        for tone in Tone:
            pills.addWidget(Pill(theme, f"Pill {tone}", tone=tone, icon=Icon.SHIELD))
        card.body.addWidget(Hairline(theme))
        choices = [ChipChoice(key=str(n), text=f"Choice {n}") for n in range(7)]
        self.chips = ChipGroup(theme, "Show", choices)
        card.body.addWidget(self.chips)
        buttons = Flow(theme)
        card.body.addLayout(buttons)
        for kind in (ButtonKind.NORMAL, ButtonKind.TOOL, ButtonKind.QUIET):
            buttons.addWidget(Button(theme, f"Button {kind}", kind=kind, icon=Icon.PRINT))
        buttons.addWidget(IconButton(theme, Icon.MORE, "More"))
        self.page.body.addWidget(card)

    def _add_fields(self) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText("Like example.org")
        self.field = Field(self._theme, "Web address", self.line, hint=LONG)
        self.notes = QPlainTextEdit()
        self.page.body.addWidget(self.field)
        self.page.body.addWidget(Field(self._theme, "Notes", self.notes))

    def _add_rest(self) -> None:
        theme = self._theme
        self.page.body.addWidget(CheckBox(theme, f"Row: {LONG}"))
        self.page.body.addWidget(CheckBox(theme, f"Tile: {LONG}", tile=True))
        strip = ProgressStrip(theme)
        self.page.body.addWidget(strip)
        strip.show_words(f"Getting updates: {LONG}", done=4, total=12)
        self.page.body.addWidget(
            EmptyState(theme, Icon.LIBRARY, "Your library is empty", LONG, [Button(theme, "Add a source")])
        )
