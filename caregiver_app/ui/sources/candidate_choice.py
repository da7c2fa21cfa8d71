"""What may be followed at an address, to be ticked: each with its title, how much it brings, and what it discloses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.links.tokens import mask_address, shown_title
from caregiver_app.model.source import SourceFormat
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_near_day, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import disclosure_sentence
from caregiver_app.ui.announce import announce
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.feeds.candidates import Candidate

MOST = 20


class CandidateChoice(QWidget):
    """`chosen` carries a tuple of candidates, never an empty one."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, candidates: Sequence[Candidate], now: Millis, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._candidates = tuple(candidates[:MOST])
        self.boxes: list[CheckBox] = []
        self.add = Button(theme, "", kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.add.clicked.connect(self._choose)
        heading = heading_of(self._candidates)
        self.setAccessibleName(heading)
        column = Column(theme, gap=12, parent=self)
        column.addWidget(PlainLabel(heading, wrap=True, role=TypeRole.STRONG))
        for candidate in self._candidates:
            column.addWidget(self._card(candidate))
        if len(candidates) > MOST:
            words = _("There are more. To follow one of them, type its own address.")
            column.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self._count()
        first = next((box for box in self.boxes if box.isEnabled()), None)
        self.setFocusProxy(first or self.add)
        self.add.setVisible(first is not None)
        announce(heading)

    def _card(self, candidate: Candidate) -> Card:
        card = Card(self._theme)
        address = mask_address(candidate.url)
        title = shown_title(candidate.title) or _name_of_unnamed(candidate)
        card.setAccessibleName(title)
        box = CheckBox(self._theme, title)
        facts = facts_of(candidate, self._now)
        box.setAccessibleDescription(facts)
        box.setChecked(_is_proposed(candidate, self._candidates))
        box.setEnabled(candidate.known is None or candidate.is_off)
        box.toggled.connect(self._count)
        self.boxes.append(box)
        lines = Column(self._theme, gap=2)
        lines.addWidget(box)
        lines.addWidget(PlainLabel(facts, role=TypeRole.SMALL, ink="text-2", wrap=True))
        if address != title:
            lines.addWidget(AddressLabel(address, role=TypeRole.SMALL, ink="text-2"))
        card.body.addLayout(lines)
        if candidate.disclosure is not None:
            card.body.addWidget(self._disclosure(candidate))
        return card

    def _disclosure(self, candidate: Candidate) -> Callout:
        told = candidate.disclosure
        assert told is not None
        sentence = disclosure_sentence(told.service.value, host=told.host, operator=told.operator)
        rest = " ".join(part for part in (sentence.means, sentence.to_do) if part)
        return Callout(self._theme, Tone.INFO, Icon.EYE, sentence.happened, rest)

    def _ticked(self) -> tuple[Candidate, ...]:
        pairs = zip(self._candidates, self.boxes, strict=True)
        return tuple(candidate for candidate, box in pairs if box.isChecked() and box.isEnabled())

    def _count(self) -> None:
        ticked = self._ticked()
        count = len(ticked)
        if all(candidate.is_off for candidate in ticked or self._candidates):
            self.add.set_words(_("Switch on what is ticked"))
        elif len(self._candidates) == 1 and self._candidates[0].format is SourceFormat.PAGE:
            self.add.set_words(_("Watch this page"))
        elif count > 1:
            words = ngettext("Add {count} source", "Add {count} sources", count)
            self.add.set_words(words.format(count=format_number(count)))
        else:
            self.add.set_words(_("Add what is ticked"))

    def _choose(self) -> None:
        ticked = self._ticked()
        if ticked:
            self.chosen.emit(ticked)
            return
        announce(_("Tick what you want first."), urgent=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def needs_a_choice(candidates: Sequence[Candidate]) -> bool:
    """Return whether a person must say something before what was found is added."""
    if len(candidates) != 1:
        return True
    only = candidates[0]
    return only.format is SourceFormat.PAGE or only.disclosure is not None or not only.checked


def heading_of(candidates: Sequence[Candidate]) -> str:
    """Return what was found, in one line."""
    if all(candidate.format is SourceFormat.PAGE for candidate in candidates):
        return _(
            "This site has no list of new pages. Caregiver can watch the page itself, and show what changes on it."
        )
    if len(candidates) == 1 and candidates[0].is_off:
        return _("This was found. Read what it tells before you switch it on.")
    if len(candidates) == 1:
        return _("This was found. Read what it tells before you add it.")
    return _("Several sources were found. Which do you want?")


def facts_of(candidate: Candidate, now: Millis) -> str:
    """Return how much a source brings, how new it is, and what it leaves out."""
    if candidate.is_off:
        return _("You have this source already. It is off.")
    if candidate.known is not None:
        return _("You have this source already.")
    if candidate.format is SourceFormat.PAGE:
        return _("One page, watched for changes of its text.")
    if not candidate.checked and candidate.disclosure is not None:
        return _("Nobody has looked at it yet. That happens when you add it.")
    if not candidate.checked:
        return _("The page names it. Nobody has looked at it yet.")
    pages = ngettext("{count} page", "{count} pages", candidate.entries)
    parts = [pages.format(count=format_number(candidate.entries))]
    if candidate.newest_at is not None:
        parts.append(_("Newest: {day}").format(day=format_near_day(candidate.newest_at, now, inside=True)))
    part = {"PART": _("A part of the site"), "COMMENTS": _("What readers wrote below pages")}.get(candidate.rank.name)
    return "  ·  ".join([*parts, *([part] if part else [])])


def _name_of_unnamed(candidate: Candidate) -> str:
    """Return the page of an account that nobody looked at, which people know, else the address."""
    page = "" if candidate.checked else candidate.homepage
    return mask_address(page or candidate.url)


def _is_proposed(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tick what most people mean: the first, where nothing speaks against it."""
    first = next((one for one in candidates if one.known is None), None)
    return candidate is first and candidate.disclosure is None and candidate.checked
