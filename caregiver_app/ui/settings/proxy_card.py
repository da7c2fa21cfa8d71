"""A proxy: another computer through which everything goes, and what that means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.bootstrap.network import PROXY
from caregiver_app.model.errors import AddressRefused
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library

_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Changed:
    """The proxy before and after, with their passwords: never shown, never printed."""

    before: str = field(repr=False)
    after: str = field(repr=False)
    shown: str


class ProxyCard(Card):
    """Shows the proxy in force without its password; another one is typed whole."""

    def __init__(self, desk: Desk, services: Services, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Proxy"), parent=parent)
        self._desk = desk
        self._services = services
        self.now = PlainLabel(wrap=True)
        self.address = QLineEdit()
        self.address.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.address.setMaxLength(_LONGEST)
        self.address.setPlaceholderText("socks5h://127.0.0.1:9050")
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field = Field(
            desk.theme,
            _("Address of a proxy"),
            self.address,
            hint=_("Only if somebody told you to use one. Most homes have none."),
        )
        self.use = Button(desk.theme, _("Use this proxy"), icon=Icon.CHECK)
        self.none = Button(desk.theme, _("Use no proxy"))
        self._lay_out()
        self.address.returnPressed.connect(self._use)
        self.use.clicked.connect(self._use)
        self.none.clicked.connect(lambda: self._put(""))

    def refresh(self) -> None:
        """Show the proxy in force."""
        services = self._services
        self._desk.ask(self, services.proxy, self._show, key="proxy")

    def _show(self, shown: str) -> None:
        self.now.setText(_("In use: {address}").format(address=shown) if shown else _("No proxy is in use."))
        self.none.setVisible(bool(shown))

    def _use(self) -> None:
        address = self.address.text().strip()
        if not address:
            self.field.show_error(_("Type the address of a proxy, like socks5h://127.0.0.1:9050"))
            return
        self._put(address)

    def _put(self, address: str) -> None:
        services = self._services

        def work(library: Library) -> _Changed | AddressRefused:
            before = library.choices.get(PROXY, "")
            try:
                return _Changed(before=before, after=address, shown=services.set_proxy(library, address))
            except AddressRefused as error:
                return error

        self._desk.ask(self, work, self._taken)

    def _taken(self, answer: _Changed | AddressRefused) -> None:
        if isinstance(answer, AddressRefused):
            self.field.show_error(sentence_for(answer).text)
            return
        self.address.clear()
        self.field.set_error("")
        self._show(answer.shown)
        text = _("Connections go through the proxy now.") if answer.shown else _("No proxy is used any more.")
        step = UndoStep(
            text=text, undo=lambda: self._put_back(answer.before), redo=lambda: self._put_back(answer.after)
        )
        self._desk.messages.did(step, icon=Icon.CHECK, kind="proxy")

    def _put_back(self, address: str) -> None:
        services = self._services
        self._desk.ask(self, lambda library: services.set_proxy(library, address), self._show)

    def _lay_out(self) -> None:
        words = _(
            "All connections then go through that computer. The proxy sees which sites are asked, and looks up their "
            "names. It cannot read the pages of sites that begin with https."
        )
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        self.body.addWidget(self.now)
        self.body.addWidget(self.field)
        buttons = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=buttons)
        flow.addWidget(self.use)
        flow.addWidget(self.none)
        self.body.addWidget(buttons)
        self.none.setVisible(False)
