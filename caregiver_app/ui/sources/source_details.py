"""One source in full: how it is doing and what to do, on or off, its address, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.links.tokens import mask_address
from caregiver_app.model.organisation import Topic
from caregiver_app.model.source import Source
from caregiver_app.support.i18n import format_near_day, language_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for_source
from caregiver_app.support.sentences.source_notes import notes_on_source
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.sources.source_words import (
    disclosure,
    is_secure,
    keeps_whole_pages,
    numbers_line,
    pills_of,
)
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.source_moves import SourceMove


class SourceDetails(Page):
    """Made anew for each source. Signals say what the person wants."""

    switched = Signal(bool)
    kept = Signal(bool)
    moved_back = Signal()
    asked_now = Signal()
    pages_wanted = Signal()
    topics_pressed = Signal()
    removed = Signal()

    def __init__(
        self,
        desk: Desk,
        source: Source,
        *,
        move: SourceMove | None = None,
        topics: Sequence[Topic] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`move` is the last change of its address, where that can be taken back; `topics` have the titles."""
        super().__init__(desk.theme, _("About {title}").format(title=source.title), widest=660, parent=parent)
        self._desk = desk
        self.body.addWidget(PlainLabel(source.title, role=TypeRole.TITLE, wrap=True))
        self.body.addWidget(self._pills(source))
        self.body.addWidget(self._health(source))
        if move is not None:
            self.body.addWidget(self._move(move))
        if text := disclosure(source):
            self.body.addWidget(Callout(desk.theme, Tone.INFO, Icon.INFO, _("Asks first"), text))
        if not is_secure(source):
            self.body.addWidget(Callout(desk.theme, Tone.WARN, Icon.UNLOCK, _("Not secure"), _insecure(source)))
        self.on = CheckBox(desk.theme, _("Get pages from this source"))
        self.on.setChecked(source.enabled)
        self.on.clicked.connect(self.switched)
        self.keep = CheckBox(desk.theme, _("Keep the full text, to read without the internet"))
        self.keep.setChecked(keeps_whole_pages(source))
        self.keep.clicked.connect(self.kept)
        self.body.addWidget(self.on)
        self.body.addWidget(self.keep)
        self.body.addWidget(self._buttons(source))
        for label, value in _facts(source, topics):
            self.body.addWidget(self._fact(label, value))

    def _pills(self, source: Source) -> QWidget:
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        for look in pills_of(source):
            flow.addWidget(Pill(self._desk.theme, look.text, tone=look.tone, icon=look.icon))
        numbers = PlainLabel(numbers_line(source, self._desk.clock.now()), ink="text-2")
        flow.addWidget(numbers)
        return holder

    def _health(self, source: Source) -> QWidget:
        sentence = sentence_for_source(source)
        holder = QWidget()
        column = Column(self._desk.theme, gap=4, parent=holder)
        column.addWidget(PlainLabel(sentence.message, wrap=True))
        if sentence.to_do:
            column.addWidget(PlainLabel(sentence.to_do, role=TypeRole.STRONG, wrap=True))
        for note in notes_on_source(source):
            column.addWidget(PlainLabel(note.text, wrap=True))
        return holder

    def _move(self, move: SourceMove) -> Callout:
        text = _("From {old} to {new}.").format(old=mask_address(move.from_url), new=mask_address(move.to_url))
        day = format_near_day(move.at, self._desk.clock.now(), inside=True)
        # Translators: {day} is a day such as "today" or "23 November"
        callout = Callout(self._desk.theme, Tone.INFO, Icon.HISTORY, _("New address: {day}").format(day=day), text)
        self.move_back = Button(self._desk.theme, _("Use the old address"), icon=Icon.UNDO)
        self.move_back.clicked.connect(self.moved_back)
        callout.add_button(self.move_back)
        return callout

    def _buttons(self, source: Source) -> QWidget:
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        self.pages = Button(self._desk.theme, _("Show its pages"), icon=Icon.LIBRARY)
        self.pages.clicked.connect(self.pages_wanted)
        self.ask = Button(self._desk.theme, _("Get its updates"), icon=Icon.REFRESH)
        self.ask.clicked.connect(self.asked_now)
        self.topics = Button(self._desk.theme, _("Choose its topics"), icon=Icon.TOPICS)
        self.topics.clicked.connect(self.topics_pressed)
        self.remove = Button(self._desk.theme, _("Remove"), icon=Icon.TRASH, name=_("Remove this source"))
        self.remove.clicked.connect(self.removed)
        for button in (self.pages, self.ask, self.topics, self.remove):
            flow.addWidget(button)
        self.pages.setVisible(source.entries > 0)
        return holder

    def _fact(self, label: str, value: QWidget) -> QWidget:
        holder = QWidget()
        column = Column(self._desk.theme, gap=2, parent=holder)
        column.addWidget(PlainLabel(label, role=TypeRole.SMALL_STRONG, ink="text-2"))
        column.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _facts(source: Source, topics: Sequence[Topic]) -> list[tuple[str, QWidget]]:
    found: list[tuple[str, QWidget]] = []
    if source.organisation and source.organisation != source.title:
        found.append((_("Organisation"), PlainLabel(source.organisation, wrap=True)))
    # What is private in an address reads the feed in its owner's name; it is never shown.
    found.append((_("Web address"), AddressLabel(mask_address(source.url))))
    if source.homepage:
        found.append((_("Home page"), AddressLabel(mask_address(source.homepage))))
    if names := [topic_title(topic.id, topic.title) for topic in topics if topic.id in source.topics]:
        found.append((_("Topics"), PlainLabel(", ".join(names), wrap=True)))
    if language := language_name(source.language):
        found.append((_("Language"), PlainLabel(language)))
    return found


def _insecure(source: Source) -> str:
    if source.allow_private:
        return _("You allowed this address yourself. It may be on your own network.")
    return _("What comes from this address could be read or changed on its way.")
