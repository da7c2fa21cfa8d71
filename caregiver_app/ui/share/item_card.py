"""One page that is about to be shared: what others will get of it, or why it cannot be passed on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QWidget

from caregiver_app.model.card import CAN_BE_CHECKED, Candidate
from caregiver_app.model.clean_link import CleanLink, LinkRefusal
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.shares import refusal_sentence
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, IconButton
from caregiver_app.ui.widgets.heard_as import teach_role
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

_NAMED_CHARS = 60
NOT_TRACKING = frozenset({"fragment", "credentials", "session", "wrapper", "amp", "variant"})
"""What cleaning names beside parameters (`CleanLink.removed`)."""


class ItemCard(QFrame):
    """`removed` wants it out of the basket, `check_asked` to have it checked, `link_answered` says if a part stays."""

    removed = Signal()
    check_asked = Signal()
    link_answered = Signal(bool)

    def __init__(self, theme: Theme, candidate: Candidate, *, may_check: bool, parent: QWidget | None = None) -> None:
        """`may_check` offers to check a page that nobody has."""
        super().__init__(parent)
        self._theme = theme
        self.candidate = candidate
        set_look(self, kind="inset")
        title = candidate.title or _("A page without a title")
        self.setAccessibleName(title)
        outer = Row(theme, margins=(16, 12, 8, 12), gap=14, parent=self)
        icon, tone = (Icon.LINK, None) if candidate.card else (Icon.ALERT, Tone.WARN)
        outer.addWidget(IconLabel(theme, icon, size=20, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Column(theme, gap=2)
        self._words.addWidget(PlainLabel(title, role=TypeRole.STRONG, wrap=True))
        self._say()
        self._offer(may_check)
        outer.addLayout(self._words, 1)
        # Translators: {title} is the title of a page
        self.remove = IconButton(theme, Icon.CLOSE, _("Do not share {title}").format(title=_cut(title)))
        self.remove.clicked.connect(self.removed)
        outer.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def _say(self) -> None:
        card, link = self.candidate.card, self.candidate.link
        if card is None:
            said = refusal_sentence(self.candidate)
            words = " ".join(part for part in (said.happened, said.means, said.to_do) if part)
            self._words.addWidget(PlainLabel(words, role=TypeRole.SMALL, ink="warn", wrap=True))
            return
        self._words.addWidget(AddressLabel(shown_link(card.link), role=TypeRole.SMALL, ink="text-2"))
        ink = "ok" if card.reviewed_on is not None else "info"
        said_of = " ".join((card.label, removed_words(link)))
        self._words.addWidget(PlainLabel(said_of, role=TypeRole.SMALL, ink=ink, wrap=True))

    def _offer(self, may_check: bool) -> None:
        """Offer what would help a page that cannot be passed on as it is."""
        name = _cut(self.accessibleName())
        buttons: list[Button] = []
        if self.candidate.refused in CAN_BE_CHECKED and may_check:
            # Translators: {title} is the title of a page
            check = Button(
                self._theme, _("Check it first"), icon=Icon.SHIELD, name=_("Check it first: {title}").format(title=name)
            )
            check.clicked.connect(self.check_asked)
            buttons.append(check)
        link = self.candidate.link
        if self.candidate.card is None and link is not None and link.refused is LinkRefusal.UNSURE:
            buttons += self._link_buttons(link, name)
        if buttons:
            holder = QWidget()
            flow = Flow(self._theme, gap=8, parent=holder)
            for button in buttons:
                flow.addWidget(button)
            self._words.addWidget(holder)

    def _link_buttons(self, link: CleanLink, title: str) -> list[Button]:
        keep = Button(self._theme, _("Keep it"), name=_("Keep it in the link of {title}").format(title=title))
        keep.clicked.connect(lambda: self.link_answered.emit(True))
        if "path" in link.doubtful:
            return [keep]  # without its path a link leads to another page
        leave = Button(
            self._theme, _("Leave it out"), name=_("Leave it out of the link of {title}").format(title=title)
        )
        leave.clicked.connect(lambda: self.link_answered.emit(False))
        return [leave, keep]


def shown_link(link: str) -> str:
    """Return a link as people read it, without what is the same in all of them."""
    return link.removeprefix("https://").removeprefix("http://").removesuffix("/")


def removed_words(link: CleanLink | None) -> str:
    """Return what was taken out of a link, in a sentence."""
    removed = () if link is None else link.removed
    if not removed:
        return _("Nothing to remove from its link.")
    count = sum(name not in NOT_TRACKING for name in removed)
    if not count:
        return _("Its link was made clean.")
    codes = ngettext("{count} tracking code removed.", "{count} tracking codes removed.", count).format(count=count)
    # Translators: {codes} is a sentence that counts what was removed, e.g. "3 tracking codes removed."
    return codes if count == len(removed) else _("{codes} Its link is clean.").format(codes=codes)


def _cut(title: str) -> str:
    return title if len(title) <= _NAMED_CHARS else f"{title[:_NAMED_CHARS].rstrip()}…"


teach_role(ItemCard, QAccessible.Role.Grouping)
