"""About this source: whose it is, how it is doing, what is saved of it, and how its address changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.links.tokens import mask_address
from caregiver_app.model.article import ItemId
from caregiver_app.model.offline import OfflineSpace, OfflineState
from caregiver_app.model.source import Source, SourceId
from caregiver_app.model.trust import Stamps, Subject, SubjectKind
from caregiver_app.support.i18n import format_near_day, language_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for_source
from caregiver_app.support.sentences.source_notes import notes_on_source
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.library.reader.copy_part import CopyPart
from caregiver_app.ui.library.stamp_part import StampPart
from caregiver_app.ui.sources.source_words import (
    disclosure,
    fit_for_showing,
    is_secure,
    keeps_whole_pages,
    numbers_line,
    pills_of,
)
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.source_moves import SourceMove
    from caregiver_app.library.store import Library

SubjectStamps = Callable[["Library", Subject], Stamps]
"""Returns what is said of an organisation; runs in the library's thread."""

_OWN_UID = "user/"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What the library says of a source, of the copy of one page of it, and of the space that copies take.

    `stamps` are what is said of its organisation, None where it has none.
    """

    source: Source
    move: SourceMove | None
    item_id: ItemId
    copy: OfflineState | None
    space: OfflineSpace
    stamps: Stamps | None = None

    @property
    def own(self) -> bool:
        """True when the person added the source."""
        return self.source.uid.startswith(_OWN_UID)


def source_facts(library: Library, source_id: SourceId, item_id: ItemId, stamps_of: SubjectStamps) -> SourceFacts:
    """Return what is known of a source and of a page's copy; runs in the library's thread.

    Raises:
        UnknownSource: it is not there any more.
    """
    source = library.sources.get(source_id)
    moves = (one for one in library.source_moves.list() if one.source_id == source_id and one.to_url == source.url)
    return SourceFacts(
        source=fit_for_showing(source),
        move=next(moves, None),
        item_id=item_id,
        copy=library.offline_copies.of(item_id),
        space=library.offline_copies.space(),
        stamps=None if source.organisation_id is None else stamps_of(library, organisation(source.organisation_id)),
    )


def organisation(number: int) -> Subject:
    """Return an organisation as what can be checked."""
    return Subject(kind=SubjectKind.ORGANISATION, id=number)


class AboutSource(Drawer):
    """Signals say what is wanted; `show_facts` shows what came of it."""

    pages_asked = Signal()
    kept = Signal(object, bool)
    moved_back = Signal(object)
    copy_asked = Signal()
    check_asked = Signal(object)

    def __init__(
        self, desk: Desk, facts: SourceFacts, *, with_check: bool = False, parent: QWidget | None = None
    ) -> None:
        """`with_check`: the person checks for other people too; `check_asked` carries the organisation."""
        super().__init__(desk.theme, _("About this source"), parent=parent)
        self._desk = desk
        self._facts = facts
        self._told: QWidget | None = None
        self._with_check = with_check
        self.keep = CheckBox(desk.theme, _("Keep the full text"))
        self.keep.clicked.connect(lambda on: self.kept.emit(self._facts.source, on))
        self.copy = CopyPart(desk.theme, own=facts.own)
        self.copy.asked.connect(self.copy_asked)
        self._told_place = Column(desk.theme)
        self.body.addWidget(PlainLabel(facts.source.title, role=TypeRole.HEADING, wrap=True))
        self.body.addLayout(self._told_place)
        self.body.addWidget(self._keep_part())
        self.body.addWidget(self.copy)
        self.body.addWidget(self._facts_part(facts.source))
        more = Button(desk.theme, _("Show all pages of this source"), icon=Icon.FILTER)
        more.clicked.connect(self.pages_asked)
        self.body.addWidget(more)
        self.show_facts(facts)

    @property
    def facts(self) -> SourceFacts:
        """What is shown."""
        return self._facts

    def show_facts(self, facts: SourceFacts) -> None:
        """Show the source and the copy as they are now."""
        self._facts = facts
        self.keep.setChecked(keeps_whole_pages(facts.source))
        self.copy.show_copy(facts.copy, facts.space)
        if self._told is not None:
            self._told_place.removeWidget(self._told)
            self._told.setVisible(False)
            self._told.deleteLater()
        self._told = self._health(facts)
        self._told_place.addWidget(self._told)

    def _health(self, facts: SourceFacts) -> QWidget:
        source = facts.source
        holder = QWidget()
        column = Column(self._desk.theme, gap=8, parent=holder)
        column.addWidget(self._pills(source))
        sentence = sentence_for_source(source)
        for words in (sentence.message, sentence.to_do, *(note.text for note in notes_on_source(source))):
            if words:
                column.addWidget(PlainLabel(words, wrap=True))
        if facts.stamps is not None:
            column.addWidget(self._trust(facts.stamps, source))
        if facts.move is not None:
            column.addWidget(self._move(facts.move))
        if text := disclosure(source):
            column.addWidget(Callout(self._desk.theme, Tone.INFO, Icon.INFO, _("Asks first"), text))
        if not is_secure(source):
            text = _("What comes from this address could be read or changed on its way.")
            column.addWidget(Callout(self._desk.theme, Tone.WARN, Icon.UNLOCK, _("Not secure"), text))
        return holder

    def _trust(self, stamps: Stamps, source: Source) -> QWidget:
        """Say what is known of the organisation, and offer to check it."""
        holder = QWidget()
        column = Column(self._desk.theme, gap=8, parent=holder)
        shown = stamps.statements or (stamps.reading,)
        column.addWidget(StampPart(self._desk.theme, shown, of_organisation=True))
        if self._with_check and source.organisation_id is not None:
            check = Button(self._desk.theme, _("Check this organisation"), icon=Icon.SHIELD)
            number = source.organisation_id
            check.clicked.connect(lambda: self.check_asked.emit(organisation(number)))
            column.addWidget(check)
        return holder

    def _pills(self, source: Source) -> QWidget:
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        for look in pills_of(source):
            flow.addWidget(Pill(self._desk.theme, look.text, tone=look.tone, icon=look.icon))
        flow.addWidget(PlainLabel(numbers_line(source, self._desk.clock.now()), role=TypeRole.SMALL, ink="text-2"))
        return holder

    def _move(self, move: SourceMove) -> Callout:
        day = format_near_day(move.at, self._desk.clock.now(), inside=True)
        # Translators: {day} is a day such as "today" or "23 November"
        heading = _("New address: {day}").format(day=day)
        text = _("From {old} to {new}.").format(old=mask_address(move.from_url), new=mask_address(move.to_url))
        callout = Callout(self._desk.theme, Tone.INFO, Icon.HISTORY, heading, text)
        back = Button(self._desk.theme, _("Undo"), icon=Icon.UNDO, name=_("Undo, use the old address"))
        back.clicked.connect(lambda: self.moved_back.emit(self._facts.source))
        callout.add_button(back)
        return callout

    def _keep_part(self) -> QWidget:
        holder = QWidget()
        column = Column(self._desk.theme, gap=4, parent=holder)
        does = _("Whole pages and their pictures are saved, to be read without the internet.")
        tells = _("All new pages of this source are saved, whether you read them or not.")
        self.keep.setAccessibleDescription(f"{does} {tells}")
        column.addWidget(self.keep)
        column.addWidget(PlainLabel(f"{does} {tells}", role=TypeRole.SMALL, ink="text-2", wrap=True))
        return holder

    def _facts_part(self, source: Source) -> QWidget:
        holder = QWidget()
        column = Column(self._desk.theme, gap=12, parent=holder)
        if source.organisation and source.organisation != source.title:
            column.addWidget(self._fact(_("Organisation"), PlainLabel(source.organisation, wrap=True)))
        # What is private in an address reads the feed in its owner's name; it is never shown.
        column.addWidget(self._fact(_("Web address"), AddressLabel(mask_address(source.url))))
        if source.homepage:
            column.addWidget(self._fact(_("Home page"), AddressLabel(mask_address(source.homepage))))
        if language := language_name(source.language):
            column.addWidget(self._fact(_("Language"), PlainLabel(language)))
        return holder

    def _fact(self, label: str, value: QWidget) -> QWidget:
        holder = QWidget()
        column = Column(self._desk.theme, gap=2, parent=holder)
        column.addWidget(PlainLabel(label, role=TypeRole.SMALL_STRONG, ink="text-2"))
        column.addWidget(value)
        return holder
