"""Changing the topics in two steps: what help is wanted, then who would be asked for pages. Works without a network."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import current_language
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.topics.contacts_list import ContactsList, asked_words
from caregiver_app.ui.topics.part import TopicsPart
from caregiver_app.ui.topics.questions import Chosen, Offer, Wanted, choose, list_offer
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.tab_order import put_in_order

_WIDEST = 820


class TopicsScreen(Screen):
    """`left` comes when the person is done; its value says whether to get updates now."""

    left = Signal(bool)
    changed = Signal()

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._taking = False
        self.part: TopicsPart | None = None
        self.contacts: ContactsList | None = None
        theme = desk.theme
        self.page = Page(theme, _("Topics"), widest=_WIDEST)
        self.header = ScreenHeader(theme, "")
        self._content = Column(theme, gap=16)
        self._said = PlainLabel(ink="text-2", wrap=True)
        self.page.body.addWidget(self.header)
        self.page.body.addLayout(self._content)
        self.page.body.addWidget(self._said)
        self.main = Button(theme, "", kind=ButtonKind.MAIN)
        self.other = Button(theme, "")
        self.main.clicked.connect(self._go_on)
        self.other.clicked.connect(self._leave)
        self._lay_out()

    def opened(self) -> None:
        """Ask the library for the topics."""
        self._desk.ask(self, list_offer, self._show_tiles, key="topics")

    def areas(self) -> Sequence[QWidget]:
        """Return the tiles and the buttons below."""
        return (self.page, self._foot)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        narrow = layout <= FrameLayout.NARROW
        self.page.set_narrow(narrow)
        self._foot_column.set_margins((20, 12, 20, 12) if narrow else (32, 12, 32, 12))

    def go_back(self) -> bool:
        """Go from the second step to the first; from there out."""
        if self.contacts is not None:
            self.opened()
            return True
        return False

    def _show_tiles(self, offer: Offer) -> None:
        self._clear()
        self.part = TopicsPart(self._desk.theme, offer)
        self.part.changed.connect(self._count)
        self._content.addWidget(self.part)
        self.header.set_title(_("What would you like help with?"))
        self.header.set_subtitle(_("Pick as many as you like. You can change this at any time."))
        self._said.setText(_("Your choices stay on this computer."))
        self.other.set_words(_("Back"))
        self._count()
        put_in_order(self)
        if self.isVisible():
            self.part.begin()

    def _show_contacts(self, chosen: Chosen) -> None:
        self._clear()
        self.contacts = ContactsList(self._desk.theme, chosen.contacts)
        self._content.addWidget(self.contacts)
        self.header.set_title(_("Get pages from these organisations?"))
        self.header.set_subtitle(_("Only these. Nothing about you is sent."))
        self._said.setText(asked_words())
        self.main.set_words(_("Get updates now"))
        self.main.set_icon(Icon.REFRESH)
        self.other.set_words(_("Not now"))
        put_in_order(self)
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        for widget in (self.part, self.contacts):
            if widget is not None:
                self._content.removeWidget(widget)
                widget.setVisible(False)
                widget.deleteLater()
        self.part = self.contacts = None
        self.page.verticalScrollBar().setValue(0)

    def _count(self) -> None:
        if self.part is not None:
            self.main.set_words(self.part.go_on_words())
            self.main.set_icon(None)

    def _go_on(self) -> None:
        if self.contacts is not None:
            self.left.emit(True)
        elif self.part is not None:
            self._take(self.part.wanted)

    def _leave(self) -> None:
        self.left.emit(False)

    def _take(self, wanted: Wanted) -> None:
        """Keep what was chosen on this step, once: a second press must not act on the step that follows."""
        if self._taking:
            return

        def settled(chosen: Chosen) -> None:
            self._taking = False
            self._chosen(chosen)

        def failed(_error: BaseException) -> None:
            self._taking = False

        self._taking = True
        self._choose(wanted, settled, failed)

    def _chosen(self, chosen: Chosen) -> None:
        self.changed.emit()
        if chosen.before != chosen.after:
            self._offer_undo(chosen)
        if chosen.contacts and set(chosen.after.topics) - set(chosen.before.topics):
            self._show_contacts(chosen)
        else:
            self.left.emit(False)

    def _choose(
        self,
        wanted: Wanted,
        done: Callable[[Chosen], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        language, at = current_language(), self._desk.clock.now()
        self._desk.ask(self, lambda library: choose(library, wanted, language, at), done, failed=failed)

    def _offer_undo(self, chosen: Chosen) -> None:
        def put(wanted: Wanted) -> None:
            self._choose(wanted, lambda _chosen: self.changed.emit())

        self._desk.messages.did(
            UndoStep(text=_("Topics changed"), undo=lambda: put(chosen.before), redo=lambda: put(chosen.after)),
            icon=Icon.TOPICS,
            kind="topics",
        )

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self._foot = QWidget()
        flow_holder = QWidget()
        flow = Flow(theme, gap=12, parent=flow_holder)
        flow.addWidget(self.main)
        flow.addWidget(self.other)
        self._foot_column = Column(theme, margins=(32, 12, 32, 12), parent=self._foot)
        self._foot_column.addWidget(flow_holder)
        column = Column(theme, parent=self)
        column.addWidget(self.page, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self._foot)
