"""What is said of one link: whose it is, what asks for care, and its clean form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.links.looking import shown_host
from caregiver_app.links.tokens import mask_address
from caregiver_app.model.article import ItemKind
from caregiver_app.model.clean_link import LinkRefusal
from caregiver_app.model.forwarded import CheckedLink, LinkSign
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import visible
from caregiver_app.support.sentences import checked_links as words
from caregiver_app.ui.check_link.marked_host import MarkedHost
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.library.reader.link_popover import copy_and_tell
from caregiver_app.ui.library.status_words import stamp_look
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

_CALM = frozenset({LinkSign.TRACKING, LinkSign.REDIRECTOR, LinkSign.SHARED_HOST, LinkSign.PUNYCODE})
"""What is worth knowing and no reason for worry by itself."""

_LONGEST_SHOWN = 300


class LinkCard(Card):
    """`opened` carries the page of the library that the link leads to."""

    opened = Signal(object)

    def __init__(self, desk: Desk, link: CheckedLink, heading: str, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, heading, parent=parent)
        self._desk = desk
        self._link = link
        self.copy: Button | None = None
        self.open: Button | None = None
        self.body.addWidget(AddressLabel(_shown(link.look.given), ink="text-2"))
        self.verdict = self._made_verdict()
        self.body.addWidget(self.verdict)
        self._add_addresses()
        self._add_standing()
        self._add_signs()
        self._add_clean_link()
        self._add_page()

    def _made_verdict(self) -> Callout:
        said = words.link_verdict(self._link)
        rest = " ".join(part for part in (said.means, said.to_do) if part)
        tone, icon = _look(self._link)
        return Callout(self._desk.theme, tone, icon, said.happened, rest)

    def _add_addresses(self) -> None:
        look = self._link.look
        if look.imitates is None:
            return
        holder = QWidget()
        column = Column(self._desk.theme, gap=2, parent=holder)
        column.addWidget(PlainLabel(_("This link"), role=TypeRole.SMALL_STRONG, ink="text-2"))
        self.false_host = MarkedHost(self._desk.theme, look.host, look.differs_at)
        column.addWidget(self.false_host)
        real = _("The site of {name}").format(name=look.imitates.organisation)
        column.addWidget(PlainLabel(real, role=TypeRole.SMALL_STRONG, ink="text-2", wrap=True))
        column.addWidget(MarkedHost(self._desk.theme, shown_host(look.imitates)))
        self.body.addWidget(holder)

    def _add_standing(self) -> None:
        said = words.standing_sentences(self._link)
        if not said:
            return
        look = stamp_look(self._link.stamp)
        self.body.addWidget(Pill(self._desk.theme, look.text, tone=look.tone, icon=look.icon))
        self.body.addWidget(PlainLabel(" ".join(said), wrap=True))

    def _add_signs(self) -> None:
        for sign, reason in words.sign_reasons(self._link):
            holder = QWidget()
            row = Row(self._desk.theme, gap=8, parent=holder)
            icon, tone = (Icon.INFO, Tone.INFO) if sign in _CALM else (Icon.ALERT, Tone.WARN)
            row.addWidget(IconLabel(self._desk.theme, icon, size=20, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(reason, wrap=True), 1)
            self.body.addWidget(holder)

    def _add_clean_link(self) -> None:
        """Offer the link without what tells who follows it; never one that imitates, hides or leads on."""
        clean = self._link.look.clean
        if clean.refused is LinkRefusal.UNSURE or not clean.output or self._link.look.target is None:
            return
        if self._link.look.imitates is not None or self._link.look.leads_on or not clean.removed:
            return
        said = _("Tracking removed") if LinkSign.TRACKING in self._link.signs else _("Clean link")
        self.body.addWidget(Pill(self._desk.theme, said, tone=Tone.OK, icon=Icon.CHECK))
        self.body.addWidget(AddressLabel(_shown(clean.output)))
        self.copy = Button(self._desk.theme, _("Copy the clean link"), icon=Icon.COPY)
        self.copy.clicked.connect(lambda: copy_and_tell(self._desk, clean.output))
        self._add_button(self.copy)

    def _add_page(self) -> None:
        row = self._link.in_library
        if row is None:
            return
        has_text = row.kind is not ItemKind.LINK
        self.body.addWidget(PlainLabel(words.in_library(row.title, has_text=has_text), wrap=True))
        read = _("Read it here") if has_text else _("See what is known of it")
        self.open = Button(self._desk.theme, read, icon=Icon.LIBRARY)
        self.open.clicked.connect(lambda: self.opened.emit(row))
        self._add_button(self.open)

    def _add_button(self, button: Button) -> None:
        holder = QWidget()
        Flow(self._desk.theme, gap=8, parent=holder).addWidget(button)
        self.body.addWidget(holder)


def _look(link: CheckedLink) -> tuple[Tone, Icon]:
    """Return how loud the verdict is; red stays for safety notices."""
    if link.look.imitates is not None or not _CALM.issuperset(link.signs):
        return Tone.WARN, Icon.ALERT
    if words.organisation_of(link):
        return Tone.INFO, Icon.SHIELD
    return Tone.NEUTRAL, Icon.QUESTION


def _shown(address: str) -> str:
    masked = visible(mask_address(address))
    return masked if len(masked) <= _LONGEST_SHOWN else f"{masked[:_LONGEST_SHOWN]}…"
