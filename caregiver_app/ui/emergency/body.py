"""The inside of the emergency page, for one country or for all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.help_lines import state_of
from caregiver_app.model.time import day_of
from caregiver_app.support.emergency_signs import signs_for
from caregiver_app.support.helplines import emergency_numbers, parts_with_lines
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import place_name
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.emergency.desk import EmergencyDesk
from caregiver_app.ui.emergency.number_card import NumberCard
from caregiver_app.ui.emergency.parts import AdviceCard, SayCard, SignsCard
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDEST = 820


class EmergencyBody(QWidget):
    """`chosen` carries the country (ISO 3166) or the part of one (e.g. "GB-SCT") that was chosen here, "" for all."""

    chosen = Signal(str)

    def __init__(self, desk: EmergencyDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.country = ""
        self.numbers: NumberCard | None = None
        self.page = Page(theme, _("Emergency"), widest=_WIDEST)
        self.countries = FoldChoice(theme, _("Country"), ring=desk.ring)
        self.sheet = Button(theme, _("Open the emergency sheet"), icon=Icon.EMERGENCY)
        self.card = Button(theme, _("Print a card with these numbers"), icon=Icon.PRINT)
        self._sheet_words = PlainLabel(wrap=True)
        self._first, self._signs = Column(theme), Column(theme, gap=16)
        self._lay_out()
        self.countries.chosen.connect(self._choose)
        self.sheet.clicked.connect(desk.open_sheet)
        self.card.clicked.connect(lambda: desk.print_card(self.country))

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is; in the lowest window the title stays, too: a way back stands in its place above."""
        self.page.set_narrow(layout <= FrameLayout.NARROW)

    def show_country(self, country: str) -> None:
        """Show numbers, lines and signs of a country or a part of one, or with "" the numbers of all by name.

        A part that has no lines of its own is shown as its country.
        """
        theme, desk = self._desk.theme, self._desk
        state = state_of(country)
        self.country = country if country in parts_with_lines() else state
        today = day_of(desk.clock.now())
        self.numbers = NumberCard(desk, state)
        _put_alone(self._first, self.numbers)
        advice = (AdviceCard(theme, self.country, today),) if country else ()
        _put_alone(self._signs, SignsCard(theme, signs_for(state)), *advice)
        options = [Option(value="", text=_("All countries")), *_places(self.country)]
        self.countries.show_options(options, self.country)

    def show_ways(self) -> None:
        """Show what leads on from here as it stands now: the sheet and the card."""
        there = self._desk.has_notes()
        self.sheet.set_words(_("Open the emergency sheet") if there else _("Make your emergency sheet"))
        self._sheet_words.setText(
            _("It is in your care notes: your passphrase opens it. Print this sheet once and keep it by the door.")
            if there
            else _("It says what others must know when you cannot tell them. Print it once and keep it by the door.")
        )
        self.card.setVisible(self._desk.can_print())

    def _choose(self, country: str) -> None:
        self.show_country(country)
        announce(place_name(country) or _("All countries"))
        self.chosen.emit(country)

    def _lay_out(self) -> None:
        theme, body = self._desk.theme, self.page.body
        words = _("Works without the internet and without your passphrase.")
        body.addWidget(ScreenHeader(theme, _("Emergency"), words))
        body.addLayout(self._first)
        choice = QWidget()
        flow = Flow(theme, gap=12, parent=choice)
        flow.addWidget(PlainLabel(_("Which country are you in?"), role=TypeRole.STRONG))
        flow.addWidget(self.countries)
        body.addWidget(choice)
        body.addWidget(SayCard(theme))
        body.addLayout(self._signs)
        sheet = Card(theme, _("The emergency sheet"))
        sheet.body.addWidget(self._sheet_words)
        sheet.body.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeading)
        body.addWidget(sheet)
        body.addWidget(self.card, 0, Qt.AlignmentFlag.AlignLeading)
        Column(theme, parent=self).addWidget(self.page)


def _places(shown: str) -> list[Option[str]]:
    codes = {line.state for line in emergency_numbers()} | set(parts_with_lines()) | ({shown} if shown else set())
    return [Option(value=code, text=name) for name, code in sorted((place_name(code), code) for code in codes)]


def _put_alone(column: Column, *parts: QWidget) -> None:
    """Put parts in the place of those that stood there."""
    while column.count():
        item = column.takeAt(0)
        before = item.widget() if item is not None else None
        if before is not None:
            before.hide()
            before.deleteLater()
    for part in parts:
        column.addWidget(part)
